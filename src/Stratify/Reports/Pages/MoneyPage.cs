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
            .. Largest(ConditionCosts.Of(costs, facts.Year)),
            new Figure("cost-by-conditions", StackedCosts.Draw(costs, facts.Year, headline),
                $"Mean cost a person by number of long-term conditions and setting, {facts.Place}, {facts.Year}", facts.Source,
                costs.Part("cost-by-conditions", headline, costs.Where(("year", facts.Year)), "year", "conditions_band", "setting", "people", "mean_cost", "mean_cost_all")),
            Means(ConditionCosts.Of(costs, facts.Year)),
            .. RiskBlocks.Budget(results["risk_pool"], facts.Year),
            new Caveat("Where a sender gave no cost, national average prices were used, so a long and a short contact of one kind count the same. Social care is what councils arranged; care that people paid for themselves is not here."),
        ]);
    }

    /// <summary>The largest part of what people with the most conditions cost.</summary>
    private static IEnumerable<Block> Largest(IReadOnlyList<ConditionCosts> bands)
    {
        return bands.LastOrDefault(band => band.Total is > 0) is { Largest: { } largest } last
            ? [new Paragraph($"Of what people with {Format.Conditions(last.Name)} cost, {Format.Percent(largest.Share)} is {Format.Inside(largest.Title)}, the largest part.")]
            : [];
    }

    private static DataTable Means(IReadOnlyList<ConditionCosts> bands) => new(
        "Mean cost a person, in pounds",
        ["Conditions", "People", .. Palette.Groups.Select(group => group.Title), "All"],
        [.. bands.Select(band => (IReadOnlyList<string>)[band.Name, band.People, .. Cells(band)])]);

    private static IEnumerable<string> Cells(ConditionCosts band) => band.Parts.Append(band.Total).Select(pounds => pounds is { } seen ? Format.Whole(seen) : HiddenCell.Instance.Csv);
}
