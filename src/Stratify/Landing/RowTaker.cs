using System.Text;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>
/// Judges the rows of one file: each is passed on, set aside with a reason, out of scope, or opted out. Rows that lie together are
/// read column by column, which is quicker than row by row and comes to the same: a row is settled by the first thing that is against it.
/// </summary>
internal sealed class RowTaker(RowSource rows, Header header, RowPlan plan, RowBlock block, FileTally tally)
{
    private readonly BlockColumn _id = block.Column(LandedShape.RowId);
    private readonly RowBatch _batch = new();
    private readonly RowFates _fates = new();
    private readonly long[] _pence = new long[RowBatch.Capacity];
    private readonly RejectReason?[] _noAmount = new RejectReason?[RowBatch.Capacity];
    private readonly int[] _kept = new int[RowBatch.Capacity];
    private readonly List<long> _trailers = [];
    private long _blankFrom, _blanks;
    private bool _isAtLine;

    /// <summary>Lines of the rows that are taken, in their order; null where each row is judged.</summary>
    internal IEnumerator<long>? Only { get; init; }

    internal long UnclosedAt => rows.UnclosedAt;

    /// <summary>At the end: a trailer is declared, and rows were the last that came.</summary>
    internal bool TrailerMissing => plan.Trailer.Count > 0 && _trailers.Count == 0;

    /// <summary>Adds rows until the block is full; false at the end of the file.</summary>
    internal bool Fill()
    {
        while (!block.IsFull)
        {
            if (!rows.Fill(_batch, RowBlock.Capacity - block.Count)) { return false; }
            Judge();
            Count();
            Keep();
        }
        return true;
    }

    private void Judge()
    {
        _fates.Clear(_batch.Count);
        for (var row = 0; row < _batch.Count; row++)
        {
            if (Only is null) { JudgeForm(row); }
            else { JudgeLine(row); }
        }
        ReadPounds();
        if (plan.Keep.Length > 0) { LeaveOutOfScope(); }
        plan.Person?.ReadAll(_batch, block.Count, _fates);
        if (plan.Keys.Length > 0) { KeepKeysOfOptedOut(); }
        if (plan.Pounds is not null) { RefuseAmounts(); }
        if (plan.Deletes is not null) { FindDeletions(); }
        foreach (var column in plan.Others) { column.ReadAll(_batch, block.Count, _fates); }
    }

    private void JudgeForm(int row)
    {
        if (_batch.Fault(row) == RejectReasons.BlankLine) { _fates.Settle(row, RowFate.Blank); }
        else if (IsTrailer(_batch.Raw(row))) { _fates.Settle(row, RowFate.Trailer); }
        else if (_batch.Fault(row) is { } fault) { _fates.Refuse(row, fault, ""); }
        else if (_batch.Fields(row) != header.Names.Count) { _fates.Refuse(row, RejectReasons.FieldCount, ""); }
        else if (IsHeader(_batch.Raw(row))) { _fates.Refuse(row, RejectReasons.RepeatedHeader, ""); }
    }

    private void JudgeLine(int row)
    {
        if (!_isAtLine) { _isAtLine = Only!.MoveNext(); }
        if (_isAtLine && Only!.Current == _batch.Line(row)) { _isAtLine = false; }
        else { _fates.Settle(row, RowFate.OutOfScope); }
    }

    private bool IsTrailer(ReadOnlySpan<byte> raw)
    {
        if (plan.Trailer.Count == 0) { return false; }
        var text = raw.TrimStart((byte)'"');
        foreach (var start in plan.Trailer)
        {
            if (text.StartsWith(start)) { return true; }
        }
        return false;
    }

    /// <summary>Where files were joined end to end, the second may have kept its byte order mark.</summary>
    private bool IsHeader(ReadOnlySpan<byte> raw) => header.Raw.Length > 0 && raw.EndsWith(header.Raw) && (raw.Length == header.Raw.Length || raw[..^header.Raw.Length].SequenceEqual("\uFEFF"u8));

    /// <summary>The amount counts for the ledger whatever becomes of its row, and is only held against the row later.</summary>
    private void ReadPounds()
    {
        _pence.AsSpan(0, _batch.Count).Clear();
        if (plan.Pounds is not { } pounds) { return; }
        for (var row = 0; row < _batch.Count; row++)
        {
            var at = block.Count + row;
            if (!_fates.IsOpen(row)) { pounds.Into.SetNull(at); continue; }
            _noAmount[row] = pounds.Read(_batch, row, at);
            if (_noAmount[row] is not null) { pounds.Into.SetNull(at); }
            else if (!pounds.Into.IsNull(at)) { _pence[row] = pounds.Into.Number(at); }
        }
    }

    private void LeaveOutOfScope()
    {
        for (var row = 0; row < _batch.Count; row++)
        {
            if (_fates.IsOpen(row) && !InScope(row)) { _fates.Settle(row, RowFate.OutOfScope); }
        }
    }

    private bool InScope(int row)
    {
        foreach (var (place, words) in plan.Keep)
        {
            if (!words.Contains(place.First(_batch, row))) { return false; }
        }
        return true;
    }

    /// <summary>Each is read into the place of the batch's first row, which is written again when its column's turn comes.</summary>
    private void KeepKeysOfOptedOut()
    {
        for (var row = 0; row < _batch.Count; row++)
        {
            if (_fates[row] != RowFate.OptedOut) { continue; }
            tally.OptedOutKeys.Add([.. plan.Keys.Select(key => key.Read(_batch, row, block.Count) is null && !key.Into.IsNull(block.Count) ? Encoding.UTF8.GetString(key.Into.Text(block.Count)) : null)]);
        }
    }

    private void RefuseAmounts()
    {
        for (var row = 0; row < _batch.Count; row++)
        {
            if (_fates.IsOpen(row) && _noAmount[row] is { } reason) { _fates.Refuse(row, reason, plan.Pounds!.Column.Name); }
        }
    }

    private void FindDeletions()
    {
        var (column, values) = plan.Deletes!.Value;
        for (var row = 0; row < _batch.Count; row++)
        {
            var at = block.Count + row;
            if (!_fates.IsOpen(row) || column.Read(_batch, row, at) is not null) { column.Into.SetNull(at); }
            else if (!column.Into.IsNull(at) && values.Contains(column.Into.Text(at))) { _fates.MarkDeletes(row); }
        }
    }

    /// <summary>In the order of the file. Blank lines count once a row comes after them: those at the end are nothing; and so do trailers, which then were none.</summary>
    private void Count()
    {
        for (var row = 0; row < _batch.Count; row++)
        {
            var fate = _fates[row];
            if (fate == RowFate.Blank && _blanks++ == 0) { _blankFrom = _batch.Line(row); }
            if (fate == RowFate.Blank) { continue; }
            for (; _blanks > 0; _blanks--) { CountFault(_blankFrom++, RejectReasons.BlankLine); }
            if (fate == RowFate.Trailer) { _trailers.Add(_batch.Line(row)); continue; }
            if (_trailers.Count > 0) { CountTrailers(); }
            CountRow(row, fate);
        }
    }

    private void CountTrailers()
    {
        foreach (var line in _trailers) { CountFault(line, RejectReasons.EarlyTrailer); }
        _trailers.Clear();
    }

    private void CountFault(long line, RejectReason reason)
    {
        tally.CountRead(0);
        tally.CountRejected(new Reject(line, "", reason), 0);
    }

    private void CountRow(int row, RowFate fate)
    {
        var pence = _pence[row];
        tally.CountRead(pence);
        switch (fate)
        {
            case RowFate.Open: tally.CountPassed(pence); break;
            case RowFate.OutOfScope: tally.CountOutOfScope(pence); break;
            case RowFate.OptedOut: tally.CountOptedOut(pence); break;
            default:
                var (reason, column) = _fates.Refusal(row);
                tally.CountRejected(new Reject(_batch.Line(row), column, reason), pence);
                break;
        }
    }

    /// <summary>Leaves the open rows in the block, one behind the other.</summary>
    private void Keep()
    {
        var first = block.Count;
        for (var row = 0; row < _batch.Count; row++)
        {
            if (!_fates.IsOpen(row)) { continue; }
            _id.Set(block.Count, _batch.Line(row));
            _kept[block.Count++ - first] = first + row;
        }
        if (_fates.Settled == 0) { return; }
        foreach (var column in block.Columns)
        {
            if (column != _id) { column.Keep(first, _kept.AsSpan(0, block.Count - first)); }
        }
    }
}
