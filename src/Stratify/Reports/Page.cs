using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>One thing on a page, in reading order; HTML and PDF are written from the same blocks.</summary>
public abstract record Block
{
    /// <summary>Whether the PDF has it too: what is looked up more than read stands in the HTML alone, and the PDF says so.</summary>
    public bool IsPrinted { get; init; } = true;
}

public sealed record Heading(string Text) : Block;

public sealed record Paragraph(string Text) : Block;

/// <summary>A picture, with what it measures above it.</summary>
/// <param name="Id">Names its files: <c>charts/ID.png</c>.</param>
/// <param name="Source">Stands under the picture when it is a file of its own.</param>
/// <param name="Figures">What the picture was drawn from, written beside it.</param>
public sealed record Figure(string Id, Scene Scene, string Subtitle, string Source, ResultTable Figures) : Block
{
    /// <summary>The picture as a file of its own.</summary>
    public Scene Framed => Scene.Framed(Subtitle, Source);
}

/// <summary>A table of text; the first column names the row.</summary>
public sealed record DataTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>Columns whose cells are words and stand to the left; the first always is.</summary>
    public IReadOnlyList<int> Words { get; init; } = [];

    /// <summary>As many of its first rows as the PDF has; all where this says nothing.</summary>
    public int? Printed { get; init; }

    /// <summary>Columns of sentences, which are wrapped where room is short; the first always is.</summary>
    public IReadOnlyList<int> Sentences { get; init; } = [];
}

/// <summary>What to bear in mind when reading the page.</summary>
public sealed record Caveat(string Text) : Block;

/// <summary>A word about the page itself, in small letters.</summary>
public sealed record Note(string Text) : Block;

/// <summary>A few figures that stand out.</summary>
public sealed record KeyFigures(IReadOnlyList<(string Figure, string Meaning)> Items) : Block;

public sealed record Bullets(IReadOnlyList<string> Items) : Block;

/// <summary>The list of the pages that follow, each a link.</summary>
public sealed record Contents : Block;

/// <summary>One page: what it is about, what it found, and the blocks that show it.</summary>
public sealed record Page(string Kicker, string Headline, IReadOnlyList<Block> Blocks)
{
    /// <summary>Pages that follow each other with the same name here are one line of the contents; empty for a page that has its own.</summary>
    public string Together { get; init; } = "";

    /// <summary>Whether the PDF has it: one that is not is in the HTML alone, and named in the PDF.</summary>
    public bool IsPrinted { get; init; } = true;
}

/// <summary>A whole report.</summary>
/// <param name="Foot">Repeats at the foot of every page.</param>
/// <param name="Date">The file's date, never taken from a clock.</param>
public sealed record Report(string Title, string Subtitle, string Foot, DateOnly Date, IReadOnlyList<Page> Pages)
{
    /// <summary>All of it in one picture; null where there is none.</summary>
    public Summary? Summary { get; init; }

    /// <summary>What the HTML has and these pages have not, in sentences; empty where nothing was left out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What the list of contents says: every page but the first.</summary>
    public IReadOnlyList<ContentsLine> Contents =>
        [.. Enumerable.Range(1, Math.Max(0, Pages.Count - 1)).GroupBy(i => Pages[i].Together.Length > 0 ? Pages[i].Together : $"{i}")
            .Select(line => new ContentsLine(Pages[line.First()].Together.Length > 0 ? $"{line.Key}: {Format.Inside(Pages[line.First()].Headline)}" : Pages[line.First()].Headline, Kicker(Pages[line.First()]), [.. line]))];

    /// <summary>What a page is about, without the name that its headline begins with.</summary>
    private static string Kicker(Page page) =>
        page.Kicker.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at && page.Headline.StartsWith($"{page.Kicker[(at + 2)..]}:", StringComparison.Ordinal) ? page.Kicker[..at] : page.Kicker;

    public IEnumerable<Figure> Figures => Pages.SelectMany(page => page.Blocks).OfType<Figure>();
}

/// <summary>One line of the list of contents.</summary>
/// <param name="Text">What the first of its pages found.</param>
/// <param name="Kicker">What that page is about.</param>
/// <param name="Pages">Their numbers in the report, from 0.</param>
public sealed record ContentsLine(string Text, string Kicker, IReadOnlyList<int> Pages);
