using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Stratify.Datasets;
using Stratify.Tests.Spec;

namespace Stratify.Tests.Laws;

/// <summary>Checks fields by the declaration of their columns, with strings, regular expressions and big integers: what lands, as text, or why not.</summary>
internal static partial class NaiveFields
{
    /// <summary>Letters that the drawn names have, or come to have by a damaged byte.</summary>
    private static readonly (string Marked, string Bare)[] Accents =
        [("ÀÁÂÃÄÅàáâãäåĀ", "A"), ("Çç", "C"), ("ÈÉÊËèéêë", "E"), ("Ġģ", "G"), ("ÌÍÎÏìíîïı", "I"), ("Łłŀ", "L"), ("Ññ", "N"), ("ÒÓÔÕÖØòóôõöø", "O"), ("śŠ", "S"), ("ţ", "T"), ("ÙÚÛÜùúûü", "U"), ("Ýýÿ", "Y")];
    private static readonly string[] Sentinels = ["1800-01-01", "1801-01-01", "1600-01-01", "1582-10-15", "9999-12-31"];

    /// <summary>What the columns of a field land as, null as a dash; or one reason.</summary>
    internal static (IReadOnlyList<string> Values, string Reason) Read(Dataset dataset, Column column, string field)
    {
        var text = field.Trim(' ', '\t', '\u00A0');
        if (text == "NULL") { text = ""; }
        if (column.Kind == ColumnKind.NhsNumber) { return dataset.IsOfPerson ? (Person(dataset, text), "") : (Person(dataset, text), NoNumber(column, text)); }
        if (column.Unknown.Any(unknown => Same(column, unknown, text))) { text = ""; }
        var (value, reason) = text.Length == 0 ? (null, "") : Read(dataset, column, text, Encoding.UTF8.GetByteCount(text));
        return ([value ?? "-"], reason.Length == 0 && value is null && column.Required ? "blank" : reason);
    }

    private static (string? Value, string Reason) Read(Dataset dataset, Column column, string text, int bytes) => column.Kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => Date(dataset, text),
        ColumnKind.Integer => Number(text, 0, 1_000_000_000_000_000, "not_a_number", "not_a_number"),
        ColumnKind.Quantity => Number(text, 4, 1_000_000_000_000_000, "not_a_number", "not_a_number"),
        ColumnKind.Money => Number(text, column.InPence ? 0 : 2, 10_000_000_000, "not_an_amount", "amount_out_of_range"),
        ColumnKind.Flag => Upper(text) switch { "Y" or "YES" or "TRUE" or "1" => ("1", ""), "N" or "NO" or "FALSE" or "0" => ("0", ""), _ => ("", "not_a_flag") },
        _ when bytes > 4000 => ("", "too_long"),
        ColumnKind.Name => (OrNull(Name(text)), ""),
        ColumnKind.Postcode => (OrNull(Postcode(text)), ""),
        ColumnKind.Address => (OrNull(string.Join(' ', string.Concat(text.Select(c => char.IsWhiteSpace(c) || (c < 128 && !char.IsAsciiLetterOrDigit(c) && c != '\'') ? ' ' : c)).Split(' ').Select(Name).Where(word => word.Length > 0))), ""),
        _ when column.OneOf is { } legal && !legal.Any(value => Same(column, value, text)) => ("", char.IsAsciiDigit(text[0]) && legal.Any(value => Same(column, value, "0" + text)) ? "leading_zero_lost" : "not_in_list"),
        ColumnKind.Code when !column.CaseSensitive => (text.ToUpperInvariant(), ""),
        _ => (text, ""),
    };

    private static bool Same(Column column, string one, string other) => column.CaseSensitive ? one == other : Upper(one) == Upper(other);

    /// <summary>Small letters of ASCII as capitals, and nothing else: ı is no I.</summary>
    private static string Upper(string text) => string.Concat(text.Select(c => c is >= 'a' and <= 'z' ? (char)(c - 32) : c));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static (string? Value, string Reason) Date(Dataset dataset, string text)
    {
        foreach (var format in dataset.DateFormats)
        {
            if (text.Length < format.Length || !Time().IsMatch(text[format.Length..])) { continue; }
            if (!DateOnly.TryParseExact(text[..format.Length], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { continue; }
            var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Sentinels.Contains(iso) ? (null, "") : day.Year is >= 1850 and <= 2100 ? (iso, "") : ("", "date_out_of_range");
        }
        return ("", "not_a_date");
    }

    private static (string Value, string Reason) Number(string text, int decimals, long limit, string not, string beyond)
    {
        var match = Decimal().Match(text);
        var (whole, part) = (match.Groups[1].Value, match.Groups[2].Value);
        if (!match.Success || (whole + part).TrimStart('0').Length > 18 || part.Length > 18) { return ("", not); }
        if (part.Length > decimals && part[decimals..].Trim('0').Length > 0) { return ("", "too_many_decimals"); }
        var digits = BigInteger.Parse("0" + whole + part.PadRight(decimals, '0')[..decimals], CultureInfo.InvariantCulture);
        return digits > limit ? ("", beyond) : ((text[0] == '-' ? -digits : digits).ToString(CultureInfo.InvariantCulture), "");
    }

    private static IReadOnlyList<string> Person(Dataset dataset, string text)
    {
        var status = Status(text, out var number);
        var register = dataset.Role is DatasetRole.Register or DatasetRole.NumberChange;
        if (status > 0) { return [.. new[] { "-", status.ToString(CultureInfo.InvariantCulture) }, .. register ? new[] { "-" } : []]; }
        var pseudonym = LandingReading.Pseudonyms.OfNumber(number);
        return [pseudonym.Token.ToString(CultureInfo.InvariantCulture), "0", .. register ? new[] { pseudonym.ToString() } : []];
    }

    /// <summary>Where a number is what a row tells, a wrong one costs the row.</summary>
    private static string NoNumber(Column column, string text) => Status(text, out _) switch
    {
        0 => "",
        1 => column.Required ? "blank" : "",
        _ => "not_an_nhs_number",
    };

    /// <summary>0 valid, 1 blank, 2 malformed, 3 check digit, 4 one digit ten times, 5 scientific, 6 nine digits.</summary>
    private static int Status(string text, out long number)
    {
        number = 0;
        var bare = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (bare.Length == 0) { return 1; }
        if (Scientific().IsMatch(text)) { return 5; }
        if (!Digits().IsMatch(bare) || text[0] == '-' || text[^1] == '-') { return 2; }
        if (bare.Length != 10) { return bare.Length == 9 ? 6 : 2; }
        if (bare.All(c => c == bare[0])) { return 4; }
        var sum = Enumerable.Range(0, 9).Sum(i => (bare[i] - '0') * (10 - i));
        if ((11 - (sum % 11)) % 11 != bare[9] - '0') { return 3; }
        number = long.Parse(bare, CultureInfo.InvariantCulture);
        return 0;
    }

    private static string Name(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString() switch
    {
        "ß" => "SS",
        var letter when Accents.FirstOrDefault(accent => accent.Marked.Contains(letter, StringComparison.Ordinal)).Bare is { } bare => bare,
        _ => Rune.IsLetterOrDigit(rune) ? Rune.ToUpperInvariant(rune).ToString() : "",
    }));

    private static string Postcode(string text)
    {
        var bare = Upper(string.Concat(text.Where(c => c is not (' ' or '\t' or '\u00A0'))));
        return British().IsMatch(bare) ? $"{bare[..^3]} {bare[^3..]}" : bare;
    }

    [GeneratedRegex(@"\A([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?Z?)?\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\A[+-]?(?=\.?[0-9])([0-9]*)(?:\.([0-9]+))?\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A[0-9][0-9.,]*[Ee][+-]*[0-9]+\z")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\A[0-9]+\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A[\x00-\x7F]{2,4}[0-9][A-Z]{2}\z")]
    private static partial Regex British();
}
