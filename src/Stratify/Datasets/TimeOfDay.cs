namespace Stratify.Datasets;

/// <summary>The time that may follow a date and is dropped once it has been checked: T or a space, hours, minutes, seconds, a fraction, Z.</summary>
internal static class TimeOfDay
{
    internal static bool Follows(ReadOnlySpan<byte> text)
    {
        if (text.Length < 6 || text[0] is not ((byte)'T' or (byte)' ') || !Two(text, 1, 24) || text[3] != ':' || !Two(text, 4, 60)) { return false; }
        var at = 6;
        if (at < text.Length && text[at] == ':')
        {
            if (!Two(text, at + 1, 60)) { return false; }
            at += 3;
            if (at < text.Length && text[at] == '.')
            {
                var first = ++at;
                while (at < text.Length && char.IsAsciiDigit((char)text[at])) { at++; }
                if (at == first || at - first > 9) { return false; }
            }
        }
        if (at < text.Length && text[at] == 'Z') { at++; }
        return at == text.Length;
    }

    private static bool Two(ReadOnlySpan<byte> text, int at, int limit)
    {
        if (at + 2 > text.Length) { return false; }
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 && (tens * 10) + ones < limit;
    }
}
