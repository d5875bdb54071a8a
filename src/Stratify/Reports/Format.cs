using System.Globalization;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>Numbers as people read them. One way for charts, text and tables, so that they cannot disagree.</summary>
internal static class Format
{
    internal static string Count(Cell cell) => cell.Number is { } number ? Whole(number) : cell.Csv;

    internal static string Pounds(Cell cell) => cell.Number is { } number ? Pounds(number) : cell.Csv;

    internal static string Share(Cell cell) => cell.Number is { } number ? Percent(number) : cell.Csv;

    internal static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Pounds(double number) => number < 0 ? $"-£{Whole(-number)}" : $"£{Whole(number)}";

    /// <summary>Short enough for an axis or a bar: £950, £1.2k, £3.4m.</summary>
    internal static string ShortPounds(double number) => number switch
    {
        < 0 => $"-{ShortPounds(-number)}",
        >= 999_500 => string.Create(CultureInfo.InvariantCulture, $"£{number / 1e6:0.#}m"),
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"£{number / 1000:0.#}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"£{number:0}"),
    };

    /// <summary>Short enough for a column: 9,500, 12.3k, 1.2m.</summary>
    internal static string ShortWhole(double number) => number switch
    {
        >= 999_500 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:0.#}m"),
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{number / 1000:0.#}k"),
        _ => Whole(number),
    };

    internal static string Percent(double share) => (100 * share).ToString(share is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A ratio in words: twice, 3.4 times.</summary>
    internal static string Times(double ratio) => ratio switch
    {
        >= 1.95 and < 2.05 => "twice",
        >= 9.95 => $"{Whole(ratio)} times",
        _ => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.#} times"),
    };

    /// <summary>A band of conditions inside a sentence.</summary>
    internal static string Conditions(string band) => band switch { "0" => "no condition", "1" => "1 condition", _ => $"{band} conditions" };

    /// <summary>A title inside a sentence: its first letter small, unless it begins an abbreviation.</summary>
    internal static string Inside(string title) => title.Length > 1 && (char.IsUpper(title[1]) || title[1] == '&') ? title : char.ToLowerInvariant(title[0]) + title[1..];

    internal static string Decimal(Cell cell) => cell.Number is { } number ? number.ToString("0.0", CultureInfo.InvariantCulture) : cell.Csv;

    /// <summary>A change in pounds, with its sign.</summary>
    internal static string Change(double pounds) => pounds > 0 ? $"+{Pounds(pounds)}" : Pounds(pounds);

    /// <summary>A change as a part of what it changes, with its sign.</summary>
    internal static string ChangeShare(double share) => (share > 0 ? "+" : "") + (100 * share).ToString(Math.Abs(share) < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A ratio beside 1, to the hundredth.</summary>
    internal static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A share where tenths of a per cent matter.</summary>
    internal static string Precise(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Two ends of an interval as one cell.</summary>
    internal static string Between(Cell lower, Cell upper, Func<Cell, string> format) => lower.IsHidden || upper.IsHidden ? HiddenCell.Instance.Csv : $"{format(lower)} to {format(upper)}";
}
