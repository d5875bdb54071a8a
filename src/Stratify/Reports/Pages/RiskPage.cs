using Stratify.Reports.Charts;
using Stratify.Results;
using static Stratify.Reports.Pages.RiskWords;

namespace Stratify.Reports.Pages;

/// <summary>How well a risk of the next year foretells, two pages an outcome: what came beside what was expected, and what lists would have held.</summary>
public static class RiskPage
{
    /// <param name="title">Of an outcome by its name, such as an emergency admission.</param>
    /// <param name="models">A row an outcome.</param>
    /// <param name="more">What came by tenths, lists, groups and what the risk looks at.</param>
    public static IReadOnlyList<Page> Make(Func<string, string> title, ResultTable models, (ResultTable Calibration, ResultTable Lists, ResultTable Equity, ResultTable Weights) more, RunFacts facts) =>
        [.. Enumerable.Range(0, models.Rows.Count).SelectMany(row => new[] { Tested((models, row), title(models.Text(row, "outcome")), more, facts), Groups((models, row), title(models.Text(row, "outcome")), more, facts) })];

    private static Page Tested((ResultTable Models, int Row) of, string title, (ResultTable Calibration, ResultTable Lists, ResultTable Equity, ResultTable Weights) more, RunFacts facts)
    {
        var outcome = of.Models.Text(of.Row, "outcome");
        var (tenths, lists) = (more.Calibration.Where(("outcome", outcome)).ToList(), more.Lists.Where(("outcome", outcome)).ToList());
        var headline = $"The risk of {title} is {of.Models.Text(of.Row, "verdict")}, and tells {Share(of.Models, of.Row, "area")} of pairs apart";
        return new Page($"Risk of {title}", headline,
        [
            new Bullets(Of((of.Models, more.Lists), of.Row)),
            new Figure($"risk-{outcome.Replace('_', '-')}", SideBars.Draw(Bars(more.Calibration, tenths), headline, 600, 210), $"To what part of people it was expected to come, and to what part it came, by tenths of risk, {facts.Place}, {of.Models.Text(of.Row, "tested_on")}", facts.Source,
                more.Calibration.Part($"risk-{outcome.Replace('_', '-')}", headline, tenths, "outcome", "tenths", "people", "expected_share", "observed_share", "observed_over_expected", "observed_over_expected_lower", "observed_over_expected_upper")),
            new DataTable("What lists of people at the highest risk would have held", ["Listed", "People", "Came to", "95% interval", "Found", "95% interval", "Of admissions", "95% interval", "To vanish for a tenth"], [.. lists.Select(row => (IReadOnlyList<string>)
            [
                more.Lists.Text(row, "listed"), Format.Count(more.Lists[row, "people"]), Share(more.Lists, row, "came_to"), Interval(more.Lists, row, "came_to", Percent), Share(more.Lists, row, "found"), Interval(more.Lists, row, "found", Percent),
                Share(more.Lists, row, "of_admissions"), Interval(more.Lists, row, "of_admissions", Percent), Share(more.Lists, row, "cut_for_tenth"),
            ])]),
            new Caveat(Limits),
        ]);
    }

    private static Page Groups((ResultTable Models, int Row) of, string title, (ResultTable Calibration, ResultTable Lists, ResultTable Equity, ResultTable Weights) more, RunFacts facts)
    {
        var outcome = of.Models.Text(of.Row, "outcome");
        var (groups, equity) = (more.Equity.Where(("outcome", outcome)).ToList(), more.Equity);
        var outside = groups.Count(row => equity[row, "observed_over_expected_lower"].Number is > 1 || equity[row, "observed_over_expected_upper"].Number is < 1);
        var weights = more.Weights.Where(("outcome", outcome)).Where(row => more.Weights[row, "odds"].Number is not null).OrderByDescending(row => Math.Abs(Math.Log(more.Weights[row, "odds"].Number!.Value))).Take(15).ToList();
        return new Page($"Risk of {title}, by group", outside == 0 ? $"The risk of {title} fits fifths of deprivation and ethnic groups as far as chance lets be told" : $"The risk of {title} expects too few or too many in {outside} of {groups.Count} groups, by more than chance",
        [
            new DataTable("Does it fit groups alike?", ["Group", "People", "Expected", "Observed", "Observed over expected", "95% interval", "Listed", "95% interval", "It came to", "95% interval"], [.. groups.Select(row => (IReadOnlyList<string>)
            [
                $"{(equity.Text(row, "by") == "deprivation" ? "Deprivation: " : "")}{equity.Text(row, "group")}", Format.Count(equity[row, "people"]), Format.Count(equity[row, "expected"]), Format.Count(equity[row, "observed"]), Figure(equity, row, "observed_over_expected"), Interval(equity, row, "observed_over_expected", Two),
                Share(equity, row, "listed_share"), Interval(equity, row, "listed_share", Percent), Share(equity, row, "observed_share"), Interval(equity, row, "observed_share", Percent),
            ])]),
            new DataTable("What the risk looks at most", ["So in the year before", "People", "Odds times", "95% interval"], [.. weights.Select(row => (IReadOnlyList<string>)
            [
                more.Weights.Text(row, "title"), Format.Count(more.Weights[row, "people"]), Figure(more.Weights, row, "odds"), Interval(more.Weights, row, "odds", Two),
            ])]),
            new Caveat($"Listed are the 5% at the highest risk. Where care is found less often than it is needed, what came is too few as well, and a risk learns it: that a group fits does not say that it has what it needs. Ethnic group and practice are not looked at. Odds are held back and are no effects; tables/risk_weights.csv has all. Source: {facts.Source}"),
        ]);
    }

    private static List<SideBar> Bars(ResultTable tenths, List<int> rows) => [.. rows.SelectMany(row => new[] { Bar(tenths, row, "expected", "expected_share"), Bar(tenths, row, "came", "observed_share") })];

    private static SideBar Bar(ResultTable tenths, int row, string what, string column) =>
        new($"{(tenths.Text(row, "tenths") is var name && name.Contains(' ', StringComparison.Ordinal) ? "Tenths" : "Tenth")} {name}: {what}", 0, tenths[row, column].Number ?? 0, Share(tenths, row, column));
}
