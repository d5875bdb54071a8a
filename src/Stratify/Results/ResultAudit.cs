using Stratify.Problems;

namespace Stratify.Results;

/// <summary>The gate: looks at finished tables, knowing nothing of how they were made, and refuses what must not be seen.</summary>
public static class ResultAudit
{
    /// <exception cref="DisclosureException">A cell is unsafe; every one is listed, by table, row and column.</exception>
    public static void Check(ResultSet results)
    {
        var unsafeCells = results.Tables.SelectMany(UnsafeCells).ToList();
        if (unsafeCells.Count > 0) { throw new DisclosureException(unsafeCells); }
    }

    private static IEnumerable<Problem> UnsafeCells(ResultTable table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var hidden = table.Columns.Any(column => column is { Name: "people", Unit: Unit.Count } && table[row, column.Name].IsHidden);
            foreach (var column in table.Columns.Where(column => column.Unit is not (Unit.Text or Unit.Rows)))
            {
                var fault = Fault(column, table[row, column.Name], hidden);
                if (fault.Length > 0) { yield return ProblemKinds.UnsafeCell.At(null, $"Table {table.Name}, row {row + 1}, column {column.Name}: {fault}"); }
            }
        }
    }

    private static string Fault(ResultColumn column, Cell cell, bool peopleHidden) => cell switch
    {
        ValueCell { Value: > 0 and < Disclosure.Least } when column.Unit == Unit.Count => "a count of 1 to 7 can be seen.",
        ValueCell value when column.Unit == Unit.Count && value.Value % 5 != 0 => "a count is not rounded.",
        ValueCell when peopleHidden && column.Unit is Unit.Pounds or Unit.PoundsEach or Unit.Share or Unit.Number => "a figure of a hidden group can be seen.",
        _ => "",
    };
}
