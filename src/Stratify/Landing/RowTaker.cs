using System.Text;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>Judges the rows of one file, one by one: each is passed on, set aside with a reason, out of scope, or opted out.</summary>
internal sealed class RowTaker(SourceRow rows, Header header, RowPlan plan, RowBlock block, FileTally tally)
{
    private readonly BlockColumn _id = block.Column(LandedShape.RowId);
    private readonly List<long> _trailers = [];
    private long _blankFrom, _blanks;

    internal required long FirstId { get; init; }

    internal long UnclosedAt => rows.UnclosedAt;

    /// <summary>At the end: a trailer is declared, and rows were the last that came.</summary>
    internal bool TrailerMissing => plan.Trailer.Count > 0 && _trailers.Count == 0;

    /// <summary>Adds rows until the block is full; false at the end of the file.</summary>
    internal bool Fill()
    {
        while (!block.IsFull)
        {
            // Blank lines count once a row comes after them: those at the end of a file are nothing.
            if (!rows.Read()) { return false; }
            if (rows.Fault == RejectReasons.BlankLine)
            {
                if (_blanks++ == 0) { _blankFrom = rows.Line; }
                continue;
            }
            CountBlanks();
            if (IsTrailer()) { _trailers.Add(rows.Line); continue; }
            CountTrailers();
            Take();
        }
        return true;
    }

    private void CountBlanks()
    {
        for (; _blanks > 0; _blanks--)
        {
            tally.CountRead(0);
            tally.CountRejected(new Reject(_blankFrom++, "", RejectReasons.BlankLine), 0);
        }
    }

    private bool IsTrailer()
    {
        var text = rows.Raw.TrimStart((byte)'"');
        foreach (var start in plan.Trailer)
        {
            if (text.StartsWith(start)) { return true; }
        }
        return false;
    }

    /// <summary>A row came after them, so they were none.</summary>
    private void CountTrailers()
    {
        foreach (var line in _trailers)
        {
            tally.CountRead(0);
            tally.CountRejected(new Reject(line, "", RejectReasons.EarlyTrailer), 0);
        }
        _trailers.Clear();
    }

    private void Take()
    {
        if (FaultOfForm() is { } fault)
        {
            tally.CountRead(0);
            tally.CountRejected(new Reject(rows.Line, "", fault), 0);
            return;
        }
        var at = block.Count;
        var noAmount = plan.Pounds?.Read(rows, at);
        var pence = noAmount is null && plan.Pounds is { } pounds && !pounds.Into.IsNull(at) ? pounds.Into.Number(at) : 0;
        tally.CountRead(pence);
        if (!InScope()) { tally.CountOutOfScope(pence); return; }
        plan.Person?.Read(rows, at);
        if (plan.Person is { OptedOut: true }) { CountOptedOut(at, pence); return; }
        if (noAmount is not null) { tally.CountRejected(new Reject(rows.Line, plan.Pounds!.Column.Name, noAmount), 0); return; }
        var deletes = Deletes(at);
        foreach (var column in plan.Others)
        {
            if (column.Read(rows, at) is { } reason && !(deletes && reason == RejectReasons.Blank && !plan.Key.Contains(column.Column.Name))) { tally.CountRejected(new Reject(rows.Line, column.Column.Name, reason), pence); return; }
        }
        _id.Set(at, FirstId + (uint)rows.Line);
        block.Count++;
        tally.CountPassed(pence);
    }

    /// <summary>A row that only deletes needs its key and no more.</summary>
    private bool Deletes(int at) => plan.Deletes is var (column, values) && column.Read(rows, at) is null && !column.Into.IsNull(at) && values.Contains(column.Into.Text(at));

    private void CountOptedOut(int at, long pence)
    {
        tally.CountOptedOut(pence);
        if (plan.Keys.Length == 0) { return; }
        tally.OptedOutKeys.Add([.. plan.Keys.Select(key => key.Read(rows, at) is null && !key.Into.IsNull(at) ? Encoding.UTF8.GetString(key.Into.Text(at)) : null)]);
    }

    private RejectReason? FaultOfForm()
    {
        if (rows.Fault is { } fault) { return fault; }
        if (rows.Count != header.Names.Count) { return RejectReasons.FieldCount; }
        return IsHeader() ? RejectReasons.RepeatedHeader : null;
    }

    /// <summary>Where files were joined end to end, the second may have kept its byte order mark.</summary>
    private bool IsHeader() => header.Raw.Length > 0 && rows.Raw.EndsWith(header.Raw) && (rows.Raw.Length == header.Raw.Length || rows.Raw[..^header.Raw.Length].SequenceEqual("\uFEFF"u8));

    private bool InScope()
    {
        foreach (var (place, words) in plan.Keep)
        {
            if (!words.Contains(place.First(rows))) { return false; }
        }
        return true;
    }
}
