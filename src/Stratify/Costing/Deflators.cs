using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>What money of one financial year is worth in another, by the deflator of the gross domestic product (HM Treasury): 2024/25 is 100.</summary>
public static class Deflators
{
    private static readonly Dictionary<string, decimal> Index = Read();

    /// <summary>The financial years that prices can be of, and be brought to.</summary>
    public static IReadOnlyList<string> Years { get; } = [.. Index.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whole pence, half away from zero: price × deflator of the year it is brought to / deflator of the year it is of.</summary>
    public static long Bring(long pence, string from, string to) =>
        from == to ? pence : (long)decimal.Round(pence * Index[to] / Index[from], 0, MidpointRounding.AwayFromZero);

    private static Dictionary<string, decimal> Read()
    {
        const string file = "gdp-deflators.csv";
        using var stream = ReferenceCsv.Shipped($"costing/{file}")!;
        return ReferenceCsv.Read(stream, file, ProblemKinds.PriceBookWrong, "year", "index").ToDictionary(row => row.Fields["year"], row => decimal.Parse(row.Fields["index"], CultureInfo.InvariantCulture));
    }
}
