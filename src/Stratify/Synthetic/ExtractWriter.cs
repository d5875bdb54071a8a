using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stratify.Datasets;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Writes one extract in the shape that its dataset declares: header, order and date format come from the declaration.</summary>
internal sealed class ExtractWriter : IDisposable
{
    private readonly Dataset _dataset;
    private readonly IReadOnlyList<Column> _columns;
    private readonly StreamWriter _file;
    private readonly Xoshiro _random;
    private readonly string _dateFormat;

    public ExtractWriter(Dataset dataset, string folder, long seed, bool gzip)
    {
        _dataset = dataset;
        // Everything is sent at once, so no row says what it or its delivery does to another.
        _columns = [.. dataset.Columns.Where(column => !column.IsOfDelivery && !column.IsByArrangement)];
        _random = Xoshiro.For(seed, $"blemishes of {dataset.Name}");
        _dateFormat = dataset.DateFormats[0];
        var path = Path.Combine(folder, $"{dataset.Name}.csv");
        Stream file = gzip ? new GZipStream(File.Create($"{path}.gz"), CompressionLevel.SmallestSize) : File.Create(path);
        _file = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
        _file.WriteLine(string.Join(',', _columns.Select(column => Quoted(column.From))));
    }

    /// <summary>How many rows were written, repeats and bad ones included.</summary>
    public int Rows { get; private set; }

    /// <summary>A row by the names of its columns; what is not given is blank. One in a thousand is sent twice, and fewer are broken, as in real life.</summary>
    public void Write(params ReadOnlySpan<(string Column, object? Value)> values)
    {
        var fields = new string[_columns.Count];
        Array.Fill(fields, "");
        foreach (var (name, value) in values) { fields[Index(name)] = Text(value); }
        var line = string.Join(',', fields.Select(Quoted));
        _file.WriteLine(line);
        Rows++;
        if (_random.Chance(0.001))
        {
            _file.WriteLine(line);
            Rows++;
        }
        if (_random.Chance(0.0006)) { WriteBroken(fields); }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The same row under another key, with a date that no calendar has.</summary>
    private void WriteBroken(string[] fields)
    {
        var broken = (string[])fields.Clone();
        var dates = Enumerable.Range(0, broken.Length).Where(i => _columns[i].Kind is ColumnKind.Date or ColumnKind.BirthDate && broken[i].Length > 0).OrderByDescending(i => _columns[i].Required).ToList();
        // What holds no date is a list of places, which somebody keeps with care.
        if (dates.Count == 0) { return; }
        broken[dates[0]] = new DateOnly(2023, 2, 28).ToString(_dateFormat, CultureInfo.InvariantCulture).Replace("28", "30", StringComparison.Ordinal);
        _file.WriteLine(string.Join(',', broken.Select(Quoted)));
        Rows++;
    }

    private int Index(string name)
    {
        for (var i = 0; i < _columns.Count; i++) { if (_columns[i].Name == name) { return i; } }
        throw new ArgumentException($"{_dataset.Name} declares no column {name}.");
    }

    private string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString(_dateFormat, CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
