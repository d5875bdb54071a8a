using Stratify.Drawing;

namespace Stratify.Reports;

/// <summary>Lays a table out: columns as wide as their content, the words of the first wrapped where room is short, and the head again on each new sheet.</summary>
internal static class PdfTable
{
    private const double Pad = 10;

    internal static void Put(PdfLayout layout, PdfTag section, DataTable table)
    {
        var size = Size(table);
        var widths = Widths(table, size);
        var tag = section.Add("Table");
        var head = Wrapped(table.Head, widths, size, 700);
        layout.Room(60 + Height(layout, head, size));
        layout.Y += 6;
        layout.Lines(tag.Add("Caption"), table.Caption, (11.5, 600, Colour.Ink, 1.3));
        layout.Y += 2;
        Head(layout, tag.Add("THead").Add("TR"), new Cells(table, head, widths, size));
        var body = tag.Add("TBody");
        foreach (var row in table.Rows)
        {
            var cells = Wrapped(row, widths, size, 600);
            if (layout.Room(Height(layout, cells, size))) { RepeatedHead(layout, new Cells(table, head, widths, size)); }
            var line = body.Add("TR");
            Row(layout, new Cells(table, cells, widths, size), i => i == 0 ? line.Add("TH", scope: "Row") : line.Add("TD"), weight: 400);
            Rule(layout, Colour.Grid, 0.6);
        }
        layout.Y += 8;
    }

    private static void Head(PdfLayout layout, PdfTag tag, Cells head)
    {
        Row(layout, head, _ => tag.Add("TH", scope: "Column"), weight: 700);
        Rule(layout, Colour.Ink, 1);
    }

    /// <summary>On a further sheet the head is decoration: whoever listens has heard it.</summary>
    private static void RepeatedHead(PdfLayout layout, Cells head)
    {
        layout.Pdf.BeginArtifact();
        Row(layout, head, _ => null, weight: 700);
        layout.Pdf.End();
        Rule(layout, Colour.Ink, 1);
    }

    private static void Row(PdfLayout layout, Cells row, Func<int, PdfTag?> tagOf, int weight)
    {
        var x = PdfLayout.Margin;
        for (var i = 0; i < row.Lines.Count; i++)
        {
            var left = i == 0 || row.Table.Words.Contains(i);
            var tag = tagOf(i);
            if (tag is not null) { layout.Pdf.Begin(tag); }
            for (var line = 0; line < row.Lines[i].Count; line++)
            {
                var y = layout.Y + (row.Size * (1.12 + (line * Leading(layout))));
                layout.Pdf.Text(left ? x + 2 : x + row.Widths[i] - 2, y, row.Lines[i][line] + (left ? " " : ""), row.Size, i == 0 ? Math.Max(weight, 600) : weight, Colour.Ink, left ? Anchor.Start : Anchor.End);
            }
            if (tag is not null) { layout.Pdf.End(); }
            x += row.Widths[i];
        }
        layout.Y += Height(layout, row.Lines, row.Size);
    }

    private static void Rule(PdfLayout layout, string colour, double width)
    {
        layout.Pdf.BeginArtifact();
        layout.Pdf.Line(PdfLayout.Margin, layout.Y, PdfLayout.Margin + PdfLayout.Width, layout.Y, colour, width);
        layout.Pdf.End();
    }

    private static double Leading(PdfLayout layout) => 1.25 * Math.Max(0.9, layout.Space);

    private static double Height(PdfLayout layout, IReadOnlyList<IReadOnlyList<string>> lines, double size) => (size * Leading(layout) * lines.Max(cell => Math.Max(1, cell.Count))) + (4 * layout.Space);

    private static List<IReadOnlyList<string>> Wrapped(IReadOnlyList<string> cells, double[] widths, double size, int weight) =>
        [.. cells.Select((cell, i) => TextLayout.Lines(cell, widths[i] - 6, size, i == 0 ? Math.Max(weight, 600) : weight))];

    /// <summary>11 points, or a little less where the figures alone would not leave room for the names.</summary>
    private static double Size(DataTable table)
    {
        double size = 11;
        while (size > 9.5 && Figures(table, size).Where((_, i) => !Wraps(table, i)).Sum() > PdfLayout.Width * 0.72) { size -= 0.5; }
        return size;
    }

    /// <summary>The width that each column needs: its longest figure, or the longest word of its heading.</summary>
    private static IEnumerable<double> Figures(DataTable table, double size) => Enumerable.Range(0, table.Head.Count).Select(i => Pad + Math.Max(
        table.Rows.Select(row => Font.Get(i == 0 ? 600 : 400).Measure(row[i], size)).DefaultIfEmpty(0).Max(),
        table.Head[i].Split(' ').Max(word => Font.Get(700).Measure(word, size))));

    /// <summary>The first column and those of sentences take what the others leave; spare room is shared out.</summary>
    private static double[] Widths(DataTable table, double size)
    {
        var widths = Figures(table, size).ToArray();
        if (widths.Sum() > PdfLayout.Width) { Share(table, size, widths); }
        var rest = PdfLayout.Width - widths.Skip(1).Sum();
        var spare = Math.Max(0, rest - widths[0]) / widths.Length;
        for (var i = 1; i < widths.Length; i++) { widths[i] += spare; }
        widths[0] = PdfLayout.Width - widths.Skip(1).Sum();
        return widths;
    }

    /// <summary>Each column of sentences gets its longest word, and of what is left a part as great as its length asks for.</summary>
    private static void Share(DataTable table, double size, double[] widths)
    {
        int[] wrapped = [.. Enumerable.Range(0, widths.Length).Where(i => Wraps(table, i))];
        var words = wrapped.ToDictionary(i => i, i => Pad + table.Rows.Select(row => row[i]).Append(table.Head[i]).SelectMany(text => text.Split(' ')).Max(word => Font.Get(700).Measure(word, size)));
        var left = PdfLayout.Width - widths.Where((_, i) => !wrapped.Contains(i)).Sum() - words.Values.Sum();
        var asked = wrapped.Sum(i => Math.Max(0, widths[i] - words[i]));
        foreach (var i in wrapped.Where(i => i > 0)) { widths[i] = words[i] + (Math.Max(0, left) * Math.Max(0, widths[i] - words[i]) / Math.Max(1, asked)); }
    }

    private static bool Wraps(DataTable table, int column) => column == 0 || table.Sentences.Contains(column);

    /// <summary>One row, its cells broken into lines.</summary>
    private sealed record Cells(DataTable Table, IReadOnlyList<IReadOnlyList<string>> Lines, double[] Widths, double Size);
}
