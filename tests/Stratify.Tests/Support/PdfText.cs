using System.Text;

namespace Stratify.Tests.Support;

/// <summary>What a page's content says and to what each operator belongs.</summary>
/// <param name="Pieces">Text objects in drawing order, each with the number of its marked content; -1 for an artifact.</param>
/// <param name="Loose">Operators that draw and stand in no tag and no artifact.</param>
public sealed record PdfText(IReadOnlyList<(int Mark, string Text)> Pieces, IReadOnlyList<string> Loose, IReadOnlyList<int> Marks, bool Balanced)
{
    private static readonly HashSet<string> Drawing = ["`Tj", "`TJ", "`f", "`f*", "`S", "`s", "`B", "`b", "`Do", "`sh"];

    public static PdfText Of(PdfFile file, Dictionary<string, object?> page)
    {
        var syntax = new PdfSyntax(Encoding.Latin1.GetString(file.Stream(page["Contents"])), 0);
        var fonts = file.Dictionary(file.Dictionary(page["Resources"])["Font"]);
        var maps = fonts.ToDictionary(font => font.Key, font => Characters(file, font.Value));
        var (pieces, loose, marks, open, operands) = (new List<(int, string)>(), new List<string>(), new List<int>(), new Stack<int>(), new List<object?>());
        var (font, balanced) = ("", true);
        while (!syntax.Done)
        {
            var value = syntax.Value();
            if (value is not string { Length: > 1 } word || word[0] != '`') { operands.Add(value); continue; }
            if (Drawing.Contains(word) && open.Count == 0) { loose.Add(word[1..]); }
            switch (word)
            {
                case "`BDC": open.Push(PdfFile.Whole(((Dictionary<string, object?>)operands[1]!)["MCID"])); marks.Add(open.Peek()); break;
                case "`BMC": open.Push(-1); break;
                case "`EMC": balanced &= open.TryPop(out _); break;
                case "`Tf": font = ((PdfName)operands[0]!).Name; break;
                case "`BT": pieces.Add((open.Count > 0 ? open.Peek() : -1, "")); break;
                case "`TJ": pieces[^1] = (pieces[^1].Item1, pieces[^1].Item2 + string.Concat(((List<object?>)operands[0]!).OfType<string>().SelectMany(codes => codes.Chunk(2)).Select(code => maps[font][(code[0] << 8) | code[1]]))); break;
            }
            operands.Clear();
        }
        return new PdfText(pieces, loose, marks, balanced && open.Count == 0);
    }

    /// <summary>The map from glyphs to characters that a font carries.</summary>
    private static Dictionary<int, string> Characters(PdfFile file, object? font)
    {
        var lines = Encoding.ASCII.GetString(file.Stream(file.Dictionary(font)["ToUnicode"])).Split('\n').Where(line => line.StartsWith('<') && line.Split(' ').Length == 2);
        return lines.Select(line => line.Split(' ').Select(part => Convert.FromHexString(part.Trim('<', '>'))).ToArray()).ToDictionary(pair => (pair[0][0] << 8) | pair[0][1], pair => Encoding.BigEndianUnicode.GetString(pair[1]));
    }
}
