using System.Text;
using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify.Tests.Datasets;

/// <summary>Rows and headers whose form is broken.</summary>
internal static class BrokenForms
{
    internal static IEnumerable<BrokenCase> Rows =>
    [
        new("A line is blank", file => file.Insert(""), Must.Reject(RejectReasons.BlankLine)),
        new("Three lines are blank", file => file.Insert("\n\n") with { Read = 23 }, Must.Reject(RejectReasons.BlankLine, 3)),
        new("A line is of spaces", file => file.Insert("   "), Must.Reject(RejectReasons.FieldCount)),
        new("A row is cut in half", file => file.Line(line => line[..(line.Length / 2)]), Must.Reject(RejectReasons.FieldCount)),
        new("A row has one field too few", file => file.Line(line => line[..line.LastIndexOf(',')]), Must.Reject(RejectReasons.FieldCount)),
        new("A row has one field too many", file => file.Line(line => line + ","), Must.Reject(RejectReasons.FieldCount)),
        new("A text holds a comma without quotes", file => file.Field(ColumnKind.Text, "one, two"), Must.Reject(RejectReasons.FieldCount)),
        new("A row is written with semicolons", file => file.Line(line => line.Replace(',', ';')), Must.Reject(RejectReasons.FieldCount)),
        new("A row has five thousand fields", file => file.Line(line => line + new string(',', 5000)), Must.Reject(RejectReasons.FieldCount)),
        new("Two rows stand on one line", file => file.Line(line => line + line), Must.Reject(RejectReasons.FieldCount)),
        new("The last row is cut off", file => Cut(file, 10), Must.Reject(RejectReasons.FieldCount)),
        new("The file ends with a trailer", file => file.Append("TRAILER,20"), Must.Reject(RejectReasons.FieldCount)),
        new("The file ends with a sentence", file => file.Append("(20 rows affected)"), Must.Reject(RejectReasons.FieldCount)),
        new("The file ends with the end mark of an old system", file => file.Append("\u001A"), Must.Reject(RejectReasons.FieldCount)),
        new("The file ends with zeros", file => file.Append(new string('\0', 4096)), Must.Reject(RejectReasons.NulByte)),
        new("A remark stands among the rows", file => file.Insert("# from here on the new system"), Must.Reject(RejectReasons.FieldCount)),
        new("The header is repeated", file => file.Insert(file.Lines()[0]), Must.Reject(RejectReasons.RepeatedHeader)),
        new("The header is repeated behind a byte order mark", file => file.Insert("\uFEFF" + file.Lines()[0]), Must.Reject(RejectReasons.RepeatedHeader)),
        new("Two files are joined without a line end", file => file.Line(line => line + file.Lines()[0]), Must.Reject(RejectReasons.FieldCount)),
        new("A text is longer than may be", file => file.Field(ColumnKind.Text, new string('x', 4001)), Must.Reject(RejectReasons.TooLong)),
        new("A text is as long as may be", file => file.Field(ColumnKind.Text, new string('x', 4000)), Must.Land(new string('x', 4000))),
        new("A row is of seventeen megabytes", file => file.Field(ColumnKind.Text, new string('x', 17 << 20)), Must.Reject(RejectReasons.TooLong)),
        new("A text holds a byte of zero", file => file.Field(ColumnKind.Text, "a\0b"), Must.Reject(RejectReasons.NulByte)),
        new("A text holds a carriage return", file => file.Field(ColumnKind.Text, "a\rb"), Must.Reject(RejectReasons.StrayReturn)),
    ];

    internal static IEnumerable<BrokenCase> LineEnds =>
    [
        new("Lines end as on Windows", file => file.From(file.Lines(), "\r\n"), Must.LandUnchanged),
        new("Lines end in both ways", file => file.From(file.Lines().Select((line, i) => i % 2 == 0 ? line : line + "\r")), Must.LandUnchanged),
        new("Lines end as on an old Macintosh", file => file.From(file.Lines(), "\r"), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("Lines end in two carriage returns", file => file.From(file.Lines(), "\r\r\n"), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The last line does not end", file => file.From(file.Lines()) is var all ? all with { Bytes = all.Bytes[..^1] } : null, Must.LandUnchanged),
        new("The file ends in blank lines", file => file.From([.. file.Lines(), "", "", ""]), Must.LandUnchanged),
        new("A line separator of Unicode is text", file => file.Field(ColumnKind.Text, "a\u2028b"), Must.Land("a\u2028b")),
    ];

    internal static IEnumerable<BrokenCase> Headers =>
    [
        new("The file has no bytes", file => new([], file.National), Must.Refuse(ProblemKinds.FileEmpty)),
        new("The file has a blank line and no more", file => file.From([""]), Must.Refuse(ProblemKinds.FileEmpty)),
        new("The file is a header", file => file.From(file.Lines().Take(1)) with { Read = 0, Lost = [.. Enumerable.Range(0, 20)] }, Must.LandUnchanged),
        new("A blank line stands above the header", file => file.From(file.Lines().Prepend("")), Must.Refuse(ProblemKinds.FileEmpty)),
        new("The header is missing", file => file.From(file.Lines().Skip(1)), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A required column has another name", file => Renamed(file, Required(file).From, "Misnamed"), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A required column is not there", file => Without(file, Required(file)), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A column stands twice", file => file.From(file.Lines().Select((line, i) => $"{line},{(i == 0 ? Required(file).From : "x")}")), Must.Refuse(ProblemKinds.ColumnRepeated)),
        new("A column is new", file => file.From(file.Lines().Select((line, i) => $"{line},{(i == 0 ? "Ward" : "x")}")), Must.LandUnchanged with { Notice = ProblemKinds.ColumnUnused }),
        new("Every line ends in a comma", file => file.From(file.Lines().Select(line => line + ",")), Must.LandUnchanged with { Notice = ProblemKinds.ColumnUnused }),
        new("Every row but the header ends in a comma", file => file.From(file.Lines().Select((line, i) => i == 0 ? line : line + ",")), Must.Refuse(ProblemKinds.TooManyRejects)),
        new("The columns are in another order", file => file.From(file.Lines().Select(line => string.Join(',', line.Split(',').Reverse()))), Must.LandUnchanged),
        new("The header is in small letters", file => file.From(file.Lines().Select((line, i) => i == 0 ? line.ToLowerInvariant() : line)), Must.LandUnchanged),
        new("The header has underscores for spaces", file => file.From(file.Lines().Select((line, i) => i == 0 ? line.Replace(' ', '_') : line)), Must.LandUnchanged),
        new("The header is quoted", file => file.From(file.Lines().Select((line, i) => i == 0 ? $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\"" : line)), Must.LandUnchanged),
        new("A quote of the header is not closed", file => file.From(file.Lines().Select((line, i) => i == 0 ? line.Insert(line.IndexOf(',') + 1, "\"") : line)), Must.Refuse(ProblemKinds.QuoteUnclosed)),
        new("The header has five thousand columns", file => file.From(file.Lines().Select(line => line + new string(',', 5000))), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("Two lines stand above the header, as declared", file => file.From(file.Lines().Prepend("by \"the\" system").Prepend("Extract of 1 April")) with { Profile = file.National with { SkipLines = 2 } }, Must.LandUnchanged),
        new("Two lines stand above the header, undeclared", file => file.From(file.Lines().Prepend("by the system").Prepend("Extract of 1 April")), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A line that is declared above the header is missing", file => file.From(file.Lines()) with { Profile = file.National with { SkipLines = 1 } }, Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A spreadsheet's own line stands above the header", file => file.From(file.Lines().Prepend("sep=,")), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("Semicolons stand for commas, undeclared", file => file.From(file.Lines(';')), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("Tabs stand for commas, undeclared", file => file.From(file.Lines('\t')), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("Semicolons stand for commas, as declared", file => file.From(file.Lines(';')) with { Profile = file.National with { Delimiter = ';' } }, Must.LandUnchanged),
        new("Tabs stand for commas, as declared", file => file.From(file.Lines('\t')) with { Profile = file.National with { Delimiter = '\t' } }, Must.LandUnchanged),
        new("The file is a page of the web", file => file.From(["<!DOCTYPE html>", "<html><body>Sign in, please</body></html>"]), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("The file is JSON", file => file.From(["[{\"id\": 1}]"]), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The file is a spreadsheet", file => new([.. "PK\u0003\u0004\u0014\0"u8, 0x08, 0x00, 0xB7, 0xF1, 0x0A, 0x99], file.National), Must.Refuse(ProblemKinds.EncodingWrong)),
    ];

    private static Column Required(SampleExtract file) => file.Dataset.Columns.First(column => column.Required);

    private static BrokenExtract Renamed(SampleExtract file, string from, string to) => file.From(file.Lines().Select((line, i) => i == 0 ? string.Join(',', line.Split(',').Select(name => name == from ? to : name)) : line));

    private static BrokenExtract Without(SampleExtract file, Column column)
    {
        var at = file.Dataset.Columns.ToList().IndexOf(column);
        return file.From(file.Lines().Select(line => string.Join(',', line.Split(',').Where((_, i) => i != at))));
    }

    private static BrokenExtract Cut(SampleExtract file, int bytes)
    {
        var whole = Encoding.UTF8.GetString(file.Bytes());
        var last = whole[..^1].LastIndexOf('\n') + 1;
        return new BrokenExtract(Encoding.UTF8.GetBytes(whole[..(last + bytes)]), file.National) { Lost = [SampleExtract.Count - 1] };
    }
}
