namespace Stratify.Datasets;

/// <summary>What a field of an extract holds, which decides how it is checked and how it lands.</summary>
public enum ColumnKind
{
    /// <summary>Free or identifying text of the record (not of a person). Lands as text, trimmed.</summary>
    Text,
    /// <summary>A code from a list. Lands as text, trimmed, upper case unless the column is <see cref="Column.CaseSensitive"/>.</summary>
    Code,
    /// <summary>A calendar date. Lands as a date; national sentinels such as 1801-01-01 are null.</summary>
    Date,
    /// <summary>A whole number. Lands as bigint.</summary>
    Integer,
    /// <summary>A number with at most four decimals. Lands as decimal(18,4).</summary>
    Quantity,
    /// <summary>An amount of money with at most two decimals. Lands as bigint: whole pence.</summary>
    Money,
    /// <summary>Y/N, 1/0, true/false, yes/no. Lands as boolean.</summary>
    Flag,
    /// <summary>
    /// An NHS number. Lands as <c>name</c> (bigint: first 64 bits of the keyed pseudonym, null unless valid) and
    /// <c>name_status</c> (tinyint: <see cref="Model.NhsNumberStatus"/>). A register also lands <c>person_id</c>, the whole pseudonym.
    /// </summary>
    NhsNumber,
    /// <summary>A person's name: identity, kept in linkage's own tables only. Lands as normalised text there.</summary>
    Name,
    /// <summary>A person's birth date: identity.</summary>
    BirthDate,
    /// <summary>A postcode: identity. Lands upper case with one inner space.</summary>
    Postcode,
    /// <summary>The first line of an address, or the number of its property: identity. Lands upper case, its words with one space between.</summary>
    Address,
}

/// <summary>First or last day of the period that a delivery covers.</summary>
public enum PeriodEdge
{
    First,
    Last,
}

/// <summary>One column of a dataset, declared once: reader, checks, synthetic extract and documentation derive from it.</summary>
/// <param name="Name">Canonical name, snake_case: the column of the landed table.</param>
/// <param name="From">The header of the dataset's own national shape.</param>
/// <param name="Meaning">One sentence for <c>describe</c>.</param>
public sealed record Column(string Name, ColumnKind Kind, string From, string Meaning)
{
    /// <summary>The header must have it and no row may leave it blank.</summary>
    public bool Required { get; init; }

    /// <summary>The header must have it, yet a row may leave it blank.</summary>
    public bool InHeader { get; init; }

    /// <summary>Legal values; a row with another is refused. Null when any value is.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>
    /// Codes that were not always of the list; any other of it was. A row is judged by the list of its own day, and one whose code was not
    /// yet or no longer in it is counted and kept: a retired code still says what was done, and to refuse the row would lose its cost.
    /// </summary>
    public IReadOnlyList<CodeDates> Dated { get; init; } = [];

    /// <summary>Codes whose case carries meaning (Read v2, CTV3).</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Other spellings of the header that senders use, accepted without a profile.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Values that mean "not known" in this column and land as null, after trimming (98, 99, &amp;).</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Values by which a row says that the row of its key is to be deleted.</summary>
    public IReadOnlyList<string> Deletes { get; init; } = [];

    /// <summary>The national shape writes the amount in whole pence; a profile may say otherwise of its sender.</summary>
    public bool InPence { get; init; }

    /// <summary>The edge of the period that a delivery covers, where the column says it.</summary>
    public PeriodEdge? Covers { get; init; }

    /// <summary>A further place of a group that repeats, such as the second diagnosis: blank wherever there is no more to tell, so its blanks are no gap.</summary>
    public bool IsFurther { get; init; }

    /// <summary>Sent where a sender and a reader have agreed on it: its absence is no gap, and invented extracts leave it out.</summary>
    public bool IsByArrangement { get; init; }

    /// <summary>About the delivery and no part of a row's content.</summary>
    public bool IsOfDelivery => Deletes.Count > 0 || Covers is not null;

    /// <summary>Identity stays in linkage's own tables and never reaches a landed table.</summary>
    public bool IsIdentity => Kind is ColumnKind.Name or ColumnKind.BirthDate or ColumnKind.Postcode or ColumnKind.Address;
}
