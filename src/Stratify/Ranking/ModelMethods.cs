using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// How near several kinds of models come to what people cost, by age, sex, deprivation and each condition, of all care and of each setting:
/// fitted to four fifths of people and asked of the rest, five times.
/// </summary>
public static class ModelMethods
{
    private const int Folds = 5;

    /// <summary>More people than this are not needed to tell kinds of models apart.</summary>
    private const int Most = 20_000;

    internal const string TwoParts = "two parts", LeastSquares = "least squares", SquareRoot = "square root";

    private static readonly (string Name, string Type)[] _columns =
    [
        ("year", "varchar"), ("setting", "varchar"), ("position", "bigint"), ("method", "varchar"), ("people", "bigint"), ("users", "bigint"), ("coefficients", "bigint"),
        ("r_squared", "double"), ("cumming", "double"), ("mean_error", "double"), ("root_error", "double"), ("ratio", "double"), ("slope", "double"), ("tilt_p", "double"), ("link_p", "double"), ("power", "double"), ("chosen", "varchar"), ("notes", "varchar"),
    ];

    /// <summary>
    /// Makes <c>measure_method</c>, a row for each year, setting (or all) and method; and <c>model_prediction</c>, what the chosen kind of model of
    /// all care expected of each person whom it was asked of, in whole pence, with the tenth of people by it.
    /// </summary>
    public static IReadOnlyList<CodeStep> Steps(long seed)
    {
        List<object?[]> predictions = [];
        return
        [
            new("measure_method", ["year", "setting", "method"], warehouse => MemoryTable.Create(warehouse, "measure_method", _columns,
                [.. warehouse.Query("select year from measure_population order by year").Rows.SelectMany(year => Rows(warehouse, (string)year[0]!, seed, predictions))])),
            new("model_prediction", ["person_key", "year"], warehouse => MemoryTable.Create(warehouse, "model_prediction",
                [("person_key", "bigint"), ("year", "varchar"), ("tenth", "bigint"), ("expected", "bigint")], predictions)),
        ];
    }

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, string year, long seed, List<object?[]> predictions)
    {
        var people = ModelledPeople.Of(warehouse, year);
        var covariates = ModelEffects.Covariates(people);
        if (!people.IsEnough(covariates.Count)) { yield break; }
        people = people.By(covariates);
        var design = people.Design(covariates);
        var outcomes = Outcomes.Select(outcome => (outcome.Setting, Costs: Pounds(warehouse, year, outcome.Column))).Where(outcome => IsEnough(outcome.Costs, covariates.Count)).ToArray();
        var rows = new (List<object?[]> Methods, int[] Asked, double[] Expected)[outcomes.Length];
        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = warehouse.Threads }, i =>
            rows[i] = Methods(people, design, outcomes[i].Costs, Xoshiro.For(seed, $"methods/{year}/{outcomes[i].Setting}")));
        for (var i = 0; i < outcomes.Length; i++) { foreach (var row in rows[i].Methods) { yield return [year, outcomes[i].Setting, .. row]; } }
        if (outcomes.Length == 0 || outcomes[0].Setting != Outcomes[0].Setting) { yield break; }
        var tenths = Goodness.Tenths(rows[0].Expected);
        predictions.AddRange(rows[0].Asked.Select((person, i) => new object?[] { people.Persons[person], year, tenths[i] + 1L, (long)Math.Round(100 * rows[0].Expected[i]) }));
    }

    /// <summary>All care, and each setting: what it is called, and the column of what it cost.</summary>
    internal static IReadOnlyList<(string Setting, string Column)> Outcomes { get; } = [("all", "cost"), .. Setting.All.Select(setting => (setting.Name, $"cost_{setting.Name}"))];

    /// <summary>Whether enough people cost anything for a model of what they cost.</summary>
    internal static bool IsEnough(double[] costs, int covariates) => ModelledPeople.IsEnough(costs.Count(cost => cost > 0), covariates);

    /// <summary>What everybody cost, in pounds and never below nought, in the order of the register.</summary>
    internal static double[] Pounds(Warehouse warehouse, string year, string column) =>
        [.. warehouse.Longs($"select cast(greatest({column}, 0) as bigint) as pence from person_year where year = $1 order by person_key", year)[0].Select(pence => pence / 100.0)];

    private static (List<object?[]> Methods, int[] Asked, double[] Expected) Methods(ModelledPeople people, DesignMatrix design, double[] costs, Xoshiro random)
    {
        var folds = ModelledPeople.Folds(costs.Length, Folds, random);
        // The first of a shuffle are as good as any.
        var asked = costs.Length <= Most ? [.. Enumerable.Range(0, costs.Length)] : Enumerable.Range(0, costs.Length).OrderBy(_ => random.NextDouble()).Take(Most).Order().ToArray();
        var expected = Kinds.Select(_ => new double[asked.Length]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learnt = asked.Where(person => folds[person] != fold).ToArray();
            var means = Kinds.Select(kind => kind.Fit(design, learnt, people.Patterns, costs)).ToArray();
            for (var i = 0; i < asked.Length; i++)
            {
                if (folds[asked[i]] == fold) { for (var kind = 0; kind < Kinds.Length; kind++) { expected[kind][i] = means[kind](people.Patterns[asked[i]]); } }
            }
        }
        var actual = asked.Select(person => costs[person]).ToArray();
        var best = Enumerable.Range(0, Kinds.Length).Where(kind => Kinds[kind].HasErrors).MaxBy(kind => Goodness.Of(actual, expected[kind]).Cumming);
        var of = Costs.Of(design.Rows, people.Patterns, costs);
        var whole = TwoPart.Fit(design, of);
        return ([.. Kinds.Select((kind, i) => Row((i, kind.Name), actual, expected[i], design, of, i == 0 ? whole : null, i == best ? "yes" : "no"))], asked, expected[best]);
    }

    private static object?[] Row((int Position, string Name) method, double[] actual, double[] expected, DesignMatrix design, Costs of, TwoPart? fit, string chosen)
    {
        var goodness = Goodness.Of(actual, expected);
        return
        [
            (long)method.Position, method.Name, (long)of.People.Sum(), (long)of.Users.Sum(), (long)design.Columns.Count,
            goodness.RSquared, goodness.Cumming, goodness.Error, goodness.RootError, goodness.Ratio, Goodness.Slope(actual, expected), Goodness.Tilt(actual, expected).PValue, Goodness.Link(actual, expected),
            fit is { Amount.IsEmpty: false } ? Park.Power(fit.Amount, design, of.OfUsers) : null, chosen, fit is null ? "" : Notes(fit),
        ];
    }

    private static string Notes(TwoPart fit) => string.Join("; ", new[]
    {
        (Names: fit.Any.LeftOut.Union(fit.Amount.LeftOut).ToList(), Says: "not told apart"),
        (Names: [.. fit.Any.HeldBack], Says: "tells without fail who has any cost, and is held back"),
        (Names: fit.Any.IsSettled && fit.Amount.IsSettled ? [] : ["the optimum"], Says: "not reached"),
    }.Where(note => note.Names.Count > 0).Select(note => $"{string.Join(", ", note.Names)}: {note.Says}"));

    /// <summary>A kind of model: from people who are learnt from, what is expected of a pattern.</summary>
    private sealed record Kind(string Name, Func<DesignMatrix, int[], int[], double[], Func<int, double>> Fit)
    {
        /// <summary>Whether what it says of a condition has a standard error.</summary>
        internal bool HasErrors { get; init; } = true;
    }

    private static readonly Kind[] Kinds =
    [
        new(TwoParts, (design, learnt, patterns, costs) => TwoPart.Fit(design, Learnt(design, learnt, patterns, costs)).Expected),
        new("two parts, logs smeared", Smeared) { HasErrors = false },
        new(LeastSquares, (design, learnt, patterns, costs) => Whole(design, Learnt(design, learnt, patterns, costs), Family.Normal)),
        new(SquareRoot, (design, learnt, patterns, costs) => Whole(design, Learnt(design, learnt, patterns, costs), Family.SquareRoot)),
    ];

    private static Costs Learnt(DesignMatrix design, int[] learnt, int[] patterns, double[] costs) =>
        Costs.Of(design.Rows, [.. learnt.Select(person => patterns[person])], [.. learnt.Select(person => costs[person])]);

    private static Func<int, double> Whole(DesignMatrix design, Costs of, Family family)
    {
        var fit = Glm.Fit(design, of.OfEveryone, family);
        return row => fit.IsEmpty ? 0 : fit.Mean(design, row);
    }

    private static Func<int, double> Smeared(DesignMatrix design, int[] learnt, int[] patterns, double[] costs)
    {
        var of = Learnt(design, learnt, patterns, costs);
        var (logs, squares) = (new double[design.Rows], new double[design.Rows]);
        foreach (var person in learnt.Where(person => costs[person] > 0))
        {
            var log = Math.Log(costs[person]);
            logs[patterns[person]] += log;
            squares[patterns[person]] += log * log;
        }
        var any = Glm.Fit(design, Outcome.OfShares(of.People, of.Users), Family.Logit);
        var smearing = Smearing.Fit(design, new Outcome(of.Users, logs, squares), of.OfUsers);
        return row => (any.IsEmpty ? of.Share : any.Mean(design, row)) * smearing.Mean(design, row);
    }
}
