using System.Globalization;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>The measures of joined-up care that others publish or ask for, set by set; those that are missing with what they need; and what each is.</summary>
internal static class MetricsPage
{
    internal const string Kicker = "Measures of joined-up care";

    /// <summary>None where nothing of any measure can be seen.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Find(MetricResults.Everybody) is not { } table || results.Find(MetricResults.Definitions) is not { } definitions) { yield break; }
        var rows = table.Where(("year", facts.Year)).ToList();
        if (!rows.Exists(row => table[row, "rate"].Number is not null)) { yield break; }
        yield return new Page(Kicker, Headline(table, rows),
        [
            new Paragraph("Sets of measures by which joined-up care is usually judged, of this population. Each rate stands with its 95% interval, in which people who come again count together; 0 is none, [c] too few people to show, and what an extract does not tell is missing and not none. Many are told by the month too (tables/metrics_by_month.csv), and all by neighbourhood (tables/metrics_by_neighbourhood.csv)."),
            .. rows.GroupBy(row => table.Text(row, "panel")).Select(panel => Panel(table, [.. panel.Where(row => IsTold(table, row))], (panel.Key, facts))).OfType<Block>(),
            .. Missing(table, rows, facts),
            new Caveat("A rate is a count of what was sent, by rules that may differ from the source's (tables/metric_definitions.csv says where), crude unless it says otherwise. Rates of two years or places differ by age, by what was sent and by chance too, and nothing here has a comparator: no counterfactual."),
        ]);
        foreach (var page in MetricTrendsPage.Make(results, facts)) { yield return page; }
        yield return new Page(Kicker, "What each measure counts, and where it differs from its source", [.. Described(definitions), new Caveat("A definition follows its source as far as the extracts' shapes can tell.")]) { IsPrinted = false };
    }

    private static bool IsTold(ResultTable table, int row) => table.Text(row, "status") == MetricResults.Measured;

    private static string Headline(ResultTable table, List<int> rows)
    {
        var (told, missing) = (rows.Count(row => IsTold(table, row)), rows.Count(row => !IsTold(table, row)));
        return missing == 0 ? $"All {told} measures of joined-up care are told" : $"{told} of {told + missing} measures of joined-up care are told; {missing} lack an input";
    }

    private static DataTable? Panel(ResultTable table, IReadOnlyList<int> rows, (string Title, RunFacts Facts) of)
    {
        if (rows.Count == 0) { return null; }
        var before = of.Facts.Years.Count > 1 ? of.Facts.Years[^2] : null;
        return new DataTable($"{of.Title}, {of.Facts.Place}, {of.Facts.Year}",
            ["Measure", "Count", "Of", "Rate (95% interval)", "Unit", .. before is null ? Array.Empty<string>() : [before]],
            [.. rows.Select(row => (IReadOnlyList<string>)
            [
                table.Text(row, "title"), Format.Count(table[row, "numerator"]), Format.Count(table[row, "denominator"] is NotApplicableCell ? table[row, "person_years"] : table[row, "denominator"]),
                WithInterval(table, row), table.Text(row, "unit"), .. before is null ? Array.Empty<string>() : [Before(table, before, table.Text(row, "metric"))],
            ])])
        {
            Words = [0, 4],
            Sentences = [0],
        };
    }

    private static string WithInterval(ResultTable table, int row) =>
        table[row, "rate"].Number is null ? table[row, "rate"].Csv : $"{Number(table[row, "rate"])} ({Format.Between(table[row, "rate_lower"], table[row, "rate_upper"], Number)})";

    private static string Before(ResultTable table, string year, string metric) => table.Where(("year", year), ("metric", metric)).Select(row => IsTold(table, row) ? WithInterval(table, row) : MetricResults.Missing).FirstOrDefault("");

    private static string Number(Cell cell) => cell.Number is not { } number ? cell.Csv : number.ToString(number >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<Block> Missing(ResultTable table, List<int> rows, RunFacts facts)
    {
        var missing = rows.Where(row => !IsTold(table, row)).ToList();
        if (missing.Count == 0) { yield break; }
        yield return new Heading("Missing, with the input that is lacking");
        yield return new Bullets([.. missing.GroupBy(row => table.Text(row, "missing")).Select(lack => $"{string.Join("; ", lack.Select(row => table.Text(row, "title")))}: {Lacks(lack.Key, facts)}.")]);
    }

    /// <summary>A dataset that was not sent needs no word of its columns.</summary>
    internal static string Lacks(string missing, RunFacts facts)
    {
        var inputs = missing.Split(", ").Select(input => input.Split('.')).ToList();
        var unsent = inputs.Where(input => input.Length == 1).Select(input => input[0]).ToList();
        return string.Join(" and ", inputs.Where(input => input.Length == 1 || !unsent.Contains(input[0])).Select(input =>
            $"{(input.Length == 1 ? "" : $"{input[1].Replace('_', ' ')} of ")}{Format.Inside(facts.Datasets.GetValueOrDefault(input[0], input[0]))}, which {(input.Length == 1 ? "was not sent for the year" : "is not told")}"));
    }

    private static IEnumerable<Block> Described(ResultTable definitions) =>
        from row in Enumerable.Range(0, definitions.Rows.Count)
        group row by definitions.Text(row, "panel") into panel
        let sources = panel.Select(row => definitions.Text(row, "source")).Distinct().ToList()
        from block in new Block[]
        {
            new Heading(sources.Count == 1 ? $"{panel.Key} ({sources[0]})" : panel.Key),
            new Bullets([.. panel.Select(row => $"{definitions.Text(row, "title")}. {definitions.Text(row, "definition")} {definitions.Text(row, "differs")}{(sources.Count > 1 ? $" ({definitions.Text(row, "source")}.)" : "")}".Replace("  ", " ", StringComparison.Ordinal).Trim())]),
        }
        select block;
}
