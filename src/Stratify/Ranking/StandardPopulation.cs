using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Ranking;

/// <summary>A band of ages of the standard population.</summary>
/// <param name="From">Its first year of age; the last band has no end.</param>
/// <param name="Weight">People of it among 100,000.</param>
public sealed record StandardBand(string Name, long From, long Weight);

/// <summary>The European standard population of 2013, to which rates are directly standardised.</summary>
public static class StandardPopulation
{
    private const string File = "esp2013.csv";

    private static readonly Lazy<IReadOnlyList<StandardBand>> Read = new(() =>
    {
        using var stream = ReferenceCsv.Shipped($"ranking/{File}")!;
        return [.. ReferenceCsv.Read(stream, File, ProblemKinds.CodeListWrong, "age_band", "age_from", "weight")
            .Select(row => new StandardBand(row.Fields["age_band"], long.Parse(row.Fields["age_from"], CultureInfo.InvariantCulture), long.Parse(row.Fields["weight"], CultureInfo.InvariantCulture)))];
    });

    /// <summary>In bands of five years, youngest first.</summary>
    public static IReadOnlyList<StandardBand> Bands => Read.Value;

    /// <summary>Makes <c>standard_population</c>: a row for each band.</summary>
    public static CodeStep Step => new("standard_population", ["age_from"], warehouse => MemoryTable.Create(
        warehouse, "standard_population", [("age_band", "varchar"), ("age_from", "bigint"), ("weight", "bigint")], Bands.Select(band => new object?[] { band.Name, band.From, band.Weight })));
}
