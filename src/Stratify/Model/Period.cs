using System.Globalization;

namespace Stratify.Model;

/// <summary>One year of a run (a financial year, or a window of the user's own), both days included.</summary>
/// <param name="Year">What the year is called in tables: <c>2024/25</c>, or <c>2024-01-01..2024-06-30</c> for a window.</param>
public sealed record Period(string Year, DateOnly From, DateOnly To)
{
    /// <summary>The NHS financial year, 1 April to 31 March, that begins in <paramref name="startYear"/>.</summary>
    public static Period FinancialYear(int startYear) => new(
        string.Create(CultureInfo.InvariantCulture, $"{startYear:0000}/{(startYear + 1) % 100:00}"),
        new DateOnly(startYear, 4, 1),
        new DateOnly(startYear + 1, 3, 31));

    public static Period Window(DateOnly from, DateOnly to) => new(
        string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"), from, to);

    /// <summary>Reads <c>2024/25</c>; null when the text is not two years that follow each other.</summary>
    public static Period? ParseFinancialYear(string text)
    {
        if (text.Length != 7 || text[4] != '/') { return null; }
        return int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start is >= 1900 and <= 2998 && (start + 1) % 100 == end
            ? FinancialYear(start)
            : null;
    }

    /// <summary>Number of days, both ends included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
