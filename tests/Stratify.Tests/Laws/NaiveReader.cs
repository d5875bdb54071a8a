using System.Text;
using Stratify.Datasets;

namespace Stratify.Tests.Laws;

/// <summary>What became of one file, in words that both readers share.</summary>
/// <param name="Rows">Landed values joined by bars, in the order of the block.</param>
/// <param name="Reasons">Line, column (none for a fault of form) and reason of every row that was set aside.</param>
internal sealed record NaiveReading(bool Refused, IReadOnlyList<string> Rows, IReadOnlyList<string> Reasons);

/// <summary>Reads a file of a dataset in its national shape, row by row, as the contract says it: the slow and obvious twin of the reader.</summary>
internal static class NaiveReader
{
    private const int FewRejects = 5;
    private static readonly NaiveReading None = new(true, [], []);

    internal static NaiveReading Read(byte[] bytes, Dataset dataset, char delimiter)
    {
        var mark = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) { return None; }
        var text = new NaiveText(Encoding.Latin1.GetString(bytes[mark..]), delimiter);
        if (text.Next() is not { Fault: "" } header) { return None; }
        text.Columns = header.Fields.Count;
        var places = dataset.Columns.ToDictionary(column => column, column => Places(column, header));
        if (places.Any(place => place.Value.Any(found => found.Count > 1) || (place.Value.Count == 0 && (place.Key.Required || place.Key.InHeader)))) { return None; }
        return Rows(text, header, dataset, column => [.. places[column].Select(found => found[0])]);
    }

    private static NaiveReading Rows(NaiveText text, NaiveRow header, Dataset dataset, Func<Column, List<int>> places)
    {
        var (rows, reasons, blanks) = (new List<string>(), new List<string>(), new List<string>());
        var read = 0;
        for (var row = text.Next(); row is not null; row = text.Next())
        {
            if (row.Fault == "blank_line") { blanks.Add($"{row.Line} blank_line"); continue; }
            reasons.AddRange(blanks);
            blanks.Clear();
            read++;
            var fault = row.Fault.Length > 0 ? row.Fault : row.Fields.Count != header.Fields.Count ? "field_count" : row.Raw == header.Raw || row.Raw == "ï»¿" + header.Raw ? "repeated_header" : "";
            var (values, reason) = fault.Length > 0 ? ("", fault) : Values(row, dataset, places);
            if (reason.Length == 0) { rows.Add(values); }
            else { reasons.Add($"{row.Line} {reason}"); }
        }
        return new(reasons.Count >= FewRejects && reasons.Count > read * 0.005m, rows, reasons);
    }

    /// <summary>The amount is judged before the others. A row that deletes another needs its key and no more.</summary>
    private static (string Values, string Reason) Values(NaiveRow row, Dataset dataset, Func<Column, List<int>> places)
    {
        var fields = dataset.Columns.Select(column => (column, read: NaiveFields.Read(dataset, column, First(row, places(column))))).ToList();
        var deletes = fields.Any(field => field.read.Reason.Length == 0 && field.column.Deletes.Contains(field.read.Values[0]));
        var wrong = fields.Where(field => field.read.Reason.Length > 0 && !(deletes && field.read.Reason == "blank" && !dataset.Grain.Contains(field.column.Name))).OrderByDescending(field => field.column.Name == dataset.Pounds).FirstOrDefault();
        return wrong.column is null ? (string.Join('|', fields.SelectMany(field => field.read.Values)), "") : ("", $"{wrong.column.Name} {wrong.read.Reason}");
    }

    /// <summary>The first field that is not null, of the places that may hold the column.</summary>
    private static string First(NaiveRow row, List<int> places) =>
        places.Select(place => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(row.Fields[place]))).FirstOrDefault(field => field.Trim(' ', '\t', '\u00A0') is not ("" or "NULL")) ?? "";

    /// <summary>For each name of the column that the header has, where it stands.</summary>
    private static List<List<int>> Places(Column column, NaiveRow header)
    {
        var names = header.Fields.Select(field => Bare(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(field)))).ToList();
        return [.. column.Also.Prepend(column.From).Select(name => Enumerable.Range(0, names.Count).Where(i => names[i] == Bare(name)).ToList()).Where(found => found.Count > 0)];
    }

    private static string Bare(string name) => string.Join('_', name.Split([' ', '_', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
