using System.Globalization;
using System.Text;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>One file, read as a dataset: its rows as text (columns joined by |, null as a dash), and what became of the others.</summary>
internal sealed record LandingReading(IReadOnlyList<string> Rows, FileTally Tally, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notices)
{
    internal static readonly Pseudonyms Pseudonyms = new("a key of at least thirty-two bytes"u8);

    /// <summary>A small dataset with a column of each kind.</summary>
    internal static Dataset Visits { get; } = new()
    {
        Name = "visits",
        Title = "Visits",
        Sector = "community",
        Role = DatasetRole.Activity,
        Row = "one visit",
        Grain = ["id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("id", ColumnKind.Text, "Id", "Key.") { Required = true },
            new("day", ColumnKind.Date, "Day", "Day of the visit.") { Required = true },
            new("code", ColumnKind.Code, "Code", "A or B.") { OneOf = ["A", "B", "LONGER CODE"], Unknown = ["9"] },
            new("cost", ColumnKind.Money, "Cost", "In pounds."),
            new("units", ColumnKind.Quantity, "Units", "How many."),
            new("minutes", ColumnKind.Integer, "Minutes", "How long."),
            new("urgent", ColumnKind.Flag, "Urgent", "Yes or no."),
            new("note", ColumnKind.Text, "Note", "Anything."),
        ],
    };

    internal const string Header = "Id,Day,Code,Cost,Units,Minutes,Urgent,Note";

    /// <summary>Line, column (none for a fault of form) and reason.</summary>
    internal IEnumerable<string> Reasons => Tally.Rejects.Select(reject =>
        string.Join(' ', new[] { reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Reason.Code }.Where(word => word.Length > 0)));

    internal static LandingReading Of(string text, Profile? profile = null, int buffer = 1 << 17, IReadOnlySet<long>? optedOut = null) => Of(Encoding.UTF8.GetBytes(text), profile, buffer, optedOut);

    internal static LandingReading Of(byte[] bytes, Profile? profile = null, int buffer = 1 << 17, IReadOnlySet<long>? optedOut = null, string name = "visits.csv")
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return OfFile(path, profile ?? Profile.ForNational(Visits), new LandingRules(Pseudonyms) { BufferSize = buffer, OptedOut = optedOut ?? new HashSet<long>() });
    }

    /// <param name="block">Of the dataset's shape, for tests that read very many files; it is filled again.</param>
    internal static LandingReading OfFile(string path, Profile profile, LandingRules rules, RowBlock? block = null)
    {
        block ??= LandedShape.Block(profile.Dataset);
        using var reader = new FileReader(new Delivery(1, profile, [new ExtractFile(Path.GetFileName(path), path)]), 0, block, rules);
        var rows = new List<string>();
        bool more;
        do
        {
            block.Count = 0;
            more = reader.Fill();
            for (var row = 0; row < block.Count; row++) { rows.Add(string.Join('|', block.Columns.Skip(1).Select(column => Text(column, row)))); }
        }
        while (more);
        return new LandingReading(rows, reader.Tally, reader.Problems, reader.Notices);
    }

    private static string Text(BlockColumn column, int row) => column.IsNull(row) ? "-" : column.Type switch
    {
        BlockType.Text => Encoding.UTF8.GetString(column.Text(row)),
        BlockType.Date => DateOnly.FromDayNumber((int)column.Number(row) + 719162).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => column.Number(row).ToString(CultureInfo.InvariantCulture),
    };
}
