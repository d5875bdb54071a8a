using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports;

/// <summary>Lays a report out on sheets. Sizes are in points: text 12, tables 11 or a little less where they are wide.</summary>
internal sealed class PdfLayout
{
    internal const double Margin = 42.5, Width = PdfDocument.PageWidth - (2 * Margin), Bottom = PdfDocument.PageHeight - 48;
    private const double Text = 12;

    private readonly PdfDocument _pdf;
    private readonly Report _report;
    private readonly PdfPlan _plan;
    private readonly List<int> _starts = [];
    private readonly List<bool> _tight = [];

    internal PdfLayout(Report report, PdfPlan plan, bool isDraft)
    {
        (_report, _plan) = (report, plan);
        _pdf = new PdfDocument(report.Title, "en-GB", report.Date) { IsDraft = isDraft };
        foreach (var page in report.Pages)
        {
            Space = _plan.Tight[_starts.Count] ? 0.87 : 1;
            Put(page);
            _tight.Add(Space < 1 || (_pdf.Pages - 1 > _starts[^1] && Y < PdfDocument.PageHeight / 5));
        }
    }

    /// <summary>What this layout found, to make the next one by.</summary>
    internal PdfPlan Found => new(_starts, _tight, _pdf.Pages);

    /// <summary>1, or less where a page is to be kept on its sheet.</summary>
    internal double Space { get; private set; }

    /// <summary>Where the next block goes, from the sheet's top.</summary>
    internal double Y { get; set; }

    internal PdfDocument Pdf => _pdf;

    internal byte[] Save() => _pdf.Save();

    /// <summary>Goes to a new sheet when a block of this height would not fit on this one.</summary>
    internal bool Room(double height)
    {
        if (Y + height <= Bottom) { return false; }
        NewSheet();
        return true;
    }

    /// <summary>Lines of text in a tag; long text goes on over sheets.</summary>
    internal void Lines(PdfTag tag, string text, (double Size, int Weight, string Colour, double Leading) style, double indent = 0)
    {
        _pdf.Begin(tag);
        foreach (var line in TextLayout.Lines(text, Width - indent, style.Size, style.Weight))
        {
            var height = style.Size * style.Leading * Space;
            if (Y + height > Bottom)
            {
                _pdf.End();
                NewSheet();
                _pdf.Begin(tag);
            }
            Y += height;
            // The space keeps the last word apart from the next line's first where text is copied out.
            _pdf.Text(Margin + indent, Y - (style.Size * 0.28), line + " ", style.Size, style.Weight, style.Colour);
        }
        _pdf.End();
    }

    private void Put(Page page)
    {
        NewSheet();
        _starts.Add(_pdf.Pages - 1);
        var section = _pdf.Root.Add("Sect");
        if (_pdf.Pages == 1)
        {
            _pdf.Outline(_report.Title, 0);
            Lines(section.Add("H1"), _report.Title, (23, 700, Colour.Ink, 1.15));
            Lines(section.Add("P"), _report.Subtitle, (Text, 400, Colour.SecondInk, 1.4));
            Y += 10;
        }
        Lines(section.Add("P"), page.Kicker, (10.5, 600, Colour.SecondInk, 1.3));
        if (_pdf.Pages > 1) { _pdf.Outline(page.Headline, Y); }
        Y += 2;
        Lines(section.Add("H2"), page.Headline, (18, 700, Palette.Navy, 1.2));
        Y += 6;
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            // A heading does not stand alone at a sheet's foot: with a picture goes its own.
            if (page.Blocks[i] is Heading && page.Blocks.ElementAtOrDefault(i + 1) is Figure figure) { Room(Height(figure) + 30); }
            Put(section, page.Blocks[i]);
        }
    }

    /// <summary>With its subtitle above.</summary>
    private static double Height(Figure figure) => (figure.Scene.Height * Width / figure.Scene.Width) + 36;

    private void Put(PdfTag section, Block block)
    {
        switch (block)
        {
            case Heading it:
                Room(70);
                Y += 8 * Space;
                Lines(section.Add("H3"), it.Text, (13, 700, Colour.Ink, 1.3));
                break;
            case Paragraph it:
                Lines(section.Add("P"), it.Text, (Text, 400, Colour.Ink, 1.32));
                Y += 6 * Space;
                break;
            case Note it: Lines(section.Add("P"), it.Text, (10.5, 400, Colour.SecondInk, 1.3)); break;
            case Bullets it: Put(section.Add("L"), it); break;
            case Figure it: Put(section, it); break;
            case KeyFigures it: Put(section, it); break;
            case Caveat it: Put(section, it); break;
            case DataTable it: PdfTable.Put(this, section, it); break;
            case Contents: PutContents(section); break;
            default: throw new ArgumentException($"A {block.GetType().Name} has no place in a PDF.");
        }
    }

    private void Put(PdfTag list, Bullets bullets)
    {
        foreach (var item in bullets.Items)
        {
            var entry = list.Add("LI");
            Room(Text * 1.32);
            _pdf.Begin(entry.Add("Lbl"));
            _pdf.Text(Margin + 3, Y + 12.5, "•", Text, 700, Palette.Navy);
            _pdf.End();
            Lines(entry.Add("LBody"), item, (Text, 400, Colour.Ink, 1.32), 16);
            Y += 3 * Space;
        }
        Y += 4 * Space;
    }

    private void Put(PdfTag section, Figure figure)
    {
        var scale = Width / figure.Scene.Width;
        Room(Height(figure));
        Y += 4;
        Lines(section.Add("P"), figure.Subtitle, (11, 400, Colour.SecondInk, 1.3));
        Y += 6;
        _pdf.Begin(section.Add("Figure", alternative: figure.Scene.Alternative));
        _pdf.Draw(figure.Scene, Margin, Y, scale);
        _pdf.End();
        Y += (figure.Scene.Height * scale) + 8;
    }

    private void Put(PdfTag section, KeyFigures keys)
    {
        var width = Width / keys.Items.Count;
        var texts = keys.Items.Select(item => TextLayout.Lines(item.Meaning, width - 24, 11, 400)).ToList();
        var height = 44 + (14 * texts.Max(lines => lines.Count));
        Room(height + 12);
        _pdf.BeginArtifact();
        _pdf.Rectangle(Margin, Y, Width, height, Colour.Pale);
        for (var i = 0; i < texts.Count; i++) { _pdf.Rectangle(Margin + (width * i), Y, 3, height, Palette.Navy); }
        _pdf.End();
        for (var i = 0; i < texts.Count; i++)
        {
            _pdf.Begin(section.Add("P"));
            _pdf.Text(Margin + (width * i) + 12, Y + 27, keys.Items[i].Figure + " ", 23, 700, Palette.Navy);
            for (var line = 0; line < texts[i].Count; line++) { _pdf.Text(Margin + (width * i) + 12, Y + 44 + (14 * line), texts[i][line] + " ", 11); }
            _pdf.End();
        }
        Y += height + 8;
    }

    private void Put(PdfTag section, Caveat caveat)
    {
        var lines = TextLayout.Lines(caveat.Text, Width - 28, 11, 400);
        var height = (14 * lines.Count) + 28;
        Room(height + 4);
        Y += 4;
        _pdf.BeginArtifact();
        _pdf.Rectangle(Margin, Y, Width, height, "#fff7e0");
        _pdf.Rectangle(Margin, Y, 4, height, "#a86a00");
        _pdf.End();
        _pdf.Begin(section.Add("P"));
        _pdf.Text(Margin + 14, Y + 17, "Read with care ", 11, 700);
        for (var line = 0; line < lines.Count; line++) { _pdf.Text(Margin + 14, Y + 32 + (14 * line), lines[line] + " ", 11); }
        _pdf.End();
        Y += height + 6;
    }

    /// <summary>On this sheet where all of it fits, else on one of its own under a heading.</summary>
    private void PutContents(PdfTag section)
    {
        const double row = 16.5, numbers = 52;
        if (Room((row * _report.Contents.Count) + 16))
        {
            Lines(section.Add("H3"), "What this report says", (13, 700, Colour.Ink, 1.3));
            Y += 4;
        }
        var contents = section.Add("TOC");
        foreach (var line in _report.Contents)
        {
            Room(row);
            var item = contents.Add("TOCI");
            var first = item.Add("Link");
            _pdf.Begin(first);
            _pdf.Text(Margin, Y + 12.5, TextLayout.Shortened(line.Text, Width - numbers - 8, 11.5, 400) + " ", 11.5, 400, Palette.Navy);
            _pdf.End();
            _pdf.LinkToPage(first, (Margin, Y, Width - numbers, 16), _plan.Starts[line.Pages[0]], $"Page {Sheet(line.Pages[0])}: {line.Text}");
            for (var i = 0; i < line.Pages.Count; i++) { PutNumber(item.Add("Link"), line.Pages[i], Margin + Width - ((line.Pages.Count - 1 - i) * 28)); }
            Y += row;
        }
        if (_report.Contents.Any(line => line.Pages.Count > 1)) { Lines(section.Add("P"), "Of cohorts, first the page on what they cost, then the one on where to look first.", (10.5, 400, Colour.SecondInk, 1.4)); }
        if (_report.LeftOut.Count > 0) { Y += 8; }
        foreach (var left in _report.LeftOut) { Lines(section.Add("P"), left, (10.5, 400, Colour.SecondInk, 1.4)); }
        Y += 6;
    }

    private void PutNumber(PdfTag link, int page, double end)
    {
        _pdf.Begin(link);
        _pdf.Text(end, Y + 12.5, Sheet(page), 11.5, 600, Palette.Navy, Anchor.End);
        _pdf.End();
        _pdf.LinkToPage(link, (end - 24, Y, 24, 16), _plan.Starts[page], $"Page {Sheet(page)}: {_report.Pages[page].Headline}");
    }

    private string Sheet(int page) => (_plan.Starts[page] + 1).ToString(CultureInfo.InvariantCulture);

    private void NewSheet()
    {
        _pdf.NewPage();
        _pdf.BeginArtifact();
        _pdf.Rectangle(0, 0, PdfDocument.PageWidth, _pdf.Pages == 1 ? 8 : 4, Palette.Navy);
        _pdf.Text(Margin, PdfDocument.PageHeight - 24, _report.Foot, 9, 400, Colour.SecondInk);
        _pdf.Text(Margin + Width, PdfDocument.PageHeight - 24, string.Create(CultureInfo.InvariantCulture, $"{_pdf.Pages} of {_plan.Sheets}"), 9, 400, Colour.SecondInk, Anchor.End);
        _pdf.End();
        Y = _pdf.Pages == 1 ? 40 : 30;
    }
}
