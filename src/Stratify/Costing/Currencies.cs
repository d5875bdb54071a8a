using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>What the codes of priced care mean, in the words of the National Cost Collection 2024/25 (NHS England, Open Government Licence).</summary>
public static class Currencies
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(Read);

    /// <summary>Empty for a code that is no currency of the collection, such as the role of a member of staff.</summary>
    public static string Says(string code) => Known.Value.GetValueOrDefault(code, "");

    private static Dictionary<string, string> Read()
    {
        const string file = "currencies.csv";
        using var stream = ReferenceCsv.Shipped($"costing/{file}")!;
        return ReferenceCsv.Read(stream, file, ProblemKinds.PriceBookWrong, "currency", "says").ToDictionary(row => row.Fields["currency"], row => row.Fields["says"]);
    }
}
