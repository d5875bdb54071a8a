using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Settings;
using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>The tables of probabilistic linkage, in order, for records without a usable number that no rule links.</summary>
public static class ProbabilisticSteps
{
    /// <summary>So many pairs at random say how often people agree by chance.</summary>
    private const long RandomPairs = 1_000_000;

    /// <summary>So many entries of the register are compared with all of it, to see how kin agree.</summary>
    private const int KinSample = 20_000;

    /// <summary>Pairs less likely than this at the very best are not weighed one by one, in bits.</summary>
    private const double Hopeless = -10;

    /// <summary>Records whose likely pairs are weighed together: what they take is a few hundred megabytes, however many records there are.</summary>
    private const long RecordsAtOnce = 50_000;

    /// <summary>Tables that hold names or what names could be guessed from, and large ones that nothing reads any more.</summary>
    public static IReadOnlyList<string> Drops { get; } = ["link_row", "link_sound", "link_source", "link_spine", "link_drawn", "link_sample", "link_random_pair", "link_pair", "link_frequency", "link_hopeful"];

    /// <summary>From the rules' links to everybody's; where the job does not ask for more, the rules' are everybody's.</summary>
    public static IReadOnlyList<Step> Make(IReadOnlyList<Dataset> datasets, LinkageSettings settings)
    {
        var rules = SqlScript.Load("rule_link");
        return settings.Probabilistic
            ? [Threshold(settings), new SelectStep(rules) { IsOfEvents = true }, .. Found(settings), .. Judged(datasets, settings), new SelectStep(SqlScript.Load("person_link")) { IsOfEvents = true }, new SelectStep(SqlScript.Load("coverage_link"))]
            : [Threshold(settings), new SelectStep(SqlScript.Derived("person_link", $"select *, null::double as probability from (\n{rules.Sql}\n)", rules.Grain)) { IsOfEvents = true }, Select("coverage_link", NoLink, "dataset", "row_id")];
    }

    private const string NoLink = "select null::varchar as dataset, null::bigint as row_id, null::integer as person_key where false";

    /// <summary>From rows to pairs and how they agree.</summary>
    private static IEnumerable<Step> Found(LinkageSettings settings) =>
    [
        Select("link_row", LinkTables.Row, "dataset", "row_id"),
        new CodeStep("link_sound", ["family_name"], Sounds),
        Select("link_source", LinkTables.Source, "source_key"),
        Select("link_spine", LinkTables.Spine, "spine_key"),
        new CodeStep("link_block", ["rule"], warehouse => Blocks.Cap(warehouse, settings.Block)),
        Select("link_pair", PairSql.Of("link_source", "true"), "source_key", "person_key"),
        Select("link_pattern", "select dataset, pattern, count(*) as pairs from link_pair join link_source using (source_key) group by dataset, pattern", "dataset", "pattern"),
        new CodeStep("link_drawn", ["spine_key"], warehouse => Draw(warehouse, settings.Seed)),
        Select("link_sample", LinkTables.Sample, "source_key"),
        Select("link_kin", $"select pattern, count(*) as pairs from ({PairSql.Of("link_sample", "spine.has_number and source.person_key <> spine.person_key")}) group by pattern", "pattern"),
        new CodeStep("link_random_pair", ["number"], warehouse => DrawPairs(warehouse, settings.Seed)),
        Select("link_random", $"select pattern, count(*) as pairs from ({PairSql.Drawn("link_random_pair")}) group by pattern", "pattern"),
        new SelectStep(SqlScript.Load("link_frequency")),
    ];

    /// <summary>From patterns to what they weigh, and to the person of each record.</summary>
    private static IEnumerable<Step> Judged(IReadOnlyList<Dataset> datasets, LinkageSettings settings)
    {
        IReadOnlyList<LinkModel> models = [];
        return
        [
            new CodeStep("link_model", ["dataset"], warehouse => LinkEvidenceTables.Models(warehouse, models = LinkTraining.Models(warehouse))),
            new CodeStep("link_parameter", ["dataset", "comparison", "level"], warehouse => LinkEvidenceTables.Parameters(warehouse, models)),
            new CodeStep("link_weight", ["dataset", "pattern"], warehouse => LinkEvidenceTables.Weights(warehouse, models)),
            new CodeStep("link_hopeful", ["dataset", "pattern"], warehouse => Hopeful(warehouse, models)),
            new CodeStep("link_choice", ["source_key"], warehouse => Choose(warehouse, datasets, settings, models)),
            new SelectStep(SqlScript.Load("probable_link")),
            new CodeStep("link_self", ["dataset", "weight"], warehouse => SelfMatch.Make(warehouse, models)),
        ];
    }

    private static SelectStep Select(string table, string sql, params string[] grain) => new(SqlScript.Derived(table, sql, grain));

    private static CodeStep Threshold(LinkageSettings settings) => new("link_threshold", [], warehouse =>
        MemoryTable.Create(warehouse, "link_threshold", [("least", "double"), ("coverage", "double")], [[settings.Threshold, settings.Coverage]]));

    private static void Sounds(Warehouse warehouse)
    {
        var names = warehouse.Query("""
            select family_name from link_row where family_name is not null
            union
            select family_name from identity.gp_registrations where family_name is not null and exists (select 1 from link_row)
            order by family_name
            """);
        MemoryTable.Create(warehouse, "link_sound", [("family_name", "varchar"), ("sound", "varchar")], names.Rows.Select(row => new object?[] { row[0], Soundex.Of((string)row[0]!) }));
    }

    /// <summary>Which entries of the register stand for all in the measure of kinship.</summary>
    private static void Draw(Warehouse warehouse, long seed)
    {
        var entries = (int)warehouse.Count("select count(*) from link_spine");
        var random = Xoshiro.For(seed, "linkage, kin");
        var drawn = entries <= KinSample ? Enumerable.Range(1, entries) : Enumerable.Range(0, KinSample).Select(_ => random.NextInt(entries) + 1).Distinct().Order();
        MemoryTable.Create(warehouse, "link_drawn", [("spine_key", "bigint")], drawn.Select(key => new object?[] { (long)key }));
    }

    private static void DrawPairs(Warehouse warehouse, long seed)
    {
        var entries = warehouse.Count("select count(*) from link_spine");
        var random = Xoshiro.For(seed, "linkage, chance");
        IEnumerable<(long One, long Other)> pairs = entries * entries <= RandomPairs
            ? from one in Numbers(entries) from other in Numbers(entries) select (one, other)
            : Numbers(RandomPairs).Select(_ => (random.NextInt((int)entries) + 1L, random.NextInt((int)entries) + 1L));
        MemoryTable.Create(warehouse, "link_random_pair", [("number", "bigint"), ("one", "bigint"), ("other", "bigint")], pairs.Select((pair, number) => new object?[] { (long)number, pair.One, pair.Other }));
    }

    private static IEnumerable<long> Numbers(long to)
    {
        for (var number = 1L; number <= to; number++) { yield return number; }
    }

    /// <summary>Patterns that could make a match if every value that agrees were as rare as can be.</summary>
    private static void Hopeful(Warehouse warehouse, IReadOnlyList<LinkModel> models)
    {
        var patterns = warehouse.Query("select dataset, pattern::bigint as pattern from link_pattern order by dataset, pattern");
        var byName = models.Where(model => model.Evidence != LinkEvidence.None).ToDictionary(model => model.Dataset);
        long[] rare = [.. Comparisons.All.Select(_ => 1L)];
        MemoryTable.Create(warehouse, "link_hopeful", [("dataset", "varchar"), ("pattern", "bigint")], patterns.Rows
            .Where(row => byName.TryGetValue((string)row[0]!, out var model) && model.Weigh((int)(long)row[1]!, rare).Sum(step => step.Bits) >= Hopeless));
    }

    private static void Choose(Warehouse warehouse, IReadOnlyList<Dataset> datasets, LinkageSettings settings, IReadOnlyList<LinkModel> models)
    {
        var byName = models.ToDictionary(model => model.Dataset);
        var sources = warehouse.Query("select source_key::bigint as source_key, dataset from link_source order by source_key").Rows.ToDictionary(row => (long)row[0]!, row => byName[(string)row[1]!]);
        var once = datasets.Where(dataset => dataset.IsOncePerPerson).Select(dataset => dataset.Name).ToHashSet();
        var taken = warehouse.Query("select distinct dataset, person_key::bigint from rule_link where person_key is not null").Rows
            .Where(row => once.Contains((string)row[0]!)).Select(row => ((string)row[0]!, (long)row[1]!)).ToHashSet();
        var choices = new List<LinkChoice>();
        for (var first = 0L; first <= sources.Keys.DefaultIfEmpty(-1).Max(); first += RecordsAtOnce)
        {
            choices.AddRange(LinkChoice.Of(Likely(warehouse, first, first + RecordsAtOnce - 1), record => sources[record], settings.Threshold, settings.Coverage));
        }
        LinkEvidenceTables.Choices(warehouse, LinkChoice.OnceEach(choices, once.Contains, taken));
        warehouse.Execute("drop table link_pair");
    }

    private static LikelyPairs Likely(Warehouse warehouse, long first, long last)
    {
        var columns = warehouse.Longs($"""
            select pair.source_key::bigint, pair.person_key::bigint, pair.pattern::bigint, {Sharers.Columns}
            from link_pair as pair
            join link_source as source using (source_key)
            join link_hopeful as hopeful on hopeful.dataset = source.dataset and hopeful.pattern = pair.pattern
            {Sharers.Joins}
            where pair.source_key between $1 and $2
            order by pair.source_key, pair.person_key
            """, first, last);
        return new LikelyPairs(columns[0], columns[1], columns[2], columns[3..]);
    }
}
