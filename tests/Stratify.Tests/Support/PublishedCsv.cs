using System.Globalization;
using System.Text;

namespace Stratify.Tests.Support;

/// <summary>A published file as whoever gets it reads it: texts and numbers, and nothing where it says [c] or [z].</summary>
public sealed class PublishedCsv
{
    private readonly List<string> _header;

    public PublishedCsv(string path)
    {
        var rows = File.ReadAllLines(path).Select(Split).ToList();
        _header = rows[0];
        Rows = [.. rows.Skip(1).Select(cells => new Row(this, cells))];
    }

    public IReadOnlyList<Row> Rows { get; }

    public bool Has(string column) => _header.Contains(column);

    private static List<string> Split(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"') { quoted = !quoted; }
            else if (letter == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else { cell.Append(letter); }
        }
        return [.. cells, cell.ToString()];
    }

    public sealed class Row(PublishedCsv of, List<string> cells)
    {
        public string Text(string column) => cells[of._header.IndexOf(column)];

        /// <summary>Null where it cannot be seen, or there is none.</summary>
        public double? Number(string column) => double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
