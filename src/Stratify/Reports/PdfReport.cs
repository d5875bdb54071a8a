namespace Stratify.Reports;

/// <summary>The report as a tagged PDF on A4. Blocks flow: what does not fit goes on to the next sheet, and long tables repeat their head.</summary>
public static class PdfReport
{
    public static byte[] Write(Report report)
    {
        // First to find pages that a little less space between lines keeps on their sheet, then on which sheet each page starts.
        var plan = PdfPlan.Unknown(report);
        plan = new PdfLayout(report, plan, isDraft: true).Found;
        plan = new PdfLayout(report, plan, isDraft: true).Found;
        return new PdfLayout(report, plan, isDraft: false).Save();
    }
}

/// <summary>What is known of a layout before it is made.</summary>
/// <param name="Starts">The sheet, from 0, on which each page starts.</param>
/// <param name="Tight">Pages that are set with less space.</param>
/// <param name="Sheets">How many sheets there are.</param>
internal sealed record PdfPlan(IReadOnlyList<int> Starts, IReadOnlyList<bool> Tight, int Sheets)
{
    internal static PdfPlan Unknown(Report report) => new([.. report.Pages.Select(_ => 0)], [.. report.Pages.Select(_ => false)], 0);
}
