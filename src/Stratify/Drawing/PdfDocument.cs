using System.Globalization;
using System.Text;
using static Stratify.Drawing.PdfObjects;

namespace Stratify.Drawing;

/// <summary>
/// Writes a tagged PDF 1.7 on A4, drawn as vectors: structure, alternative text, outline, links, language and embedded subset fonts.
/// Places are in points from the page's top left. The same calls give the same bytes.
/// </summary>
/// <param name="created">Shown as the file's date; never taken from a clock.</param>
public sealed class PdfDocument(string title, string language, DateOnly created)
{
    public const double PageWidth = 595.276, PageHeight = 841.89;

    private readonly PdfObjects _objects = new();
    private readonly PdfFonts _fonts = new();
    private readonly List<Page> _pages = [];
    private readonly List<(string Title, int Page, double Y)> _outline = [];
    private readonly List<Link> _links = [];

    /// <summary>Whether only the places of things are wanted and not the file: nothing is drawn, and pages are counted.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The root of what a screen reader reads.</summary>
    public PdfTag Root { get; } = new("Document");

    public int Pages => _pages.Count;

    public void NewPage() => _pages.Add(new Page(_objects.Reserve()));

    /// <summary>What is drawn until <see cref="End"/> belongs to a tag.</summary>
    public void Begin(PdfTag tag)
    {
        Content.Append(CultureInfo.InvariantCulture, $"/{tag.Role} <</MCID {Current.Marked.Count}>> BDC\n");
        tag.Kids.Add(new MarkedContent(Current.Object, Current.Marked.Count));
        Current.Marked.Add(tag);
    }

    /// <summary>What is drawn until <see cref="End"/> is decoration, or repeats on every page.</summary>
    public void BeginArtifact() => Content.Append("/Artifact BMC\n");

    public void End() => Content.Append("EMC\n");

    public void Text(double x, double y, string text, double size, int weight = 400, string colour = Colour.Ink, Anchor anchor = Anchor.Start)
    {
        if (IsDraft) { return; }
        var font = Font.Get(weight);
        var left = x - (anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 } * font.Measure(text, size));
        Content.Append(CultureInfo.InvariantCulture, $"BT {Paint(colour, "rg")} 1 0 0 1 {Number(left)} {Number(PageHeight - y)} Tm\n{_fonts.Show(font, text, size)}ET\n");
    }

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        Content.Append(CultureInfo.InvariantCulture, $"{Paint(fill, "rg")} {Number(x)} {Number(PageHeight - y - height)} {Number(width)} {Number(height)} re f\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width) =>
        Content.Append(CultureInfo.InvariantCulture, $"{Paint(stroke, "RG")} {Number(width)} w {Number(x1)} {Number(PageHeight - y1)} m {Number(x2)} {Number(PageHeight - y2)} l S\n");

    /// <summary>A picture with its top left corner at a place.</summary>
    public void Draw(Scene scene, double x, double y, double scale)
    {
        if (IsDraft) { return; }
        foreach (var shape in scene.Shapes)
        {
            if (shape is TextShape text) { Text(x + (text.X * scale), y + (text.Y * scale), text.Text, text.Size * scale, text.Weight, text.Colour, text.Anchor); }
            else { Content.Append(PdfShapes.Operators(shape, (x, PageHeight - y), scale)); }
        }
    }

    /// <summary>An entry of the outline that leads to a place on the current page.</summary>
    public void Outline(string entry, double y) => _outline.Add((entry, _pages.Count - 1, y));

    /// <summary>Makes a place of the current page lead to a page (from 0), which may come later.</summary>
    public void LinkToPage(PdfTag tag, (double X, double Y, double Width, double Height) place, int page, string label)
    {
        var annotation = _objects.Reserve();
        Current.Annotations.Add(annotation);
        tag.Kids.Add(new LinkReference(annotation, Current.Object));
        _links.Add(new Link(tag, annotation, place, page, label));
    }

    /// <exception cref="InvalidOperationException">It is a draft.</exception>
    public byte[] Save()
    {
        if (IsDraft) { throw new InvalidOperationException("A draft is not saved."); }
        int pages = _objects.Reserve(), structure = _objects.Reserve();
        WritePages(pages, _objects.Add(_fonts.Write(_objects)));
        WriteLinks();
        WriteStructure(structure);
        var outline = WriteOutline();
        var date = string.Create(CultureInfo.InvariantCulture, $"D:{created:yyyyMMdd}000000Z");
        var info = _objects.Add($"<</Title{PdfObjects.Text(title)}/Producer(Stratify)/Creator(Stratify)/CreationDate({date})/ModDate({date})>>");
        var metadata = _objects.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Metadata()), compress: false);
        var catalog = _objects.Add($"<</Type/Catalog/Pages {pages} 0 R/Lang({language})/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R/Metadata {metadata} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Outlines {outline} 0 R/PageMode/UseOutlines>>");
        return _objects.Write(catalog, info);
    }

    private Page Current => _pages[^1];

    private StringBuilder Content => Current.Content;

    private void WritePages(int pages, int fonts)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var content = _objects.AddStream("", Encoding.Latin1.GetBytes(_pages[i].Content.ToString()));
            var annotations = _pages[i].Annotations.Count == 0 ? "" : $"/Annots[{string.Join(' ', _pages[i].Annotations.Select(annotation => $"{annotation} 0 R"))}]";
            _objects.Set(_pages[i].Object, string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {Number(PageWidth)} {Number(PageHeight)}]/Resources<</Font {fonts} 0 R>>/Contents {content} 0 R/StructParents {i}/Tabs/S{annotations}>>"));
        }
        _objects.Set(pages, $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(page => $"{page.Object} 0 R"))}]>>");
    }

    private void WriteLinks()
    {
        for (var i = 0; i < _links.Count; i++)
        {
            var (_, annotation, (x, y, width, height), page, label) = _links[i];
            _objects.Set(annotation, $"<</Type/Annot/Subtype/Link/Rect[{Number(x)} {Number(PageHeight - y - height)} {Number(x + width)} {Number(PageHeight - y)}]/Border[0 0 0]/F 4/Contents{PdfObjects.Text(label)}/StructParent {_pages.Count + i}/Dest[{_pages[page].Object} 0 R/XYZ 0 {Number(PageHeight)} 0]>>");
        }
    }

    private void WriteStructure(int structure)
    {
        Number(Root);
        WriteTag(Root, structure);
        var parents = new StringBuilder();
        for (var i = 0; i < _pages.Count; i++) { parents.Append(CultureInfo.InvariantCulture, $"{i}[{string.Join(' ', _pages[i].Marked.Select(tag => $"{tag.Object} 0 R"))}]\n"); }
        for (var i = 0; i < _links.Count; i++) { parents.Append(CultureInfo.InvariantCulture, $"{_pages.Count + i} {_links[i].Tag.Object} 0 R\n"); }
        var tree = _objects.Add($"<</Nums[{parents}]>>");
        _objects.Set(structure, $"<</Type/StructTreeRoot/K[{Root.Object} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {_pages.Count + _links.Count}>>");

        void Number(PdfTag tag)
        {
            tag.Object = _objects.Reserve();
            foreach (var child in tag.Children) { Number(child); }
        }
    }

    private void WriteTag(PdfTag tag, int parent)
    {
        var kids = string.Join(' ', tag.Kids.Select(kid => kid switch
        {
            PdfTag child => $"{child.Object} 0 R",
            MarkedContent content => $"<</Type/MCR/Pg {content.PageObject} 0 R/MCID {content.Number}>>",
            LinkReference link => $"<</Type/OBJR/Obj {link.Annotation} 0 R/Pg {link.PageObject} 0 R>>",
            _ => throw new ArgumentException($"A {kid.GetType().Name} has no place in the structure."),
        }));
        var alternative = tag.Alternative is null ? "" : $"/Alt{PdfObjects.Text(tag.Alternative)}";
        var scope = tag.Scope is null ? "" : $"/A<</O/Table/Scope/{tag.Scope}>>";
        _objects.Set(tag.Object, $"<</Type/StructElem/S/{tag.Role}/P {parent} 0 R{alternative}{scope}/K[{kids}]>>");
        foreach (var child in tag.Children) { WriteTag(child, tag.Object); }
    }

    private int WriteOutline()
    {
        var root = _objects.Reserve();
        var entries = _outline.Select(_ => _objects.Reserve()).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, page, y) = _outline[i];
            var neighbours = (i > 0 ? $"/Prev {entries[i - 1]} 0 R" : "") + (i + 1 < entries.Count ? $"/Next {entries[i + 1]} 0 R" : "");
            _objects.Set(entries[i], $"<</Title{PdfObjects.Text(entry)}/Parent {root} 0 R{neighbours}/Dest[{_pages[page].Object} 0 R/XYZ 0 {Number(PageHeight - y)} 0]>>");
        }
        _objects.Set(root, entries.Count == 0 ? "<</Type/Outlines/Count 0>>" : $"<</Type/Outlines/First {entries[0]} 0 R/Last {entries[^1]} 0 R/Count {entries.Count}>>");
        return root;
    }

    private string Metadata() => string.Create(CultureInfo.InvariantCulture, $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Svg.Escape(title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>{created:yyyy-MM-dd}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{created:yyyy-MM-dd}T00:00:00Z</xmp:ModifyDate><xmp:CreatorTool>Stratify</xmp:CreatorTool><pdf:Producer>Stratify</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>");

    private static string Paint(string colour, string operation) => PdfShapes.Paint(colour, operation);

    private sealed record Page(int Object)
    {
        internal StringBuilder Content { get; } = new();

        internal List<PdfTag> Marked { get; } = [];

        internal List<int> Annotations { get; } = [];
    }

    private sealed record Link(PdfTag Tag, int Annotation, (double X, double Y, double Width, double Height) Place, int Page, string Label);
}
