using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>How many organisations and teams the people of each cohort of a scheme meet, what follows a discharge, and how often one assesses them after another.</summary>
internal static class CoordinationPage
{
    /// <summary>Measures in the order of columns, with their heads.</summary>
    private static readonly (string Metric, string Head)[] Heads =
    [
        ("providers", "Providers a year"), ("teams", "Teams a year"), ("settings_after_discharge", "Settings after a discharge"), ("readmitted", "Readmitted, % of discharges"), ("assessed_again", "Assessed again, per 1,000"), ("seen_again", "Seen again, per 1,000"),
    ];

    /// <summary>Of each measure so many cohorts are named.</summary>
    private const int Named = 3;

    /// <summary>None where nothing of any cohort can be seen.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts, string scheme)
    {
        if (results.Find(CoordinationResults.Name) is not { } table || results.Find(MetricResults.Everybody) is not { } everybody) { yield break; }
        var rows = table.Where(("scheme", scheme), ("year", facts.Year)).ToList();
        var told = Heads.Where(head => rows.Exists(row => table.Text(row, "metric") == head.Metric && table[row, "rate"].Number is not null)).ToList();
        if (told.Count == 0) { yield break; }
        var all = everybody.Where(("year", facts.Year)).ToDictionary(row => everybody.Text(row, "metric"), row => everybody[row, "rate"]);
        var title = results["cohorts"].Where(("scheme", scheme)).Select(row => results["cohorts"].Text(row, "scheme_title")).First();
        yield return new Page($"Co-ordination of care: {title}", Headline(table, rows, all),
        [
            new Paragraph($"Of the people of each cohort: different organisations and teams that cared for one of them in the year, settings that gave care in the 30 days after a discharge, the part of discharges followed by an emergency readmission within 30 days, and how often, for a thousand people and a year, an organisation first assessed or saw somebody up to 90 days after another had. Intervals, and the cohorts of every other scheme, stand in tables/{CoordinationResults.Name}.csv; what each counts, under measures of joined-up care."),
            List(table, rows, (told, all), facts),
            .. Above(table, rows, told, all) is { Count: > 0 } above ? [new Heading("Above everybody's by more than chance"), new Bullets(above)] : Array.Empty<Block>(),
            .. Missing(table, rows, facts) is { Count: > 0 } missing ? [new Heading("Missing, with the input that is lacking"), new Bullets(missing)] : Array.Empty<Block>(),
            new Caveat("Whoever needs more meets more of those who can give it: a high number is a reason to ask how they speak to each other, and no fault. Organisations and teams are codes as they were sent. An assessment soon after another's is a stand-in for one that was asked twice, for what was asked is not told; of the first 90 days of which an organisation tells none is counted. No counterfactual."),
        ]);
    }

    private static string Headline(ResultTable table, List<int> rows, Dictionary<string, Cell> all)
    {
        var most = rows.Where(row => table.Text(row, "metric") == "providers" && table[row, "rate_lower"].Number is not null).OrderByDescending(row => table[row, "rate"].Number).Cast<int?>().FirstOrDefault();
        return most is { } row && all.GetValueOrDefault("providers")?.Number is { } usual && table[row, "rate_lower"].Number > usual
            ? $"{table.Text(row, "title")}: {Number(table[row, "rate"])} providers a year, where everybody meets {ControlPanels.Number(usual)}"
            : "How care is co-ordinated, cohort by cohort";
    }

    private static DataTable List(ResultTable table, List<int> rows, (List<(string Metric, string Head)> Told, Dictionary<string, Cell> All) of, RunFacts facts) => new(
        $"Co-ordination of care by cohort, {facts.Place}, {facts.Year}", ["Cohort", "People", .. of.Told.Select(head => head.Head)],
        [
            ["Everybody", "", .. of.Told.Select(head => of.All.TryGetValue(head.Metric, out var rate) ? Number(rate) : "")],
            .. rows.GroupBy(row => table.Text(row, "cohort")).Select(cohort => (IReadOnlyList<string>)
            [
                table.Text(cohort.First(), "title"), Format.Count(table[cohort.First(), "people"]),
                .. of.Told.Select(head => cohort.Where(row => table.Text(row, "metric") == head.Metric).Select(row => Number(table[row, "rate"])).FirstOrDefault("")),
            ]),
        ])
    { Sentences = [0] };

    private static List<string> Above(ResultTable table, List<int> rows, List<(string Metric, string Head)> told, Dictionary<string, Cell> all) =>
    [
        .. from head in told
           let usual = all.GetValueOrDefault(head.Metric)?.Number
           let above = rows.Where(row => table.Text(row, "metric") == head.Metric && table[row, "rate_lower"].Number > usual).OrderByDescending(row => table[row, "rate"].Number).ToList()
           where above.Count > 0
           select $"{head.Head}, where everybody has {ControlPanels.Number(usual!.Value)}: {string.Join("; ", above.Take(Named).Select(row => $"{Format.Inside(table.Text(row, "title"))} {Number(table[row, "rate"])} ({Format.Between(table[row, "rate_lower"], table[row, "rate_upper"], Number)})"))}{(above.Count > Named ? $"; and {above.Count - Named} more" : "")}.",
    ];

    private static List<string> Missing(ResultTable table, List<int> rows, RunFacts facts) =>
        [.. rows.Where(row => table.Text(row, "status") == MetricResults.Missing).GroupBy(row => table.Text(row, "missing")).Select(lack => $"{string.Join("; ", lack.Select(row => table.Text(row, "metric_title")).Distinct())}: {MetricsPage.Lacks(lack.Key, facts)}.")];

    private static string Number(Cell cell) => cell.Number is { } number ? ControlPanels.Number(number) : cell.Csv;
}
