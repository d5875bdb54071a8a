using System.Globalization;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What cohorts cost by another price book, where the job holds one against its own.</summary>
internal static class PriceBookPage
{
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "cohorts_by_price_book") is not { } table) { yield break; }
        var schemes = table.Where(("year", facts.Year)).Where(row => table[row, "mean_cost"].Number is not null && table[row, "other_mean_cost"].Number is not null)
            .GroupBy(row => table.Text(row, "scheme")).Select(scheme => scheme.OrderByDescending(row => table[row, "mean_cost"].Number).ToList()).ToList();
        if (schemes.Count == 0) { yield break; }
        // One scheme is enough of a picture: that of which the most may be seen.
        var rows = schemes.MaxBy(scheme => scheme.Count)!;
        var scheme = results["cohorts"].Where(("scheme", table.Text(rows[0], "scheme"))).Select(row => results["cohorts"].Text(row, "scheme_title")).FirstOrDefault() ?? table.Text(rows[0], "scheme");
        var headline = Headline(table, rows);
        yield return new Page("By another price book", headline,
        [
            new Paragraph("The same events, priced twice: by the job's price book and by the one that it is held against. Chance has no part in it, so there are no intervals; what moves a cohort is which care its people had."),
            new Figure("price-books", Dumbbell.Draw([.. rows.Select(row => Row(table, row))], ("The job's prices", "The other book's", "Change"), headline),
                $"Mean cost a person by two price books: {scheme}{(rows.Count > Dumbbell.Most ? $", the {Dumbbell.Most} costliest of {rows.Count}" : "")}, {facts.Place}, {facts.Year}", facts.Source,
                table.Part("price-books", headline, rows.Take(Dumbbell.Most), "scheme", "cohort", "title", "year", "people", "mean_cost", "other_mean_cost", "rank", "other_rank")),
            new DataTable($"Cohorts by two price books: {scheme}", ["Cohort", "People", "Mean", "By the other book", "Rank", "By the other book"],
                [.. rows.Take(Dumbbell.Most).Select(row => (IReadOnlyList<string>)
                [
                    table.Text(row, "title"), Format.Count(table[row, "people"]), Format.Pounds(table[row, "mean_cost"]), Format.Pounds(table[row, "other_mean_cost"]), Format.Count(table[row, "rank"]), Format.Count(table[row, "other_rank"]),
                ])]),
            Stability(results["rank_stability"], facts),
            new Caveat("Neither book is what was paid. Where the other has no price for some care, the job's stands for it, so the two differ by less than two whole books would. Pounds that are in another cohort are of shares: a book that is dearer throughout moves none."),
        ]);
    }

    private static string Headline(ResultTable table, List<int> rows)
    {
        var moved = rows.Count(row => table[row, "rank"] != table[row, "other_rank"]);
        return moved == 0 ? "Every cohort that may be seen keeps its rank by another price book" : $"{moved} of {rows.Count} cohorts {(moved == 1 ? "has" : "have")} another rank by another price book";
    }

    private static DumbbellRow Row(ResultTable table, int row)
    {
        var (from, to) = (table[row, "mean_cost"].Number ?? 0, table[row, "other_mean_cost"].Number ?? 0);
        return new DumbbellRow(table.Text(row, "title"), from, to, to == from ? "no change" : $"{Format.Change(to - from)}{(from > 0 ? $" ({Format.ChangeShare((to - from) / from)})" : "")}");
    }

    private static DataTable Stability(ResultTable schemes, RunFacts facts) => new("How far the ranking rests on the price book: the job's beside the one it is held against",
        ["Scheme", "Cohorts", "Ranks agree (Spearman)", "Costliest ten", "The same by both", "Pounds in another cohort"],
        [.. schemes.Where(("year", facts.Year)).Select(row => (IReadOnlyList<string>)
        [
            schemes.Text(row, "scheme_title"), Format.Count(schemes[row, "cohorts"]), Ratio(schemes[row, "concordance"]), Format.Count(schemes[row, "top"]), Format.Count(schemes[row, "top_at_both"]),
            schemes[row, "share_moved"].Number is { } share ? Format.Precise(share) : schemes[row, "share_moved"].Csv,
        ])])
    {
        Sentences = [0],
    };

    private static string Ratio(Cell cell) => cell.Number is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : cell.Csv;
}
