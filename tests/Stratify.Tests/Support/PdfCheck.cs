using System.Text;

namespace Stratify.Tests.Support;

/// <summary>The part of PDF/UA's checks that a program can make, each fault in words; empty when there is none.</summary>
public static class PdfCheck
{
    public static IReadOnlyList<string> Faults(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        var catalog = file.Dictionary(file.Trailer["Root"]);
        var elements = file.Dictionaries.Where(it => Is(it, "Type", "StructElem")).ToList();
        var pages = file.Dictionaries.Where(it => Is(it, "Type", "Page")).ToList();
        return [.. Document(file, catalog), .. Structure(file, elements), .. pages.SelectMany((page, i) => Page(file, (page, i), catalog)), .. Fonts(file), .. Links(file, catalog)];
    }

    /// <summary>The roles of the structure in reading order, each indented by its depth, with the text under it.</summary>
    public static IReadOnlyList<string> Outline(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        var texts = file.Dictionaries.Where(it => Is(it, "Type", "Page")).ToDictionary(page => page, page => PdfText.Of(file, page));
        var lines = new List<string>();
        foreach (var kid in file.Array(file.Dictionary(file.Dictionary(file.Trailer["Root"])["StructTreeRoot"])["K"])) { Walk(kid, 0); }
        return lines;

        void Walk(object? reference, int depth)
        {
            var it = file.Dictionary(reference);
            if (Is(it, "Type", "OBJR")) { return; }
            if (Is(it, "Type", "MCR")) { lines[^1] += string.Concat(texts[file.Dictionary(it["Pg"])].Pieces.Where(piece => piece.Mark == PdfFile.Whole(it["MCID"])).Select(piece => $" {piece.Text}")); return; }
            lines.Add(new string(' ', depth) + ((PdfName)it["S"]!).Name);
            foreach (var kid in file.Array(it["K"])) { Walk(kid, depth + 1); }
        }
    }

    private static IEnumerable<string> Document(PdfFile file, Dictionary<string, object?> catalog)
    {
        if (catalog.GetValueOrDefault("Lang") is not string { Length: > 1 }) { yield return "no language"; }
        if (file.Dictionary(catalog.GetValueOrDefault("MarkInfo")).GetValueOrDefault("Marked") is not true) { yield return "not marked"; }
        if (file.Dictionary(catalog.GetValueOrDefault("ViewerPreferences")).GetValueOrDefault("DisplayDocTitle") is not true) { yield return "title not shown"; }
        if (file.Dictionary(catalog.GetValueOrDefault("Outlines")).GetValueOrDefault("First") is null) { yield return "no outline"; }
        if (file.Dictionary(file.Trailer["Info"]).GetValueOrDefault("Title") is not string { Length: > 0 } title) { yield return "no title"; yield break; }
        if (!Encoding.UTF8.GetString(file.Stream(catalog["Metadata"])).Contains("dc:title", StringComparison.Ordinal)) { yield return $"'{title}' is not in the metadata"; }
    }

    private static IEnumerable<string> Structure(PdfFile file, List<Dictionary<string, object?>> elements)
    {
        if (elements.Count == 0) { yield return "no structure"; }
        foreach (var figure in elements.Where(it => Is(it, "S", "Figure") && it.GetValueOrDefault("Alt") is not string { Length: > 0 })) { yield return $"a figure of {file.Array(figure["K"]).Count} parts without alternative"; }
        foreach (var _ in elements.Where(it => Is(it, "S", "TH") && file.Dictionary(it.GetValueOrDefault("A")).GetValueOrDefault("Scope") is null)) { yield return "a TH without scope"; }
        foreach (var element in elements.Where(it => !file.Array(file.Dictionary(it["P"])["K"]).Any(kid => file.Follow(kid) == it))) { yield return $"{((PdfName)element["S"]!).Name} is no kid of its parent"; }
        var levels = elements.Select(it => ((PdfName)it["S"]!).Name).Where(role => role is ['H', >= '1' and <= '6']).Select(role => role[1] - '0').ToList();
        if (levels.Count == 0 || levels[0] != 1) { yield return "the first heading is no H1"; }
        if (levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1)) { yield return "a level of headings is skipped"; }
    }

    private static IEnumerable<string> Page(PdfFile file, (Dictionary<string, object?> It, int Number) page, Dictionary<string, object?> catalog)
    {
        var text = PdfText.Of(file, page.It);
        if (!Is(page.It, "Tabs", "S")) { yield return $"page {page.Number}: tab order is not the structure's"; }
        if (text.Loose.Count > 0) { yield return $"page {page.Number}: {text.Loose.Count} operators outside tags"; }
        if (!text.Balanced) { yield return $"page {page.Number}: tags are not balanced"; }
        if (!text.Marks.SequenceEqual(Enumerable.Range(0, text.Marks.Count))) { yield return $"page {page.Number}: marks are not numbered in order"; }
        var owners = file.Array(Parent(file, catalog, PdfFile.Whole(page.It["StructParents"])));
        for (var mark = 0; mark < text.Marks.Count; mark++)
        {
            var owns = mark < owners.Count && file.Array(file.Dictionary(owners[mark])["K"]).Any(kid => file.Follow(kid) is Dictionary<string, object?> it && Is(it, "Type", "MCR") && PdfFile.Whole(it["MCID"]) == mark && file.Dictionary(it["Pg"]) == page.It);
            if (!owns) { yield return $"page {page.Number}: mark {mark} is not under the tag that the parent tree names"; }
        }
    }

    private static IEnumerable<string> Fonts(PdfFile file)
    {
        foreach (var font in file.Dictionaries.Where(it => Is(it, "Subtype", "Type0")))
        {
            var descendant = file.Dictionary(file.Array(font["DescendantFonts"])[0]);
            var descriptor = file.Dictionary(descendant["FontDescriptor"]);
            if (!font.ContainsKey("ToUnicode")) { yield return "a font without ToUnicode"; }
            if (!descriptor.TryGetValue("FontFile2", out var embedded) || file.Stream(embedded).Length == 0) { yield return "a font that is not embedded"; }
            if (((PdfName)font["BaseFont"]!).Name is not { } name || name[6] != '+' || name != ((PdfName)descriptor["FontName"]!).Name) { yield return "a subset without its tag"; }
        }
    }

    private static IEnumerable<string> Links(PdfFile file, Dictionary<string, object?> catalog)
    {
        foreach (var link in file.Dictionaries.Where(it => Is(it, "Subtype", "Link")))
        {
            if (link.GetValueOrDefault("Contents") is not string { Length: > 0 }) { yield return "a link without contents"; }
            if (!Is(file.Dictionary(file.Array(link.GetValueOrDefault("Dest")).FirstOrDefault()), "Type", "Page")) { yield return "a link that leads to no page"; }
            if (link.GetValueOrDefault("StructParent") is not double key || !Is(file.Dictionary(Parent(file, catalog, (int)key)), "S", "Link")) { yield return "a link outside the structure"; }
        }
    }

    /// <summary>What the parent tree holds for a key.</summary>
    private static object? Parent(PdfFile file, Dictionary<string, object?> catalog, int key) =>
        file.Array(file.Dictionary(file.Dictionary(catalog["StructTreeRoot"])["ParentTree"])["Nums"]).Chunk(2).Single(pair => PdfFile.Whole(pair[0]) == key)[1];

    private static bool Is(Dictionary<string, object?> it, string key, string name) => it.GetValueOrDefault(key) is PdfName found && found.Name == name;
}
