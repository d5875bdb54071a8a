using Stratify.Ranking;

namespace Stratify.Cli.Verbs;

/// <summary>Measures of joined-up care: what each counts, what it needs and where it differs from its source.</summary>
internal static class DescribedMetrics
{
    internal static (object, IEnumerable<string>) All() => (
        new { Measures = Metrics.All },
        [
            "Measures of joined-up care, of everybody (tables/metrics.csv), by neighbourhood (metrics_by_neighbourhood.csv) and some by the month (metrics_by_month.csv):",
            .. Metrics.All.GroupBy(metric => metric.Panel).SelectMany(panel => panel.SelectMany(Lines).Prepend($"{panel.Key}:")),
            "A measure whose input was not sent, or does not tell, is 'missing' and says what it lacks; it is never 0.",
            "By the month each rate stands between limits of chance (centre, lower, upper: Laney's u' chart, p' of a share, which of months alike is the XmR chart of NHS England's Making Data Count), where twelve months are shown.",
            "sign says which of its rules a month is part of: above or below the limit; run above or below (seven in a row on one side of the mean); rising or falling (seven in a row); near the upper or lower limit (two of three in the outer third, all on one side); or no sign of change.",
            "A month that is hidden, not told or under a third of a usual one ends every row of months, and series says which. Where nothing changes one measure in twenty has some sign in twelve months by chance, one in seven in twenty-four, one in four in thirty-six.",
            "Those of co-ordination stand by cohort of each scheme too (cohort_coordination.csv), with the people of whom something is counted where that can be few; those of the job's first scheme have a page of the report.",
            "Rates are crude. Their 95% intervals count people who come again together: Byar's limits of lots, exact below ten; of shares Wilson's.",
        ]);

    private static IEnumerable<string> Lines(Metric metric) =>
    [
        $"  {metric.Name,-28} {metric.Title} ({metric.Unit}{(metric.IsMonthly ? ", by the month too" : "")}). {metric.Definition}{(metric.Differs.Length > 0 ? $" {metric.Differs}" : "")}",
        $"  {"",-28} Needs {(metric.Needs.Count == 0 ? "nothing beyond any care" : string.Join(", ", metric.Needs))}. Source: {metric.Source}.",
    ];
}
