using Stratify.Model;
using Stratify.Studies;

namespace Stratify.Planning;

/// <summary>Who pays for a setting, as of everybody in the year: whole pence are given to payers so that they add up to what is shared.</summary>
internal sealed record PayerShares(IReadOnlyDictionary<string, IReadOnlyList<(string Payer, long Pence)>> Settings)
{
    internal static PayerShares Of(Study study, string year) => new(study.Warehouse.Query($"select setting, payer, pence from measure_payer where year = '{year.Replace("'", "''", StringComparison.Ordinal)}' and pence > 0 order by setting, payer").Rows
        .GroupBy(row => (string)row[0]!).ToDictionary(setting => setting.Key, setting => (IReadOnlyList<(string, long)>)[.. setting.Select(row => ((string)row[1]!, (long)row[2]!))]));

    /// <summary>Shares pence of a setting by the largest remainder, the first payer by name before another with as large a one; of a setting for which nobody paid, its usual payer has all.</summary>
    internal IEnumerable<(string Payer, long Pence)> Share(string setting, long pence)
    {
        if (!Settings.TryGetValue(setting, out var payers)) { return [(Setting.Of(setting).Payer, pence)]; }
        var whole = payers.Sum(payer => payer.Pence);
        var parts = payers.Select(payer => (payer.Payer, Exact: (decimal)pence * payer.Pence / whole)).Select(part => (part.Payer, Floor: (long)Math.Floor(part.Exact), Left: part.Exact - Math.Floor(part.Exact))).ToList();
        var left = pence - parts.Sum(part => part.Floor);
        var more = parts.OrderByDescending(part => part.Left).Take((int)left).Select(part => part.Payer).ToHashSet();
        return parts.Select(part => (part.Payer, part.Floor + (more.Contains(part.Payer) ? 1 : 0)));
    }
}
