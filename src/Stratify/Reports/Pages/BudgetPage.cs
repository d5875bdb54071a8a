using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>A budget for some cohorts: what they cost, who pays for what, how sure it is, and who gains as care moves.</summary>
public static class BudgetPage
{
    /// <param name="budget">Its title and what its pool is, with the pool's source.</param>
    /// <param name="terms">The cap on one person in pounds, where there is one, and the corridor.</param>
    /// <param name="moves">Null where the budget states none.</param>
    public static IReadOnlyList<Page> Make((string Title, string Pool, string Source) budget, (double? Cap, double Corridor) terms, ResultSet results, ResultTable? moves, RunFacts facts, string year) =>
    [
        Sheets(budget, results, facts, year),
        Risk(budget.Title, terms, results, year),
        .. moves is null ? Array.Empty<Page>() : [Moves(budget.Title, moves)],
    ];

    private static Page Sheets((string Title, string Pool, string Source) budget, ResultSet results, RunFacts facts, string year)
    {
        var (lines, sheets) = (results["budget_settings"], results["budget"]);
        var headline = BudgetWords.Headline(budget.Title, results);
        var seen = Enumerable.Range(0, lines.Rows.Count).Where(row => lines[row, "cost"].Number is > 0).ToList();
        var flows = seen.ConvertAll(row => new CareFlow(Setting.Of(lines.Text(row, "setting")).Title, Payer.Of(lines.Text(row, "payer")).Title, lines[row, "cost"].Number!.Value));
        return new Page($"Budget: {budget.Title}", headline,
        [
            new Bullets(BudgetWords.Of(results, budget.Pool)),
            new DataTable("Cohort by cohort, a year", ["Cohort", "People", "Person-years", "Cost", "Cost a person-year", "Expected of their kind", "95% from", "to"],
                [.. Enumerable.Range(0, sheets.Rows.Count).Select(row => (IReadOnlyList<string>)
                [
                    sheets.Text(row, "title"), Format.Count(sheets[row, "people"]), Format.Count(sheets[row, "person_years"]), Format.Pounds(sheets[row, "cost"]), Format.Pounds(sheets[row, "cost_per_person_year"]),
                    Format.Pounds(sheets[row, "expected_cost"]), Format.Pounds(sheets[row, "expected_lower"]), Format.Pounds(sheets[row, "expected_upper"]),
                ])]),
            new Figure("budget-payers", Sankey.Draw(flows, headline, "Payer"), $"Cost of the budget's people by setting and by who pays, {facts.Place}, {year}", facts.Source, lines.Part("budget-payers", headline, seen, "setting", "payer", "pool", "people", "cost")),
            Matrix(lines),
            Payers(results["budget_payers"]),
            new Caveat($"Expected is what people of their age, sex and deprivation cost: a cohort chosen by its conditions costs more than that, and not because anything is wrong. What is in the pool: {budget.Source}. Cost is the value of care at standard prices and not what was invoiced; block contracts pay otherwise. Who is in two cohorts is counted in the first."),
        ]);
    }

    /// <summary>Pooled, all of a setting's pounds are one sum; aligned, each payer's stand beside each other.</summary>
    private static DataTable Matrix(ResultTable lines)
    {
        var payers = Payer.All.Where(payer => lines.Where(("payer", payer.Name)).Any()).ToList();
        return new DataTable("Setting by setting: pooled, and aligned by payer", ["Setting", "Pooled", .. payers.Select(payer => payer.Title)],
            [.. Setting.All.Where(setting => lines.Where(("setting", setting.Name)).Any()).Select(setting => (IReadOnlyList<string>)
            [
                setting.Title, Sum(lines, lines.Where(("setting", setting.Name))), .. payers.Select(payer => Sum(lines, lines.Where(("setting", setting.Name), ("payer", payer.Name)))),
            ])]);
    }

    private static string Sum(ResultTable lines, IEnumerable<int> rows)
    {
        var all = rows.ToList();
        return all.Count == 0 ? "" : all.Any(row => lines[row, "cost"].IsHidden) ? HiddenCell.Instance.Csv : Format.Pounds(all.Sum(row => lines[row, "cost"].Number ?? 0));
    }

    private static DataTable Payers(ResultTable payers) => new("Who pays, in the pool and out of it", ["Payer", "In or out", "People", "Cost"],
        [.. Enumerable.Range(0, payers.Rows.Count).Select(row => (IReadOnlyList<string>)[Payer.Of(payers.Text(row, "payer")).Title, payers.Text(row, "pool") == "in" ? "in the pool" : "out of it", Format.Count(payers[row, "people"]), Format.Pounds(payers[row, "cost"])])])
    { Words = [1] };

    private static Page Risk(string title, (double? Cap, double Corridor) terms, ResultSet results, string year)
    {
        var (sheets, whole) = (results["budget"], results["budget_risk"]);
        IReadOnlyList<string> Row(ResultTable table, int row, string name) =>
        [
            name, Format.Count(table[row, "people"]), Format.Between(table[row, "cost_lower"], table[row, "cost_upper"], Format.Pounds), Format.Share(table[row, "over_5"]), Format.Share(table[row, "over_10"]),
            .. terms.Cap is null ? Array.Empty<string>() : [Format.Share(table[row, "capped_over_5"]), Format.Share(table[row, "capped_over_10"])], Format.Share(table[row, "beyond"]), Format.Pounds(table[row, "shared_over"]), Format.Pounds(table[row, "shared_under"]),
        ];
        return new Page($"Budget: {title}", BudgetWords.RiskHeadline(whole),
        [
            new Paragraph($"A budget set at what its people cost in {year} would be wrong in another year by chance alone. Two thousand years were drawn from them, with replacement: nothing but who has a costly year differs from one to the next. A corridor of {Format.Percent(terms.Corridor)} leaves what falls inside it with whoever holds the budget; what is beyond it is shared."),
            .. terms.Cap is { } cap ? [new Paragraph($"With a cap the pool pays no more than {Format.Pounds(cap)} of one person in a year: {BudgetWords.AboveCap(whole)}")] : Array.Empty<Block>(),
            new DataTable("How far the cost of as many people may be from what was set", ["Cohort", "People", "Cost, 19 years in 20", "Over by 5%", "by 10%", .. terms.Cap is null ? Array.Empty<string>() : ["Capped, by 5%", "by 10%"], "Outside the corridor", "Over it, on average", "Under it"],
                [.. Enumerable.Range(0, sheets.Rows.Count).Select(row => Row(sheets, row, sheets.Text(row, "title"))), .. whole.Rows.Count > 0 ? [Row(whole, 0, "All together")] : Array.Empty<IReadOnlyList<string>>()]),
            new DataTable("Who comes and goes in the year", ["Cohort", "People", "Died", "Came or left", "In a later cohort too"],
                [.. Enumerable.Range(0, sheets.Rows.Count).Select(row => (IReadOnlyList<string>)[sheets.Text(row, "title"), Format.Count(sheets[row, "people"]), Format.Count(sheets[row, "died"]), Format.Count(sheets[row, "moved"]), Format.Count(sheets[row, "in_several"])])]),
            new Caveat("Chance is not all that moves a budget: prices, new treatments, a hard winter and a change of who is counted move all people at once, and are not in these figures. Below about 5,000 people one or two costly ones decide. Fewer than 30,000 person-years were found too few to hold the risk of a whole population's care (Bachmann and Bevan)."),
        ]);
    }

    private static Page Moves(string title, ResultTable moves)
    {
        var years = Enumerable.Range(0, moves.Rows.Count).Select(row => moves.Text(row, "year")).Distinct().ToList();
        var names = Enumerable.Range(0, moves.Rows.Count).Select(row => moves.Text(row, "move")).Distinct().ToList();
        return new Page($"Budget: {title}", "Who would gain and who would pay as care moves, year by year",
        [
            new Paragraph("A pound that one setting no longer needs is freed for whoever paid it, and the care in its place is paid by whoever pays for that: not always the same, and not always in the same year. What moves and what it costs is as the budget states it; nothing says that it will."),
            .. names.Select(name => new DataTable($"{name}: change a year by payer, no comparator and no interval, as it is arithmetic on what was stated", ["Payer", .. years.Select(year => $"Year {year}"), "All years"],
                [.. Payer.All.Select(payer => (Payer: payer, Rows: moves.Where(("move", name), ("payer", payer.Name)).ToList())).Where(of => of.Rows.Exists(row => moves[row, "change"] is not ZeroCell)).Select(of => (IReadOnlyList<string>)
                [
                    of.Payer.Title, .. of.Rows.Select(row => Change(moves[row, "change"])), of.Rows.Exists(row => moves[row, "change"].IsHidden) ? HiddenCell.Instance.Csv : Format.Change(of.Rows.Sum(row => moves[row, "change"].Number ?? 0)),
                ])])),
            new Caveat("What is freed is cash only once somebody closes what it paid for. Figures are rounded to three places, so sums may differ in the last."),
        ]);
    }

    private static string Change(Cell cell) => cell.Number is { } number ? Format.Change(number) : cell.Csv;
}
