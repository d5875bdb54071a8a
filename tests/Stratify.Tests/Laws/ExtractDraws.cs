using System.Globalization;
using System.Text;
using Stratify.Datasets;
using Stratify.Tests.Spec;

namespace Stratify.Tests.Laws;

/// <summary>A small file, drawn at random, as some sender might write it on a bad day; the same for the same number.</summary>
/// <param name="Buffer">Bytes that the reader takes at a time.</param>
internal sealed record DrawnExtract(Dataset Dataset, byte[] Bytes, char Delimiter, int Buffer);

/// <summary>Draws small files: good fields, bad fields, bad quotes, bad rows, bad headers, bad bytes.</summary>
internal sealed class ExtractDraws(int number)
{
    private static readonly Dataset[] Datasets = [.. Catalogue.All, LandingReading.Visits];

    private static readonly string[] Texts =
        ["", " ", "NULL", "null", "NA", "a", "B7", "x y", "O'Neil", "Zoé", "łoś", "straße", "田", "🏥", "\u00A0a\u00A0", "à1 1AA", "ta19 0ab", "M11AE", "9", "00", "0", "-", "1E05", "ı", "\u200B", "a,b", "a;b", "a|b", "a\tb", "a\"b", "\"", "\"\"", "a\nb", "a\r\nb", "a\rb", "a\n,,,,,b", "\n;;;", "'a'", "\0"];
    private static readonly string[] Dates =
        ["2024-04-01", "2024-02-29", "2023-02-29", "31/12/1999", "31/09/2024", "20240401", "2024-04-01T10:30", "2024-04-01 23:59:59.123Z", "2024-04-01 24:00", "01/04/2024 10:00", "1850-01-01", "1849-12-31", "2100-12-31", "2101-01-01", "1800-01-01", "9999-12-31", "31/12/9999", "1582-10-15", "45383", "1/4/2024", "2024-4-1", "0000-00-00", "2024-04-01x", "01-04-2024", "2024-04-01T", "20240401 10:00"];
    private static readonly string[] Numbers =
        ["0", "1", "-1", "+7", "007", "12.5", "12.50", "12.500", "12.345", ".5", "5.", ".", "-", "--1", "-0.00", "0.0001", "0.00001", "1e3", "NaN", "(1.00)", "1.00-", "£1", "1,000.00", "100000000", "100000000.01", "1000000000000000", "1000000000000001", "999999999999999999", "9999999999999999999", "0.000000000000000001", "0.0000000000000000000", "000000000000000000000001.5", "100000000000", "100000000000.0001", "１"];
    private static readonly string[] People =
        ["9434765919", "943 476 5919", "943-476-5919", "9434765918", "9990000018", "101010001", "0101010001", "9.43E+09", "9E9", "1E", "1111111111", "0000000000", "99999999999", "-9434765919", "9434765919-", "---", "943\u00A0476\u00A05919", "943O765919", "９", "9434765919.0", "- -", "9 - 1"];
    private static readonly string[] Flags = ["Y", "n", "yes", "TRUE", "1", "0", "2", "maybe", "No"];
    private static readonly byte[] BadBytes = [0, 9, 10, 13, 32, 34, 34, 34, 39, 44, 44, 59, 124, 0x1A, 0x80, 0xA0, 0xA3, 0xC2, 0xC3, 0xE2, 0xED, 0xEF, 0xF0, 0xFF];

    private readonly Random _random = new(number);

    internal DrawnExtract Draw()
    {
        var dataset = Pick(Datasets);
        var delimiter = Chance(70) ? ',' : Pick(";|\t".ToCharArray());
        var columns = dataset.Columns.Where(column => column.Required || column.InHeader || Chance(60)).ToList();
        if (Chance(20)) { columns.Reverse(); }
        if (Chance(2)) { columns.RemoveAt(_random.Next(columns.Count)); }
        if (Chance(2)) { columns.Add(Pick([.. dataset.Columns])); }
        var end = Pick(["\n", "\n", "\r\n"]);
        var header = columns.Select(column => Written(column.Also.Count > 0 && Chance(20) ? Pick([.. column.Also]) : column.From, delimiter)).ToList();
        if (Chance(5)) { header.Add("Extra"); }
        var text = new StringBuilder(Chance(5) ? "\uFEFF" : "").AppendJoin(delimiter, header).Append(end);
        for (var rows = _random.Next(9); rows > 0; rows--) { text.Append(Row(dataset, columns, delimiter, header)).Append(Chance(3) ? "\r\n" : end); }
        return new(dataset, Damaged(Encoding.UTF8.GetBytes(Chance(10) ? text.ToString().TrimEnd() : text.ToString())), delimiter, 1 + _random.Next(Chance(50) ? 40 : 4000));
    }

    private string Row(Dataset dataset, List<Column> columns, char delimiter, List<string> header)
    {
        var fields = columns.Select(column => Written(Chance(93) ? Good(dataset, column) : Bad(column), delimiter)).Concat(Enumerable.Repeat("x", header.Count - columns.Count)).ToList();
        return _random.Next(100) switch
        {
            0 => "",
            1 => string.Join(delimiter, header),
            2 => string.Join(delimiter, fields[..^1]),
            3 => string.Join(delimiter, fields) + delimiter,
            4 => "Total rows: 7",
            5 => string.Join(delimiter, fields.Select(field => "\"" + field)),
            6 => "\uFEFF" + string.Join(delimiter, header),
            _ => string.Join(delimiter, fields),
        };
    }

    private string Good(Dataset dataset, Column column) => column.Kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => new DateOnly(1950, 1, 1).AddDays(_random.Next(27_000)).ToString(Pick([.. dataset.DateFormats]), CultureInfo.InvariantCulture),
        ColumnKind.Integer => Text(_random.Next(-5, 500)),
        ColumnKind.Money when column.InPence => Text(_random.Next(-100, 100_000)),
        ColumnKind.Quantity or ColumnKind.Money => Text(_random.Next(-100, 100_000) / 100m),
        ColumnKind.NhsNumber => Pick(People[..3]),
        ColumnKind.Flag => Pick(Flags[..6]),
        ColumnKind.Code when column.OneOf is { } legal => Chance(20) ? Pick([.. legal]).ToLowerInvariant() : Pick([.. legal]),
        _ => $"{Pick(["k", "K", "Ä", "p "])}{_random.Next(1000)}",
    };

    private string Bad(Column column) => Chance(30) ? Pick(Texts) : column.Kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => Pick(Dates),
        ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Money => Pick(Numbers),
        ColumnKind.NhsNumber => Pick(People),
        ColumnKind.Flag => Pick(Flags),
        ColumnKind.Code when column.OneOf is { } legal && Chance(50) => Pick([.. legal])[1..],
        _ when column.Unknown.Count > 0 && Chance(50) => Pick([.. column.Unknown]),
        _ => Pick(Texts),
    };

    /// <summary>Quoted as it should be, mostly.</summary>
    private string Written(string field, char delimiter)
    {
        var must = field.AsSpan().ContainsAny([delimiter, '"', '\r', '\n']);
        return (must && !Chance(10)) || Chance(5) ? $"\"{(Chance(97) ? field.Replace("\"", "\"\"", StringComparison.Ordinal) : field)}\"" : field;
    }

    private byte[] Damaged(byte[] bytes)
    {
        if (bytes.Length == 0 || !Chance(25)) { return bytes; }
        var damaged = bytes.ToList();
        for (var n = 1 + _random.Next(3); n > 0 && damaged.Count > 0; n--)
        {
            var at = _random.Next(damaged.Count);
            switch (_random.Next(3))
            {
                case 0: damaged[at] = Pick(BadBytes); break;
                case 1: damaged.Insert(at, Pick(BadBytes)); break;
                default: damaged.RemoveAt(at); break;
            }
        }
        return Chance(10) ? [.. damaged[.._random.Next(damaged.Count + 1)]] : [.. damaged];
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
