using Stratify.Planning;
using Stratify.Reports;
using Stratify.Reports.Pages;
using Stratify.Results;

namespace Stratify;

/// <summary>A plan as pages, pictures and tables.</summary>
public static class PlanReport
{
    /// <param name="run">The run's own folder.</param>
    /// <exception cref="Problems.OutputException">It cannot be written there.</exception>
    public static void Write(Plan plan, string run, string to)
    {
        var facts = RunFacts.Read(Path.Combine(run, RunFacts.FileName)) ?? throw RunFolder.NoRun(run);
        var evidence = Evidence.All.Select(found => (found.Of, found.Found, found.Source)).ToList();
        var pages = plan.Scenarios.Select(scenario => PlanPage.Make((scenario.Scenario.Title, scenario.Scenario.Source), scenario.Tables.Net, (scenario.Tables.Settings, scenario.Tables.Payers), (evidence, facts))).ToList();
        var report = new Report("What would have to be true", $"Scenarios for {facts.Place}, from {plan.Year}", $"Stratify, scenarios for {facts.Place}, {plan.Year}", facts.PeriodEnd, pages);
        try
        {
            Directory.CreateDirectory(to);
            ReportFiles.Write(report, to);
            ResultFiles.WriteTables(new ResultSet(Disclosure.Strictest.Rule, [Joined([.. plan.Scenarios.Select(scenario => scenario.Tables.Net)]), Joined([.. plan.Scenarios.Select(scenario => scenario.Tables.Settings)]), Joined([.. plan.Scenarios.Select(scenario => scenario.Tables.Payers)])]), Path.Combine(to, "tables"));
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(to);
        }
    }

    private static ResultTable Joined(IReadOnlyList<ResultTable> tables) => tables[0] with { Rows = [.. tables.SelectMany(table => table.Rows)] };
}
