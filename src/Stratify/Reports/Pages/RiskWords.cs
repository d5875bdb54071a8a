using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>How well a risk foretells, in sentences, for pages and for the terminal.</summary>
public static class RiskWords
{
    /// <param name="models">How well each risk foretells.</param>
    /// <param name="row">Of it: the outcome.</param>
    public static IReadOnlyList<string> OfTest(ResultTable models, int row)
    {
        var isByHalves = models.Text(row, "fitted_on") == models.Text(row, "tested_on");
        return
        [
            $"Learnt from {models.Text(row, "fitted_on")} of {Format.Count(models[row, "fitted_people"])} people, and tested on {(isByHalves ? $"the other half of them, {Format.Count(models[row, "people"])} people in the same years; a later year would be a harder test" : $"{models.Text(row, "tested_on")} of {Format.Count(models[row, "people"])} people")}, to {Format.Count(models[row, "happened"])} of whom it came.",
            $"Of two people of whom it came to one, that one had the higher risk in {Share(models, row, "area")} of all pairs (95% interval: {Interval(models, row, "area", Percent)}).",
            $"It came to {Figure(models, row, "observed_over_expected")} times as many as it was expected to (95% interval: {Interval(models, row, "observed_over_expected", Two)}); the slope is {Figure(models, row, "slope")} ({Interval(models, row, "slope", Two)}), where 1 is as it should be. By the stated band, {Figure(models, row, "band_from")} to {Figure(models, row, "band_to")}, it is {models.Text(row, "verdict")}.",
        ];
    }

    /// <param name="lists">What lists would have held.</param>
    public static IReadOnlyList<string> OfLists(ResultTable lists, string outcome) => [.. lists.Where(("outcome", outcome)).Select(row => List(lists, row)).OfType<string>()];

    /// <summary>What a list of the highest half in a hundred, of one and of five would have held.</summary>
    private static string? List(ResultTable lists, int row)
    {
        if (lists.Text(row, "listed") is not ("0.5%" or "1%" or "5%")) { return null; }
        if (lists[row, "came_to"].Number is null) { return $"What the {lists.Text(row, "listed")} at the highest risk would have held cannot be shown: of few people."; }
        return $"The {lists.Text(row, "listed")} at the highest risk are {Format.Count(lists[row, "people"])} people. It came to {Share(lists, row, "came_to")} of them ({Interval(lists, row, "came_to", Percent)}); they had {Share(lists, row, "of_admissions")} of all emergency admissions of the year ({Interval(lists, row, "of_admissions", Percent)}), so that {Cut(lists, row)}.";
    }

    private static string Cut(ResultTable lists, int row) => lists[row, "cut_for_tenth"].Number is not null
        ? $"for everybody's to fall by a tenth, {Both(lists, row, "cut_for_tenth")} of theirs would have to vanish"
        : "everybody's could not fall by a tenth if all of theirs vanished";

    /// <summary>What no list can do, whatever it is made by.</summary>
    public const string Limits = "What such a list cannot do: it foretells what may come, not what would help, and nothing here shows that anything does. In England most emergency admissions are of people at no high risk, for these are many: for all to fall by a tenth the 0.5% at the highest risk would have to have 107.5% fewer, which cannot be, and for all to fall by one in a hundred, 10.8% fewer (Roland and Abel, BMJ 2012). Whoever is chosen at their worst is better the next year whatever is done (regression to the mean): inpatient costs of high users in New Jersey fell by 70% in two years without a programme, and a fall among listed people is no effect. No counterfactual. Where people at high risk were given case management, the integrated care pilots had 9% more emergency admissions, and Evercare no fewer.";

    internal static string Figure(ResultTable of, int row, string column) => of[row, column].Number is { } number ? Two(number) : of[row, column].Csv;

    internal static string Share(ResultTable of, int row, string column) => of[row, column].Number is { } number ? Percent(number) : of[row, column].Csv;

    internal static string Interval(ResultTable of, int row, string column, Func<double, string> format) => of[row, $"{column}_lower"].Number is { } lower && of[row, $"{column}_upper"].Number is { } upper ? $"{format(lower)} to {format(upper)}" : of[row, $"{column}_lower"].Csv;

    /// <summary>A share with its interval behind it; an end that cannot be is not there.</summary>
    internal static string Both(ResultTable of, int row, string column) => (of[row, column].Number, of[row, $"{column}_lower"].Number, of[row, $"{column}_upper"].Number) switch
    {
        ({ } share, { } lower, { } upper) => $"{Percent(share)} ({Percent(lower)} to {Percent(upper)})",
        ({ } share, { } lower, null) => $"{Percent(share)} (from {Percent(lower)})",
        _ => of[row, column].Csv,
    };

    internal static string Percent(double share) => Format.Precise(share);

    internal static string Two(double number) => Format.Ratio(number);
}
