using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify.Tests.Datasets;

/// <summary>Peculiarities that a profile declares, kept to and not, and what a whole file shows of its making.</summary>
internal static class BrokenDeclarations
{
    /// <summary>Eighty megabytes of one letter, in eighty thousand bytes.</summary>
    private static readonly byte[] Bomb = BrokenEncodings.Packed([.. Enumerable.Repeat((byte)'A', 80 << 20)], System.IO.Compression.CompressionLevel.Optimal);

    internal static IEnumerable<BrokenCase> Trailers =>
    [
        new("The file ends with its declared trailer", file => Ended(file, "TRAILER,20"), Must.LandUnchanged),
        new("The declared trailer is quoted", file => Ended(file, "\"TRAILER\",\"20\""), Must.LandUnchanged),
        new("The declared trailer has a stray quote and blank lines behind it", file => Ended(file, "TRAILER,\"20", "", ""), Must.LandUnchanged),
        new("The declared trailer is two lines", file => Ended(file, "TRAILER,20", "TRAILER,checked"), Must.LandUnchanged),
        new("The declared trailer is missing", file => Ended(file), Must.Refuse(ProblemKinds.TrailerMissing)),
        new("The declared trailer is cut off", file => Ended(file, "TRAIL"), Must.Refuse(ProblemKinds.TrailerMissing)),
        new("Rows follow the declared trailer", file => file.Insert("TRAILER,5") is var all ? all with { Bytes = [.. all.Bytes, .. "TRAILER,20\n"u8], Profile = Declared(file) } : null, Must.Reject(RejectReasons.EarlyTrailer)),
    ];

    internal static IEnumerable<BrokenCase> Amounts =>
    [
        .. new (string Way, string Text, string Pence)[]
        {
            ("brackets", "(12.50)", "-1250"), ("brackets", "12.50", "1250"), ("brackets", "-12.50", "-1250"), ("brackets", "(0)", "0"), ("trailing", "12.50-", "-1250"), ("trailing", "12.50 -", "-1250"), ("trailing", "12.50", "1250"),
        }.Select(amount => new BrokenCase($"The amount {amount.Text} is declared to have {amount.Way}", file => Negative(file, amount.Way, amount.Text), Must.Land(amount.Pence))),
        .. new (string Way, string Text)[] { ("brackets", "(-12.50)"), ("brackets", "(12.50"), ("brackets", "12.50)"), ("brackets", "()"), ("brackets", "12.50-"), ("trailing", "(12.50)"), ("trailing", "-12.50-"), ("trailing", "12.50--"), ("trailing", "-") }
            .Select(amount => new BrokenCase($"The amount {amount.Text} is none though {amount.Way} are declared", file => Negative(file, amount.Way, amount.Text), Must.Reject(RejectReasons.NotAnAmount))),
    ];

    internal static IEnumerable<BrokenCase> Files =>
    [
        new("A compressed file grows without end", file => new([.. BrokenEncodings.Packed(file.Bytes()), .. Bomb], file.National) { Name = "extract.csv.gz" }, Must.Refuse(ProblemKinds.FileUnreadable)),
    ];

    private static Profile Declared(SampleExtract file) => file.National with { Trailer = ["TRAILER"] };

    private static BrokenExtract Ended(SampleExtract file, params string[] lines) => file.From([.. file.Lines(), .. lines]) with { Profile = Declared(file) };

    private static BrokenExtract? Negative(SampleExtract file, string way, string text) => file.Field(ColumnKind.Money, text) is { } broken
        ? broken with { Profile = broken.Profile with { Columns = [.. broken.Profile.Columns.Select(source => source.Column.Kind == ColumnKind.Money ? source with { Negative = way } : source)] } }
        : null;
}
