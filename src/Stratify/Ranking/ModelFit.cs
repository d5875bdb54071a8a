using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>How much of the spread of cost bands of age and of number of conditions explain, each alone and both at once.</summary>
public static class ModelFit
{
    private static readonly (string Name, Func<Cell, object> Group)[] Models =
    [
        ("age", static cell => cell.Age),
        ("conditions", static cell => cell.Conditions),
        ("age and conditions", static cell => (cell.Age, cell.Conditions)),
    ];

    /// <summary>Makes <c>measure_fit</c>: a row for each year and model.</summary>
    public static CodeStep Step { get; } = new("measure_fit", ["year", "model"], warehouse => MemoryTable.Create(
        warehouse,
        "measure_fit",
        [("year", "varchar"), ("model", "varchar"), ("position", "bigint"), ("people", "bigint"), ("groups", "bigint"), ("r_squared", "double"), ("adjusted", "double")],
        Rows(warehouse)));

    private static List<object?[]> Rows(Warehouse warehouse)
    {
        var cells = warehouse.Query("""
            select
                year,
                age_band,
                conditions_band,
                count(*) as people,
                cast(sum(cost) as bigint) as pence,
                cast(sum(cast(cost as decimal(19, 0)) * cost) as double) as squares
            from person_year
            join person_band using (person_key, year)
            group by year, age_band, conditions_band
            order by year, age_band, conditions_band
            """).Rows.Select(row => new Cell((string)row[0]!, (string)row[1]!, (string)row[2]!, (long)row[3]!, (long)row[4]!, (double)row[5]!));
        return [.. cells.GroupBy(cell => cell.Year).SelectMany(year => (IEnumerable<object?[]>)
        [
            .. Models.Select((model, i) =>
            {
                var groups = year.GroupBy(model.Group).Select(group => (People: group.Sum(cell => cell.People), Sum: group.Sum(cell => cell.Pence))).ToList();
                var (people, explained) = (year.Sum(cell => cell.People), Grouping.Explained(groups, year.Sum(cell => cell.Squares)));
                return new object?[] { year.Key, model.Name, i + 1L, people, (long)groups.Count, explained, Grouping.Adjusted(explained, people, groups.Count) };
            }),
            .. Squares(warehouse, year.Key),
        ])];
    }

    /// <summary>What covariates explain that are not bands: least squares on each of them.</summary>
    private static IEnumerable<object?[]> Squares(Warehouse warehouse, string year)
    {
        var everyone = ModelledPeople.Of(warehouse, year);
        var pence = warehouse.Longs("select cost from person_year where year = $1 order by person_key", year)[0];
        foreach (var (name, position, covariates) in Covariates)
        {
            var enough = everyone.Enough(covariates);
            if (enough.Count == 0 || !everyone.IsEnough(enough.Count)) { continue; }
            var people = everyone.By(enough);
            var (design, sums, squares) = (people.Design(enough), new double[people.People.Length], new double[people.People.Length]);
            for (var person = 0; person < pence.Length; person++)
            {
                sums[people.Patterns[person]] += pence[person];
                squares[people.Patterns[person]] += (double)pence[person] * pence[person];
            }
            var fit = Glm.Fit(design, new Outcome(people.People, sums, squares), Family.Normal, warehouse.Threads);
            var (all, free) = (squares.Sum() - (sums.Sum() * (sums.Sum() / pence.Length)), fit.Columns.Count - fit.LeftOut.Count);
            var explained = all <= 0 ? double.NaN : Math.Clamp(1 - (fit.Loss / all), 0, 1);
            yield return [year, name, position, (long)pence.Length, (long)free, explained, Grouping.Adjusted(explained, pence.Length, free)];
        }
    }

    private static readonly (string Name, long Position, IReadOnlyList<Covariate> Covariates)[] Covariates =
    [
        ("sex", 4, Covariate.Sexes),
        ("each condition", 5, Covariate.EachCondition),
        ("age, sex, deprivation and each condition", 6, [.. Covariate.Ages, .. Covariate.Sexes, .. Covariate.Deprivation, .. Covariate.EachCondition]),
    ];

    private sealed record Cell(string Year, string Age, string Conditions, long People, long Pence, double Squares);
}
