using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Where the money goes: cost a person by number of conditions and setting.</summary>
internal static class MoneyPage
{
    internal static Page Make(ResultSet results, RunFacts facts)
    {
        var costs = results["cost_by_conditions"];
        var headline = Headlines.Conditions(costs, facts.Year);
        return new Page("Where the money goes", headline,
        [
            new Figure("cost-by-conditions", StackedCosts.Draw(costs, facts.Year, headline),
                $"Mean cost a person by number of long-term conditions and setting, {facts.Place}, {facts.Year}", facts.Source,
                costs.Part("cost-by-conditions", headline, costs.Where(("year", facts.Year)), "year", "conditions_band", "setting", "people", "mean_cost")),
            Means(ConditionCosts.Of(costs, facts.Year)),
            Settings(results["cost_by_setting"], facts.Year),
            new Caveat("Where a sender gave no cost, national average prices were used, so a long and a short contact of one kind count the same. Social care is what councils arranged; care that people paid for themselves is not here."),
        ]);
    }

    private static DataTable Means(IReadOnlyList<ConditionCosts> bands) => new(
        "Mean cost a person, in pounds",
        ["Conditions", "People", .. Palette.Groups.Select(group => group.Title), "All"],
        [.. bands.Select(band => (IReadOnlyList<string>)[band.Name, band.People, .. Cells(band)])]);

    private static DataTable Settings(ResultTable settings, string year) => new(
        "Cost of each setting",
        ["Setting", "People who used it", "Contacts", "Cost", "Cost a user"],
        [.. settings.Where(("year", year)).Select(row => (IReadOnlyList<string>)
        [
            Setting.Of(settings.Text(row, "setting")).Title, Format.Count(settings[row, "users"]), Format.Count(settings[row, "contacts"]), Format.Pounds(settings[row, "cost"]),
            Format.Pounds(settings[row, "mean_cost_per_user"]),
        ])]);

    private static IEnumerable<string> Cells(ConditionCosts band) => band.Parts is null
        ? Enumerable.Repeat(HiddenCell.Instance.Csv, Palette.Groups.Count + 1)
        : band.Parts.Append(band.Total!.Value).Select(Format.Whole);
}
