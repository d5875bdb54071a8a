using System.CommandLine;
using Stratify.Planning;
using Stratify.Planning.Evaluations;
using Stratify.Reports.Pages;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>Whether a programme changed anything.</summary>
internal sealed class EvaluateVerb() : StudyVerb("evaluate", "Says whether a programme changed anything: its people beside people, or practices, as like them as can be found, with intervals, balance and checks, and the naive before-and-after with what of it would have come anyway. Without a comparison it says: no counterfactual.", (", with the year before the programme began and the time after", "By which others are dealt a first month where members began in different ones."),
    "evaluate programme.yml --run reports", "evaluate programme.yml --run reports --to evaluation --json")
{
    private readonly Argument<string> _programme = new("programme") { Description = "A programme's file. 'describe programmes' tells how to write one." };

    protected override void Define(Command command)
    {
        command.Add(_programme);
        AddOptions(command);
    }

    protected override void Answer(Study study, ParseResult parsed, string? to, Terminal terminal)
    {
        var evaluation = Evaluation.Make(study, parsed.GetValue(_programme)!, Seed(parsed));
        if (to is not null) { Write(study, evaluation, to); }
        var tables = evaluation.Tables;
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal, new { Folder = study.Run, To = to, evaluation.Name, Counterfactual = tables.Whole.Text(0, "counterfactual"), Reading = tables.Whole.Text(0, "reading"), evaluation.Notices, Tables = tables.All.ToDictionary(table => table.Name, TextTable.Json), Evidence = Evidence.All });
            return;
        }
        Say(terminal, evaluation);
    }

    private static void Write(Study study, Evaluation evaluation, string to)
    {
        var tables = evaluation.Tables;
        var evidence = Evidence.All.Select(found => (found.Of, found.Found, found.Source)).ToList();
        StudyReport.Write(study, to, EvaluationWords.IsCompared(tables.Whole) ? "Did it change anything?" : "Before and after: no counterfactual", facts => $"{evaluation.Title}{(EvaluationWords.IsCompared(tables.Whole) ? "" : ": no counterfactual")}, {facts.Place}",
            facts => EvaluationPage.Make(evaluation.Title, (tables.Whole, tables.Outcomes, tables.Months, tables.Plan), (tables.Balance, tables.Checks, tables.Donors), (evaluation.Notices, evidence, facts)), tables.All);
    }

    private static void Say(Terminal terminal, Evaluation evaluation)
    {
        var tables = evaluation.Tables;
        terminal.Out.WriteLine(EvaluationWords.Headline(evaluation.Title, tables.Whole, tables.Outcomes));
        foreach (var sentence in EvaluationWords.Of(tables.Whole, tables.Outcomes, tables.Checks).Concat(evaluation.Notices)) { terminal.Out.WriteLine($"  {sentence}"); }
        string[] columns = EvaluationWords.IsCompared(tables.Whole) ? ["members_before", "members_after", "naive", "came_anyway", "effect", "effect_lower", "effect_upper", "p"] : ["members_before", "members_after", "naive", "naive_lower", "naive_upper"];
        TextTable.Write(terminal.Out, ["outcome", "unit", .. columns.Select(column => column.Replace('_', ' '))], Rows(tables.Outcomes, ["outcome", "unit", .. columns]));
        if (tables.Balance.Rows.Count > 0) { TextTable.Write(terminal.Out, ["known before", "members", "controls", "difference"], Rows(tables.Balance, ["covariate", "members", "controls", "difference"])); }
        if (tables.Checks.Rows.Count > 0) { TextTable.Write(terminal.Out, ["check", "estimate", "from", "to", "p", "passes"], Rows(tables.Checks, ["check", "estimate", "estimate_lower", "estimate_upper", "p", "passes"])); }
        if (tables.Plan is { } plan) { TextTable.Write(terminal.Out, ["plan", "baseline", "planned", "actual", "variance", "effect", "from", "to"], Rows(plan, ["outcome", "baseline", "planned", "actual", "variance", "effect", "effect_lower", "effect_upper"])); }
    }

    private static IEnumerable<string[]> Rows(ResultTable table, string[] columns) => Enumerable.Range(0, table.Rows.Count).Select(row => (string[])[.. columns.Select(column => table[row, column].Csv)]);
}
