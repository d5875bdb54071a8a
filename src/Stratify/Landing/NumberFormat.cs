using System.Text;
using Stratify.Datasets;

namespace Stratify.Landing;

/// <summary>How a sender writes numbers: the decimal mark, a mark between thousands, a sign of currency. Exact, or refused.</summary>
internal sealed class NumberFormat
{
    private const int MaxDigits = 18;
    private const long Beyond = 1_000_000_000_000_000;

    private readonly byte _decimal;
    private readonly byte _thousands;
    private readonly byte[] _currency;
    private readonly string? _negative;

    internal NumberFormat(ColumnSource source)
    {
        _decimal = (byte)source.Decimal;
        _thousands = (byte)(source.Thousands ?? '\0');
        _currency = Encoding.UTF8.GetBytes(source.Currency ?? "");
        _negative = source.Negative;
    }

    /// <summary>Digits as one whole number, and how many of them stand after the decimal mark.</summary>
    internal bool TryRead(ReadOnlySpan<byte> text, out long digits, out int decimals)
    {
        (digits, decimals) = (0, 0);
        // What stands within brackets has no sign of its own.
        var negative = TakeMark(ref text) || TakeSign(ref text);
        if (_currency.Length > 0)
        {
            text = WithoutCurrency(text);
            if (!negative) { negative = TakeSign(ref text); }
        }
        if (!Read(text, ref digits, ref decimals)) { return false; }
        if (negative) { digits = -digits; }
        return true;
    }

    /// <summary>Brings digits to a fixed number of decimals; false where that would change the number. What comes out beyond 10^15 may stand for more.</summary>
    internal static bool TryScale(long digits, int from, int to, out long scaled)
    {
        scaled = digits;
        for (; from > to; from--)
        {
            if (scaled % 10 != 0) { return false; }
            scaled /= 10;
        }
        for (; from < to && Math.Abs(scaled) <= Beyond; from++) { scaled *= 10; }
        return true;
    }

    /// <summary>Brackets, or a minus at the end, where the sender writes one.</summary>
    private bool TakeMark(ref ReadOnlySpan<byte> text)
    {
        switch (_negative)
        {
            case "brackets" when text is [(byte)'(', .., (byte)')']: text = text[1..^1]; return true;
            case "trailing" when text is [.., (byte)'-']: text = text[..^1].TrimEnd((byte)' '); return true;
            default: return false;
        }
    }

    private static bool TakeSign(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'-' or (byte)'+')) { return false; }
        var negative = text[0] == '-';
        text = text[1..];
        return negative;
    }

    private ReadOnlySpan<byte> WithoutCurrency(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(_currency)) { return text[_currency.Length..].TrimStart((byte)' '); }
        return text.EndsWith(_currency) ? text[..^_currency.Length].TrimEnd((byte)' ') : text;
    }

    private bool Read(ReadOnlySpan<byte> text, ref long digits, ref int decimals)
    {
        int group = 0, count = 0;
        bool grouped = false, pastDecimal = false;
        foreach (var c in text)
        {
            var digit = c - '0';
            if (digit is >= 0 and <= 9)
            {
                if ((count > 0 || digit > 0) && ++count > MaxDigits) { return false; }
                digits = (digits * 10) + digit;
                if (pastDecimal) { decimals++; }
                else { group++; }
            }
            else if (c == _decimal && !pastDecimal)
            {
                if (grouped && group != 3) { return false; }
                pastDecimal = true;
            }
            else if (c == _thousands && c != 0 && !pastDecimal && (grouped ? group == 3 : group is > 0 and <= 3))
            {
                (grouped, group) = (true, 0);
            }
            else { return false; }
        }
        // At least one digit, and at least one after a decimal mark; a group of thousands is three digits.
        return pastDecimal ? decimals is > 0 and <= MaxDigits : group > 0 && (!grouped || group == 3);
    }
}
