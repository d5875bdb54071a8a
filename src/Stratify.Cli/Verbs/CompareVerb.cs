using System.CommandLine;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>Two published runs, side by side.</summary>
internal sealed class CompareVerb() : Verb("compare", "Says what differs between two published runs, and what it can come from: what went in, what became of rows and pounds, settings, cohorts and their ranks.",
    "compare reports/2024-25-1a2b3c4d5e6f reports", "compare last-year/reports reports --json")
{
    private readonly Argument<string> _before = new("before") { Description = "A run's folder, or an output folder for its current run." };
    private readonly Argument<string> _after = new("after") { Description = "Another." };

    protected override void Define(Command command)
    {
        command.Add(_before);
        command.Add(_after);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var found = Comparison.Of(RunFolder.OfRun(parsed.GetValue(_before)!), RunFolder.OfRun(parsed.GetValue(_after)!));
        if (parsed.GetValue(Json))
        {
            return JsonOutput.Write(terminal, new { found.Before, found.After, found.Why, Inputs = found.Inputs.Select(input => new { input.Kind, input.Name, input.Change }), Figures = found.Figures.Select(figure => new { figure.Table, figure.Of, figure.Figure, Before = Value(figure.Before), After = Value(figure.After) }) });
        }
        terminal.Out.WriteLine($"{found.Before} and {found.After}: {found.Why}");
        if (found.Inputs.Count > 0) { TextTable.Write(terminal.Out, ["what went in", "", "is"], found.Inputs.Select(input => (string[])[input.Kind, input.Name, input.Change])); }
        foreach (var table in found.Figures.GroupBy(figure => figure.Table))
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(table.Key == "ledger" ? "Rows and pounds of extracts (ledger.csv):" : $"tables/{table.Key}.csv ([c] is a hidden number):");
            TextTable.Write(terminal.Out, ["of", "figure", "before", "after"], table.Select(figure => (string[])[figure.Of, figure.Figure.Replace('_', ' '), Text(figure.Before), Text(figure.After)]));
        }
        return 0;
    }

    private static string Text(Cell? cell) => cell?.Csv ?? "-";

    private static object? Value(Cell? cell) => cell is null ? null : TextTable.Value(cell);
}
