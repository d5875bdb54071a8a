using Stratify.Problems;
using Stratify.Results.Attack;

namespace Stratify.Results;

/// <summary>The gate: looks at finished tables, knowing nothing of how they were made, and refuses what must not be seen.</summary>
public static class ResultAudit
{
    /// <exception cref="DisclosureException">A cell is unsafe; every one is listed, by table, row and column.</exception>
    public static void Check(ResultSet results) => Refuse(Faults(results).Concat(ToldByOthers(results)));

    /// <summary>Looks at each table by itself, as its own guards should have left it.</summary>
    /// <inheritdoc cref="Check"/>
    public static void CheckTables(ResultSet results) => Refuse(Faults(results));

    private static IEnumerable<Problem> Faults(ResultSet results) => results.Tables.SelectMany(table => UnsafeCells(table, results.Rule).Concat(LoneRows(table)));

    private static void Refuse(IEnumerable<Problem> faults)
    {
        var unsafeCells = faults.ToList();
        if (unsafeCells.Count > 0) { throw new DisclosureException(unsafeCells); }
    }

    private static IEnumerable<Problem> UnsafeCells(ResultTable table, DisclosureRule rule)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var hidden = People(table) is { } people && table[row, people.Name].IsHidden;
            foreach (var column in table.Columns.Where(column => column.Unit is not (Unit.Text or Unit.Rows)))
            {
                var fault = Fault((column, table[row, column.Name]), hidden, rule);
                if (fault.Length > 0) { yield return ProblemKinds.UnsafeCell.At(null, $"Table {table.Name}, row {row + 1}, column {column.Name}: {fault}"); }
            }
        }
    }

    private static string Fault((ResultColumn Column, Cell Cell) it, bool peopleHidden, DisclosureRule rule) => it.Cell switch
    {
        ValueCell or ZeroCell when peopleHidden => "a figure of a hidden group can be seen.",
        ValueCell value when it.Column.Unit == Unit.Count && value.Value < rule.Least => "a count that must be hidden can be seen.",
        ValueCell value when it.Column.Unit == Unit.Count && value.Value % rule.Base != 0 => "a count is not rounded.",
        TextCell => "a text stands where a number belongs.",
        _ => "",
    };

    /// <summary>One hidden part of a published whole is no secret: the others, taken away, leave it.</summary>
    private static IEnumerable<Problem> LoneRows(ResultTable table) => Lone(table).Select(lone =>
        ProblemKinds.UnsafeCell.At(null, $"Table {table.Name}, row {lone.Hidden + 1}, column {People(table)!.Name}: it is the only hidden part of {(lone.Whole.Length > 0 ? lone.Whole : "the table")}, so it can be had by subtraction."));

    /// <summary>Rows that are the only hidden part of a whole, with the parts of it that can be seen.</summary>
    internal static IEnumerable<(string Whole, int Hidden, IReadOnlyList<int> Seen)> Lone(ResultTable table)
    {
        if (People(table) is not { } people) { return []; }
        return
            from keys in table.Wholes
            from whole in Enumerable.Range(0, table.Rows.Count).Where(row => !IsSet(table, row)).GroupBy(row => string.Join(", ", keys.Select(key => table.Text(row, key))))
            let hidden = whole.Where(row => table[row, people.Name].IsHidden).ToList()
            let seen = whole.Where(row => table[row, people.Name] is ValueCell).ToList()
            where hidden.Count == 1 && seen.Count > 0
            select (whole.Key, hidden[0], (IReadOnlyList<int>)[.. seen.OrderBy(row => table[row, people.Name].Number)]);
    }

    /// <summary>What sums over all tables leave too few numbers for, though something beside it could be hidden; the cells are named, and the number is not.</summary>
    private static IEnumerable<Problem> ToldByOthers(ResultSet results)
    {
        var knowledge = Knowledge.Of(results);
        return
            from narrowed in Attacker.Narrows(knowledge)
            where Repair.Next(narrowed.Number, knowledge) is not null
            let place = narrowed.Number.Places[0]
            select ProblemKinds.UnsafeCell.At(null, $"Table {place.Quantity.Table}, row {place.Row + 1}, column {place.Quantity.Column}: it can be narrowed down by arithmetic over what else is published.");
    }

    /// <summary>Sets are parts of no whole.</summary>
    private static bool IsSet(ResultTable table, int row) => table.Columns.Any(column => column.Name == "kind") && table.Text(row, "kind") == "sets";

    private static ResultColumn? People(ResultTable table) => table.Columns.FirstOrDefault(column => column is { Name: "people" or "users" or "records", Unit: Unit.Count });
}
