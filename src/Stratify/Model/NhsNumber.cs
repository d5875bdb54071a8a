namespace Stratify.Model;

/// <summary>What a field that should hold an NHS number holds. The values are stored in landed tables.</summary>
public enum NhsNumberStatus : byte
{
    Valid = 0,
    Blank = 1,
    /// <summary>Not ten digits, spaces and hyphens between them aside.</summary>
    Malformed = 2,
    WrongCheckDigit = 3,
    /// <summary>Ten times the same digit, or the digits in a row up or down: passes the check digit and belongs to nobody. So does a number that the job lists as a dummy.</summary>
    Placeholder = 4,
    /// <summary>A number such as 9.43E+09, as a spreadsheet leaves it: its last digits are gone.</summary>
    Scientific = 5,
    /// <summary>Nine digits, as a spreadsheet leaves a number of Scotland that began with zero. It is never filled up.</summary>
    NineDigits = 6,
}

/// <summary>
/// The NHS number: ten digits, the last a modulus 11 check over the first nine with weights 10 to 2.
/// </summary>
public static class NhsNumber
{
    /// <summary>Reads digits with spaces, no-break spaces or hyphens between them, from UTF-8. The number is -1 unless valid.</summary>
    public static NhsNumberStatus Read(ReadOnlySpan<byte> text, out long number)
    {
        number = -1;
        long value = 0;
        int sum = 0, digits = 0, last = -1;
        var (same, up, down) = (true, true, true);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)' ' or (byte)'-') { continue; }
            if (text[i] == 0xC2 && i + 1 < text.Length && text[i + 1] == 0xA0) { i++; continue; }
            var digit = text[i] - '0';
            if (digit is < 0 or > 9 || digits == 10) { return IsScientific(text) ? NhsNumberStatus.Scientific : NhsNumberStatus.Malformed; }
            same &= last is -1 || digit == last;
            up &= last is -1 || digit == last + 1;
            down &= last is -1 || digit == last - 1;
            last = digit;
            digits++;
            sum += digits == 10 ? 0 : digit * (11 - digits);
            value = (value * 10) + digit;
        }
        if (digits == 0) { return NhsNumberStatus.Blank; }
        // A hyphen at an end parts nothing: it may be a minus.
        if (text[0] == '-' || text[^1] == '-') { return NhsNumberStatus.Malformed; }
        if (digits != 10) { return digits == 9 ? NhsNumberStatus.NineDigits : NhsNumberStatus.Malformed; }
        if (same || up || down) { return NhsNumberStatus.Placeholder; }
        // A remainder that would ask for check digit 10 can not be met by one digit, so it fails here too.
        var check = 11 - (sum % 11);
        if (check == 11) { check = 0; }
        if (check != last) { return NhsNumberStatus.WrongCheckDigit; }
        number = value;
        return NhsNumberStatus.Valid;
    }

    /// <summary>Digits with a decimal mark perhaps, E, and digits.</summary>
    private static bool IsScientific(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfAny((byte)'E', (byte)'e');
        return at > 0 && char.IsAsciiDigit((char)text[0]) && IsNumber(text[..at], withMark: true) && IsNumber(text[(at + 1)..].TrimStart("+-"u8), withMark: false);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text, bool withMark)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit((char)c) && !(withMark && c is (byte)'.' or (byte)',')) { return false; }
        }
        return !text.IsEmpty;
    }

    /// <summary>The number with prefix 999 and the given next six digits, in the test range 999 000 0000 to 999 999 9999, or -1 where none exists.</summary>
    public static long TestNumber(int nine)
    {
        long prefix = 999_000_000L + nine;
        long rest = prefix;
        var sum = 0;
        for (var weight = 2; weight <= 10; weight++)
        {
            sum += (int)(rest % 10) * weight;
            rest /= 10;
        }
        var check = 11 - (sum % 11);
        if (check == 11) { check = 0; }
        return check == 10 ? -1 : (prefix * 10) + check;
    }
}
