using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>The rows of a Parquet file. They have no form that could be at fault, but for a byte of zero in a text.</summary>
internal sealed class ParquetRows(ParquetFile file, IReadOnlyList<int> texts) : SourceRow
{
    public override long Line => file.RowNumber;

    public override int Count => file.Columns.Count;

    public override RejectReason? Fault => HasNul() ? RejectReasons.NulByte : null;

    public override bool Read() => file.Read();

    public override ReadOnlySpan<byte> Field(int i) => file.Field(i);

    private bool HasNul()
    {
        foreach (var place in texts)
        {
            if (file.Field(place).Contains((byte)0)) { return true; }
        }
        return false;
    }

    /// <summary>
    /// Whether a column of the file may be read as one of a dataset. Text always may, and is checked as a field of delimited text is. A
    /// code that was made a number has lost its leading zeros, and single precision cannot tell the pence of a large amount.
    /// </summary>
    internal static bool Fits(StoredType stored, ColumnKind kind) => (stored, kind) switch
    {
        (StoredType.Text, _) => true,
        (StoredType.Date or StoredType.Timestamp, ColumnKind.Date or ColumnKind.BirthDate) => true,
        (StoredType.Whole, ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Money or ColumnKind.NhsNumber or ColumnKind.Flag or ColumnKind.Text) => true,
        (StoredType.Decimal or StoredType.Double, ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Money) => true,
        (StoredType.Boolean, ColumnKind.Flag) => true,
        _ => false,
    };
}
