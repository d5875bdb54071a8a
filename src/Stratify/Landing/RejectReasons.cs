namespace Stratify.Landing;

/// <summary>Why one row was set aside.</summary>
/// <param name="Code">A word for ledgers; never changed.</param>
/// <param name="Sentence">For people.</param>
public sealed record RejectReason(string Code, string Sentence);

/// <summary>Every reason for which a row is set aside, first those of its form, then those of its fields.</summary>
public static class RejectReasons
{
    public static readonly RejectReason FieldCount = new("field_count", "The row has more or fewer fields than the header, as a cut-off row or a trailer has.");
    public static readonly RejectReason BlankLine = new("blank_line", "The line is blank, and rows come after it.");
    public static readonly RejectReason RepeatedHeader = new("repeated_header", "The row repeats the header, as when files were joined end to end.");
    public static readonly RejectReason StrayQuote = new("stray_quote", "A quote stands inside a field, is never closed or only some rows on, or something follows a closing quote.");
    public static readonly RejectReason StrayReturn = new("stray_return", "A carriage return stands inside a field without quotes.");
    public static readonly RejectReason BadEncoding = new("bad_encoding", "The row holds bytes that are not in the file's encoding.");
    public static readonly RejectReason NulByte = new("nul_byte", "The row holds a byte of zero, as a damaged file does.");
    public static readonly RejectReason TooLong = new("too_long", "A field is longer than 4,000 bytes, or the row than 16 MB.");
    public static readonly RejectReason EarlyTrailer = new("early_trailer", "The row begins as the trailer does, and rows come after it, as when files were joined end to end.");

    public static readonly RejectReason Blank = new("blank", "The column must not be blank, and it is.");
    public static readonly RejectReason NotADate = new("not_a_date", "The field is not a date in the format of its profile, or no such day exists.");
    public static readonly RejectReason DateOutOfRange = new("date_out_of_range", "The date is before 1850 or after 2100.");
    public static readonly RejectReason NotAnAmount = new("not_an_amount", "The field is not an amount of money as its profile writes one: scientific notation is refused, and so are brackets and a trailing minus that are not declared.");
    public static readonly RejectReason AmountOutOfRange = new("amount_out_of_range", "The amount is beyond 100 million pounds.");
    public static readonly RejectReason NotANumber = new("not_a_number", "The field is not a number as its profile writes one, or is too long for one.");
    public static readonly RejectReason TooManyDecimals = new("too_many_decimals", "The number has more decimals than the column keeps, so reading it would change it.");
    public static readonly RejectReason NotAFlag = new("not_a_flag", "The field is not one of Y, N, yes, no, true, false, 1, 0.");
    public static readonly RejectReason NotInList = new("not_in_list", "The code is not one that the column may hold.");
    public static readonly RejectReason LeadingZeroLost = new("leading_zero_lost", "The code is one that the column may hold but for a zero in front, as a spreadsheet leaves it.");
    public static readonly RejectReason NotAnNhsNumber = new("not_an_nhs_number", "The field is not an NHS number: ten digits of which the last fits the others.");
    public static readonly RejectReason NotInMap = new("not_in_map", "The profile maps the sender's values one by one, and this is not among them.");

    public static IReadOnlyList<RejectReason> All { get; } =
    [
        FieldCount, BlankLine, RepeatedHeader, StrayQuote, StrayReturn, BadEncoding, NulByte, TooLong, EarlyTrailer,
        Blank, NotADate, DateOutOfRange, NotAnAmount, AmountOutOfRange, NotANumber, TooManyDecimals, NotAFlag, NotInList, LeadingZeroLost, NotAnNhsNumber, NotInMap,
    ];
}
