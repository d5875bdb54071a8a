using Stratify.Reports.Charts;
using Stratify.Results;
using static Stratify.Reports.Pages.RiskWords;

namespace Stratify.Reports.Pages;

/// <summary>How well a risk of the next year foretells, three pages an outcome: what came beside what was expected, what lists would have held, and groups.</summary>
public static class RiskPage
{
    /// <param name="title">Of an outcome by its name, such as an emergency admission.</param>
    /// <param name="models">A row an outcome.</param>
    /// <param name="more">What came by tenths, lists, groups and what the risk looks at.</param>
    public static IReadOnlyList<Page> Make(Func<string, string> title, ResultTable models, (ResultTable Calibration, ResultTable Lists, ResultTable Equity, ResultTable Weights) more, RunFacts facts) =>
        [.. Enumerable.Range(0, models.Rows.Count).SelectMany(row => new[] { Tested((models, row), title(models.Text(row, "outcome")), more.Calibration, facts), Listed(title(models.Text(row, "outcome")), models.Text(row, "outcome"), more.Lists), Groups((models, row), title(models.Text(row, "outcome")), more, facts) })];

    private static Page Tested((ResultTable Models, int Row) of, string title, ResultTable calibration, RunFacts facts)
    {
        var outcome = of.Models.Text(of.Row, "outcome");
        var (tenths, id) = (calibration.Where(("outcome", outcome)).ToList(), $"risk-{outcome.Replace('_', '-')}");
        var headline = $"The risk of {title} is {of.Models.Text(of.Row, "verdict")}, and tells {Both(of.Models, of.Row, "area")} of pairs apart";
        return new Page($"Risk of {title}", headline,
        [
            new Bullets(OfTest(of.Models, of.Row)),
            new Figure(id, ExpectedAndCame.Draw([.. tenths.Select(row => Row(calibration, row))], headline), $"To what part of people it was expected to come, and to what part it came, by tenths of risk, {facts.Place}, {of.Models.Text(of.Row, "tested_on")}", facts.Source,
                calibration.Part(id, headline, tenths, "outcome", "tenths", "people", "expected_share", "observed_share", "observed_over_expected", "observed_over_expected_lower", "observed_over_expected_upper")),
            new DataTable("By tenths of risk", ["Tenths", "People", "Expected", "Came", "Expected, of people", "Came, of people", "Came over expected", "95% interval"], [.. tenths.Select(row => (IReadOnlyList<string>)
            [
                calibration.Text(row, "tenths"), Format.Count(calibration[row, "people"]), Format.Count(calibration[row, "expected"]), Format.Count(calibration[row, "observed"]), Share(calibration, row, "expected_share"), Share(calibration, row, "observed_share"),
                Figure(calibration, row, "observed_over_expected"), Interval(calibration, row, "observed_over_expected", Two),
            ])]),
            new Caveat("Whoever died or left in the first of two years, or was on no list in it, is not among these people; whoever dies in the second is. It was tested here alone, on these years: where codes, services or lists change, it must be tested again. Tenths to which it came to few are told together."),
        ]);
    }

    private static Page Listed(string title, string outcome, ResultTable lists)
    {
        var rows = lists.Where(("outcome", outcome)).ToList();
        var (first, five) = (rows[0], rows.Find(row => lists.Text(row, "listed") == "5%"));
        var headline = lists[first, "of_admissions"].Number is not null ? $"The {lists.Text(first, "listed")} at the highest risk of {title} had {Both(lists, first, "of_admissions")} of the next year's emergency admissions"
            : lists[five, "of_admissions"].Number is not null ? $"The 5% at the highest risk of {title} had {Both(lists, five, "of_admissions")} of the next year's emergency admissions" : $"Too few people to say what a list by the risk of {title} would have held";
        return new Page($"Lists by the risk of {title}", headline,
        [
            new Bullets(OfLists(lists, outcome)),
            new DataTable("What lists of people at the highest risk would have held, with 95% intervals", ["Listed", "People", "It came to", "Found, of all", "Of all admissions", "To vanish for a tenth less"], [.. rows.Select(row => (IReadOnlyList<string>)
            [
                lists.Text(row, "listed"), Format.Count(lists[row, "people"]), .. new[] { "came_to", "found", "of_admissions", "cut_for_tenth" }.Select(column => Both(lists, row, column)),
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
            new Caveat($"Listed are the 5% at the highest risk. Where care is found less often than it is needed, what came is too few as well, and a risk learns it: that a group fits does not say that it has what it needs. Ethnic group and practice are not looked at. Odds are held back and are no effects; tables/risk_weights.csv has all. {facts.Source}"),
        ]);
    }

    private static ExpectedRow Row(ResultTable tenths, int row)
    {
        var (name, expected) = (tenths.Text(row, "tenths"), tenths[row, "expected_share"].Number ?? 0);
        double Times(string column) => expected * (tenths[row, column].Number ?? 0);
        return new ExpectedRow($"{(name.Contains(' ', StringComparison.Ordinal) ? "Tenths" : "Tenth")} {name}", expected, tenths[row, "observed_share"].Number ?? 0, Times("observed_over_expected_lower"), Times("observed_over_expected_upper"));
    }
}
