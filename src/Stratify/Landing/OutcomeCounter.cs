namespace Stratify.Landing;

/// <summary>Counts what became of rows, in the order of the file: only then is it known what blank lines and trailers are, which count once a row comes after them.</summary>
internal sealed class OutcomeCounter(FileTally tally)
{
    private readonly List<long> _trailers = [];
    private long _blankFrom, _blanks;

    /// <summary>The last that came was a trailer.</summary>
    internal bool EndsInTrailer => _trailers.Count > 0;

    /// <param name="pence">The amount of each row, as far as it can be read.</param>
    internal void Count(RowBatch batch, RowFates fates, ReadOnlySpan<long> pence)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            var fate = fates[row];
            if (fate == RowFate.Blank && _blanks++ == 0) { _blankFrom = batch.Line(row); }
            if (fate == RowFate.Blank) { continue; }
            for (; _blanks > 0; _blanks--) { CountFault(_blankFrom++, RejectReasons.BlankLine); }
            if (fate == RowFate.Trailer) { _trailers.Add(batch.Line(row)); continue; }
            if (_trailers.Count > 0) { CountTrailers(); }
            tally.CountRead(pence[row]);
            switch (fate)
            {
                case RowFate.Open: tally.CountPassed(pence[row]); break;
                case RowFate.OutOfScope: tally.CountOutOfScope(pence[row]); break;
                case RowFate.OptedOut: tally.CountOptedOut(pence[row]); break;
                default: CountRefused(batch.Line(row), fates.Refusal(row), pence[row]); break;
            }
        }
    }

    private void CountRefused(long line, (RejectReason Reason, string Column) refusal, long pence) => tally.CountRejected(new Reject(line, refusal.Column, refusal.Reason), pence);

    /// <summary>A row came after them, so they were none.</summary>
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
}
