using Stratify.Reports.Pages;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>The report for those who decide: its pages, made from published results alone.</summary>
public static class CommissionerReport
{
    /// <param name="audience">For whom, which decides the pages.</param>
    public static Report Make(ResultSet results, RunFacts facts, Audience audience = Audience.Everyone) => new(
        "Who costs what, and where care could join up",
        $"Population cost stratification for {facts.Place}, {facts.Year}",
        $"Stratify, {facts.Place}, {facts.Year}",
        facts.PeriodEnd,
        [.. Pages(results, facts).Where(part => (part.Readers & audience) != 0).SelectMany(part => part.Pages)])
    { Summary = Summary.Make(results, facts) };

    /// <summary>In the order in which they are read. Whoever decides is spared how links and models were made and all schemes but the job's first, and whoever runs it what follows from the figures.</summary>
    private static IEnumerable<(Audience Readers, IEnumerable<Page> Pages)> Pages(ResultSet results, RunFacts facts)
    {
        const Audience deciding = Audience.Commissioner | Audience.Researcher, checking = Audience.Analyst | Audience.Researcher;
        return
        [
            (Audience.Everyone, [OverviewPage.Make(results, facts), MoneyPage.Make(results, facts), WhoPage.Make(results, facts)]),
            (deciding, OthersPage.Make(results, facts)),
            (Audience.Researcher, AddsPage.Make(results, facts)),
            (deciding, [.. CombinationsPage.Make(results, facts), TogetherPage.Make(results, facts)]),
            (Audience.Everyone, MonthsPage.Make(results, facts)),
            (deciding, MetricsPage.Make(results, facts)),
            .. Schemes(results["cohorts"], facts.Year).Select((scheme, i) => (i == 0 ? deciding : Audience.Researcher, OfScheme(results, facts, scheme).Select(page => page with { IsPrinted = i == 0 }))),
            (deciding, Schemes(results["cohorts"], facts.Year).Take(1).SelectMany(scheme => CoordinationPage.Make(results, facts, scheme))),
            (deciding, UpClosePage.Make(results, facts)),
            (checking, PriceBookPage.Make(results, facts)),
            (deciding, [.. PeersPage.Make(results, facts), .. EquityPage.Make(results, facts), .. YearOnPage.Make(results, facts), .. ScopePage.Make(results, facts)]),
            (checking, [LinkagePage.Make(results, facts) with { IsPrinted = false }]),
            (Audience.Everyone, [MethodPage.Make(results, facts)]),
        ];
    }

    private static IEnumerable<Page> OfScheme(ResultSet results, RunFacts facts, string scheme) =>
        new[] { CohortPage.Make(results, facts, scheme), PriorityPage.Make(results, facts, scheme) }.Select(page => page with { Together = Title(results["cohorts"], scheme) });

    private static string Title(ResultTable cohorts, string scheme) => cohorts.Where(("scheme", scheme)).Select(row => cohorts.Text(row, "scheme_title")).First();

    /// <summary>In the order of the job.</summary>
    private static IEnumerable<string> Schemes(ResultTable cohorts, string year) => cohorts.Where(("year", year)).Select(row => cohorts.Text(row, "scheme")).Distinct();
}
