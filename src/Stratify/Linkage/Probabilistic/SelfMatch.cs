using Stratify.Engine;

namespace Stratify.Linkage.Probabilistic;

/// <summary>
/// What each record without a number would weigh if its person were on the register, all that it says agreed, and nobody else fitted: a
/// record that stays below a threshold even then says too little to reach it. Splink's chart of unlinkable records, which compares each
/// record with itself.
/// </summary>
internal static class SelfMatch
{
    /// <summary>Weights are told in hundredths of a bit, as Splink does, so that many records share one.</summary>
    private const int Decimals = 2;

    /// <summary>Makes <c>link_self</c>: records of each dataset by that weight; no weight where a record says too little to be compared. Nothing of a file of which nobody can be recognised.</summary>
    internal static void Make(Warehouse warehouse, IReadOnlyList<LinkModel> models) => MemoryTable.Create(warehouse, "link_self",
        [("dataset", "varchar"), ("weight", "double"), ("probability", "double"), ("records", "bigint")],
        [.. models.Where(model => model.Evidence != LinkEvidence.None).SelectMany(model => Mute(warehouse, model).Concat(Weighed(warehouse, model)))]);

    private static IEnumerable<object?[]> Weighed(Warehouse warehouse, LinkModel model)
    {
        var columns = warehouse.Longs($"""
            select self.pattern::bigint, count(*), {Sharers.Columns}
            from ({PairSql.Self("link_source")}) as self
            join link_source as source using (source_key)
            join link_row using (source_key)
            {Sharers.Joins}
            where source.dataset = $1
            group by all
            """, model.Dataset);
        var records = new SortedDictionary<double, long>();
        for (var i = 0; i < columns[0].Length; i++)
        {
            var weight = WeightOf(model, (int)columns[0][i], [.. columns[2..].Select(column => column[i])]);
            records[weight] = records.GetValueOrDefault(weight) + columns[1][i];
        }
        return records.Select(at => (object?[])[model.Dataset, at.Key, LinkExplanation.OfWeight(at.Key), at.Value]);
    }

    /// <param name="pattern">How the record agrees with itself.</param>
    /// <param name="sharers">As <see cref="LinkModel.Weigh"/> takes them; if its person were there, one at least would have each value.</param>
    internal static double WeightOf(LinkModel model, int pattern, IEnumerable<long> sharers) =>
        Math.Round(LinkExplanation.Of(model, pattern, [.. sharers.Select(people => Math.Max(1, people))], rivals: 0).Weight, Decimals, MidpointRounding.AwayFromZero);

    private static IEnumerable<object?[]> Mute(Warehouse warehouse, LinkModel model) => warehouse.Query("""
        select count(*)
        from source_identity as source
        anti join link_row using (dataset, row_id)
        where source.dataset = $1 and source.token is null
        having count(*) > 0
        """, model.Dataset).Rows.Select(row => (object?[])[model.Dataset, null, 0.0, row[0]]);
}
