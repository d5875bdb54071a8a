using Stratify.Engine;

namespace Stratify.Linkage.Probabilistic;

/// <summary>What linkage leaves behind for whoever asks why: parameters, models and choices, without a name.</summary>
public static class LinkEvidenceTables
{
    /// <summary>Names of the files that are read back to explain a link.</summary>
    public const string Thresholds = "linkage_thresholds.csv", Model = "linkage_models.csv", Parameter = "linkage_parameters.csv", Pattern = "linkage_patterns.csv", Choice = "linkage_choices.csv", Self = "linkage_unlinkables.csv", Review = "linkage_review.csv";

    /// <summary>Columns whose common values weigh less.</summary>
    public static IEnumerable<string> Counted { get; } = [.. Comparisons.All.Select(comparison => comparison.Frequency).OfType<string>()];

    /// <summary>The files that a run keeps of linkage for those who may see single people, and the SQL of each: levels of agreement, and nothing of what was compared.</summary>
    public static IReadOnlyList<(string File, string Sql)> Files { get; } =
    [
        (Thresholds, "select least, coverage from link_threshold"),
        (Model, "select * from link_model order by dataset"),
        (Parameter, "select * from link_parameter order by dataset, comparison, level desc"),
        ("linkage_blocks.csv", "select * from link_block order by rule"),
        (Pattern, $"select dataset, {Levels("link_weight.pattern")}, pairs, weight, expected_matches, kin from link_weight join link_pattern using (dataset, pattern) order by dataset, weight desc, pattern"),
        (Choice, $"""
            select event.dataset, event.source_id, person.person_id, choice.outcome, choice.weight, choice.probability, choice.rivals, choice.candidates, {Levels("choice.pattern")},
                   {string.Join(", ", Counted.Select(column => $"choice.{column}_sharers"))}
            from probable_link
            join event using (dataset, row_id)
            join link_choice as choice using (source_key)
            join person on person.person_key = choice.person_key
            order by event.dataset, event.source_id
            """),
        (Self, "select * from link_self order by dataset, weight nulls first"),
    ];

    private static string Levels(string pattern) => string.Join(", ", Comparisons.All.Select((comparison, i) => $"nullif({PatternCode.LevelSql(pattern, i)}, -1) as {comparison.Name}_level"));

    public static void Models(Warehouse warehouse, IReadOnlyList<LinkModel> models) => MemoryTable.Create(warehouse, "link_model",
        [("dataset", "varchar"), ("records", "bigint"), ("people", "bigint"), ("evidence", "varchar"), ("says", "varchar"), ("lambda", "double"), ("expected_matches", "double"), ("gain", "double"), ("rounds", "bigint"), .. Counted.Select(column => ($"{column}_known", "bigint"))],
        models.Select(model => (object?[])
        [
            model.Dataset, model.Records, model.People, model.Evidence.ToString().ToLowerInvariant(), model.Says, model.Mixture.Lambda, model.Expected, model.Gain, (long)model.Mixture.Rounds,
            .. Counted.Select(column => (object?)model.Known[column]),
        ]));

    public static void Parameters(Warehouse warehouse, IReadOnlyList<LinkModel> models) => MemoryTable.Create(warehouse, "link_parameter",
        [("dataset", "varchar"), ("comparison", "varchar"), ("level", "bigint"), ("says", "varchar"), ("m", "double"), ("u", "double"), ("bits", "double")],
        from model in models
        from i in Enumerable.Range(0, Comparisons.All.Count)
        from level in Enumerable.Range(0, Comparisons.All[i].Levels.Count)
        let m = model.Mixture.M[i][level]
        let u = model.Mixture.U[i][level]
        select new object?[] { model.Dataset, Comparisons.All[i].Name, (long)level, Comparisons.All[i].Level(level).Says, m, u, Math.Log2(m / u) });

    /// <summary>What a pair of each pattern weighs before the commonness of its values and other candidates are looked at, and how many pairs of it are expected to match.</summary>
    public static void Weights(Warehouse warehouse, IReadOnlyList<LinkModel> models)
    {
        var byName = models.ToDictionary(model => model.Dataset);
        long[] unknown = [.. Comparisons.All.Select(_ => 0L)];
        MemoryTable.Create(warehouse, "link_weight", [("dataset", "varchar"), ("pattern", "bigint"), ("weight", "double"), ("expected_matches", "double"), ("kin", "double")],
            from row in warehouse.Query("select dataset, pattern::bigint, pairs::bigint from link_pattern order by dataset, pattern").Rows
            let model = byName[(string)row[0]!]
            let weight = model.Weigh((int)(long)row[1]!, unknown).Sum(step => step.Bits)
            select new object?[] { row[0], row[1], weight, (long)row[2]! * LinkExplanation.OfWeight(weight), model.Kin((int)(long)row[1]!) });
    }

    /// <summary>Of each record the person that it is likeliest of: with its model, all that <see cref="LinkExplanation"/> needs.</summary>
    public static void Choices(Warehouse warehouse, IReadOnlyList<LinkChoice> choices) => MemoryTable.Create(warehouse, "link_choice",
        [
            ("source_key", "bigint"), ("person_key", "bigint"), ("outcome", "varchar"), ("weight", "double"), ("probability", "double"), ("rivals", "double"), ("candidates", "bigint"), ("pattern", "bigint"),
            .. Counted.Select(column => ($"{column}_sharers", "bigint")),
        ],
        choices.Select(choice => new object?[]
        {
            choice.Record, choice.Person, choice.Outcome, choice.Weight, choice.Probability, choice.Rivals, (long)choice.Candidates, (long)choice.Pattern,
        }.Concat(Comparisons.All.Select((comparison, i) => (comparison, i)).Where(one => one.comparison.Frequency is not null).Select(one => (object?)choice.Sharers[one.i])).ToArray()));
}
