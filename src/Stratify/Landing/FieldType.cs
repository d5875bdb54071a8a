using System.Text;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>Reads one kind of field, already trimmed and not blank, into a column of a block; or says why not.</summary>
internal abstract class FieldType
{
    internal abstract RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row);
}

/// <summary>A date by its formats. National markers of "not known" are null; a day outside 1850 to 2100 is a mistake.</summary>
internal sealed class DateField(IReadOnlyList<string> formats) : FieldType
{
    /// <summary>1800-01-01 nothing submitted, 1801-01-01 not valid, 1600-01-01 and 1582-10-15 from older systems, 9999-12-31 still going on.</summary>
    private static readonly int[] Sentinels = [Day(1800, 1, 1), Day(1801, 1, 1), Day(1600, 1, 1), Day(1582, 10, 15), Day(9999, 12, 31)];
    private static readonly int First = Day(1850, 1, 1), Last = Day(2100, 12, 31);

    private const int ManyDates = 100, ManyDays = 6, Months = 12;

    private readonly DatePattern[] _patterns = [.. formats.Select(DatePattern.Of)];
    private bool _isSettled = formats.All(format => format.Contains("MMM", StringComparison.Ordinal));
    private int _read;
    private uint _days;

    /// <summary>Many dates on several days of the month, and none after the twelfth: what is read as the day may be the month. Monthly data has one day.</summary>
    internal bool MayBeSwapped => !_isSettled && _read >= ManyDates && System.Numerics.BitOperations.PopCount(_days) >= ManyDays;

    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        foreach (var pattern in _patterns)
        {
            if (!pattern.TryRead(text, out var days)) { continue; }
            if (days >= First && days <= Last)
            {
                into.Set(row, days);
                if (!_isSettled) { Note(days); }
            }
            else if (Sentinels.Contains(days)) { into.SetNull(row); }
            else { return RejectReasons.DateOutOfRange; }
            return null;
        }
        return RejectReasons.NotADate;
    }

    /// <summary>One day after the twelfth settles it, and nothing more is counted.</summary>
    private void Note(int days)
    {
        var day = DateOnly.FromDayNumber(days + new DateOnly(1970, 1, 1).DayNumber).Day;
        _isSettled = day > Months;
        _read++;
        _days |= 1u << day;
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
}

/// <summary>A whole number (no decimals) or a quantity (four).</summary>
internal sealed class NumberField(NumberFormat format, int decimals) : FieldType
{
    private const long Limit = 1_000_000_000_000_000;

    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        if (!format.TryRead(text, out var digits, out var places)) { return RejectReasons.NotANumber; }
        if (!NumberFormat.TryScale(digits, places, decimals, out var number)) { return RejectReasons.TooManyDecimals; }
        if (Math.Abs(number) > Limit) { return RejectReasons.NotANumber; }
        into.Set(row, number);
        return null;
    }
}

/// <summary>An amount, in whole pence.</summary>
internal sealed class MoneyField(NumberFormat format, bool inPence) : FieldType
{
    internal const long Limit = 100_000_000_00;

    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        if (!format.TryRead(text, out var digits, out var places)) { return RejectReasons.NotAnAmount; }
        if (!NumberFormat.TryScale(digits, places, inPence ? 0 : 2, out var pence)) { return RejectReasons.TooManyDecimals; }
        if (Math.Abs(pence) > Limit) { return RejectReasons.AmountOutOfRange; }
        into.Set(row, pence);
        return null;
    }
}

/// <summary>Yes or no.</summary>
internal sealed class FlagField : FieldType
{
    private static readonly Words Yes = new(["Y", "YES", "TRUE", "1"], anyCase: true);
    private static readonly Words No = new(["N", "NO", "FALSE", "0"], anyCase: true);

    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        var yes = Yes.Contains(text);
        if (!yes && !No.Contains(text)) { return RejectReasons.NotAFlag; }
        into.Set(row, yes ? 1 : 0);
        return null;
    }
}

/// <summary>Text as it stands, or a code in capitals that may have to be one of a list.</summary>
internal sealed class TextField(Words? legal, bool upper) : FieldType
{
    internal const int MaxLength = 4000;

    private const int MaxCode = 16;

    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        if (text.Length > MaxLength) { return RejectReasons.TooLong; }
        if (legal is not null && !legal.Contains(text)) { return IsWithoutZero(text) ? RejectReasons.LeadingZeroLost : RejectReasons.NotInList; }
        if (!upper) { into.Set(row, text); }
        else if (Ascii.ToUpper(text, into.Room(row, text.Length), out var written) == System.Buffers.OperationStatus.Done) { into.SetLength(row, written); }
        else { into.Set(row, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToUpperInvariant())); }
        return null;
    }

    private bool IsWithoutZero(ReadOnlySpan<byte> text)
    {
        Span<byte> whole = stackalloc byte[MaxCode + 1];
        if (text.Length > MaxCode || !char.IsAsciiDigit((char)text[0])) { return false; }
        whole[0] = (byte)'0';
        text.CopyTo(whole[1..]);
        return legal!.Contains(whole[..(text.Length + 1)]);
    }
}

/// <summary>A name or a postcode, in the form in which it is compared.</summary>
internal sealed class IdentityField(ColumnKind kind) : FieldType
{
    internal override RejectReason? Read(ReadOnlySpan<byte> text, BlockColumn into, int row)
    {
        if (text.Length > TextField.MaxLength) { return RejectReasons.TooLong; }
        var room = into.Room(row, Identity.MaxLength(text.Length));
        var length = kind switch
        {
            ColumnKind.Postcode => Identity.Postcode(text, room),
            ColumnKind.Address => Identity.Address(text, room),
            _ => Identity.Name(text, room),
        };
        if (length == 0) { into.SetNull(row); }
        else { into.SetLength(row, length); }
        return null;
    }
}
