namespace Stratify.Landing;

/// <summary>Goes past a row that is too long to be held, keeping count of its quotes and lines alone.</summary>
internal sealed class LongRow(RowBuffer buffer, byte delimiter, long line)
{
    private enum Place { FieldStart, Plain, Quoted, AfterQuote }

    private Place _place = Place.FieldStart;
    private long _quoteLine;

    /// <summary>Physical lines of the row.</summary>
    internal long Lines { get; private set; }

    /// <summary>The line of a quote that was never closed; 0 when all were.</summary>
    internal long UnclosedAt { get; private set; }

    /// <summary>False when the file ended inside a quote.</summary>
    internal bool ToItsEnd()
    {
        while (true)
        {
            for (var i = buffer.Start; i < buffer.End; i++)
            {
                if (!Ends(buffer.Bytes[i])) { continue; }
                buffer.Start = i + 1;
                return true;
            }
            buffer.Drop();
            if (buffer.Fill()) { continue; }
            UnclosedAt = _place == Place.Quoted ? _quoteLine : 0;
            return UnclosedAt == 0;
        }
    }

    private bool Ends(byte c)
    {
        if (c == RowBuffer.LineFeed) { Lines++; }
        if (_place == Place.FieldStart && c == RowBuffer.Quote) { _quoteLine = line + Lines; }
        _place = (_place, c) switch
        {
            (Place.Quoted, RowBuffer.Quote) => Place.AfterQuote,
            (Place.Quoted, _) => Place.Quoted,
            (Place.FieldStart or Place.AfterQuote, RowBuffer.Quote) => Place.Quoted,
            _ => c == delimiter ? Place.FieldStart : Place.Plain,
        };
        return c == RowBuffer.LineFeed && _place != Place.Quoted;
    }
}
