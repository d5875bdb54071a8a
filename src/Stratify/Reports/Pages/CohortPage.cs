using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>The cohorts of one scheme, ranked by mean cost, and what the costliest of them are made of.</summary>
internal static class CohortPage
{
    private const int Explained = 3;

    internal static Page Make(ResultSet results, RunFacts facts, string scheme)
    {
        var table = results["cohorts"];
        var rows = table.Where(("scheme", scheme), ("year", facts.Year)).ToList();
        var everyone = results["population"].Where(("year", facts.Year)).Select(row => results["population"][row, "mean_cost"].Number).FirstOrDefault();
        var cohorts = RankedCohort.Of(table, scheme, facts.Year);
        var (title, overlap) = (table.Text(rows[0], "scheme_title"), table.Text(rows[0], "kind") == "sets");
        var headline = Headlines.Cohorts(cohorts, table, everyone);
        return new Page($"{(overlap ? "Which overlapping cohorts" : "Which cohorts")}: {title}", headline,
        [
            new Figure($"cohorts-{scheme}", RankedCohorts.Draw(cohorts, everyone, headline),
                $"Mean cost a person with 95% interval: {title}{(overlap ? " (cohorts overlap)" : "")}{Cut(cohorts.Count)}, {facts.Place}, {facts.Year}", facts.Source,
                table.Part($"cohorts-{scheme}", headline, cohorts.Take(RankedCohorts.Most).Select(cohort => cohort.Row), "scheme", "cohort", "title", "year", "people", "mean_cost", "mean_lower", "mean_upper")),
            .. cohorts.Count == 0 ? Array.Empty<Block>() : [new Heading(cohorts.Count < rows.Count ? "What the costliest of those shown are made of" : "What the costliest are made of"), new Bullets([.. cohorts.Take(Explained).Select(cohort => Explain(table, cohort, everyone))])],
            List(table, cohorts, overlap),
            new Caveat(Care(table.Text(rows[0], "uses_activity") == "yes", overlap, rows.Count - cohorts.Count)),
        ]);
    }

    private static string Cut(int cohorts) => cohorts > RankedCohorts.Most ? $", the {RankedCohorts.Most} costliest of {cohorts} cohorts" : "";

    private static string Explain(ResultTable table, RankedCohort cohort, double? everyone)
    {
        Cell Cell(string column) => table[cohort.Row, column];
        var largest = Setting.All.MaxBy(setting => Cell($"mean_cost_{setting.Name}").Number ?? 0)!;
        var share = (Cell($"mean_cost_{largest.Name}").Number ?? 0) / Math.Max(1, cohort.Mean);
        return $"{cohort.Title}: {Format.Count(Cell("people"))} people at {Format.Pounds(cohort.Mean)} each"
            + (everyone is > 0 ? $", {Compared(cohort.Mean / everyone.Value)}" : "")
            + Expected(Cell("expected_mean"), Cell("excess_mean"), Cell("excess_lower"), Cell("excess_upper"))
            + $". {Format.Percent(share)} of it is {Format.Inside(largest.Title)}. They use {Format.Decimal(Cell("settings_used"))} settings on average"
            + (Cell("share_hospital_and_social_care").IsHidden ? "." : $", and {Format.Share(Cell("share_hospital_and_social_care"))} use both hospital and social care.");
    }

    /// <summary>Against people of the same age, sex and deprivation, and whether chance could be all of it.</summary>
    private static string Expected(Cell expected, Cell excess, Cell lower, Cell upper) => (expected.Number, excess.Number, lower.Number, upper.Number) switch
    {
        ({ } of, { } by, { } from, { } to) when from > 0 || to < 0 =>
            $", where {Format.Pounds(of)} is expected of people of their age, sex and deprivation: {Format.Pounds(Math.Abs(by))} {(by > 0 ? "more" : "less")} ({Format.Between(lower, upper, Format.Pounds)})",
        ({ } of, _, _, _) => $", where {Format.Pounds(of)} is expected of people of their age, sex and deprivation, which chance alone may explain",
        _ => "",
    };

    private static string Compared(double ratio) => ratio switch
    {
        >= 1.05 => $"{Format.Times(ratio)} the average",
        >= 0.95 => "about the average",
        _ => $"{Format.Percent(ratio)} of the average",
    };

    private static DataTable List(ResultTable table, IReadOnlyList<RankedCohort> cohorts, bool overlap) => new(
        $"{(overlap ? "Overlapping cohorts" : "Cohorts")} by mean cost a person{(cohorts.Count > RankedCohorts.Most ? $", the first {RankedCohorts.Most}; tables/cohorts.csv has all" : "")}",
        ["Cohort", "People", "Mean", "95% interval", "Total cost", "Share of cost", "Rank"],
        [.. cohorts.Take(RankedCohorts.Most).Select(cohort => Row(table, cohort))]);

    private static IReadOnlyList<string> Row(ResultTable table, RankedCohort cohort)
    {
        Cell Cell(string column) => table[cohort.Row, column];
        var (lower, upper) = (Cell("rank_lower"), Cell("rank_upper"));
        return
        [
            cohort.Title, Format.Count(Cell("people")), Format.Pounds(Cell("mean_cost")), Format.Between(Cell("mean_lower"), Cell("mean_upper"), Format.Pounds),
            Format.Pounds(Cell("total_cost")), Format.Share(Cell("share_of_cost")), lower == upper ? Format.Count(lower) : Format.Between(lower, upper, Format.Count),
        ];
    }

    private static string Care(bool usesActivity, bool overlap, int hidden) =>
        (overlap ? "A person may be in several of these cohorts or in none, so people, cost and shares do not add up over them." : "Everyone is in exactly one cohort: the first whose definition is true of them.") + " Intervals show what chance alone could do, without the uncertainty of prices and linkage; rank is the range of ranks in 90% of samples."
        + (usesActivity ? " This scheme places people by care that they had, so it describes cost and does not explain it." : "")
        + (hidden > 0 ? $" {hidden} {(hidden == 1 ? "cohort has" : "cohorts have")} too few people to be shown, or none." : "");
}
