using Stratify.Datasets;
using Stratify.Landing;

namespace Stratify.Tests.Datasets;

/// <summary>Quotes that are wrong, and some that only look so. One bad quote costs its own row.</summary>
internal static class BrokenQuotes
{
    private const int FewColumns = 3;

    internal static IEnumerable<BrokenCase> All =>
    [
        new("Every field is quoted", file => file.From(file.Lines().Select(line => $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\"")), Must.LandUnchanged),
        new("A quoted text holds quotes and a comma", file => file.Field(ColumnKind.Text, "\"a, \"\"b\"\"\""), Must.Land("a, \"b\"")),
        new("A quoted text holds a line break", file => file.Field(ColumnKind.Text, "\"a\nb\""), Must.Land("a\nb")),
        new("A quoted text holds a line break of Windows", file => file.Field(ColumnKind.Text, "\"a\r\nb\""), Must.Land("a\r\nb")),
        new("A quoted text holds blank lines", file => file.Field(ColumnKind.Text, "\"a\n\n\nb\""), Must.Land("a\n\n\nb")),
        new("A text is in single quotes", file => file.Field(ColumnKind.Text, "'a'"), Must.Land("'a'")),
        new("A text holds an inch", file => file.Field(ColumnKind.Text, "5\" cuff"), Must.Reject(RejectReasons.StrayQuote)),
        new("Something follows a closing quote", file => file.Field(ColumnKind.Text, "\"a\"b"), Must.Reject(RejectReasons.StrayQuote)),
        new("A space follows a closing quote", file => file.Field(ColumnKind.Text, "\"a\" "), Must.Reject(RejectReasons.StrayQuote)),
        new("A space stands before a quote", file => file.Field(ColumnKind.Text, " \"a\""), Must.Reject(RejectReasons.StrayQuote)),
        new("Quotes within quotes are not doubled", file => file.Field(ColumnKind.Text, "\"said \"yes\"\""), Must.Reject(RejectReasons.StrayQuote)),
        new("Quotes within quotes have a backslash", file => file.Field(ColumnKind.Text, "\"a\\\"b\""), Must.Reject(RejectReasons.StrayQuote)),
        new("A carriage return follows a closing quote", file => file.Field(ColumnKind.Text, "\"a\"\rb"), Must.Reject(RejectReasons.StrayReturn)),
        new("A quote opens and is never closed", file => Opened(file, SampleExtract.Bad), Must.Reject(RejectReasons.StrayQuote)),
        new("A quote opens in the last row and is never closed", file => Opened(file, SampleExtract.Count - 1), Must.Reject(RejectReasons.StrayQuote)),
        new("A quote opens in the last field and is never closed", file => file.Line(line => line.Insert(line.LastIndexOf(',') + 1, "\"")), Must.Reject(RejectReasons.StrayQuote)),
        new("A quote opens in one row and closes in the next", file => Across(file, SampleExtract.Bad + 1), Must.Reject(RejectReasons.StrayQuote, 2)),
        new("A quote opens in one row and closes ten rows on", file => Across(file, SampleExtract.Bad + 10), Must.Reject(RejectReasons.StrayQuote, 2)),
        new("A quote opens, and other rows have quotes", file => OpenedAmongQuoted(file), Must.Reject(RejectReasons.StrayQuote)),
    ];

    private static BrokenExtract? Opened(SampleExtract file, int row) => file.Column(ColumnKind.Text) is { } column ? file.Field(column, row, text => "\"" + text) : null;

    /// <summary>
    /// The quote opens before the last field of one row and closes behind that of another: all between them would be one text. Of so few
    /// columns as an address has parts nobody can tell, so the rows between count as one that is refused.
    /// </summary>
    private static BrokenExtract? Across(SampleExtract file, int last)
    {
        if (file.Header.Count <= FewColumns) { return null; }
        var lines = file.Lines();
        lines[SampleExtract.Bad + 1] = lines[SampleExtract.Bad + 1].Insert(lines[SampleExtract.Bad + 1].LastIndexOf(',') + 1, "\"");
        lines[last + 1] += "\"";
        return file.From(lines) with { Lost = [SampleExtract.Bad, last] };
    }

    private static BrokenExtract? OpenedAmongQuoted(SampleExtract file)
    {
        if (file.Column(ColumnKind.Text) is not { } column) { return null; }
        var at = file.Dataset.Columns.ToList().IndexOf(column);
        var rows = file.Rows.Select((fields, row) => fields.Select((field, i) => i == at ? (row == SampleExtract.Bad ? $"\"{field}" : $"\"{field}\"") : field));
        return file.From(rows.Prepend(file.Header).Select(row => string.Join(',', row))) with { Lost = [SampleExtract.Bad] };
    }
}
