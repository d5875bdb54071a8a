using System.Globalization;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>An evaluation in sentences, for pages and for the terminal.</summary>
public static class EvaluationWords
{
    private const string None = "no counterfactual";

    public static bool IsCompared(ResultTable whole) => whole.Text(0, "reading") != None;

    /// <param name="outcomes">The cost of all care is its first row.</param>
    public static string Headline(string title, ResultTable whole, ResultTable outcomes) => (whole.Text(0, "reading"), outcomes[0, "effect_lower"].Number, outcomes[0, "effect_upper"].Number) switch
    {
        (None, _, _) => $"{title}: no counterfactual, so nothing tells what it changed",
        ("not alike", _, _) => $"{title}: those compared are not alike, so the estimate is not to be read",
        (_, null, _) or (_, _, null) => $"{title}: too few people to say what it changed",
        (_, > 0, _) => $"{title}: its people cost more than those they are compared with",
        (_, _, < 0) => $"{title}: its people cost less than those they are compared with",
        _ => $"{title}: no change of cost was found that chance could not make",
    };

    public static IReadOnlyList<string> Of(ResultTable whole, ResultTable outcomes, ResultTable checks) =>
    [
        Who(whole),
        .. outcomes[0, "naive"].IsHidden ? ["Of cost nothing may be said: too few people have it, or one has nearly all."] : Cost(whole, outcomes),
        .. IsCompared(whole) ? Rest(whole, outcomes, checks) : [],
    ];

    private static string Who(ResultTable whole) => whole.Text(0, "reading") == None
        ? $"No counterfactual: there is nobody, or nobody alike, to compare its {Format.Count(whole[0, "members_eligible"])} people with. What follows says how they were before and after, and nothing of what the programme did."
        : whole.Text(0, "counterfactual") == "matched people"
        ? $"{(whole[0, "members_eligible"].IsHidden ? $"All but a few of the members who were registered throughout the year before, {Format.Count(whole[0, "members_compared"])} people," : $"Of {Format.Count(whole[0, "members_eligible"])} members who were registered throughout the year before, {Format.Count(whole[0, "members_compared"])}")} are compared with {Format.Count(whole[0, "controls"])} people as like them as could be found among {Format.Count(whole[0, "controls_eligible"])}, over {Format.Count(whole[0, "months_before"])} months before and {Format.Count(whole[0, "months_after"])} after {whole.Text(0, "starts")}. Whoever left or died stays in: members were registered on {Format.Share(whole[0, "registered_after"])} of the days after, controls on {Format.Share(whole[0, "controls_registered_after"])}."
        : $"{Format.Count(whole[0, "members_eligible"])} people of its practices are compared with {Format.Count(whole[0, "controls"])} other practices, weighted so that they were as these over {Format.Count(whole[0, "months_before"])} months before {whole.Text(0, "starts")}, and followed for {Format.Count(whole[0, "months_after"])}.";

    private static IEnumerable<string> Cost(ResultTable whole, ResultTable outcomes)
    {
        yield return $"Before and after alone: {Format.Pounds(outcomes[0, "members_before"])} a person a year became {Format.Pounds(outcomes[0, "members_after"])}, {Change(outcomes, 0, "naive")}. {(IsCompared(whole) ? "That is no effect:" : "That is no effect. People who are chosen when they are high fall by themselves.")}{(IsCompared(whole) ? $" those they are compared with changed by {Change(outcomes, 0, "came_anyway")} in the same time without it, by regression to the mean and whatever changed for everybody." : "")}";
        if (IsCompared(whole)) { yield return $"What is left for the programme: {Change(outcomes, 0, "effect", whole[0, "level"].Number ?? 0.95)} a person a year{(outcomes[0, "effect_share"].Number is { } share ? $", {Format.ChangeShare(share)} of what would have come without it (interval {Ends(outcomes, "effect_share")})" : "")}; p = {outcomes[0, "p"].Csv}."; }
    }

    private static IEnumerable<string> Rest(ResultTable whole, ResultTable outcomes, ResultTable checks)
    {
        yield return whole.Text(0, "reading") == "not alike"
            ? whole[0, "largest_difference"].Number is { } off ? $"Not to be read: what was known before differs by up to {Number(off)} standard deviations between members and controls, and 0.1 is the most. More people to compare with, other strata or a narrower caliper may bring them together." : $"Not to be read: before, the weighted practices were off by {Format.Share(whole[0, "gap_before"])} of the level, and a tenth is the most."
            : whole[0, "largest_difference"].Number is { } worst ? $"They are alike in what was known before: the largest difference is {Number(worst)} standard deviations, and 0.1 is the most." : $"Before, the weighted practices were off by {Format.Share(whole[0, "gap_before"])} of the level.";
        if (whole[0, "effect_allowing"].Number is not null) { yield return $"Where what matching left them apart is allowed for, the effect is {Change(whole, 0, "effect_allowing")}: if that says something else, believe neither."; }
        foreach (var row in Enumerable.Range(0, checks.Rows.Count).Where(row => checks.Text(row, "passes") == "no")) { yield return $"A check fails ({checks.Text(row, "check")}; p = {checks[row, "p"].Csv}): the groups differ by something besides the programme, so read the estimate with doubt."; }
        var told = Enumerable.Range(1, outcomes.Rows.Count - 1).Where(row => outcomes[row, "p_adjusted"].Number is < 0.05).Select(row => outcomes.Text(row, "outcome")).ToList();
        yield return told.Count == 0 ? "Of the other outcomes none changed by more than chance, allowing for how many there are." : $"Of the other outcomes, allowing for how many there are, these changed by more than chance: {string.Join(", ", told)}.";
        if (whole[0, "level"].Number is { } level and < 0.95) { yield return $"So few practices give intervals of {Format.Percent(level)} at the most, not of 95%."; }
    }

    /// <summary>A change is never said without how sure it is.</summary>
    private static string Change(ResultTable table, int row, string name, double level = 0.95) => table[row, name].Number is not { } number ? table[row, name].Csv
        : $"{Signed(number)} ({Format.Percent(level)} interval {Signed(table[row, $"{name}_lower"].Number)} to {Signed(table[row, $"{name}_upper"].Number)})";

    private static string Signed(double? number) => number is { } pounds ? Format.Change(pounds) : "not known";

    private static string Ends(ResultTable table, string name) => table[0, $"{name}_lower"].Number is { } lower && table[0, $"{name}_upper"].Number is { } upper ? $"{Format.ChangeShare(lower)} to {Format.ChangeShare(upper)}" : "not known";

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
