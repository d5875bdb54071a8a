namespace Stratify.Reports;

/// <summary>A report as it is printed: what a reader at a table needs. The HTML has all of it, and the paper says what that is.</summary>
public static class Paper
{
    /// <summary>How to ask for a PDF of all of it.</summary>
    public const string HowToAsk = "'stratify report RUN --whole --to FOLDER' prints everything that report.html has.";

    /// <summary>The report without what is not printed; the same where all of it is.</summary>
    public static Report Of(Report report)
    {
        var pages = report.Pages.Where(page => page.IsPrinted).Select(Of).ToList();
        var beyond = report.Pages.Where(page => !page.IsPrinted).GroupBy(Kind).Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(About))}").ToList();
        return beyond.Count == 0 && pages.SequenceEqual(report.Pages) ? report
            : report with { Pages = pages, LeftOut = beyond.Count == 0 ? [HowToAsk] : [$"In report.html, and not printed here: {string.Join("; ", beyond)}.", HowToAsk] };
    }

    private static string Kind(Page page) => page.Kicker.Split(": ", 2)[0];

    private static string About(Page page) => page.Kicker.Split(": ", 2) is [_, var about] ? about : Format.Inside(page.Headline);

    /// <summary>What of a page is not printed is named above what is to be read with care.</summary>
    private static Page Of(Page page)
    {
        var left = Left(page).ToList();
        if (left.Count == 0) { return page; }
        var blocks = page.Blocks.Where(block => block.IsPrinted).Select(Of).ToList();
        blocks.Insert(blocks.Count > 0 && blocks[^1] is Caveat ? blocks.Count - 1 : blocks.Count, new Note($"report.html has also: {string.Join("; ", left)}."));
        return page with { Blocks = blocks };
    }

    private static Block Of(Block block) => block is DataTable { Printed: { } rows } table ? table with { Rows = [.. table.Rows.Take(rows)] } : block;

    private static IEnumerable<string> Left(Page page)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case DataTable { IsPrinted: false } table: yield return Format.Inside(table.Caption.Split(';')[0]); break;
                case DataTable { Printed: { } rows } table when table.Rows.Count > rows: yield return $"{(table.Rows.Count - rows == 1 ? "one more row" : $"{Format.Whole(table.Rows.Count - rows)} more rows")} of '{Format.Inside(table.Caption.Split(';')[0])}'"; break;
                case Figure { IsPrinted: false } figure: yield return $"the picture '{Format.Inside(figure.Scene.Title)}'"; break;
                case Heading { IsPrinted: false } heading: yield return Format.Inside(heading.Text); break;
                default: break;
            }
        }
    }
}
