namespace Stratify.Model;

/// <summary>What a field that should hold an NHS number holds. The values are stored in landed tables.</summary>
public enum NhsNumberStatus : byte
{
    Valid = 0,
    Blank = 1,
    /// <summary>Not ten digits, spaces and hyphens aside.</summary>
    Malformed = 2,
    WrongCheckDigit = 3,
    /// <summary>Ten times the same digit: passes the check digit and belongs to nobody.</summary>
    Placeholder = 4,
}

/// <summary>
/// The NHS number: ten digits, the last a modulus 11 check over the first nine with weights 10 to 2.
/// </summary>
public static class NhsNumber
{
    /// <summary>Reads digits with spaces or hyphens between them, from UTF-8. The number is -1 unless valid.</summary>
    public static NhsNumberStatus Read(ReadOnlySpan<byte> text, out long number)
    {
        number = -1;
        long value = 0;
        int sum = 0, digits = 0, last = -1;
        var same = true;
        foreach (var c in text)
        {
            if (c is (byte)' ' or (byte)'-') { continue; }
            var digit = c - '0';
            if (digit is < 0 or > 9 || digits == 10) { return NhsNumberStatus.Malformed; }
            same &= last is -1 || digit == last;
            last = digit;
            digits++;
            sum += digits == 10 ? 0 : digit * (11 - digits);
            value = (value * 10) + digit;
        }
        if (digits == 0) { return NhsNumberStatus.Blank; }
        if (digits != 10) { return NhsNumberStatus.Malformed; }
        if (same) { return NhsNumberStatus.Placeholder; }
        // A remainder that would ask for check digit 10 can not be met by one digit, so it fails here too.
        var check = 11 - (sum % 11);
        if (check == 11) { check = 0; }
        if (check != last) { return NhsNumberStatus.WrongCheckDigit; }
        number = value;
        return NhsNumberStatus.Valid;
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
