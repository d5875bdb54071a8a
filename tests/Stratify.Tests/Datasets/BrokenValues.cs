using Stratify.Datasets;
using Stratify.Landing;

namespace Stratify.Tests.Datasets;

/// <summary>Dates, amounts and numbers that are not what their column holds, or that a reader who guesses would change.</summary>
internal static class BrokenValues
{
    internal static IEnumerable<BrokenCase> Dates =>
    [
        .. new[]
        {
            "2023-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-04-00", "0000-00-00", "0000-04-01", "31/09/2024", "04/13/2024", "00/00/0000", "2024/04/01", "01.04.2024", "01-04-2024",
            "01/04/24", "24-04-01", "1/4/2024", "2024-4-1", "1 Apr 2024", "01-APR-2024", "April 2024", "2024", "2024-04", "2024-W14-1", "2024-092", "45383", "45383.5", "1712016000", "2024-04-0", "2024-04-01x", "x2024-04-01",
            "2O24-04-01", "２０２４-04-01", "2024‑04‑01", "2024–04–01", "2024-04-01 25:00", "2024-04-01 10:60", "2024-04-01T10:30:00+01:00", "2024-04-01 10", "2024-04-01T", "Mon 01/04/2024", "today", "NaT", "N/A", "#VALUE!", "########", "-2024-04-01",
            "12024-04-01", "2024-04-\u200B01",
        }.Select(text => new BrokenCase($"The date {text} is none", file => file.Field(RequiredDate, _ => text), Must.Reject(RejectReasons.NotADate))),
        .. new[] { "1849-12-31", "1066-10-14", "2101-01-01", "2110-04-02", "9999-01-01", "9998-12-31", "31/12/0999" }.Select(text => new BrokenCase($"The date {text} is out of range", file => file.Field(RequiredDate, _ => text), Must.Reject(RejectReasons.DateOutOfRange))),
        .. new[] { "", "NULL", "1800-01-01", "1801-01-01", "1600-01-01", "1582-10-15", "9999-12-31", "31/12/9999" }.Select(text => new BrokenCase($"The required date '{text}' is none", file => file.Field(column => column is { Kind: ColumnKind.Date, Required: true }, _ => text), Must.Reject(RejectReasons.Blank))),
        new("A date is in the other declared format", file => file.Field(RequiredDate, date => $"{date[8..]}/{date[5..7]}/{date[..4]}"), Must.LandUnchanged),
        new("A date has a time", file => file.Field(RequiredDate, date => date + " 00:00:00.000"), Must.LandUnchanged),
        new("A date has a time of the world", file => file.Field(RequiredDate, date => date + "T23:59:59Z"), Must.LandUnchanged),
        new("A date has spaces round it", file => file.Field(RequiredDate, date => $" {date} "), Must.LandUnchanged),
        new("The day is a leap day", file => file.Field(RequiredDate, _ => "29/02/2024"), Must.Land("2024-02-29")),
    ];

    internal static IEnumerable<BrokenCase> Amounts =>
    [
        .. new[]
        {
            "(12.50)", "12.50-", "NaN", "nan", "Infinity", "-inf", "1e3", "1.2E+05", "£12.50", "12.50 GBP", "\"1,234.50\"", "\"12,50\"", "1 234.50", "1'234.50", "--1", "+-1", "-", "+", ".", "12.", "1.2.3", "0x10", "#REF!", "#DIV/0!", "free",
            "１２", "−12.50", "12.50p", "12.50 CR", "1/2", "50%", "1_000", "99999999999999999999999999", "12.5O", "\u200B12",
        }.Select(text => new BrokenCase($"The amount {text} is none", file => file.Field(ColumnKind.Money, text), Must.Reject(RejectReasons.NotAnAmount))),
        .. new[] { "12.345", "0.001", "12.3450000001" }.Select(text => new BrokenCase($"The amount {text} has part of a penny", file => file.Field(ColumnKind.Money, text), Must.Reject(RejectReasons.TooManyDecimals))),
        .. new[] { "100000000.01", "-100000000.01", "99999999999999999" }.Select(text => new BrokenCase($"The amount {text} is beyond all", file => file.Field(ColumnKind.Money, text), Must.Reject(RejectReasons.AmountOutOfRange))),
        .. new (string Text, string Pence)[] { ("12.5", "1250"), ("12", "1200"), (".5", "50"), ("0012.50", "1250"), ("12.500", "1250"), ("+12.50", "1250"), ("-12.50", "-1250"), ("-0", "0"), ("-0.00", "0"), (" 12.50 ", "1250"), ("\"12.50\"", "1250"), ("100000000", "10000000000"), ("0.01", "1"), ("", "-"), ("NULL", "-") }
            .Select(amount => new BrokenCase($"The amount '{amount.Text}' is read to the penny", file => file.Field(ColumnKind.Money, amount.Text), Must.Land(amount.Pence))),
    ];

    private static bool RequiredDate(Column column) => column.Kind == ColumnKind.Date;
}
