using Stratify.Model;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>A budget in sentences, for pages and for the terminal.</summary>
public static class BudgetWords
{
    public static IReadOnlyList<string> Of(ResultSet results, string pool)
    {
        var whole = results["budget_risk"];
        if (whole.Rows.Count == 0 || whole[0, "people"].Number is not > 0) { return ["It is of nobody, or of too few people to say anything of them."]; }
        return
        [
            $"It is of {Format.Count(whole[0, "people"])} people, who cost {Format.Pounds(whole[0, "cost"])}; by chance alone as many like them cost {Format.Between(whole[0, "cost_lower"], whole[0, "cost_upper"], Format.Pounds)} in 19 years of 20.",
            InPool(results["budget_payers"], pool),
        ];
    }

    public static string RiskHeadline(ResultTable whole) => whole.Rows.Count > 0 && whole[0, "over_5"].Number is { } chance
        ? $"By chance alone the budget is overspent by a twentieth in {Often(chance)}" : "Too few people to say how sure the budget is";

    internal static string Headline(string title, ResultSet results)
    {
        var payers = results["budget_payers"];
        var all = Enumerable.Range(0, payers.Rows.Count).ToList();
        var total = all.Sum(row => payers[row, "cost"].Number ?? 0);
        if (total <= 0 || all.Exists(row => payers[row, "cost"].IsHidden)) { return $"{title}: what its people cost and who pays"; }
        var (name, share) = all.GroupBy(row => payers.Text(row, "payer")).Select(payer => (Name: payer.Key, Share: payer.Sum(row => payers[row, "cost"].Number ?? 0) / total)).OrderByDescending(payer => payer.Share).ThenBy(payer => payer.Name, StringComparer.Ordinal).First();
        return $"{title}: {Said(Payer.Of(name).Title)} pays {Format.Percent(share)} of what its people cost";
    }

    internal static string AboveCap(ResultTable whole) => whole.Rows.Count == 0 || whole[0, "above_cap"].IsHidden || whole[0, "above_cost"].IsHidden ? "too few people cost more than that to say what."
        : $"{Format.Count(whole[0, "above_cap"])} people cost more, {Format.Pounds(whole[0, "above_cost"])} beyond it, which somebody else must pay.";

    private static string InPool(ResultTable payers, string pool)
    {
        if (Enumerable.Range(0, payers.Rows.Count).Any(row => payers[row, "cost"].IsHidden)) { return $"{pool}: what is in the pool is of too few people, or too nearly one person's, to be told apart."; }
        double Sum(string of) => payers.Where(("pool", of)).Sum(row => payers[row, "cost"].Number ?? 0);
        var (held, rest) = (Sum("in"), Sum("out"));
        return held + rest <= 0 ? $"{pool}: nothing was paid." : $"{pool}: {Format.Pounds(held)} ({Format.Percent(held / (held + rest))}) is in the pool and {Format.Pounds(rest)} out of it.";
    }

    private static string Said(string title) => title.StartsWith("The ", StringComparison.Ordinal) ? Format.Inside(title) : title.StartsWith("NHS", StringComparison.Ordinal) ? title : $"the {Format.Inside(title)}";

    private static string Often(double chance) => chance switch { < 0.005 => "fewer than one year of 200", > 0.995 => "nearly every year", _ => $"{Format.Percent(chance)} of years" };
}
