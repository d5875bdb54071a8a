using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Tests.Datasets;

/// <summary>Keys, texts, codes and NHS numbers that are not what their column holds, or that a reader who guesses would change.</summary>
internal static class BrokenFields
{
    internal static IEnumerable<BrokenCase> Texts =>
    [
        .. new[]
        {
            "NA", "nan", "None", "null", "N/A", "#N/A", "TRUE", "1E05", "007", "00", "12345678901234567890", "1.0", "+44", "-", "2024-04-01", "0x1F", "Infinity", "\\N", ".", "\\",
            "=1+1", "@sum", "=cmd' /C calc'!A0", "'; drop table event;--", "<script>alert(1)</script>", "{{7*7}}", "%s%n", "../../etc/passwd", "a\tb", "Siân’s £5", "\u202Eabc", "e\u0301", "田中", "🏥",
        }.Select(text => new BrokenCase($"The text {Shown(text)} is a text", file => file.Field(ColumnKind.Text, text), Must.Land(text))),
        .. new[] { "NA", "1E05", "007", "NAN", "NONE", "TRUE", "1.0", "MAR1" }.Select(text => new BrokenCase($"The code {text} is a code", file => file.Field(FreeCode, _ => text), Must.Land(text))),
        new("A code is in small letters", file => file.Field(FreeCode, text => text.ToLowerInvariant()), Must.LandUnchanged),
        new("A code has spaces round it", file => file.Field(FreeCode, text => $"  {text}\t"), Must.LandUnchanged),
        new("A code has no-break spaces round it", file => file.Field(FreeCode, text => $"\u00A0{text}\u00A0"), Must.LandUnchanged),
        new("A code is none of its list", file => file.Field(ListedCode, _ => "ZZ"), Must.Reject(RejectReasons.NotInList)),
        new("A code is one of its list and more", file => file.Field(ListedCode, text => text + "9X"), Must.Reject(RejectReasons.NotInList)),
        new("A code of a list has a letter that only looks so", file => file.Field(ListedCode, _ => "\u0410"), Must.Reject(RejectReasons.NotInList)),
        new("A code of a list is a number with a decimal", file => file.Field(ListedCode, _ => "1.0"), Must.Reject(RejectReasons.NotInList)),
    ];

    internal static IEnumerable<BrokenCase> Keys =>
    [
        .. new (string Is, string Text)[] { ("blank", ""), ("of spaces", "   "), ("NULL", "NULL"), ("an empty quote", "\"\""), ("a quoted space", "\" \""), ("a no-break space", "\u00A0") }
            .Select(key => new BrokenCase($"A required text is {key.Is}", file => file.Field(column => column is { Kind: ColumnKind.Text, Required: true }, _ => key.Text), Must.Reject(RejectReasons.Blank))),
    ];

    internal static IEnumerable<BrokenCase> Numbers =>
    [
        new("An NHS number has spaces", file => Number(file, n => $"{n[..3]} {n[3..6]} {n[6..]}"), Must.LandUnchanged),
        new("An NHS number has hyphens", file => Number(file, n => $"{n[..3]}-{n[3..6]}-{n[6..]}"), Must.LandUnchanged),
        new("An NHS number has no-break spaces", file => Number(file, n => $"{n[..3]}\u00A0{n[3..6]}\u00A0{n[6..]}"), Must.LandUnchanged),
        new("An NHS number has spaces round it", file => Number(file, n => $" {n}\u00A0"), Must.LandUnchanged),
        new("An NHS number is quoted", file => Number(file, n => $"\"{n}\""), Must.LandUnchanged),
        new("An NHS number is blank", file => Number(file, _ => ""), Must.LoseTheNumber(NhsNumberStatus.Blank)),
        new("An NHS number is NULL", file => Number(file, _ => "NULL"), Must.LoseTheNumber(NhsNumberStatus.Blank)),
        .. new (string Is, Func<string, string> Change)[]
        {
            ("has a decimal", n => n + ".0"), ("has an apostrophe before it", n => "'" + n), ("has eight digits", n => n[..8]), ("has eleven digits", n => n + "0"),
            ("has the letter O for a zero", n => n.Replace('0', 'O')), ("is a word", _ => "UNKNOWN"), ("has letters before it", n => "NHS" + n), ("stands twice", n => $"{n} {n}"),
            ("is negative", n => "-" + n), ("ends in a hyphen", n => n + "-"), ("is in full-width digits", n => string.Concat(n.Select(c => (char)(c - '0' + '０')))), ("holds a zero-width space", n => n.Insert(3, "\u200B")),
            ("is a formula", n => $"={n}"), ("has a plus before it", n => "+" + n), ("has thousands commas", n => $"\"{n[..1]},{n[1..4]},{n[4..7]},{n[7..]}\""),
        }.Select(number => new BrokenCase($"An NHS number {number.Is}", file => Number(file, number.Change), Must.LoseTheNumber(NhsNumberStatus.Malformed))),
        .. new[] { "9.43E+09", "9.990000018E9", "9,43E+09", "9E9" }.Select(text => new BrokenCase($"An NHS number is {text}", file => Number(file, _ => $"\"{text}\""), Must.LoseTheNumber(NhsNumberStatus.Scientific) with { Notice = ProblemKinds.NumbersSpoilt })),
        new("An NHS number has lost its leading zero", file => Number(file, _ => "101010001"), Must.LoseTheNumber(NhsNumberStatus.NineDigits) with { Notice = ProblemKinds.NumbersSpoilt }),
        new("An NHS number has a wrong check digit", file => Number(file, n => n[..9] + (char)('0' + ((n[9] - '0' + 1) % 10))), Must.LoseTheNumber(NhsNumberStatus.WrongCheckDigit)),
        new("Two digits of an NHS number are swapped", file => Number(file, Swapped), Must.LoseTheNumber(NhsNumberStatus.WrongCheckDigit)),
        .. new[] { "0000000000", "1111111111", "9999999999", "999 999 9999" }.Select(same => new BrokenCase($"An NHS number is {same}", file => Number(file, _ => same), Must.LoseTheNumber(NhsNumberStatus.Placeholder))),
    ];

    private static bool FreeCode(Column column) => column is { Kind: ColumnKind.Code, OneOf: null, CaseSensitive: false };

    private static bool ListedCode(Column column) => column is { Kind: ColumnKind.Code, OneOf: not null };

    private static BrokenExtract? Number(SampleExtract file, Func<string, string> change) => file.Field(column => column.Kind == ColumnKind.NhsNumber, change);

    /// <summary>The last two digits of the first nine that differ.</summary>
    private static string Swapped(string number)
    {
        var at = Enumerable.Range(0, 8).Last(i => number[i] != number[i + 1]);
        return $"{number[..at]}{number[at + 1]}{number[at]}{number[(at + 2)..]}";
    }

    private static string Shown(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"[{(int)c:X4}]"));
}
