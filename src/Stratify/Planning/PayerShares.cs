using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Planning;

/// <summary>Who pays for a setting, as of some people in a year: whole pence are given to payers so that they add up to what is shared.</summary>
public sealed record PayerShares(IReadOnlyDictionary<string, IReadOnlyList<(string Payer, long Pence)>> Settings)
{
    /// <summary>As of some people in a year.</summary>
    /// <param name="people">A table of their keys and year.</param>
    internal static PayerShares Of(Warehouse warehouse, string people) => new(warehouse.Query($"""
        select setting, payer, cast(sum(pence) as bigint) as pence
        from payer_part
        join {people} using (person_key, year)
        group by setting, payer
        having sum(pence) > 0
        order by setting, payer
        """).Rows.GroupBy(row => (string)row[0]!).ToDictionary(setting => setting.Key, setting => (IReadOnlyList<(string, long)>)[.. setting.Select(row => ((string)row[1]!, (long)row[2]!))]));

    /// <summary>Pence of a setting, of all payers.</summary>
    internal long Whole(string setting) => Settings.TryGetValue(setting, out var payers) ? payers.Sum(payer => payer.Pence) : 0;

    /// <summary>Shares pence of a setting by the largest remainder, the first payer by name before another with as large a one; of a setting for which nobody paid, its usual payer has all.</summary>
    public IEnumerable<(string Payer, long Pence)> Share(string setting, long pence)
    {
        if (!Settings.TryGetValue(setting, out var payers)) { return [(Setting.Of(setting).Payer, pence)]; }
        var whole = payers.Sum(payer => payer.Pence);
        var parts = payers.Select(payer => (payer.Payer, Exact: (decimal)pence * payer.Pence / whole)).Select(part => (part.Payer, Floor: (long)Math.Floor(part.Exact), Left: part.Exact - Math.Floor(part.Exact))).ToList();
        var left = pence - parts.Sum(part => part.Floor);
        var more = parts.OrderByDescending(part => part.Left).Take((int)left).Select(part => part.Payer).ToHashSet();
        return parts.Select(part => (part.Payer, part.Floor + (more.Contains(part.Payer) ? 1 : 0)));
    }
}
