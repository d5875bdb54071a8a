using Stratify.Problems;

namespace Stratify.Datasets;

/// <summary>How one sender's extract maps onto a dataset: a flavour. The dataset's own headers are a profile too.</summary>
public sealed record Profile
{
    public required string Name { get; init; }

    public required Dataset Dataset { get; init; }

    /// <summary>The profile as it was written, whose hash the manifest carries; the dataset's name for its own national shape.</summary>
    public required string Text { get; init; }

    /// <summary>Where the profile is written, for problems.</summary>
    public required Place Place { get; init; }

    /// <summary><c>utf-8</c> (the default), <c>utf-16</c> or <c>windows-1252</c>: believed, never sniffed.</summary>
    public string Encoding { get; init; } = "utf-8";

    public char Delimiter { get; init; } = ',';

    /// <summary>Lines before the header that are not part of the table.</summary>
    public int SkipLines { get; init; }

    /// <summary>How the lines behind the last row begin, which are not part of the table. A file that ends without one was cut off.</summary>
    public IReadOnlyList<string> Trailer { get; init; } = [];

    /// <summary>Only rows whose source column holds one of the values are in scope; the others are counted as out of scope.</summary>
    public IReadOnlyList<(string Source, IReadOnlyList<string> Values)> Keep { get; init; } = [];

    /// <summary>Fields, whole and after trimming, that mean "nothing was recorded", whatever the column.</summary>
    public IReadOnlyList<string> NullTokens { get; init; } = ["", "NULL"];

    /// <summary>One per mapped column; a column of the dataset that is not here has no source and is always null.</summary>
    public required IReadOnlyList<ColumnSource> Columns { get; init; }

    /// <summary>The dataset's own national shape: each column by its header or another known spelling of it; optional ones may be absent.</summary>
    public static Profile ForNational(Dataset dataset)
    {
        var place = new Place($"dataset {dataset.Name}");
        return new Profile
        {
            Name = "national",
            Dataset = dataset,
            Text = dataset.Name,
            Place = place,
            Columns = [.. dataset.Columns.Select(column => new ColumnSource(column, place)
            {
                From = [column.From, .. column.Also],
                MustExist = column.Required || column.InHeader,
            })],
        };
    }
}

/// <summary>Where one column of a dataset comes from in a sender's file.</summary>
public sealed record ColumnSource(Column Column, Place Place)
{
    /// <summary>Header names; the first whose field is not null is taken. Empty when the source is a position or a constant.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Position in the row from 0, for headers that repeat; null when named.</summary>
    public int? At { get; init; }

    /// <summary>A constant for every row; null when read from the file.</summary>
    public string? Value { get; init; }

    /// <summary>Whether a header that has none of <see cref="From"/> is refused: true in a profile that names it, but for the period that a delivery covers, and for required columns.</summary>
    public bool MustExist { get; init; }

    /// <summary>An already pseudonymised key instead of an NHS number: no check digit, pseudonymised again with the job's key.</summary>
    public bool Opaque { get; init; }

    /// <summary>Under which key it was pseudonymised, as whoever did calls it; null where nothing says.</summary>
    public string? OpaqueKey { get; init; }

    /// <summary>Date formats, tried in order; null for the dataset's own.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>Sender's value to ours. When present, a value that is not in it is refused.</summary>
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>Fields of this sender, whole and after trimming, that mean "not known" in this column beside the dataset's own: a made-up key of a person, a price of 0.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Decimal mark; only <c>.</c> or <c>,</c>.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>Thousands mark that may stand between groups of three digits; null when none is allowed.</summary>
    public char? Thousands { get; init; }

    /// <summary>Sign before or after an amount that is taken off, such as £; null when none is allowed.</summary>
    public string? Currency { get; init; }

    /// <summary>How a number below nothing is written beside a minus before it: <c>brackets</c> or a <c>trailing</c> minus; null when in no other way.</summary>
    public string? Negative { get; init; }

    /// <summary>Money is in whole pence rather than pounds; as in the national shape unless the profile says.</summary>
    public bool InPence { get; init; } = Column.InPence;

    /// <summary>
    /// Source columns that name a row together, where the sender has no key of its own. They are hashed with the job's key, so that a
    /// number or name among them is not written anywhere; null otherwise.
    /// </summary>
    public IReadOnlyList<string>? KeyOf { get; init; }

    /// <summary>Money is this product of two source columns (price, quantity); exact, then rounded half away from zero to a penny.</summary>
    public IReadOnlyList<string>? Product { get; init; }
}
