using System.Globalization;
using System.Text;
using Stratify.Drawing;

namespace Stratify.Reports;

/// <summary>The report as one HTML file that needs nothing else: fonts, styles and pictures are inside, and there is no script.</summary>
public static class HtmlReport
{
    private const string Style = """
        *{box-sizing:border-box}
        body{margin:0;font:400 17px/1.45 'Source Sans 3',Arial,sans-serif;color:#212b32;background:#fff}
        main{max-width:760px;margin:0 auto;padding:0 20px 40px}
        section{padding:26px 0 30px;border-top:4px solid #12436d}
        h1{font-size:34px;line-height:1.15;margin:28px 0 6px}
        h2{font-size:26px;line-height:1.2;margin:4px 0 10px;color:#12436d}
        h3{font-size:19px;margin:20px 0 4px}
        .kicker{font-weight:600;color:#4c6272;margin:0;font-size:15px}
        .lead{margin:0 0 20px;color:#4c6272;font-size:19px}
        figure{margin:18px 0}
        figcaption{margin:0 0 8px;color:#4c6272;font-size:15px}
        svg{width:100%;height:auto;display:block}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.3;margin:14px 0}
        caption{text-align:left;font-weight:600;padding-bottom:5px;font-size:16px}
        th,td{padding:5px 7px;border-bottom:1px solid #d8dde0;text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
        th:first-child,.w{text-align:left}
        thead th{border-bottom:2px solid #212b32;vertical-align:bottom}
        tbody th{font-weight:600}
        .care{background:#fff7e0;border-left:5px solid #a86a00;padding:10px 14px;font-size:16px;margin:16px 0}
        .care b{display:block}
        .note{color:#4c6272;font-size:15px}
        .keys{display:flex;gap:6px;flex-wrap:wrap;margin:14px 0}
        .keys p{flex:1 1 180px;background:#f0f4f5;border-left:4px solid #12436d;margin:0;padding:8px 12px;font-size:15px}
        .keys b{display:block;font-size:31px;line-height:1.2;color:#12436d}
        nav ol{list-style:none;padding:0;margin:12px 0}
        nav li{padding:3px 0}
        a{color:#12436d}
        a:focus{outline:3px solid #212b32;background:#ffeb3b}
        footer{color:#4c6272;font-size:15px}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:8px}
        @media (max-width:620px){figure svg{min-width:540px}}
        @page{size:A4;margin:14mm 15mm 16mm}
        @media print{body{font-size:10.5pt}main{max-width:none;padding:0}section{break-before:page;padding:10px 0}section:first-of-type{break-before:auto}figure,tr,.care,.keys{break-inside:avoid}.wide{overflow:visible}.keys p,.care,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;

    public static string Write(Report report)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        // Whatever a label holds, the page can load and run nothing.
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Svg.Escape(report.Title)}</title>\n<style>\n{Svg.FontFaces([400, 600, 700], extended: true)}\n{Style}\n</style>\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<a class=\"skip\" href=\"#main\">Skip to content</a>\n<main id=\"main\">\n<h1>{Svg.Escape(report.Title)}</h1>\n<p class=\"lead\">{Svg.Escape(report.Subtitle)}</p>\n");
        for (var i = 0; i < report.Pages.Count; i++)
        {
            var page = report.Pages[i];
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"p{i + 1}\" aria-labelledby=\"h{i + 1}\">\n<p class=\"kicker\">{Svg.Escape(page.Kicker)}</p>\n<h2 id=\"h{i + 1}\">{Svg.Escape(page.Headline)}</h2>\n");
            foreach (var block in page.Blocks) { html.Append(Element(block, report)).Append('\n'); }
            html.Append("</section>\n");
        }
        return html.Append(CultureInfo.InvariantCulture, $"<footer><p>{Svg.Escape(report.Foot)}</p></footer>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static string Element(Block block, Report report) => block switch
    {
        Heading it => $"<h3>{Svg.Escape(it.Text)}</h3>",
        Paragraph it => $"<p>{Svg.Escape(it.Text)}</p>",
        Note it => $"<p class=\"note\">{Svg.Escape(it.Text)}</p>",
        Caveat it => $"<p class=\"care\"><b>Read with care</b>{Svg.Escape(it.Text)}</p>",
        Bullets it => $"<ul>{string.Concat(it.Items.Select(item => $"<li>{Svg.Escape(item)}</li>"))}</ul>",
        KeyFigures it => $"<div class=\"keys\">{string.Concat(it.Items.Select(item => $"<p><b>{Svg.Escape(item.Figure)}</b> {Svg.Escape(item.Meaning)}</p>"))}</div>",
        Figure it => $"<figure>\n<figcaption>{Svg.Escape(it.Subtitle)}</figcaption>\n<div class=\"wide\" role=\"region\" aria-label=\"{Svg.Escape(it.Scene.Title)}\" tabindex=\"0\">{Svg.Inline(it.Scene, it.Id)}</div>\n</figure>",
        DataTable it => Table(it),
        Contents => $"<nav aria-label=\"Contents\"><ol>{string.Concat(report.Contents.Select(line => $"<li>{Links(report, line)}</li>"))}</ol></nav>",
        _ => throw new ArgumentException($"A {block.GetType().Name} has no HTML."),
    };

    /// <summary>The first page by what it found, those that go with it by what they are about.</summary>
    private static string Links(Report report, ContentsLine line) => string.Join("; ", line.Pages.Select((page, i) =>
        $"<a href=\"#p{page + 1}\">{Svg.Escape(i == 0 ? $"{line.Kicker}: {report.Pages[page].Headline}" : report.Pages[page].Kicker.Split(':')[0].ToLowerInvariant())}</a>"));

    private static string Table(DataTable table)
    {
        var html = new StringBuilder($"<div class=\"wide\" role=\"region\" aria-label=\"{Svg.Escape(table.Caption)}\" tabindex=\"0\"><table>\n<caption>{Svg.Escape(table.Caption)}</caption>\n<thead><tr>");
        for (var i = 0; i < table.Head.Count; i++) { html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Words(table, i)}>{Svg.Escape(table.Head[i])}</th>"); }
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Svg.Escape(row[0])}</th>");
            for (var i = 1; i < row.Count; i++) { html.Append(CultureInfo.InvariantCulture, $"<td{Words(table, i)}>{Svg.Escape(row[i])}</td>"); }
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table></div>").ToString();
    }

    private static string Words(DataTable table, int column) => table.Words.Contains(column) && column > 0 ? " class=\"w\"" : "";
}
