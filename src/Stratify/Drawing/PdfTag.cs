namespace Stratify.Drawing;

/// <summary>An element of a PDF's structure: what a screen reader walks through (H1, P, Table, TH, Figure…).</summary>
public sealed class PdfTag
{
    private readonly List<PdfTag> _children = [];

    internal PdfTag(string role) => Role = role;

    public string Role { get; }

    /// <summary>What a figure shows, for those who cannot see it.</summary>
    public string? Alternative { get; init; }

    /// <summary>Column or Row, for a TH.</summary>
    public string? Scope { get; init; }

    internal IReadOnlyList<PdfTag> Children => _children;

    /// <summary>Everything below the tag in reading order: tags, marked content (page, number) and links (annotation, page).</summary>
    internal List<object> Kids { get; } = [];

    internal int Object { get; set; }

    public PdfTag Add(string role, string? alternative = null, string? scope = null)
    {
        var tag = new PdfTag(role) { Alternative = alternative, Scope = scope };
        _children.Add(tag);
        Kids.Add(tag);
        return tag;
    }
}

/// <summary>A piece of a page's content that belongs to a tag.</summary>
internal sealed record MarkedContent(int PageObject, int Number);

/// <summary>A link that belongs to a tag.</summary>
internal sealed record LinkReference(int Annotation, int PageObject);
