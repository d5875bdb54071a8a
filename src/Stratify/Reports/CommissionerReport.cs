using Stratify.Reports.Pages;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>The report for those who decide: its pages, made from published results alone.</summary>
public static class CommissionerReport
{
    public static Report Make(ResultSet results, RunFacts facts) => new(
        "Who costs what, and where care could join up",
        $"Population cost stratification for {facts.Place}, {facts.Year}",
        $"Stratify, {facts.Place}, {facts.Year}",
        facts.PeriodEnd,
        [
            OverviewPage.Make(results, facts),
            MoneyPage.Make(results, facts),
            WhoPage.Make(results, facts),
            TogetherPage.Make(results, facts),
            .. Schemes(results["cohorts"], facts.Year).SelectMany(scheme => new[] { CohortPage.Make(results, facts, scheme), PriorityPage.Make(results, facts, scheme) }),
            .. UpClosePage.Make(results, facts),
            .. PeersPage.Make(results, facts),
            .. EquityPage.Make(results, facts),
            .. YearOnPage.Make(results, facts),
            .. ScopePage.Make(results, facts),
            MethodPage.Make(results, facts),
        ]);

    /// <summary>In the order of the job.</summary>
    private static IEnumerable<string> Schemes(ResultTable cohorts, string year) => cohorts.Where(("year", year)).Select(row => cohorts.Text(row, "scheme")).Distinct();
}
