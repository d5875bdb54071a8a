using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>The rows of a Parquet file. They have no form that could be at fault, but for a byte of zero in a text.</summary>
internal sealed class ParquetRows(ParquetFile file, IReadOnlyCollection<int> used, IReadOnlyList<int> texts) : RowSource
{
    private readonly int[] _used = [.. used];
    private byte[] _bytes = new byte[1 << 16];
    private FieldSpan[] _fields = new FieldSpan[file.Columns.Count];
    private bool _isMore = true;

    public override bool Fill(RowBatch batch, int most)
    {
        var width = file.Columns.Count;
        batch.Clear(width);
        if (_fields.Length < most * width) { _fields = new FieldSpan[most * width]; }
        var end = 0;
        while (batch.Count < most && (_isMore = _isMore && file.Read()))
        {
            foreach (var place in _used) { _fields[(batch.Count * width) + place] = Copy(file.Field(place), ref end); }
            batch.Add(file.RowNumber, width, HasNul() ? RejectReasons.NulByte : null, (0, 0));
        }
        batch.Lie(_bytes, _fields);
        return batch.Count > 0;
    }

    private FieldSpan Copy(ReadOnlySpan<byte> text, ref int end)
    {
        if (_bytes.Length < end + text.Length) { Array.Resize(ref _bytes, (end + text.Length) * 2); }
        text.CopyTo(_bytes.AsSpan(end));
        end += text.Length;
        return new FieldSpan(end - text.Length, text.Length, doubled: false);
    }

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
