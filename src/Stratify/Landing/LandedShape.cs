using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>The columns that a dataset lands as, derived from its declaration.</summary>
public static class LandedShape
{
    public const string RowId = "row_id";
    public const string PersonId = "person_id";

    private const int FileBits = 16, LineBits = 32;

    /// <summary>Bits of a row's id below the extract's number.</summary>
    internal const int ExtractShift = FileBits + LineBits;

    /// <summary>Says which line of which file of which extract a row came from; later files and lines have greater numbers.</summary>
    public static long RowIdOf(int extract, int file, long line)
    {
        if (extract is < 0 or >= 1 << 15 || file is < 0 or >= 1 << FileBits || line is < 0 or > uint.MaxValue) { throw new ArgumentException("There are too many extracts, files or lines to number."); }
        return ((long)extract << (FileBits + LineBits)) | ((long)file << LineBits) | line;
    }

    /// <summary>SQL for the extract's and the file's number in a row's id.</summary>
    public static string ExtractOf(string rowId) => $"({rowId} >> {FileBits + LineBits})::integer";

    public static string FileOf(string rowId) => $"(({rowId} >> {LineBits}) & {(1 << FileBits) - 1})::integer";

    public static string LineOf(string rowId) => $"({rowId} & {(1L << LineBits) - 1})";

    public static string StatusOf(Column column) => $"{column.Name}_status";

    /// <summary>The column for the whole pseudonym of a number, where the first half of it is not enough; null where it is.</summary>
    public static string? IdOf(Dataset dataset, Column column) => dataset.Role switch
    {
        DatasetRole.Register => PersonId,
        DatasetRole.NumberChange => $"{column.Name}_id",
        _ => null,
    };

    /// <summary>A block for a dataset's rows: row_id, then its columns in the order of the declaration.</summary>
    public static RowBlock Block(Dataset dataset) =>
        new([new BlockColumn(RowId, BlockType.BigInt), .. dataset.Columns.SelectMany(column => Columns(dataset, column))]);

    /// <summary>Names of the columns that stay in the landed table.</summary>
    public static IReadOnlyList<string> Landed(Dataset dataset) =>
        [.. dataset.Columns.Where(column => !column.IsIdentity).SelectMany(column => Columns(dataset, column)).Select(column => column.Name)];

    /// <summary>Names of the columns that only linkage sees.</summary>
    public static IReadOnlyList<string> Identity(Dataset dataset) => [.. dataset.Columns.Where(column => column.IsIdentity).Select(column => column.Name)];

    /// <summary>The columns that stay, where they stand at rest: behind the row's line.</summary>
    internal static IEnumerable<RestingColumn> RestingLanded(Dataset dataset) => Resting(dataset, Landed(dataset), isIdentity: false, first: 1);

    internal static IEnumerable<RestingColumn> RestingIdentity(Dataset dataset) => Resting(dataset, Identity(dataset), isIdentity: true, first: 0);

    internal static IEnumerable<RestingColumn> Both(Dataset dataset) => RestingLanded(dataset).Concat(RestingIdentity(dataset));

    private static IEnumerable<RestingColumn> Resting(Dataset dataset, IEnumerable<string> names, bool isIdentity, int first)
    {
        var block = Block(dataset);
        return names.Select((name, i) => new RestingColumn(name, block.Column(name).Type, isIdentity, first + i));
    }

    private static IEnumerable<BlockColumn> Columns(Dataset dataset, Column column)
    {
        yield return new BlockColumn(column.Name, Type(column.Kind));
        if (column.Kind != ColumnKind.NhsNumber) { yield break; }
        yield return new BlockColumn(StatusOf(column), BlockType.TinyInt);
        if (IdOf(dataset, column) is { } id) { yield return new BlockColumn(id, BlockType.Text); }
    }

    private static BlockType Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => BlockType.Date,
        ColumnKind.Integer or ColumnKind.Money or ColumnKind.NhsNumber => BlockType.BigInt,
        ColumnKind.Quantity => BlockType.Decimal4,
        ColumnKind.Flag => BlockType.Boolean,
        _ => BlockType.Text,
    };
}
