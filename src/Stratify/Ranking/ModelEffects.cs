using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// What each condition adds to a person's cost, all else alike: everybody's expected cost with it less everybody's without, of all care and of
/// each setting, by the kind of model that came nearest to what other people cost there.
/// </summary>
public static class ModelEffects
{
    /// <summary>Makes <c>measure_effect</c>: a row for each year, setting (or all) and condition that enough people have.</summary>
    public static CodeStep Step { get; } = new("measure_effect", ["year", "setting", "condition"], warehouse => MemoryTable.Create(
        warehouse,
        "measure_effect",
        [
            ("year", "varchar"), ("setting", "varchar"), ("position", "bigint"), ("condition", "varchar"), ("people", "bigint"), ("users", "bigint"), ("method", "varchar"),
            ("effect", "double"), ("effect_lower", "double"), ("effect_upper", "double"),
        ],
        [.. warehouse.Query("select year from measure_population order by year").Rows.SelectMany(year => Rows(warehouse, (string)year[0]!))]));

    /// <summary>What models of cost explain it by.</summary>
    internal static IReadOnlyList<Covariate> Covariates(ModelledPeople people) =>
        people.Enough([.. Covariate.Ages, .. Covariate.Sexes, .. Covariate.Deprivation, Covariate.PartOfTheYear, .. Covariate.EachCondition]);

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, string year)
    {
        var people = ModelledPeople.Of(warehouse, year);
        var covariates = Covariates(people);
        if (!people.IsEnough(covariates.Count)) { yield break; }
        people = people.By(covariates);
        var design = people.Design(covariates);
        var chosen = warehouse.Query("select setting, method from measure_method where chosen = 'yes' and year = $1", year).Rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
        foreach (var (setting, column) in ModelMethods.Outcomes)
        {
            if (!chosen.TryGetValue(setting, out var method)) { continue; }
            var costs = Costs.Of(design.Rows, people.Patterns, ModelMethods.Pounds(warehouse, year, column));
            var effect = Model(method, design, costs, warehouse.Threads);
            var conditions = Enumerable.Range(0, covariates.Count).Where(i => Covariate.EachCondition.Contains(covariates[i])).ToList();
            var effects = new Effect[conditions.Count];
            Parallel.For(0, conditions.Count, new ParallelOptions { MaxDegreeOfParallelism = warehouse.Threads }, i =>
                effects[i] = effect(new Given(conditions[i] + 1, 0), new Given(conditions[i] + 1, 1)));
            for (var i = 0; i < conditions.Count; i++)
            {
                var users = Enumerable.Range(0, design.Rows).Sum(row => design.Value(row, conditions[i] + 1) > 0 ? costs.Users[row] : 0);
                yield return [year, setting, (long)i, .. Row(people, covariates[conditions[i]], (long)users, method, effects[i])];
            }
        }
    }

    /// <summary>Fits a kind of model, which then says what it makes to be so and not so.</summary>
    private static Func<Given, Given, Effect> Model(string method, DesignMatrix design, Costs costs, int threads)
    {
        if (method == ModelMethods.TwoParts)
        {
            var model = TwoPart.Fit(design, costs, threads);
            return (from, to) => model.Effect([from], [to]);
        }
        var fit = Glm.Fit(design, costs.OfEveryone, method == ModelMethods.LeastSquares ? Family.Normal : Family.SquareRoot, threads);
        return (from, to) => OnePart.Effect(fit, design, costs.OfEveryone, [from], [to]);
    }

    private static object?[] Row(ModelledPeople people, Covariate condition, long users, string method, Effect effect) =>
        [condition.Title, people.Having(condition), users, method, effect.Estimate, effect.Interval.Lower, effect.Interval.Upper];
}
