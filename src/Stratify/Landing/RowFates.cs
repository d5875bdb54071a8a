namespace Stratify.Landing;

/// <summary>What becomes of a row. All but the first two are told by its form; a row is settled by the first that holds.</summary>
internal enum RowFate : byte
{
    /// <summary>Nothing is known against it: its columns are read.</summary>
    Open = 0,
    Blank,
    Trailer,
    Refused,
    OutOfScope,
    OptedOut,
}

/// <summary>What becomes of each row of a batch, while it is read column by column.</summary>
internal sealed class RowFates
{
    private readonly RowFate[] _fates = new RowFate[RowBatch.Capacity];
    private readonly RejectReason?[] _reasons = new RejectReason?[RowBatch.Capacity];
    private readonly string[] _columns = new string[RowBatch.Capacity];
    private readonly bool[] _deletes = new bool[RowBatch.Capacity];

    /// <summary>Rows that are not open.</summary>
    internal int Settled { get; private set; }

    internal RowFate this[int row] => _fates[row];

    internal bool IsOpen(int row) => _fates[row] == RowFate.Open;

    /// <summary>Why a row is refused, and for which column: none where its form is at fault.</summary>
    internal (RejectReason Reason, string Column) Refusal(int row) => (_reasons[row]!, _columns[row]);

    internal void Clear(int rows)
    {
        _fates.AsSpan(0, rows).Clear();
        _deletes.AsSpan(0, rows).Clear();
        Settled = 0;
    }

    internal void Settle(int row, RowFate fate)
    {
        _fates[row] = fate;
        Settled++;
    }

    internal void Refuse(int row, RejectReason reason, string column)
    {
        (_reasons[row], _columns[row]) = (reason, column);
        Settle(row, RowFate.Refused);
    }

    /// <summary>Whether the row only deletes another, and so needs its key and no more.</summary>
    internal bool Deletes(int row) => _deletes[row];

    internal void MarkDeletes(int row) => _deletes[row] = true;
}
