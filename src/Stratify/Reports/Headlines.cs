using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>Sentences that state a finding, filled by the data and guarded by it: where the claim does not hold, a neutral one stands instead.</summary>
internal static class Headlines
{
    private static readonly (double Share, string Words)[] Shares =
    [
        (0.05, "One person in twenty accounts for"), (0.10, "One person in ten accounts for"), (0.20, "One person in five accounts for"), (0.50, "Half of the people account for"),
    ];

    /// <summary>The smallest familiar share of people whose part of cost may be seen.</summary>
    internal static (double Share, double Cost)? Concentrated(ResultTable concentration, string year) =>
        Shares.Select(share => (share.Share, Cost: ConcentrationCurve.At(concentration, year, share.Share))).Where(point => point.Cost is not null)
            .Select(point => ((double, double)?)(point.Share, point.Cost!.Value)).FirstOrDefault();

    internal static string Concentration(ResultTable concentration, string year) =>
        Concentrated(concentration, year) is { } point && point.Cost > point.Share
            ? $"{Shares.First(share => share.Share == point.Share).Words} {Format.Percent(point.Cost)} of cost"
            : "How cost is spread over people";

    /// <summary>How much more many conditions cost than none.</summary>
    internal static string Conditions(ResultTable costs, string year)
    {
        var bands = ConditionCosts.Of(costs, year);
        var none = bands.FirstOrDefault(band => band.Name == "0")?.Total;
        if (bands.LastOrDefault(band => band.Name != "0" && band.Total is not null) is not { Total: { } many } last || none is not > 0 || many / none < 1.5) { return "Cost a person by number of long-term conditions"; }
        return $"People with {Format.Conditions(last.Name)} cost {Format.Times(many / none.Value)} as much as people with none";
    }

    /// <summary>Which of two ways to group people explains more of the spread of cost.</summary>
    internal static string AgeOrConditions(ResultTable fit, string year) => (Explained(fit, year, "age"), Explained(fit, year, "conditions")) switch
    {
        ({ } age, { } conditions) when conditions >= 1.2 * age && conditions > 0.01 => "The number of conditions says more about cost than age does",
        ({ } age, { } conditions) when age >= 1.2 * conditions && age > 0.01 => "Age says more about cost than the number of conditions does",
        _ => "Cost by age and number of conditions",
    };

    /// <summary>What a grouping explains beyond chance.</summary>
    internal static double? Explained(ResultTable fit, string year, string model) =>
        fit.Where(("year", year), ("model", model)).Select(row => fit[row, "adjusted"].Number).FirstOrDefault();

    /// <summary>The costliest cohort, where chance does not decide which that is.</summary>
    internal static string Cohorts(IReadOnlyList<RankedCohort> cohorts, ResultTable table, double? everyone)
    {
        if (cohorts.Count < 2 || everyone is not > 0) { return "Cohorts by mean cost a person"; }
        if (table[cohorts[0].Row, "rank_upper"].Number is 1)
        {
            return $"The costliest cohort: {cohorts[0].Title}, {Format.Pounds(cohorts[0].Mean)} a person";
        }
        var above = cohorts.Count(cohort => cohort.Lower > everyone);
        return above == 0 ? "No cohort's mean cost is above average by more than chance" : $"{above} of {cohorts.Count} cohorts cost more than average, by more than chance";
    }

    /// <summary>People whose care meets in three settings or more, as far as their combinations may be seen.</summary>
    internal static string Together(ResultTable combinations, ResultTable population, string year)
    {
        var many = combinations.Where(("year", year)).Where(row => combinations.Text(row, "settings").Count(c => c == '+') >= 2).ToList();
        var people = many.Sum(row => combinations[row, "people"].Number ?? 0);
        var cost = many.Sum(row => combinations[row, "cost"].Number ?? 0);
        var all = population.Where(("year", year)).Select(row => (People: population[row, "people"].Number, Cost: population[row, "cost"].Number)).FirstOrDefault();
        return people > 0 && all is { People: > 0, Cost: > 0 } && cost / all.Cost > people / all.People
            ? $"People who use three settings or more are {Format.Percent(people / all.People.Value)} of people and {Format.Percent(cost / all.Cost.Value)} of cost"
            : "Which services the same people use";
    }
}
