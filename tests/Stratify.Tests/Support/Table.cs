using System.Globalization;
using Stratify.Engine;

namespace Stratify.Tests.Support;

/// <summary>A table drawn in a test: a header, a line of dashes, rows; bars between cells, empty for null.</summary>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows)
{
    public static Table Parse(string drawn)
    {
        var lines = drawn.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim('-', '+').Length > 0).ToList();
        if (lines.Count == 0) { return new Table([], []); }
        var columns = Cells(lines[0]);
        return new Table(columns, [.. lines.Skip(1).Select(line => (IReadOnlyDictionary<string, string?>)Cells(line)
            .Select((cell, i) => (Name: columns[i], Value: cell.Length == 0 ? null : cell))
            .ToDictionary(pair => pair.Name, pair => pair.Value))]);
    }

    /// <summary>A result as lines with bars, in one way, so that two tables are equal when their texts are.</summary>
    public static string Draw(Grid grid) => string.Join('\n', grid.Rows
        .Select(row => string.Join(" | ", row.Select(value => Convert.ToString(value switch
        {
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool flag => flag ? "yes" : "no",
            _ => value,
        }, CultureInfo.InvariantCulture))))
        .Prepend(string.Join(" | ", grid.Columns)));

    /// <summary>A drawn table in the same one way as <see cref="Draw"/>.</summary>
    public static string Normal(string drawn) => string.Join('\n', drawn.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.Trim('-', '+').Length > 0)
        .Select(line => string.Join(" | ", Cells(line))));

    private static List<string> Cells(string line) => [.. line.Split('|', StringSplitOptions.TrimEntries)];
}
