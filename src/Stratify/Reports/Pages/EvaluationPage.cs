using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Whether a programme changed anything, on two pages: what was found, and whether it may be believed.</summary>
public static class EvaluationPage
{
    private const string None = "no counterfactual";

    /// <param name="found">Its plan is null where the programme states none.</param>
    /// <param name="beside">Whether members and controls are alike, what would be nothing, and of which practices what would have come is made.</param>
    /// <param name="says">Notices, and what published programmes were found to do.</param>
    public static IReadOnlyList<Page> Make(string title, (ResultTable Whole, ResultTable Outcomes, ResultTable Months, ResultTable? Plan) found, (ResultTable Balance, ResultTable Checks, ResultTable Donors) beside,
        (IReadOnlyList<string> Notices, IReadOnlyList<(string Of, string Found, string Source)> Evidence, RunFacts Facts) says)
    {
        var headline = EvaluationWords.Headline(title, found.Whole, found.Outcomes);
        var isCompared = EvaluationWords.IsCompared(found.Whole);
        var first = new Page(isCompared ? $"Did it change anything: {title}" : "NO COUNTERFACTUAL", headline,
        [
            .. isCompared ? Array.Empty<Block>() : [new KeyFigures([("NO COUNTERFACTUAL", "nothing on this page is an effect of the programme")])],
            new Bullets([.. EvaluationWords.Of(found.Whole, found.Outcomes, beside.Checks), .. says.Notices]),
            .. found.Months.Rows.Count == 0 ? Array.Empty<Block>() : [Months(found.Months, headline, says.Facts)],
            Outcomes(found.Outcomes, isCompared),
            .. found.Plan is { } plan ? new Block[] { Plan(plan) } : [],
            new Caveat(Care(found.Whole)),
        ]);
        return isCompared ? [first, Believed(title, found.Outcomes, beside, says)] : [first];
    }

    private static Figure Months(ResultTable months, string headline, RunFacts facts)
    {
        var (id, mark) = ($"evaluation-{months.Text(0, "programme")}", months.Text(0, "counterfactual") == None ? None : "");
        var points = Enumerable.Range(0, months.Rows.Count).Select(row => new GroupMonth(months.Text(row, "month"), months.Text(row, "when") == "after", months[row, "members"].Number, months[row, "controls"].Number)).ToList();
        return new Figure(id, GroupMonths.Draw(points, ("The programme", "Compared with"), mark, headline), $"{(mark.Length > 0 ? "No counterfactual. " : "")}Cost of a person by month, before and after the start, {facts.Place}", facts.Source, months with { Name = id, Title = headline });
    }

    private static DataTable Outcomes(ResultTable table, bool isCompared) => new("What a person has in a year", isCompared ? ["Outcome", "Before", "After", "Change", "Came anyway", "Effect", "From", "To", "p"] : ["Outcome", "Before", "After", "Change, which is no effect", "From", "To"],
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (IReadOnlyList<string>)
        [
            Title(table.Text(row, "outcome")), .. (isCompared ? new[] { "members_before", "members_after", "naive", "came_anyway", "effect", "effect_lower", "effect_upper" } : ["members_before", "members_after", "naive", "naive_lower", "naive_upper"]).Select(name => Amount(table, row, name)),
            .. isCompared ? new[] { table[row, "p"].Csv } : [],
        ])]);

    private static string Amount(ResultTable table, int row, string name) => table[row, name].Number is not { } number ? table[row, name].Csv : table.Text(row, "unit") == "pounds" ? Format.Pounds(number) : number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Title(string outcome) => outcome switch
    {
        "cost" => "Cost of all care",
        "emergency_admissions" => "Emergency admissions",
        "bed_days" => "Nights in hospital",
        "ae_attendances" => "A&E attendances",
        "programme_cost" => "The programme itself",
        "net" => "Both: above 0 costs more",
        _ when outcome.StartsWith("cost_", StringComparison.Ordinal) => $"{Setting.Of(outcome["cost_".Length..]).Title}, cost",
        _ => outcome,
    };

    private static DataTable Plan(ResultTable table) => new("Plan against actual, all its people compared, a year", ["", "Baseline", "Plan", "Actual", "Variance", "Effect", "From", "To"],
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (IReadOnlyList<string>)[Title(table.Text(row, "outcome")), .. new[] { "baseline", "planned", "actual", "variance", "effect", "effect_lower", "effect_upper" }.Select(name => table[row, name].Number is { } number ? table.Text(row, "unit") == "pounds" ? Format.Pounds(number) : Format.Whole(number) : table[row, name].Csv)])]);

    private static Page Believed(string title, ResultTable outcomes, (ResultTable Balance, ResultTable Checks, ResultTable Donors) beside, (IReadOnlyList<string> Notices, IReadOnlyList<(string Of, string Found, string Source)> Evidence, RunFacts Facts) says)
    {
        var headline = $"{title}: effects by setting, and whether they may be believed";
        var rows = Enumerable.Range(0, outcomes.Rows.Count).Where(row => outcomes.Text(row, "unit") == "pounds" && outcomes[row, "effect_lower"].Number is not null && outcomes[row, "effect_upper"].Number is not null).ToList();
        var id = $"evaluation-effects-{outcomes.Text(0, "programme")}";
        return new Page("Whether it may be believed", headline,
        [
            new Figure(id, Forest.Draw([.. rows.Select(row => new ForestRow(Title(outcomes.Text(row, "outcome")), outcomes[row, "effect"].Number ?? 0, outcomes[row, "effect_lower"].Number ?? 0, outcomes[row, "effect_upper"].Number ?? 0, Format.Change(outcomes[row, "effect"].Number ?? 0), $"{Format.Pounds(outcomes[row, "effect_lower"])} to {Format.Pounds(outcomes[row, "effect_upper"])}"))], "Pounds a person a year", headline),
                $"Effect on cost by setting, beside those compared, {says.Facts.Place}", says.Facts.Source, outcomes.Part(id, headline, rows, "programme", "counterfactual", "outcome", "effect", "effect_lower", "effect_upper")),
            .. beside.Balance.Rows.Count == 0 ? Array.Empty<Block>() : [Balance(beside.Balance)],
            new DataTable("What would be nothing if the groups were alike but for the programme", ["Check", "Estimate", "From", "To", "p", "Passes"],
                [.. Enumerable.Range(0, beside.Checks.Rows.Count).Select(row => (IReadOnlyList<string>)[beside.Checks.Text(row, "check"), .. new[] { "estimate", "estimate_lower", "estimate_upper" }.Select(name => Format.Pounds(beside.Checks[row, name])), beside.Checks[row, "p"].Csv, beside.Checks.Text(row, "passes")])]),
            .. beside.Donors.Rows.Count == 0 ? Array.Empty<Block>() : [new DataTable("Of which practices what would have come is made", ["Practice", "Weight"], [.. Enumerable.Range(0, beside.Donors.Rows.Count).Select(row => (IReadOnlyList<string>)[beside.Donors.Text(row, "practice"), Format.Share(beside.Donors[row, "weight"])])])],
            new DataTable("What programmes of joined-up care were found to do", ["Programme", "Found", "Source"], [.. says.Evidence.Select(found => (IReadOnlyList<string>)[found.Of, found.Found, found.Source])]) { Words = [1, 2], Sentences = [0, 1, 2] },
        ]);
    }

    private static DataTable Balance(ResultTable table) => new("Members and controls before: differences in standard deviations, 0.1 at the most", ["Known before", "Members", "Controls", "Difference before matching", "After"],
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (IReadOnlyList<string>)[table.Text(row, "covariate"), table[row, "members"].Csv, table[row, "controls"].Csv, table[row, "difference_before"].Csv, table[row, "difference"].Csv])]);

    private static string Care(ResultTable whole) => whole.Text(0, "counterfactual") switch
    {
        None => "No counterfactual. People are chosen for a programme when they are worst, and would have fallen without it; prices, winters and waiting lists change for everybody. A change from before to after says nothing of the programme.",
        "matched people" => "People are alike in what is recorded; what is not (who agreed to take part, who is near death) may still differ. Of groups that differ at heart, matching on what they used before can make a difference where there is none. Everybody stays with the group in which they began. An effect frees no cash until somebody closes what it freed.",
        _ => "Practices are alike in the course of their cost before; something else that began with the programme in the same places cannot be told from it. The interval comes from how far other practices go by themselves. An effect frees no cash until somebody closes what it freed.",
    };
}
