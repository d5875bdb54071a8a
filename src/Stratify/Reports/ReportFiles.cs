using System.Text;
using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>Writes a report: one HTML file, one PDF, and each picture as PNG and SVG with the figures it shows.</summary>
public static class ReportFiles
{
    /// <param name="folder">Gets <c>report.html</c>, <c>report.pdf</c>, <c>charts</c>, and <c>summary.png</c> with its figures.</param>
    /// <param name="whole">Whether the PDF has everything that the HTML has, and not only what is read on paper.</param>
    public static void Write(Report report, string folder, bool whole = false)
    {
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        File.WriteAllText(Path.Combine(folder, "report.html"), HtmlReport.Write(report), new UTF8Encoding(false));
        File.WriteAllBytes(Path.Combine(folder, "report.pdf"), PdfReport.Write(whole ? report : Paper.Of(report)));
        if (report.Summary is { } summary)
        {
            File.WriteAllBytes(Path.Combine(folder, "summary.png"), Png.Write(summary.Scene));
            ResultFiles.WriteCsv(summary.Figures, Path.Combine(folder, "summary.csv"));
        }
        Parallel.ForEach(report.Figures, figure =>
        {
            File.WriteAllText(Path.Combine(charts, $"{figure.Id}.svg"), Svg.File(figure.Framed, figure.Id), new UTF8Encoding(false));
            File.WriteAllBytes(Path.Combine(charts, $"{figure.Id}.png"), Png.Write(figure.Framed));
            ResultFiles.WriteCsv(figure.Figures, Path.Combine(charts, $"{figure.Id}.csv"));
        });
    }
}
