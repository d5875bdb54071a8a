using System.Globalization;
using Stratify.Problems;

namespace Stratify.Cohorts;

internal enum TokenKind
{
    Word,
    Number,
    Text,
    Symbol,
    End,
}

/// <summary>A piece of a condition. Words are in small letters; a number's sign, commas and pound sign are read.</summary>
internal sealed record Token(TokenKind Kind, string Value, decimal Number, Place Place);

/// <summary>Cuts a condition into tokens.</summary>
internal sealed class Lexer(string text, Place start, List<Problem> problems)
{
    private static readonly string[] Symbols = ["<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",", "%"];
    private int _at;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            SkipSpace();
            var place = Here();
            if (_at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "the end", 0, place));
                return tokens;
            }
            var token = Next(place);
            if (token is null) { return tokens; }
            tokens.Add(token);
        }
    }

    private Token? Next(Place place)
    {
        var c = text[_at];
        if (char.IsAsciiLetter(c)) { return Word(place); }
        if (char.IsAsciiDigit(c) || c is '£' || (c is '-' or '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))) { return Number(place); }
        if (c is '"' or '\'') { return Quoted(place, c); }
        var symbol = Symbols.FirstOrDefault(symbol => string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0);
        if (symbol is not null)
        {
            _at += symbol.Length;
            return new Token(TokenKind.Symbol, symbol == "!=" ? "<>" : symbol, 0, place);
        }
        problems.Add(ProblemKinds.ConditionSyntax.At(place, $"'{c}' has no meaning in a condition."));
        return null;
    }

    private Token Word(Place place)
    {
        var from = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_')) { _at++; }
        return new Token(TokenKind.Word, text[from.._at].ToLowerInvariant(), 0, place);
    }

    private Token? Number(Place place)
    {
        var from = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '£' or '-' or '.' || Thousands())) { _at++; }
        var digits = text[from.._at];
        var plain = digits.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (digits.LastIndexOf('£') <= 1 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return new Token(TokenKind.Number, digits, value, place);
        }
        problems.Add(ProblemKinds.ConditionSyntax.At(place, $"'{digits}' is not a number."));
        return null;
    }

    /// <summary>A comma belongs to the number when exactly three digits follow it, as in 5,000; in a list of numbers a space follows.</summary>
    private bool Thousands()
    {
        if (text[_at] != ',') { return false; }
        var digits = 0;
        while (_at + 1 + digits < text.Length && char.IsAsciiDigit(text[_at + 1 + digits])) { digits++; }
        return digits == 3;
    }

    private Token? Quoted(Place place, char quote)
    {
        var end = text.IndexOf(quote, _at + 1);
        if (end < 0)
        {
            problems.Add(ProblemKinds.ConditionSyntax.At(place, "The text begins with a quote that does not close."));
            return null;
        }
        var value = text[(_at + 1)..end];
        _at = end + 1;
        return new Token(TokenKind.Text, value, 0, place);
    }

    private void SkipSpace()
    {
        while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == '#'))
        {
            if (text[_at] == '#') { _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length; }
            else { _at++; }
        }
    }

    private Place Here()
    {
        var lines = text.AsSpan(0, _at).Count('\n');
        var column = lines == 0 ? start.Column + _at : _at - text.LastIndexOf('\n', _at - 1);
        return start with { Line = start.Line + lines, Column = column };
    }
}
