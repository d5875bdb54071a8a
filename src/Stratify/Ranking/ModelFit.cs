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
        return [.. cells.GroupBy(cell => cell.Year).SelectMany(year => Models.Select((model, i) =>
        {
            var groups = year.GroupBy(model.Group).Select(group => (People: group.Sum(cell => cell.People), Sum: group.Sum(cell => cell.Pence))).ToList();
            var (people, explained) = (year.Sum(cell => cell.People), Grouping.Explained(groups, year.Sum(cell => cell.Squares)));
            return new object?[] { year.Key, model.Name, i + 1L, people, (long)groups.Count, explained, Grouping.Adjusted(explained, people, groups.Count) };
        }))];
    }

    private sealed record Cell(string Year, string Age, string Conditions, long People, long Pence, double Squares);
}
