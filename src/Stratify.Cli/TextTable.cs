using Stratify.Results;

namespace Stratify.Cli;

/// <summary>A table for a person at a terminal: columns as wide as their widest cell; those of numbers end together.</summary>
internal static class TextTable
{
    internal static void Write(TextWriter to, string[] names, IEnumerable<string[]> rows)
    {
        var lines = rows.Prepend(names).ToList();
        var widths = names.Select((_, i) => lines.Max(line => line[i].Length)).ToList();
        var isNumber = names.Select((_, i) => lines.Count > 1 && lines.Skip(1).All(line => line[i].Length > 0 && (char.IsAsciiDigit(line[i][^1]) || line[i][0] == '['))).ToList();
        foreach (var line in lines) { to.WriteLine($"  {string.Join("  ", line.Select((cell, i) => isNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])))}".TrimEnd()); }
    }

    /// <summary>A table after disclosure control, as it is.</summary>
    internal static void Write(TextWriter to, ResultTable table) =>
        Write(to, [.. table.Columns.Select(column => column.Name.Replace('_', ' '))], table.Rows.Select(row => (string[])[.. row.Select(cell => cell.Csv)]));

    /// <summary>The same for a program.</summary>
    internal static object Json(ResultTable table) => table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => Value(pair.Second)));

    /// <summary>A number, or what stands in its place where it is hidden or there is none.</summary>
    internal static object Value(Cell cell) => cell switch { ValueCell value => value.Value, ZeroCell => 0, _ => cell.Csv };
}
