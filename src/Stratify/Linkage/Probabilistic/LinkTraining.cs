using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>Learns from counts of patterns how records of one person agree and how those of two do, for each dataset.</summary>
public static class LinkTraining
{
    /// <summary>A chi-squared of one degree that chance exceeds once in a hundred thousand files.</summary>
    private const double LeastGain = 19.5;

    /// <summary>Fewer expected matches teach less than what was measured elsewhere.</summary>
    private const double FewestToLearnFrom = 30;

    /// <summary>What is believed beforehand counts as much as so many matches.</summary>
    private const double Belief = 20;

    public static IReadOnlyList<LinkModel> Models(Warehouse warehouse)
    {
        var random = Patterns(warehouse, "link_random");
        var chance = Chance(random);
        var kinship = Kin(warehouse, random, chance);
        var known = warehouse.Query("""
            select count(distinct person_key) filter (family_name is not null) as family_name, count(distinct person_key) filter (given_name is not null) as given_name,
                   count(distinct person_key) filter (born is not null) as birth_date, count(distinct person_key) filter (postcode is not null) as postcode, count(distinct person_key) filter (property is not null) as property,
                   count(distinct person_key) as people
            from link_spine
            """);
        var shape = new Ground(known.Get<long>(0, "people"), known.Columns.ToDictionary(column => column, column => known.Get<long>(0, column)), chance, kinship);
        return [.. warehouse.Query("select dataset, count(*) as records from link_source group by dataset order by dataset").Rows
            .Select(row => Model((string)row[0]!, (long)row[1]!, Patterns(warehouse, "link_pattern", (string)row[0]!), shape))];
    }

    /// <param name="found">Pairs that blocking found, by pattern.</param>
    public static LinkModel Model(string dataset, long records, IReadOnlyDictionary<int, double> found, Ground ground)
    {
        var fit = new MixtureFit { MIsFree = false, Others = Math.Max(0, ((double)records * ground.People) - found.Values.Sum()) };
        var (patterns, chance) = Under(Comparisons.M, found, ground);
        var nobody = new AgreementMixture(0, Comparisons.M, chance);
        var believed = fit.Of(patterns, nobody with { Lambda = 0.5 / Math.Max(1, ground.People) });
        var model = new LinkModel(dataset, records, ground.People, believed, ground.Kinship.Under(believed.M))
        {
            Known = ground.Known,
            Gain = 2 * (believed.LogLikelihood - fit.Of(patterns, nobody).LogLikelihood),
            Evidence = LinkEvidence.Believed,
            Says = "too few matches to learn from: agreement as it was measured elsewhere",
        };
        if (model.Gain < LeastGain || model.Expected < 0.5)
        {
            return model with { Evidence = LinkEvidence.None, Says = "no pair agrees better than chance and kinship explain: no sign that anybody of this file is on the register" };
        }
        return model.Expected < FewestToLearnFrom ? model : Learnt(model, found, ground, fit);
    }

    /// <summary>How people's records are misspelt says how others' may be, so what is learnt of matches is learnt twice.</summary>
    private static LinkModel Learnt(LinkModel model, IReadOnlyDictionary<int, double> found, Ground ground, MixtureFit known)
    {
        var fit = known with { MIsFree = true, Prior = (Comparisons.M, Belief) };
        var learnt = model.Mixture;
        for (var round = 0; round < 2; round++)
        {
            var (patterns, chance) = Under(learnt.M, found, ground);
            learnt = fit.Of(patterns, learnt with { U = chance });
        }
        return Doubt(learnt, (double)model.Records * model.People, model.Records) is { } doubt
            ? model with { Says = $"{doubt}: agreement as it was measured elsewhere" }
            : model with { Mixture = learnt, Kin = ground.Kinship.Under(learnt.M), Evidence = LinkEvidence.Learnt, Says = "agreement learnt from this file" };
    }

    private static (IReadOnlyList<AgreementPattern> Patterns, IReadOnlyList<double[]> Chance) Under(IReadOnlyList<double[]> m, IReadOnlyDictionary<int, double> found, Ground ground)
    {
        var chance = ground.ChanceOf(m);
        return ([.. found.OrderBy(pair => pair.Key).Select(pair => ground.Pattern(pair.Key, pair.Value, m, chance))], chance);
    }

    /// <summary>
    /// What shows that the class that was found is not of matches but of something else, such as families: more of them than there are
    /// records, or agreement in something that speaks against them.
    /// </summary>
    private static string? Doubt(AgreementMixture learnt, double pairs, long records)
    {
        if (learnt.Lambda * pairs > records * 1.25) { return "what was found is more pairs than there are records"; }
        for (var i = 0; i < learnt.M.Count; i++)
        {
            if (learnt.M[i][^1] <= learnt.U[i][^1]) { return $"what was found agrees less often than chance in {Comparisons.All[i].Title.ToLowerInvariant()}"; }
        }
        return null;
    }

    /// <summary>The share of each level among pairs at random, each level with half a pair more than was seen, so that none is impossible.</summary>
    private static IReadOnlyList<double[]> Chance(IReadOnlyDictionary<int, double> random)
    {
        var chance = Comparisons.All.Select(comparison => new double[comparison.Levels.Count]).ToList();
        foreach (var (pattern, pairs) in random)
        {
            var levels = PatternCode.Levels(pattern);
            for (var i = 0; i < levels.Length; i++) { if (levels[i] >= 0) { chance[i][levels[i]] += pairs; } }
        }
        return [.. chance.Select((level, i) => level.Sum() is var sum && sum == 0 ? Comparisons.U[i] : [.. level.Select(pairs => (pairs + 0.5) / (sum + (0.5 * level.Length)))])];
    }

    /// <summary>Ordered pairs of an entry drawn and any other person, both with a number.</summary>
    private static Kinship Kin(Warehouse warehouse, IReadOnlyDictionary<int, double> random, IReadOnlyList<double[]> chance) => new(
        Patterns(warehouse, "link_kin"),
        warehouse.Count("select count(*) * (select greatest(count(distinct person_key) - 1, 0) from link_spine where has_number) from link_sample"),
        random, chance);

    private static Dictionary<int, double> Patterns(Warehouse warehouse, string table, string dataset = "")
    {
        var counts = warehouse.Longs($"select pattern::bigint, pairs::bigint from {table} {(dataset.Length > 0 ? "where dataset = $1 " : "")}order by pattern", dataset.Length > 0 ? [dataset] : []);
        return counts[0].Zip(counts[1]).ToDictionary(row => (int)row.First, row => (double)row.Second);
    }
}
