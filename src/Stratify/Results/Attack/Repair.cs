using System.Globalization;

namespace Stratify.Results.Attack;

/// <summary>
/// Hides more, where an attacker could narrow down what is hidden, or where one part alone of a whole is: the smallest of the numbers that stand in a sum with
/// it, until none can be. A run is unattended, so what can be mended is no reason to refuse it; and where all that stands beside a number is hidden already,
/// so that only everybody's own number and how many are hidden bound it, as in places of a few dozen people, it may rest, and may not leave by a release.
/// </summary>
public static class Repair
{
    /// <returns>The tables, and how many numbers more are hidden than their own guards hid. Where nothing is left to hide, the gate refuses.</returns>
    public static (ResultSet Results, int Hidden) Of(ResultSet results)
    {
        var hidden = 0;
        while (true)
        {
            var lone = results.Tables.SelectMany(table => ResultAudit.Lone(table).Select(part => (table.Name, Row: part.Seen[0]))).Distinct().ToLookup(part => part.Name, part => part.Row);
            if (lone.Count > 0)
            {
                results = results with { Tables = [.. results.Tables.Select(table => lone.Contains(table.Name) ? Hide(table, [.. lone[table.Name]], []) : table)] };
                hidden += lone.Sum(rows => rows.Count());
                continue;
            }
            var knowledge = Knowledge.Of(results);
            var more = Attacker.Narrows(knowledge).Select(narrowed => Next(narrowed.Number, knowledge)).OfType<Known>().DistinctBy(number => number.Name).ToList();
            if (more.Count == 0) { return (results, hidden); }
            results = Hide(results, [.. more.SelectMany(number => number.Places)]);
            hidden += more.Count;
        }
    }

    /// <summary>For a page on method, after the rule; empty where the tables' own guards hid enough.</summary>
    public static string Says(int hidden) => hidden == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {hidden} {(hidden == 1 ? "number more is" : "numbers more are")} hidden, as sums over several tables would have narrowed down one that is.");

    /// <summary>The smallest part that is seen in a sum with it, and by name where several are as small; a whole only where no part can be, and everybody's own numbers never.</summary>
    internal static Known? Next(Known narrowed, Knowledge knowledge)
    {
        var wholes = knowledge.Wholes.Where(whole => whole.Name == narrowed.Name || whole.Parts.Contains(narrowed.Name)).ToList();
        // What a whole is may be told by other sums than the one in which the number stands.
        return Smallest(wholes.SelectMany(whole => whole.Parts)) ?? Smallest(wholes.Select(whole => whole.Name))
            ?? Smallest(knowledge.Wholes.Where(other => wholes.Exists(whole => whole.Name == other.Name)).SelectMany(other => other.Parts));

        Known? Smallest(IEnumerable<string> names) => names.Select(name => knowledge.Numbers[name]).Where(number => number.IsSeen && number.Bounds.Upper > 0 && !number.Places.Any(place => place.Quantity.Table == "population")).OrderBy(number => number.Bounds.Upper).ThenBy(number => number.Name, StringComparer.Ordinal).FirstOrDefault();
    }

    private static ResultSet Hide(ResultSet results, IReadOnlyList<CellPlace> places) => results with
    {
        Tables = [.. results.Tables.Select(table => places.Where(place => place.Quantity.Table == table.Name).ToList() is { Count: > 0 } of ? Hide(table, of) : table)],
    };

    private static ResultTable Hide(ResultTable table, List<CellPlace> places) => Hide(table,
        places.Where(place => place.Quantity.IsOfRow).Select(place => place.Row).ToHashSet(), places.SelectMany(place => place.Quantity.With.Select(column => (place.Row, column))).ToHashSet());

    private static ResultTable Hide(ResultTable table, HashSet<int> rows, HashSet<(int Row, string Column)> cells) => table with
    {
        Rows = [.. table.Rows.Select((row, i) => (IReadOnlyList<Cell>)[.. row.Select((cell, j) =>
            cells.Contains((i, table.Columns[j].Name)) || (rows.Contains(i) && table.Columns[j].Unit is not (Unit.Text or Unit.Rows)) ? HiddenCell.Instance : cell)])],
    };
}
