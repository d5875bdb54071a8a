using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Who costs what: age against number of conditions.</summary>
internal static class WhoPage
{
    internal static Page Make(ResultSet results, RunFacts facts)
    {
        var costs = results["cost_by_age_and_conditions"];
        var headline = Headlines.AgeOrConditions(results["model_fit"], facts.Year);
        return new Page("Who", headline,
        [
            new Paragraph("Read along a row: each further condition at the same age. Read down a column: each further decade with the same number of conditions." + Fit(results["model_fit"], facts.Year)),
            new Figure("age-by-conditions", AgeConditionsHeatmap.Draw(costs, facts.Year, headline),
                $"Mean cost a person by age and number of long-term conditions, {facts.Place}, {facts.Year}", facts.Source,
                costs.Part("age-by-conditions", headline, costs.Where(("year", facts.Year)), "year", "age_band", "conditions_band", "people", "mean_cost")),
            People(costs, facts.Year),
            RiskBlocks.LongTermConditions(results["ltc_share"], facts.Year),
            new Caveat("Groups of 1 to 7 people are hidden, and other counts are rounded. A condition counts when it was coded in general practice or hospital: people who were never diagnosed are among those without."),
        ]);
    }

    private static string Fit(ResultTable fit, string year) =>
        (Headlines.Explained(fit, year, "age"), Headlines.Explained(fit, year, "conditions"), Headlines.Explained(fit, year, "age and conditions")) is ({ } age, { } conditions, { } both) && Math.Min(age, conditions) >= 0
            ? $" Of the differences in cost between people, bands of age explain {Format.Percent(age)}, bands of the number of conditions {Format.Percent(conditions)}, and both together {Format.Percent(both)}; the rest is between people who are alike in both."
            : "";

    private static DataTable People(ResultTable costs, string year)
    {
        var cells = costs.Where(("year", year)).ToDictionary(row => (costs.Text(row, "age_band"), costs.Text(row, "conditions_band")), row => Format.Count(costs[row, "people"]));
        return new DataTable("People in each group, by number of conditions", ["Age", .. AgeConditionsHeatmap.Bands],
            [.. AgeBands.All.Select(age => (IReadOnlyList<string>)[AgeConditionsHeatmap.Age(age.Name), .. AgeConditionsHeatmap.Bands.Select(band => cells.GetValueOrDefault((age.Name, band), "0"))])]);
    }
}
