using System.CommandLine;
using System.Globalization;
using Stratify.Planning;
using Stratify.Reports.Pages;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>What would have to be true of a change of service.</summary>
internal sealed class PlanVerb() : StudyVerb("plan", "Says what a change of service would have to achieve: its cost beside what it frees, by setting and by payer, with intervals, what it takes to break even, and what published programmes did. Nothing has an effect by itself.", ("", "Of the draws."),
    "plan scenarios/frailty-team.yml --run reports", "plan scenarios/frailty-team.yml scenarios/left-shift.yml --run reports --to plan --json")
{
    private readonly Argument<string[]> _scenarios = new("scenarios") { Description = "Files of scenarios, in the order in which they would come: who is in two is counted in the first. 'describe scenarios' prints one to start from.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _year = new("--year") { Description = "Whose people and prices to start from, such as 2024/25; the run's last year unless given." };

    protected override void Define(Command command)
    {
        command.Add(_scenarios);
        AddOptions(command, _year);
    }

    protected override void Answer(Study study, ParseResult parsed, string? to, Terminal terminal)
    {
        var plan = Plan.Make(study, parsed.GetValue(_scenarios)!, parsed.GetValue(_year), Seed(parsed));
        if (to is not null) { Write(study, plan, to); }
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal, new { Folder = study.Run, plan.Year, To = to, Scenarios = plan.Scenarios.Select(scenario => new { scenario.Scenario.Name, Whole = TextTable.Json(scenario.Tables.Net), Settings = TextTable.Json(scenario.Tables.Settings), Payers = TextTable.Json(scenario.Tables.Payers) }), Evidence = Evidence.All });
            return;
        }
        foreach (var (scenario, tables) in plan.Scenarios) { Say(terminal, scenario, tables); }
        terminal.Out.WriteLine("What programmes of joined-up care were found to do:");
        foreach (var evidence in Evidence.All) { terminal.Out.WriteLine($"  {evidence.Of}: {evidence.Found} ({evidence.Source})"); }
    }

    private static void Write(Study study, Plan plan, string to)
    {
        var evidence = Evidence.All.Select(found => (found.Of, found.Found, found.Source)).ToList();
        StudyReport.Write(study, to, "What would have to be true", facts => $"Scenarios for {facts.Place}, from {plan.Year}",
            facts => [.. plan.Scenarios.Select(scenario => PlanPage.Make((scenario.Scenario.Title, scenario.Scenario.Source), scenario.Tables.Net, (scenario.Tables.Settings, scenario.Tables.Payers), (evidence, facts)))],
            PlanTables.Joined([.. plan.Scenarios.Select(scenario => scenario.Tables)]));
    }

    private static void Say(Terminal terminal, Scenario scenario, PlanTables tables)
    {
        terminal.Out.WriteLine(scenario.Title);
        foreach (var sentence in PlanWords.Of(tables.Net)) { terminal.Out.WriteLine($"  {sentence}"); }
        if (tables.Net[0, "people"].Number is not > 0) { return; }
        TextTable.Write(terminal.Out, ["setting", "users", "cost", "change", "of cost a year", "95% from", "to"], Enumerable.Range(0, tables.Settings.Rows.Count).Select(row => (string[])
        [
            tables.Settings.Text(row, "setting"), tables.Settings[row, "users"].Csv, tables.Settings[row, "cost_before"].Csv, Percent(tables.Settings[row, "change_likely"]),
            tables.Settings[row, "cost_change"].Csv, tables.Settings[row, "cost_change_lower"].Csv, tables.Settings[row, "cost_change_upper"].Csv,
        ]));
        TextTable.Write(terminal.Out, ["payer", "care", "programme", "net a year"], Enumerable.Range(0, tables.Payers.Rows.Count).Select(row => (string[])[tables.Payers.Text(row, "payer"), tables.Payers[row, "care_change"].Csv, tables.Payers[row, "programme_cost"].Csv, tables.Payers[row, "net"].Csv]));
        terminal.Out.WriteLine();
    }

    private static string Percent(Cell cell) => cell.Number is { } number ? number.ToString("0.#%", CultureInfo.InvariantCulture) : cell.Csv;
}
