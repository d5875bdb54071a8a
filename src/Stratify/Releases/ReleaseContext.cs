using System.Globalization;
using System.Text;
using Stratify.Results;
using Stratify.Results.Attack;

namespace Stratify.Releases;

/// <summary>What is to be known of one released table, for whoever checks it and whoever reads it: a table without it is the commonest reason to send a release back.</summary>
/// <param name="Was">The same table as it was last released; null where it was not.</param>
/// <param name="Last">The release before this one; null for the first.</param>
internal sealed record ReleaseContext(ReleasedRun Run, ResultSet Results, ResultTable Table, ResultTable? Was, Released? Last)
{
    internal string Write()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"# {Table.Title} (`{Table.Name}`)\n\n"));
        Line(text, "Population", $"People registered in {Run.Job} in {string.Join(", ", Run.Years)}, or what the columns below narrow that down to.");
        Line(text, "Definitions", Definitions());
        Line(text, "Control", $"{Results.Rule.Name}: {Results.Rule.Says} {Table.HiddenCells} of {Table.Rows.Count * Table.Figures.Count()} figures are hidden.");
        Line(text, "Told by other tables too", Links());
        Line(text, "Since the last release", Changes());
        text.Append("| column | unit | meaning |\n|---|---|---|\n");
        foreach (var column in Table.Columns) { text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Unit.ToString().ToLowerInvariant()} | {column.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n"); }
        return text.ToString();
    }

    private static void Line(StringBuilder text, string what, string says) => text.Append(CultureInfo.InvariantCulture, $"**{what}.** {says}\n\n");

    private string Definitions()
    {
        var schemes = Table.Has("scheme") ? Enumerable.Range(0, Table.Rows.Count).Select(row => Table.Text(row, "scheme")).Distinct().Where(scheme => Run.SchemeHash(scheme).Length > 0).Select(scheme => $"scheme {scheme} ({Run.SchemeHash(scheme)[..8]})").ToList() : [];
        return $"Run {Run.Id}{(schemes.Count > 0 ? $"; {string.Join(", ", schemes)}" : "")}. Hashes name the texts of definitions, which the run's manifest lists.";
    }

    /// <summary>Tables that tell of the same things of the same groups: what one hides another may not show.</summary>
    private string Links()
    {
        var own = Quantities.All.Where(quantity => quantity.Table == Table.Name).Select(Kind).ToHashSet();
        var others = Quantities.All.Where(quantity => quantity.Table != Table.Name && Results.Find(quantity.Table) is not null && own.Contains(Kind(quantity))).Select(quantity => $"`{quantity.Table}`").Distinct().ToList();
        return others.Count == 0 ? "None that has the same groups." : $"{string.Join(", ", others)}; all were attacked together.";
    }

    private static string Kind(Quantity quantity) => $"{quantity.Of} by {string.Join(", ", quantity.Labels.Select(label => label.Label).Order(StringComparer.Ordinal))}";

    private string Changes()
    {
        if (Last is null) { return "This is the first."; }
        if (Was is null) { return $"Release {Last.Number} did not have it."; }
        var before = Figures(Was).ToDictionary(figure => figure.Of, figure => figure.Value, StringComparer.Ordinal);
        var now = Figures(Table).ToList();
        var changed = now.Count(figure => before.TryGetValue(figure.Of, out var value) && value != figure.Value);
        var added = now.Count(figure => !before.ContainsKey(figure.Of));
        var gone = before.Count - (now.Count - added);
        var definitions = Run.Definitions.Count(item => Last.Run.Definitions.GetValueOrDefault(item.Key) != item.Value);
        return string.Create(CultureInfo.InvariantCulture, $"Of {now.Count} figures {changed} {(changed == 1 ? "is" : "are")} not as in release {Last.Number} of {Last.Day:yyyy-MM-dd}, {added} {(added == 1 ? "is" : "are")} new, and {gone} {(gone == 1 ? "has" : "have")} gone; {definitions} of {Run.Definitions.Count} extracts and definitions are not the same.");
    }

    private static IEnumerable<(string Of, string Value)> Figures(ResultTable table)
    {
        var names = table.Labels.Select(label => label.Name).ToList();
        return Enumerable.Range(0, table.Rows.Count)
            .Select(row => (Row: row, Of: string.Join('\u001F', names.Select(name => table.Text(row, name)))))
            .DistinctBy(row => row.Of)
            .SelectMany(row => table.Figures.Select(column => ($"{row.Of}\u001F{column.Name}", table[row.Row, column.Name].Csv)));
    }
}
