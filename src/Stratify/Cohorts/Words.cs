using System.Globalization;
using System.Text;
using Stratify.Problems;

namespace Stratify.Cohorts;

internal enum WordKind
{
    Name,
    Number,
    Pounds,
    Percent,
    Text,
    Sign,
    End,
}

/// <summary>A word of a condition: a name, a value or a sign.</summary>
/// <param name="Text">As written; of a text, what stands between the quotes.</param>
/// <param name="At">Its place in the condition, from 0.</param>
internal sealed record Word(WordKind Kind, string Text, int At, decimal Number = 0)
{
    public bool Is(string text) => Kind is WordKind.Name or WordKind.Sign && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>As an error names it.</summary>
    public string Shown => Kind switch { WordKind.End => "the end", WordKind.Text => "a text", _ => $"'{Text}'" };
}

/// <summary>Splits a condition into words. What is no word is a problem with its place, and reading goes on behind it.</summary>
internal sealed class Words(string text, Func<int, Place> placeAt, List<Problem> problems)
{
    // Sums of pence and of people stay far below; beyond it a comparison could overflow in SQL.
    private const int MaxDigits = 15;
    private int _at;

    public static IReadOnlyList<Word> Read(string text, Func<int, Place> placeAt, List<Problem> problems) => [.. new Words(text, placeAt, problems).All()];

    private IEnumerable<Word> All()
    {
        for (SkipBlanks(); _at < text.Length; SkipBlanks())
        {
            if (Next() is { } word) { yield return word; }
        }
        yield return new Word(WordKind.End, "", text.Length);
    }

    private char Here => Peek(0);

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private void SkipBlanks()
    {
        while (_at < text.Length && (char.IsWhiteSpace(Here) || Here == '#'))
        {
            if (Here == '#') { while (_at < text.Length && Here != '\n') { _at++; } }
            else { _at++; }
        }
    }

    private Word? Next()
    {
        var start = _at;
        if (char.IsAsciiLetter(Here) || Here == '_') { return new Word(WordKind.Name, Take(c => char.IsAsciiLetterOrDigit(c) || c == '_'), start); }
        if (char.IsAsciiDigit(Here) || Here == '£' || (Here == '-' && (char.IsAsciiDigit(Peek(1)) || Peek(1) == '£'))) { return Amount(start); }
        if (Here is '"' or '\'') { return Quoted(start); }
        return Sign(start);
    }

    private string Take(Func<char, bool> wanted)
    {
        var start = _at;
        while (_at < text.Length && wanted(Here)) { _at++; }
        return text[start.._at];
    }

    private Word? Amount(int start)
    {
        var minus = Here == '-';
        if (minus) { _at++; }
        var pounds = Here == '£';
        if (pounds) { _at++; }
        var whole = Take(c => char.IsAsciiDigit(c) || (pounds && c == ','));
        // A comma at the end parts two values and belongs to neither.
        var commas = whole.Length - whole.TrimEnd(',').Length;
        _at -= commas;
        whole = whole[..^commas];
        var fraction = Here == '.' && char.IsAsciiDigit(Peek(1)) ? Take(c => c == '.' || char.IsAsciiDigit(c)) : "";
        var percent = !pounds && Here == '%';
        if (percent) { _at++; }
        var tail = Take(c => char.IsLetterOrDigit(c) || c is '_' or '%');
        if (tail.Length > 0 || !IsGrouped(whole) || whole.Length + fraction.Length > MaxDigits + 5
            || !decimal.TryParse(whole.Replace(",", "", StringComparison.Ordinal) + fraction, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || whole.Count(char.IsAsciiDigit) > MaxDigits)
        {
            return Wrong(start, $"'{text[start.._at]}' is not a number.", $"Numbers are written 65, 0.5, £5,000, £99.50 or 5%; at most {MaxDigits} digits.");
        }
        return new Word(percent ? WordKind.Percent : pounds ? WordKind.Pounds : WordKind.Number, text[start.._at], start, minus ? -number : number);
    }

    private static bool IsGrouped(string digits)
    {
        var groups = digits.Split(',');
        return digits.Length > 0 && (groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3)));
    }

    /// <summary>A quote inside a text is written twice.</summary>
    private Word? Quoted(int start)
    {
        var quote = Here;
        for (_at++; _at < text.Length && (Here != quote || Peek(1) == quote); _at++)
        {
            if (char.IsControl(Here)) { return Wrong(start, "A text holds a line break or another control character.", "Write the text on one line."); }
            if (Here == quote) { _at++; }
        }
        if (_at >= text.Length) { return Wrong(start, "A text is opened here and never closed.", $"Put {quote} behind it."); }
        _at++;
        var value = text[(start + 1)..(_at - 1)].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal);
        return value.EnumerateRunes().Contains(Rune.ReplacementChar) ? Wrong(start, "A text holds half a character.") : new Word(WordKind.Text, value, start);
    }

    private Word? Sign(int start)
    {
        foreach (var sign in (string[])["<=", ">=", "<>", "!=", "==", "&&", "||"])
        {
            if (string.CompareOrdinal(text, _at, sign, 0, 2) != 0) { continue; }
            _at += 2;
            return sign is "==" or "&&" or "||" ? Wrong(start, $"'{sign}' is not used here.", $"Write {(sign == "==" ? "=" : sign == "&&" ? "and" : "or")}.") : new Word(WordKind.Sign, sign, start);
        }
        _at += char.IsHighSurrogate(Here) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        var found = text[start.._at];
        return found[0] switch
        {
            '=' or '<' or '>' or '(' or ')' or ',' => new Word(WordKind.Sign, found, start),
            '≤' => new Word(WordKind.Sign, "<=", start),
            '≥' => new Word(WordKind.Sign, ">=", start),
            '≠' => new Word(WordKind.Sign, "<>", start),
            '“' or '”' or '‘' or '’' => Wrong(start, "A curly quote is not used here.", "Texts stand between straight quotes, as in \"Yeovil\"."),
            '!' => Wrong(start, "'!' is not used here.", "Write not."),
            '%' => Wrong(start, "'%' stands alone.", "A percentage is written without a space: 5%."),
            var c when char.IsControl(c) || char.IsSurrogate(c) => Wrong(start, string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)c:X4} is not used here.")),
            _ => Wrong(start, $"'{found}' is not used here."),
        };
    }

    private Word? Wrong(int at, string message, string hint = "")
    {
        problems.Add(ProblemKinds.ConditionSyntax.At(placeAt(at), message, hint));
        return null;
    }
}
