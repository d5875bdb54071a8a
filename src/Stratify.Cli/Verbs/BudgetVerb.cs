using System.CommandLine;
using Stratify.Planning.Budgets;
using Stratify.Reports.Pages;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>A budget for some cohorts of a run.</summary>
internal sealed class BudgetVerb() : StudyVerb("budget", "Draws up a budget for cohorts of a run: what they cost and who pays for what, in and out of a pool, beside what is expected of their kind; how sure it is, with a cap and a corridor; and who gains as care moves.", ("", "Of the draws."),
    "budget budgets/frailty.yml --run reports", "budget budgets/frailty.yml --run reports --to budget --json")
{
    private readonly Argument<string> _budget = new("budget") { Description = "A budget's file. 'describe budgets' says how one is written." };
    private readonly Option<string?> _year = new("--year") { Description = "Whose people and prices it is of, such as 2024/25; the run's last year unless given." };

    protected override void Define(Command command)
    {
        command.Add(_budget);
        AddOptions(command, _year);
    }

    protected override void Answer(Study study, ParseResult parsed, string? to, Terminal terminal)
    {
        var drawn = Budgeting.Draw(study, BudgetFile.Read(parsed.GetValue(_budget)!, study.Fields), parsed.GetValue(_year), Seed(parsed));
        List<ResultTable> tables = [.. drawn.Results.Tables, .. drawn.Moves is { } moves ? [moves] : Array.Empty<ResultTable>()];
        if (to is not null) { Write(study, drawn, tables, to); }
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal, new { Folder = study.Run, drawn.Year, To = to, Tables = tables.ToDictionary(table => table.Name, TextTable.Json), HiddenByTheAttacker = drawn.Hidden });
            return;
        }
        Say(terminal, drawn);
    }

    private static void Write(Study study, Budgeting drawn, IReadOnlyList<ResultTable> tables, string to)
    {
        var (budget, pool) = (drawn.Budget, drawn.Budget.Pool ?? Pool.Everything);
        StudyReport.Write(study, to, budget.Title, facts => $"Budget for cohorts of {facts.Place}, {drawn.Year}",
            facts => BudgetPage.Make((budget.Title, pool.Title, pool.Source), (budget.Cap / 100.0, budget.Corridor), drawn.Results, drawn.Moves, facts, drawn.Year), tables);
    }

    private static void Say(Terminal terminal, Budgeting drawn)
    {
        var (sheets, lines) = (drawn.Results["budget"], drawn.Results["budget_lines"]);
        terminal.Out.WriteLine($"{drawn.Budget.Title}, {drawn.Year}");
        foreach (var sentence in BudgetWords.Of(drawn.Results, (drawn.Budget.Pool ?? Pool.Everything).Title).Append($"{BudgetWords.RiskHeadline(drawn.Results["budget_risk"])}.")) { terminal.Out.WriteLine($"  {sentence}"); }
        TextTable.Write(terminal.Out, sheets.Part(sheets.Name, sheets.Title, Enumerable.Range(0, sheets.Rows.Count), "cohort", "people", "person_years", "cost", "cost_lower", "cost_upper", "expected_cost", "over_5", "over_10"));
        TextTable.Write(terminal.Out, lines.Part(lines.Name, lines.Title, Enumerable.Range(0, lines.Rows.Count), "cohort", "setting", "payer", "pool", "people", "cost"));
        if (drawn.Moves is { } moves) { TextTable.Write(terminal.Out, moves); }
    }
}
