using System.Text;
using Stratify.Drawing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class DrawingPdfSpec
{
    [Test]
    public void A_document_that_is_tagged_throughout_has_no_fault() => Assert.That(PdfCheck.Faults(Report().Save()), Is.Empty);

    [Test]
    public void Its_structure_reads_in_order_with_the_text_under_each_tag()
    {
        Assert.That(PdfCheck.Outline(Report().Save()), Is.EqualTo(new[]
        {
            "Document", " H1 Where the money goes in Gŵyn", " P Half of it is for one in twenty.", " Link Page 2", " Figure a < b & \"c\" Gŵyn £1,234",
            " Table", "  TR", "   TH Cohort", "   TH Cost", "  TR", "   TH Frail", "   TD £1,234", " H2 Method",
        }));
    }

    [Test]
    public void It_says_its_title_language_and_date_and_leads_to_its_pages()
    {
        var file = new PdfFile(Report().Save());
        var catalog = file.Dictionary(file.Trailer["Root"]);
        var info = file.Dictionary(file.Trailer["Info"]);
        var first = file.Dictionary(file.Dictionary(catalog["Outlines"])["First"]);
        var metadata = Encoding.UTF8.GetString(file.Stream(catalog["Metadata"]));

        Assert.Multiple(() =>
        {
            Assert.That((catalog["Lang"], info["Title"], info["CreationDate"]), Is.EqualTo(((object?)"en-GB", (object?)"Care & cost – Gŵyn", (object?)"D:20250401000000Z")));
            Assert.That(metadata, Does.Contain("Care &amp; cost – Gŵyn").And.Contain("2025-04-01").And.Not.Contain("pdfuaid"), "to claim PDF/UA needs more than these checks");
            Assert.That(() => System.Xml.Linq.XDocument.Parse(metadata[metadata.IndexOf("<x:", StringComparison.Ordinal)..metadata.IndexOf("<?xpacket end", StringComparison.Ordinal)]), Throws.Nothing);
            Assert.That(first["Title"], Is.EqualTo("Where the money goes"));
            Assert.That(file.Dictionary(first["Next"])["Title"], Is.EqualTo("Method"));
            Assert.That(file.Array(file.Dictionary(file.Dictionaries.First(it => it.ContainsKey("MediaBox")))["MediaBox"]), Is.EqualTo(new object[] { 0.0, 0.0, 595.276, 841.89 }));
        });
    }

    /// <summary>£ and ŵ come from two font files; both are embedded, and no outline that is not used.</summary>
    [Test]
    public void Fonts_are_embedded_with_the_glyphs_that_are_used_and_no_others()
    {
        var file = new PdfFile(Report().Save());
        var fonts = file.Dictionaries.Where(it => it.GetValueOrDefault("FontFile2") is not null).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(fonts.Select(font => ((PdfName)font["FontName"]!).Name[7..]), Is.EquivalentTo(new[] { "SourceSans3-Regular", "SourceSans3-Bold", "SourceSans3Ext-Regular", "SourceSans3Ext-Bold" }));
            Assert.That(fonts.Sum(font => file.Stream(font["FontFile2"]).Length), Is.LessThan(60_000));
        });
    }

    [Test]
    public void The_same_calls_give_the_same_bytes()
    {
        var first = Report().Save();

        Assert.That(Report().Save(), Is.EqualTo(first));
    }

    [Test]
    public void The_checks_see_what_is_missing()
    {
        var pdf = new PdfDocument("t", "en-GB", new DateOnly(2025, 4, 1));
        pdf.NewPage();
        pdf.Rectangle(0, 0, 10, 10, Colour.Ink);
        pdf.Begin(pdf.Root.Add("H2"));
        pdf.Text(10, 10, "second", 12);
        pdf.End();
        pdf.Begin(pdf.Root.Add("Figure"));
        pdf.End();
        pdf.Begin(pdf.Root.Add("TH"));

        Assert.That(PdfCheck.Faults(pdf.Save()), Is.EquivalentTo(new[]
        {
            "no outline", "a figure of 1 parts without alternative", "a TH without scope", "the first heading is no H1", "page 0: 1 operators outside tags", "page 0: tags are not balanced",
        }));
    }

    [Test]
    public void A_file_whose_table_of_offsets_is_wrong_is_not_read()
    {
        var bytes = Report().Save();
        var at = Encoding.Latin1.GetString(bytes).LastIndexOf(" 00000 n", StringComparison.Ordinal) - 1;
        bytes[at] = (byte)(bytes[at] == '9' ? '8' : bytes[at] + 1);

        Assert.That(() => new PdfFile(bytes), Throws.InstanceOf<InvalidDataException>());
    }

    private static PdfDocument Report()
    {
        var pdf = new PdfDocument("Care & cost – Gŵyn", "en-GB", new DateOnly(2025, 4, 1));
        pdf.NewPage();
        pdf.BeginArtifact();
        pdf.Rectangle(0, 0, PdfDocument.PageWidth, 40, "#12436d");
        pdf.Line(40, 800, 555, 800, Colour.Axis, 0.5);
        pdf.End();
        pdf.Outline("Where the money goes", 60);
        Say(pdf, pdf.Root.Add("H1"), "Where the money goes in Gŵyn", 80, 700);
        Say(pdf, pdf.Root.Add("P"), "Half of it is for one in twenty.", 110);
        var link = pdf.Root.Add("Link");
        pdf.LinkToPage(link, (40, 120, 100, 16), 1, "To page 2");
        Say(pdf, link, "Page 2", 132);
        pdf.Begin(pdf.Root.Add("Figure", "A picture of everything."));
        pdf.Draw(DrawingSvgSpec.Picture(), 40, 160, 0.75);
        pdf.End();
        AddTable(pdf);
        pdf.NewPage();
        pdf.Outline("Method", 60);
        Say(pdf, pdf.Root.Add("H2"), "Method", 80);
        return pdf;
    }

    private static void AddTable(PdfDocument pdf)
    {
        var table = pdf.Root.Add("Table");
        var head = table.Add("TR");
        Say(pdf, head.Add("TH", scope: "Column"), "Cohort", 300);
        Say(pdf, head.Add("TH", scope: "Column"), "Cost", 300);
        var row = table.Add("TR");
        Say(pdf, row.Add("TH", scope: "Row"), "Frail", 320);
        Say(pdf, row.Add("TD"), "£1,234", 320);
    }

    private static void Say(PdfDocument pdf, PdfTag tag, string text, double y, int weight = 400)
    {
        pdf.Begin(tag);
        pdf.Text(40, y, text, 12, weight);
        pdf.End();
    }
}
