namespace Stratify.Reports;

/// <summary>The report as a tagged PDF on A4. Blocks flow: what does not fit goes on to the next sheet, and long tables repeat their head.</summary>
public static class PdfReport
{
    public static byte[] Write(Report report)
    {
        // The contents name sheets that are only known when everything has been laid out, so it is laid out twice.
        var first = new PdfLayout(report, [.. report.Pages.Select(_ => 0)], 0);
        return new PdfLayout(report, first.Starts, first.Sheets).Save();
    }
}
