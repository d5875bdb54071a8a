namespace Stratify.Datasets;

/// <summary>
/// One date format of a contract, compiled to fixed places: a text has exactly this shape or it is not this date. No culture, no guess.
/// A time is checked and then dropped; a format without a time accepts one after the date.
/// </summary>
public sealed class DatePattern
{
    private const int UnixEpochDay = 719162;
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private readonly DatePart[] _literals, _times;
    private readonly DatePart _year, _month, _day;
    private readonly int _length;
    private readonly bool _hasTime;

    private DatePattern(string format, DatePart[] parts)
    {
        Format = format;
        _year = parts.Single(part => part is { Letter: 'y', IsLiteral: false });
        _month = parts.Single(part => part is { Letter: 'M', IsLiteral: false });
        _day = parts.Single(part => part is { Letter: 'd', IsLiteral: false });
        _length = parts[^1].At + parts[^1].Length;
        _hasTime = parts.Any(part => part is { Letter: 'H', IsLiteral: false });
        _literals = [.. parts.Where(part => part.IsLiteral)];
        _times = [.. parts.Where(part => !part.IsLiteral && part.Letter is not ('y' or 'M' or 'd'))];
    }

    /// <summary>As the contract writes it, in the letters of .NET: <c>dd/MM/yyyy</c>.</summary>
    public string Format { get; }

    /// <summary>Null when the format cannot be used, and then <paramref name="why"/> says so in a sentence.</summary>
    public static DatePattern? Compile(string format, out string why)
    {
        var parts = DatePart.Split(format, out why);
        return parts is null ? null : new DatePattern(format, parts);
    }

    /// <summary>A format that is known to be usable, such as a dataset's own.</summary>
    public static DatePattern Of(string format) => Compile(format, out var why) ?? throw new ArgumentException(why);

    /// <summary>Whether some text could be read by both and mean two days, as with dd/MM/yyyy and MM/dd/yyyy.</summary>
    public bool IsConfusedWith(DatePattern other) =>
        Format != other.Format
        && Sample(1, 2) is var mine && other.TryRead(mine, out var theirs) && TryRead(mine, out var ours) && theirs != ours;

    /// <summary>Days from 1970-01-01.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        if (text.Length < _length || (text.Length > _length && (_hasTime || !TimeOfDay.Follows(text[_length..])))) { return false; }
        foreach (var literal in _literals) { if (text[literal.At] != literal.Letter) { return false; } }
        foreach (var time in _times) { if (!time.Holds(text)) { return false; } }
        var year = _year.Number(text);
        var month = _month.Length == 3 ? MonthByName(text.Slice(_month.At, 3)) : _month.Number(text);
        var day = _day.Number(text);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) { return false; }
        days = new DateOnly(year, month, day).DayNumber - UnixEpochDay;
        return true;
    }

    private static int MonthByName(ReadOnlySpan<byte> name)
    {
        for (var month = 0; month < 12; month++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(name, MonthNames[month])) { return month + 1; }
        }
        return -1;
    }

    /// <summary>A day of 2003 written in this format, for comparing formats.</summary>
    private byte[] Sample(int day, int month)
    {
        var text = new byte[_length];
        text.AsSpan().Fill((byte)'0');
        foreach (var literal in _literals) { text[literal.At] = (byte)literal.Letter; }
        "2003"u8.CopyTo(text.AsSpan(_year.At));
        text[_day.At + 1] = (byte)('0' + day);
        if (_month.Length == 3) { System.Text.Encoding.ASCII.GetBytes(MonthNames[month - 1]).CopyTo(text, _month.At); }
        else { text[_month.At + 1] = (byte)('0' + month); }
        return text;
    }
}
