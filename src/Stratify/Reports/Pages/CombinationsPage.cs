using System.Globalization;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Which conditions come together, for how many, and what they cost beyond each alone: a page for each scheme that looked for them.</summary>
internal static class CombinationsPage
{
    private const int Most = 12;

    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "condition_combinations") is not { } table) { yield break; }
        foreach (var scheme in table.Where(("year", facts.Year)).Select(row => table.Text(row, "scheme")).Distinct())
        {
            var rows = table.Where(("year", facts.Year), ("scheme", scheme), ("variant", "inclusive")).Where(row => table[row, "mean_cost"].Number is not null)
                .OrderByDescending(row => table[row, "total_cost"].Number).ToList();
            if (rows.Count == 0) { continue; }
            yield return Make((results, table), rows, scheme, facts);
        }
    }

    private static Page Make((ResultSet All, ResultTable Table) results, List<int> rows, string scheme, RunFacts facts)
    {
        var table = results.Table;
        var headline = Headline(table, rows);
        // Where the money is, and among those the costliest a person first.
        var drawn = rows.Take(UpsetPlot.Most).OrderByDescending(row => table[row, "mean_cost"].Number).ToList();
        return new Page("Which combinations", headline,
        [
            new Paragraph("Each column is everybody who has these conditions, whatever else they have. A combination costs more than its conditions alone would when having them together costs more than each adds by itself."),
            new Figure($"combinations-{scheme}", UpsetPlot.Draw([.. drawn.Select(row => Of(results, row))], headline),
                $"People and mean cost a person of the {drawn.Count} combinations of conditions whose people cost most in all, {facts.Place}, {facts.Year}", facts.Source,
                table.Part($"combinations-{scheme}", headline, drawn, "scheme", "cohort", "title", "year", "people", "mean_cost", "total_cost", "excess", "excess_lower", "excess_upper")),
            List(table, rows),
            new Caveat("Combinations overlap: people with three conditions are in three pairs too, so nothing adds up. They were chosen because many have them and they cost much. A condition counts where it was coded, and kidney disease and depression are coded less than they are there. What having two conditions costs is not what treating them together would change."),
        ]);
    }

    private static string Headline(ResultTable table, List<int> rows)
    {
        var told = rows.Where(row => table[row, "excess"].Number is not null).ToList();
        var beyond = told.Count(row => table[row, "excess"].Number > 0 && table[row, "adjusted_p"].Number < 0.05);
        return told.Count == 0 ? "Which conditions people have together, and what they cost"
            : beyond == 0 ? "No combination costs more than its conditions alone would, by more than chance"
            : $"{beyond} of {told.Count} combinations {(beyond == 1 ? "costs more than its" : "cost more than their")} conditions alone would, by more than chance";
    }

    /// <summary>With the interval that the combination has as a cohort.</summary>
    private static Combination Of((ResultSet All, ResultTable Table) results, int row)
    {
        var (table, cohorts) = (results.Table, results.All["cohorts"]);
        var cohort = cohorts.Where(("scheme", table.Text(row, "scheme")), ("cohort", table.Text(row, "cohort")), ("year", table.Text(row, "year"))).FirstOrDefault(-1);
        return new Combination(table.Text(row, "title").Split(" + "), table[row, "people"].Number ?? 0, table[row, "mean_cost"].Number ?? 0,
            cohort < 0 ? null : cohorts[cohort, "mean_lower"].Number, cohort < 0 ? null : cohorts[cohort, "mean_upper"].Number);
    }

    private static DataTable List(ResultTable table, List<int> rows) => new(
        $"Combinations by what their people cost in all{(rows.Count > Most ? $", the first {Most} of {rows.Count}" : "")}; tables/condition_combinations.csv has each also without other conditions",
        ["Combination", "People", "Over chance", "Mean", "Each alone", "Beyond (95% interval)", "Adjusted p"],
        [.. rows.Take(Most).Select(row => (IReadOnlyList<string>)
        [
            table.Text(row, "title"), Format.Count(table[row, "people"]), Decimal(table[row, "observed_over_expected"]), Format.Pounds(table[row, "mean_cost"]), Format.Pounds(table[row, "expected"]),
            table[row, "excess"].Number is null ? table[row, "excess"].Csv : $"{Format.Pounds(table[row, "excess"])} ({Format.Between(table[row, "excess_lower"], table[row, "excess_upper"], Format.Pounds)})",
            table[row, "adjusted_p"].Csv,
        ])]);

    private static string Decimal(Cell cell) => cell.Number is { } number ? number.ToString("0.0", CultureInfo.InvariantCulture) : cell.Csv;
}
