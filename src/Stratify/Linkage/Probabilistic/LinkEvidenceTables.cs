using Stratify.Engine;

namespace Stratify.Linkage.Probabilistic;

/// <summary>What linkage leaves behind for whoever asks why: parameters, models and choices, without a name.</summary>
public static class LinkEvidenceTables
{
    public static void Models(Warehouse warehouse, IReadOnlyList<LinkModel> models) => MemoryTable.Create(warehouse, "link_model",
        [("dataset", "varchar"), ("records", "bigint"), ("people", "bigint"), ("evidence", "varchar"), ("says", "varchar"), ("lambda", "double"), ("expected_matches", "double"), ("gain", "double"), ("rounds", "bigint")],
        models.Select(model => new object?[]
        {
            model.Dataset, model.Records, model.People, model.Evidence.ToString().ToLowerInvariant(), model.Says, model.Mixture.Lambda, model.Expected, model.Gain, (long)model.Mixture.Rounds,
        }));

    public static void Parameters(Warehouse warehouse, IReadOnlyList<LinkModel> models) => MemoryTable.Create(warehouse, "link_parameter",
        [("dataset", "varchar"), ("comparison", "varchar"), ("level", "bigint"), ("says", "varchar"), ("m", "double"), ("u", "double"), ("bits", "double")],
        from model in models
        from i in Enumerable.Range(0, Comparisons.All.Count)
        from level in Enumerable.Range(0, Comparisons.All[i].Levels.Count)
        let m = model.Mixture.M[i][level]
        let u = model.Mixture.U[i][level]
        select new object?[] { model.Dataset, Comparisons.All[i].Name, (long)level, Comparisons.All[i].Level(level).Says, m, u, Math.Log2(m / u) });

    /// <summary>Of each record the person that it is likeliest of: with its model, all that <see cref="LinkExplanation"/> needs.</summary>
    public static void Choices(Warehouse warehouse, IReadOnlyList<LinkChoice> choices, LikelyPairs pairs) => MemoryTable.Create(warehouse, "link_choice",
        [
            ("source_key", "bigint"), ("person_key", "bigint"), ("outcome", "varchar"), ("weight", "double"), ("probability", "double"), ("rivals", "double"), ("candidates", "bigint"), ("pattern", "bigint"),
            .. Comparisons.All.Where(comparison => comparison.Frequency is not null).Select(comparison => ($"{comparison.Name}_sharers", "bigint")),
        ],
        choices.Select(choice => new object?[]
        {
            choice.Record, choice.Person, choice.Outcome, choice.Why.Weight, choice.Why.Probability, choice.Rivals, (long)choice.Candidates, pairs.Patterns[choice.Pair],
        }.Concat(Comparisons.All.Select((comparison, i) => (comparison, i)).Where(one => one.comparison.Frequency is not null).Select(one => (object?)pairs.Sharers[one.i][choice.Pair])).ToArray()));
}
