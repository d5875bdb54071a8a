using System.Text.Json;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Studies;

/// <summary>Something that went into a run, and whether it is new, has gone or is another.</summary>
/// <param name="Kind">Extract or definition.</param>
/// <param name="Change"><c>new</c>, <c>gone</c> or <c>changed</c>.</param>
public sealed record ChangedInput(string Kind, string Name, string Change);

/// <summary>A published figure that is not the same in two runs.</summary>
/// <param name="Of">What it is of: a dataset and an outcome, a setting, a scheme and a cohort.</param>
/// <param name="Before">Null where the earlier run has no such row.</param>
public sealed record ChangedFigure(string Table, string Of, string Figure, Cell? Before, Cell? After);

/// <summary>What differs between two published runs, from what both published: what went in, what became of rows and pounds, settings, cohorts and their ranks.</summary>
/// <param name="Why">In a sentence, what the differences can come from.</param>
public sealed record Comparison(string Before, string After, string Why, IReadOnlyList<ChangedInput> Inputs, IReadOnlyList<ChangedFigure> Figures)
{
    private static readonly (string Table, string[] Names, string[] Figures)[] _tables =
    [
        ("population", ["year"], ["people", "person_years", "cost", "mean_cost"]),
        ("cost_by_setting", ["year", "setting"], ["users", "contacts", "cost"]),
        ("unattributed", ["year", "setting", "reason"], ["events", "cost"]),
        ("cohorts", ["year", "scheme", "cohort"], ["people", "mean_cost", "rank"]),
    ];

    /// <param name="before">A run's own folder.</param>
    /// <exception cref="DefinitionException">One of them is no published run, or is damaged.</exception>
    public static Comparison Of(string before, string after)
    {
        var (one, other) = (Went(before), Went(after));
        List<ChangedInput> inputs = [.. Changes("extract", one.Inputs, other.Inputs), .. Changes("definition", one.Definitions, other.Definitions)];
        List<ChangedFigure> figures = [.. Ledger(before, after), .. _tables.SelectMany(table => FiguresOf(before, after, table))];
        return new Comparison(one.Id, other.Id, Reason(inputs, figures), inputs, figures);
    }

    private static string Reason(List<ChangedInput> inputs, List<ChangedFigure> figures)
    {
        if (inputs.Count == 0) { return figures.Count == 0 ? "Nothing that went in differs, and no published figure does." : "Nothing that went in differs, so the engine's own build must: see the version that each manifest names."; }
        // The job's text changes with every word of it; what it names says more.
        var named = inputs.Where(input => input.Name != "job").ToList();
        if (named.Count == 0) { return "Only the job itself differs: its settings, or what it is called."; }
        if (named.All(input => input.Name.StartsWith("scheme ", StringComparison.Ordinal))) { return "Only schemes differ: the people, their events and their cost are the same."; }
        return named.All(input => input.Kind == "extract") ? "Only extracts differ: every rule, price and scheme is the same." : named.Exists(input => input.Kind == "extract") ? "Extracts and definitions differ." : "Only definitions differ: every extract is the same.";
    }

    private static IEnumerable<ChangedInput> Changes(string kind, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. before.Where(item => !after.ContainsKey(item.Key)).Select(item => new ChangedInput(kind, item.Key, "gone")),
        .. after.Where(item => !before.ContainsKey(item.Key)).Select(item => new ChangedInput(kind, item.Key, "new")),
        .. after.Where(item => before.TryGetValue(item.Key, out var hash) && hash != item.Value).Select(item => new ChangedInput(kind, item.Key, "changed")),
    ];

    /// <summary>Names of files change from night to night, so a dataset's files are taken together.</summary>
    private static IEnumerable<ChangedFigure> Ledger(string before, string after)
    {
        var (one, other) = (Totals(before), Totals(after));
        return one.Keys.Union(other.Keys).Order(StringComparer.Ordinal).SelectMany(key =>
        {
            var (was, now) = (one.GetValueOrDefault(key), other.GetValueOrDefault(key));
            return new[] { new ChangedFigure("ledger", key, "rows", Shown(was.Rows), Shown(now.Rows)), new ChangedFigure("ledger", key, "pounds", Shown(was.Pounds), Shown(now.Pounds)) }.Where(Differs);
        });
    }

    private static Dictionary<string, (decimal Rows, decimal Pounds)> Totals(string run) => PublishedTable.Ledger(run)
        .GroupBy(row => $"{row.Text("dataset")} {row.Text("outcome")}{(row.Text("reason").Length > 0 ? $" ({row.Text("reason")})" : "")}")
        .ToDictionary(group => group.Key, group => (group.Sum(row => Number(row.Figure("rows"))), group.Sum(row => Number(row.Figure("pounds")))));

    private static IEnumerable<ChangedFigure> FiguresOf(string before, string after, (string Table, string[] Names, string[] Figures) table)
    {
        var (one, other) = (Rows(before, table), Rows(after, table));
        foreach (var key in other.Keys.Concat(one.Keys.Except(other.Keys)))
        {
            foreach (var figure in table.Figures)
            {
                var change = new ChangedFigure(table.Table, key, figure, one.GetValueOrDefault(key)?.Figure(figure), other.GetValueOrDefault(key)?.Figure(figure));
                if (Differs(change)) { yield return change; }
            }
        }
    }

    private static Dictionary<string, PublishedRow> Rows(string run, (string Table, string[] Names, string[] Figures) table) =>
        PublishedTable.Read(run, table.Table, [.. table.Names, .. table.Figures]).ToDictionary(row => string.Join(", ", table.Names.Select(row.Text)));

    private static bool Differs(ChangedFigure change) => change.Before?.Csv != change.After?.Csv;

    private static decimal Number(Cell cell) => cell is ValueCell value ? value.Value : 0;

    private static Cell Shown(decimal number) => number == 0 ? ZeroCell.Instance : new ValueCell(number);

    private static (string Id, Dictionary<string, string> Inputs, Dictionary<string, string> Definitions) Went(string run)
    {
        var path = Path.Combine(run, Manifest.FileName);
        if (!File.Exists(path)) { throw RunFolder.NoRun(run); }
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return (manifest.RootElement.GetProperty("run_id").GetString()!, Pairs(manifest.RootElement.GetProperty("inputs")), Pairs(manifest.RootElement.GetProperty("definitions")));
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DefinitionException(ProblemKinds.VerifyFailed.At(new Place(path), "The manifest is not the one that was published: it cannot be read.", "'stratify verify' says what else has changed."));
        }
    }

    private static Dictionary<string, string> Pairs(JsonElement pairs) => pairs.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
}
