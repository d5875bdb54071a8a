namespace Stratify.Datasets;

/// <summary>A fixed place of a date format: digits of a year, month, day, hour, minute, second or fraction, or a letter that stands for itself.</summary>
/// <param name="Letter">y, M, d, H, m, s or f; else the literal itself.</param>
internal readonly record struct DatePart(int At, int Length, char Letter, bool IsLiteral)
{
    private const string Usable = "Usable are yyyy, MM or MMM, dd, HH, mm, ss, fff, quoted text, and punctuation.";

    /// <summary>Cuts a format into its parts; null, with a sentence, when one cannot be used.</summary>
    internal static DatePart[]? Split(string format, out string why)
    {
        var parts = new List<DatePart>();
        var at = 0;
        for (var i = 0; i < format.Length;)
        {
            var taken = Next(format, i, at, parts, out why);
            if (taken == 0) { return null; }
            i += taken;
            at = parts.Count == 0 ? 0 : parts[^1].At + parts[^1].Length;
        }
        why = Fault(parts);
        return why.Length == 0 ? [.. parts] : null;
    }

    /// <summary>Whether a time's part is digits within their limit.</summary>
    internal bool Holds(ReadOnlySpan<byte> text) => Number(text) is var number && number >= 0 && number < Limit;

    /// <summary>-1 when a byte is not a digit.</summary>
    internal int Number(ReadOnlySpan<byte> text)
    {
        int value = 0, wrong = 0;
        foreach (var c in text.Slice(At, Length))
        {
            var digit = c - '0';
            // Negative where a byte is below 0 or above 9.
            wrong |= digit | (9 - digit);
            value = (value * 10) + digit;
        }
        return wrong < 0 ? -1 : value;
    }

    private int Limit => Letter switch { 'H' => 24, 'm' or 's' => 60, _ => int.MaxValue };

    /// <summary>Adds the part that begins at <paramref name="i"/> and answers how many letters of the format it took; 0 when it cannot be used.</summary>
    private static int Next(string format, int i, int at, List<DatePart> parts, out string why)
    {
        why = "";
        var c = format[i];
        if (c is '\'' or '"') { return Quoted(format, i, at, parts, out why); }
        var run = 1;
        while (i + run < format.Length && format[i + run] == c) { run++; }
        var usable = (c, run) switch
        {
            ('y', 4) or ('M', 2 or 3) or ('d' or 'H' or 'm' or 's', 2) or ('f', <= 7) => true,
            _ => false,
        };
        if (usable) { parts.Add(new DatePart(at, run, c, false)); return run; }
        if (char.IsAscii(c) && (!char.IsAsciiLetter(c) || c is 'T' or 'Z')) { parts.Add(new DatePart(at, 1, c, true)); return 1; }
        why = (c, run) switch
        {
            ('y', 2) => "A year of two digits leaves the century to be guessed.",
            ('d' or 'M', 1) => $"Write {c}{c}: places are fixed, so that nothing has to be guessed.",
            ('h', _) => "Write HH: hours of a twelve-hour clock are not read.",
            _ => $"'{new string(c, run)}' cannot be used. {Usable}",
        };
        return 0;
    }

    private static int Quoted(string format, int i, int at, List<DatePart> parts, out string why)
    {
        var end = format.IndexOf(format[i], i + 1);
        why = end < 0 ? "A quote is not closed." : "";
        if (end < 0) { return 0; }
        var literal = format[(i + 1)..end];
        if (literal.Length == 0 || !literal.All(char.IsAscii)) { why = "Quoted text must be ASCII, and not empty."; return 0; }
        parts.AddRange(literal.Select((c, offset) => new DatePart(at + offset, 1, c, true)));
        return end - i + 1;
    }

    private static string Fault(List<DatePart> parts)
    {
        foreach (var letter in "yMd")
        {
            var count = parts.Count(part => !part.IsLiteral && part.Letter == letter);
            if (count != 1) { return $"A year, a month and a day are needed, each once. {Usable}"; }
        }
        return "";
    }
}
