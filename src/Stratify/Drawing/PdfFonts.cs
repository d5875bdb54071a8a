using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Stratify.Drawing;

/// <summary>The fonts of a PDF: which glyphs were used, and the subsets that are embedded for them, each with its map back to characters.</summary>
internal sealed class PdfFonts
{
    private readonly List<(FontFace Face, SortedDictionary<int, char> Used)> _fonts = [];

    /// <summary>The operators that show a line of text at the pen: one array for each stretch in one font file.</summary>
    internal string Show(Font font, string text, double size)
    {
        var operators = new StringBuilder();
        FontFace? face = null;
        foreach (var glyph in font.Glyphs(text))
        {
            if (glyph.Face != face)
            {
                if (face is not null) { operators.Append(">] TJ\n"); }
                face = glyph.Face;
                operators.Append(CultureInfo.InvariantCulture, $"/F{Index(face)} {PdfObjects.Number(size)} Tf [<");
            }
            _fonts[Index(face)].Used.TryAdd(glyph.Glyph, glyph.Character);
            operators.Append(CultureInfo.InvariantCulture, $"{glyph.Glyph:X4}");
            if (glyph.Kern != 0) { operators.Append(CultureInfo.InvariantCulture, $">{PdfObjects.Number(-1000 * glyph.Kern)}<"); }
        }
        return face is null ? "" : operators.Append(">] TJ\n").ToString();
    }

    /// <summary>Writes every font that was used, and the dictionary of them.</summary>
    internal string Write(PdfObjects objects)
    {
        var fonts = new StringBuilder("<<");
        for (var i = 0; i < _fonts.Count; i++) { fonts.Append(CultureInfo.InvariantCulture, $"/F{i} {Write(objects, _fonts[i].Face, _fonts[i].Used)} 0 R"); }
        return fonts.Append(">>").ToString();
    }

    private int Index(FontFace face)
    {
        var index = _fonts.FindIndex(font => font.Face == face);
        if (index >= 0) { return index; }
        _fonts.Add((face, []));
        return _fonts.Count - 1;
    }

    private static int Write(PdfObjects objects, FontFace face, SortedDictionary<int, char> used)
    {
        var file = face.Subset(used.Keys);
        var name = $"{SubsetTag(file)}+{face.Name}";
        var scale = 1000.0 / face.UnitsPerEm;
        string Unit(double value) => PdfObjects.Number(value * scale);
        var stream = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"), file);
        var descriptor = objects.Add($"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{string.Join(' ', face.Box.Select(edge => Unit(edge)))}]/ItalicAngle 0/Ascent {Unit(face.Ascent)}/Descent {Unit(face.Descent)}/CapHeight {Unit(face.CapHeight)}/StemV {(face.Name.EndsWith("Regular", StringComparison.Ordinal) ? 80 : 120)}/FontFile2 {stream} 0 R>>");
        var widths = string.Concat(used.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph}[{Unit(face.Advance(glyph))}]")));
        var descendant = objects.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 500/W[{widths}]>>");
        var characters = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        return objects.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {characters} 0 R>>");
    }

    /// <summary>Six letters that name the subset, from its content.</summary>
    private static string SubsetTag(byte[] file) => string.Concat(SHA256.HashData(file).Take(6).Select(value => (char)('A' + (value % 26))));

    private static string ToUnicode(SortedDictionary<int, char> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part) { map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)character:X4}>\n"); }
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
