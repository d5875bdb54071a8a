using System.Globalization;
using Stratify.Model;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What cost means, what it rests on, and what another way to cost would change.</summary>
internal static class CostBlocks
{
    internal static IEnumerable<Block> Of(ResultSet results, RunFacts facts)
    {
        if (facts.Costing.Count > 0) { yield return new Caveat(facts.Costing[0]); }
        yield return Basis(results["cost_basis"]) with { IsPrinted = false };
        yield return new Paragraph(Averages(results["cost_basis"]));
        yield return Paid(results["paid_and_standard"], facts) with { IsPrinted = false };
        if (Find(results, "market_forces") is { } factors) { yield return MarketForces(factors, facts); }
        if (Find(results, "control_totals") is { } totals) { yield return Control(totals, facts); }
    }

    /// <summary>Null for a table that the job did not ask for.</summary>
    private static ResultTable? Find(ResultSet results, string name) => results.Tables.FirstOrDefault(table => table.Name == name);

    private static DataTable Basis(ResultTable basis) => new("Where cost comes from", ["Setting", "Basis", "Events", "Cost"],
        [.. Enumerable.Range(0, basis.Rows.Count).Where(row => basis.Text(row, "basis") is not ("in_spell" or "not_costed")).Select(row => (IReadOnlyList<string>)
        [
            Title(basis, row), CostBases.Says(basis.Text(row, "basis")), Format.Count(basis[row, "events"]), Format.Pounds(basis[row, "cost"]),
        ])])
    {
        Words = [0, 1],
    };

    private static string Averages(ResultTable basis)
    {
        var acute = Enumerable.Range(0, basis.Rows.Count).Where(row => Setting.Of(basis.Text(row, "setting")).Sector == "acute").ToList();
        if (acute.Exists(row => basis.Text(row, "basis") == "average" && basis[row, "cost"].IsHidden)) { return "How much of the cost of acute care rests on averages is hidden, for it is that of few people."; }
        var (all, average) = (Sum(acute), Sum(acute.Where(row => basis.Text(row, "basis") == "average")));
        return all <= 0 ? "There is no cost of acute care." : $"Of the cost of acute care {Format.Precise(average / all)} rests on averages, which do not tell who is costly.";

        double Sum(IEnumerable<int> rows) => rows.Sum(row => basis[row, "cost"].Number ?? 0);
    }

    private static Block Paid(ResultTable paid, RunFacts facts)
    {
        var rows = paid.Where(("year", facts.Year)).Where(row => paid[row, "told"].Number > 0).ToList();
        return rows.Count == 0
            ? new Paragraph("No sender tells what is paid for an event, so cost as it is paid is no other than the standard.")
            : new DataTable("What is paid beside the standard cost of the same events", ["Setting", "Events", "With what is paid", "Paid", "Standard", "Paid over standard"],
                [.. rows.Select(row => (IReadOnlyList<string>)[Title(paid, row), Format.Count(paid[row, "events"]), Format.Count(paid[row, "told"]), Format.Pounds(paid[row, "paid"]), Format.Pounds(paid[row, "standard"]), Ratio(paid[row, "ratio"])])]);
    }

    private static DataTable MarketForces(ResultTable factors, RunFacts facts) => new("Standard cost with market forces factors", ["Setting", "Events", "Standard", "With factors", "Ratio"],
        [.. factors.Where(("year", facts.Year)).Select(row => (IReadOnlyList<string>)[Title(factors, row), Format.Count(factors[row, "events"]), Format.Pounds(factors[row, "standard"]), Format.Pounds(factors[row, "standard_with_factors"]), Ratio(factors[row, "ratio"])])]);

    private static DataTable Control(ResultTable totals, RunFacts facts) => new("Computed cost beside the accounts; nothing is scaled by the factor", ["Setting", "Events", "Cost", "Control total", "Factor"],
        [.. totals.Where(("year", facts.Year)).Select(row => (IReadOnlyList<string>)[Title(totals, row), Format.Count(totals[row, "events"]), Format.Pounds(totals[row, "cost"]), Format.Pounds(totals[row, "control_total"]), Ratio(totals[row, "factor"])])]);

    private static string Title(ResultTable table, int row) => Setting.Of(table.Text(row, "setting")).Title;

    private static string Ratio(Cell cell) => cell.Number is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : cell.Csv;
}
