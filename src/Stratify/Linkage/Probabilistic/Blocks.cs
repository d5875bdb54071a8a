using System.Globalization;
using Stratify.Engine;

namespace Stratify.Linkage.Probabilistic;

/// <summary>How large the blocks of the blocking rules are, and those that are too large taken out.</summary>
public static class Blocks
{
    /// <summary>
    /// Makes link_block: for each rule its blocks and pairs, how many blocks hold more people than one record may be compared with, and the pairs
    /// that this leaves out. Keys of such blocks go from the register's side; their pairs may still be found by another rule.
    /// </summary>
    public static void Cap(Warehouse warehouse, int most)
    {
        var rows = BlockingRule.All.Select((rule, i) => string.Create(CultureInfo.InvariantCulture, $"""
            select {i + 1} as rule, '{rule.Says}' as says, count(*) as blocks, coalesce(sum(records * people), 0)::bigint as pairs,
                   count(*) filter (people > {most}) as capped, coalesce(sum(records * people) filter (people > {most}), 0)::bigint as pairs_left_out
            from (select {BlockingRule.Key(i)} as key, count(*) as records from link_source where {BlockingRule.Key(i)} is not null group by key)
            join (select {BlockingRule.Key(i)} as key, count(*) as people from link_spine where {BlockingRule.Key(i)} is not null group by key) using (key)
            """));
        warehouse.Execute($"create or replace table link_block as {string.Join("\nunion all\n", rows)}");
        for (var i = 0; i < BlockingRule.All.Count; i++)
        {
            var key = BlockingRule.Key(i);
            var crowded = string.Create(CultureInfo.InvariantCulture, $"select {key} from link_spine where {key} is not null group by {key} having count(*) > {most}");
            if (warehouse.Count($"select count(*) from ({crowded})") > 0) { warehouse.Execute($"update link_spine set {key} = null where {key} in ({crowded})"); }
        }
    }
}
