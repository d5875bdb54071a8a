namespace Stratify.Drawing;

/// <summary>Breaks text into lines.</summary>
public static class TextLayout
{
    /// <summary>Lines no wider than <paramref name="width"/>; a word that is wider alone is cut.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int weight)
    {
        var font = Font.Get(weight);
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(font, word, width, size)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.Measure(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0) { lines.Add(line); }
        return lines;
    }

    /// <summary>The text, or its beginning with three dots, so that it is no wider than <paramref name="width"/>.</summary>
    public static string Shortened(string text, double width, double size, int weight)
    {
        var font = Font.Get(weight);
        if (font.Measure(text, size) <= width) { return text; }
        var kept = text.Length;
        while (kept > 1 && font.Measure(text[..kept].TrimEnd() + "...", size) > width) { kept--; }
        return text[..kept].TrimEnd() + "...";
    }

    private static IEnumerable<string> Cut(Font font, string word, double width, double size)
    {
        while (word.Length > 1 && font.Measure(word, size) > width)
        {
            var kept = word.Length - 1;
            while (kept > 1 && font.Measure(word[..kept], size) > width) { kept--; }
            yield return word[..kept];
            word = word[kept..];
        }
        yield return word;
    }
}
