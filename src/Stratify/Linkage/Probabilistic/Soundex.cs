namespace Stratify.Linkage.Probabilistic;

/// <summary>How a name sounds, by the American Soundex of the census: a letter and three digits.</summary>
public static class Soundex
{
    /// <summary>The digit of each letter from A to Z; 0 for vowels, which part two equal digits, and - for H and W, which do not.</summary>
    private const string Digits = "01230120022455012623010202";

    /// <param name="name">In its compared form; null when it begins with anything but a letter of the Latin alphabet.</param>
    public static string? Of(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetterUpper(name[0])) { return null; }
        Span<char> code = [name[0], '0', '0', '0'];
        var (length, before) = (1, Digits[name[0] - 'A']);
        for (var i = 1; i < name.Length && length < code.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(name[i]) || name[i] is 'H' or 'W') { continue; }
            var digit = Digits[name[i] - 'A'];
            if (digit != '0' && digit != before) { code[length++] = digit; }
            before = digit;
        }
        return new string(code);
    }
}
