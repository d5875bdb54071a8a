using System.Text;
using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Tests.Datasets;

/// <summary>A file that is broken in one way, and what a reader that loses nothing must count in it.</summary>
/// <param name="Profile">The contract by which it is read.</param>
internal sealed record BrokenExtract(byte[] Bytes, Profile Profile)
{
    internal string Name { get; init; } = "extract.csv";

    /// <summary>Rows that there are to read.</summary>
    internal int Read { get; init; } = SampleExtract.Count;

    /// <summary>Rows of the good extract, from 0, that cannot land.</summary>
    internal IReadOnlyList<int> Lost { get; init; } = [];

    /// <summary>The column that the break falls on, where it is one.</summary>
    internal string Column { get; init; } = "";
}

/// <summary>What must happen to a broken extract.</summary>
/// <param name="Reason">Of rows that are set aside; empty when none is.</param>
/// <param name="Refused">What is said of a file that is not used.</param>
/// <param name="Lands">What the broken field lands as; null when every row lands as it does without the break.</param>
internal sealed record Must(string Reason = "", int Rows = 0, ProblemKind? Refused = null, string? Lands = null)
{
    internal static Must LandUnchanged { get; } = new();

    /// <summary>For an NHS number: the row is kept, the number is not.</summary>
    internal NhsNumberStatus? Status { get; init; }

    /// <summary>What the user must hear of.</summary>
    internal ProblemKind? Notice { get; init; }

    internal static Must Reject(RejectReason reason, int rows = 1) => new(reason.Code, rows);

    /// <summary>Other kinds that will do, where the dataset decides which is met first.</summary>
    internal ProblemKind? Or { get; init; }

    internal static Must Refuse(ProblemKind kind) => new(Refused: kind);

    internal static Must Land(string text) => new(Lands: text);

    internal static Must LoseTheNumber(NhsNumberStatus status) => new() { Status = status };

    /// <summary>Where a number is what a row tells, and not whose row it is, one that is none costs the row.</summary>
    internal Must In(Dataset dataset) => Status is { } status && !dataset.IsOfPerson
        ? Reject(status == NhsNumberStatus.Blank ? RejectReasons.Blank : RejectReasons.NotAnNhsNumber) with { Notice = Notice }
        : this;
}

/// <summary>One way to be broken.</summary>
/// <param name="Make">Null for a dataset that cannot be broken so.</param>
internal sealed record BrokenCase(string Name, Func<SampleExtract, BrokenExtract?> Make, Must Must)
{
    public override string ToString() => Name;
}

/// <summary>How extracts are broken.</summary>
internal static class Breaking
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static BrokenExtract From(this SampleExtract sample, IEnumerable<string> lines, string end = "\n") => new(Utf8.GetBytes(string.Concat(lines.Select(line => line + end))), sample.National);

    /// <summary>The bad row's line is changed, and cannot land.</summary>
    internal static BrokenExtract Line(this SampleExtract sample, Func<string, string> change)
    {
        var lines = sample.Lines();
        lines[SampleExtract.Bad + 1] = change(lines[SampleExtract.Bad + 1]);
        return sample.From(lines) with { Lost = [SampleExtract.Bad] };
    }

    /// <summary>A line stands before the bad row that is no row.</summary>
    internal static BrokenExtract Insert(this SampleExtract sample, string line)
    {
        var lines = sample.Lines();
        lines.Insert(SampleExtract.Bad + 1, line);
        return sample.From(lines) with { Read = SampleExtract.Count + 1 };
    }

    internal static BrokenExtract Append(this SampleExtract sample, string line) => sample.From([.. sample.Lines(), line]) with { Read = SampleExtract.Count + 1 };

    internal static BrokenExtract? Field(this SampleExtract sample, Func<Column, bool> is_, Func<string, string> change) =>
        sample.Column(is_) is { } column ? sample.Field(column, SampleExtract.Bad, change) : null;

    internal static BrokenExtract? Field(this SampleExtract sample, ColumnKind kind, string text) => sample.Column(kind) is { } column ? sample.Field(column, SampleExtract.Bad, _ => text) : null;

    /// <summary>A field of a row is written in another way; as bytes of Latin-1 where the text has them.</summary>
    internal static BrokenExtract Field(this SampleExtract sample, Column column, int row, Func<string, string> change)
    {
        var at = sample.Dataset.Columns.ToList().IndexOf(column);
        var rows = sample.Rows.Select(fields => fields.ToArray()).ToList();
        rows[row][at] = change(rows[row][at]);
        return sample.From((sample with { Rows = rows }).Lines()) with { Lost = [row], Column = column.Name };
    }

    /// <summary>A byte sequence takes the place of a field of text.</summary>
    internal static BrokenExtract? TextBytes(this SampleExtract sample, byte[] bytes, string encoding = "utf-8")
    {
        if (sample.Field(column => column.Kind == ColumnKind.Text, _ => "\u0001") is not { } marked) { return null; }
        var at = Array.IndexOf(marked.Bytes, (byte)1);
        return marked with { Bytes = [.. marked.Bytes[..at], .. bytes, .. marked.Bytes[(at + 1)..]], Profile = sample.National with { Encoding = encoding } };
    }
}
