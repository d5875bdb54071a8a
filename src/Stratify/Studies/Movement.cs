using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Statistics;

namespace Stratify.Studies;

/// <summary>How two schemes place the same people: who is where in both, what they cost, and how far the two agree.</summary>
/// <param name="Table">A row for each year and pair of cohorts that share people.</param>
/// <param name="Agreement">A row for each year.</param>
public sealed record Movement(ResultTable Table, ResultTable Agreement)
{
    /// <exception cref="DefinitionException">One of them is no partition.</exception>
    public static Movement Between(Study study, Scheme before, Scheme after)
    {
        foreach (var scheme in new[] { before, after }.Where(scheme => scheme.IsSets))
        {
            throw new DefinitionException(ProblemKinds.SchemeWrong.At(scheme.Cohorts[0].Place with { Line = 0, Column = 0 }, $"The cohorts of '{scheme.Name}' overlap, so nobody moves from one to another.", "Compare two partitions, or explain each with 'stratify cohort explain'."));
        }
        study.Place("placed_before", before);
        study.Place("placed_after", after);
        study.Warehouse.Execute($"""
            create or replace table moved as
            select year, one.cohort as cohort_before, other.cohort as cohort_after, {Place(before, "one")} as place_before, {Place(after, "other")} as place_after, count(*) as people, cast(sum(cost) as bigint) as pence,
                   coalesce(max(abs(cost), 2)[1], 0) as pence_largest, coalesce(max(abs(cost), 2)[2], 0) as pence_second,
                   cast(sum(cast(cost as decimal(19, 0)) * cost) as double) as squares
            from person_year
            join placed_before as one using (person_key, year)
            join placed_after as other using (person_key, year)
            group by all
            """);
        MemoryTable.Create(study.Warehouse, "agreement",
            [("year", "varchar"), ("people", "bigint"), ("moved", "bigint"), .. Money("moved_pence"), .. Money("stayed_pence"), ("adjusted_rand", "double"), ("explained_before", "double"), ("explained_after", "double")],
            [.. study.Years.Select(year => Agree(study.Warehouse, year, before.Cohorts.Select(cohort => cohort.Id).Intersect(after.Cohorts.Select(cohort => cohort.Id)).Any()))]);
        return new Movement(Crossed.Make(new ExactRows(study.Warehouse), Disclosure.Strictest, []), Agreed.Make(new ExactRows(study.Warehouse), Disclosure.Strictest, []));
    }

    private static ResultDefinition Crossed { get; } = new("movement", "Who is where in both schemes", """
        select *, sum(people) over (partition by year, cohort_before)::bigint as before_people, sum(people) over (partition by year, cohort_after)::bigint as after_people
        from moved
        order by year, place_before, place_after
        """,
        [
            ColumnRule.Label("year", "The year."),
            ColumnRule.Label("cohort_before", "Cohort in the first scheme."),
            ColumnRule.Label("cohort_after", "Cohort in the second scheme."),
            ColumnRule.Count("people", "People who are in both cohorts."),
            ColumnRule.Total("pounds", ("pence", "people"), "Their cost in the year."),
            ColumnRule.Share("share_of_before", ("people", "before_people"), "Their part of the first cohort."),
            ColumnRule.Share("share_of_after", ("people", "after_people"), "Their part of the second cohort."),
            new(new ResultColumn("jaccard", "People in both over people in either: 1 when the two cohorts are the same people.", Unit.Share), (door, grid, row) => Jaccard(door, grid, row)),
        ])
    {
        Money = ["pence"],
        Guards = [new PartsGuard("people", "year", "cohort_before"), new PartsGuard("people", "year", "cohort_after")],
    };

    private static ResultDefinition Agreed { get; } = new("agreement", "How far the two schemes agree", "select * from agreement order by year",
        [
            ColumnRule.Label("year", "The year."),
            ColumnRule.Count("people", "People."),
            new(new ResultColumn("moved", "People whose cohorts in the two schemes do not have the same id; not applicable where the schemes have no id in common.", Unit.Count), (door, grid, row) => Moved(grid, row, door.Count)),
            new ColumnRule(new ResultColumn("moved_pounds", "Their cost in the year.", Unit.Pounds), (door, grid, row) => Moved(grid, row, moved => door.Total(moved, grid.Get<long>(row, "moved_pence")))).Guarded("moved_pence", "stayed_pence"),
            ColumnRule.Of("adjusted_rand", "people", Unit.Share, "Adjusted Rand index: 1 when the two part people alike, 0 when no more than by chance."),
            ColumnRule.Of("explained_before", "people", Unit.Share, "Part of the variance of cost that the first scheme explains (Wood 2019: reduction in variance)."),
            ColumnRule.Of("explained_after", "people", Unit.Share, "The same of the second scheme."),
        ]);

    /// <summary>A column of pence, with those of the two largest beside it.</summary>
    private static (string Name, string Type)[] Money(string name) => [(name, "bigint"), ($"{name}_largest", "bigint"), ($"{name}_second", "bigint")];

    private static string Place(Scheme scheme, string of) => $"list_position([{string.Join(", ", scheme.Cohorts.Select(cohort => $"'{cohort.Id}'"))}], {of}.cohort)";

    /// <summary>Hidden, too, where those who stay are few: both together are everybody.</summary>
    private static Cell Moved(Grid grid, int row, Func<long, Cell> cell) => grid.Get<object>(row, "moved") is not long moved ? NotApplicableCell.Instance
        : Disclosure.Strictest.IsFew(grid.Get<long>(row, "people") - moved) ? HiddenCell.Instance : cell(moved);

    /// <summary>From published counts alone.</summary>
    private static Cell Jaccard(Disclosure door, Grid grid, int row) =>
        (door.Count(grid.Get<long>(row, "people")), door.Count(grid.Get<long>(row, "before_people")), door.Count(grid.Get<long>(row, "after_people"))) switch
        {
            (ValueCell both, ValueCell one, ValueCell other) => Disclosure.Ratio(both, new ValueCell(one.Value + other.Value - both.Value), door.ShareDecimals(grid.Get<long>(row, "before_people"))),
            _ => HiddenCell.Instance,
        };

    private static object?[] Agree(Warehouse warehouse, string year, bool shareIds)
    {
        var cells = warehouse.Query("select cohort_before, cohort_after, people, pence, pence_largest, pence_second, squares from moved where year = $1 order by all", year).Rows
            .Select(row => (Before: (string)row[0]!, After: (string)row[1]!, People: (long)row[2]!, Pence: (long)row[3]!, Largest: new[] { (long)row[4]!, (long)row[5]! }, Squares: (double)row[6]!)).ToList();
        var (rows, columns) = (Numbers(cells.Select(cell => cell.Before)), Numbers(cells.Select(cell => cell.After)));
        var moved = cells.Where(cell => cell.Before != cell.After).ToList();
        var squares = cells.Sum(cell => cell.Squares);
        return
        [
            year, cells.Sum(cell => cell.People), shareIds ? moved.Sum(cell => cell.People) : null,
            moved.Sum(cell => cell.Pence), .. Largest(moved.SelectMany(cell => cell.Largest)), cells.Except(moved).Sum(cell => cell.Pence), .. Largest(cells.Except(moved).SelectMany(cell => cell.Largest)),
            Partitions.AdjustedRand(cells.Select(cell => (rows[cell.Before], columns[cell.After], cell.People))),
            Grouping.Explained([.. cells.GroupBy(cell => cell.Before).Select(group => (group.Sum(cell => cell.People), group.Sum(cell => cell.Pence)))], squares),
            Grouping.Explained([.. cells.GroupBy(cell => cell.After).Select(group => (group.Sum(cell => cell.People), group.Sum(cell => cell.Pence)))], squares),
        ];
    }

    private static IEnumerable<object?> Largest(IEnumerable<long> pence) => pence.Concat([0, 0]).OrderDescending().Take(2).Cast<object?>();

    private static Dictionary<string, int> Numbers(IEnumerable<string> names) => names.Distinct().Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
}
