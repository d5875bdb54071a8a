using System.Runtime.CompilerServices;

namespace Stratify.Landing;

/// <summary>Cuts one row after the other out of a buffer, going from mark to mark.</summary>
internal sealed class RowSplitter(RowBuffer buffer, byte delimiter)
{
    internal const int MaxFields = 4096;

    /// <summary>A quoted field beyond these is taken for a quote that is never closed.</summary>
    internal const int MaxQuotedLines = 100, MaxQuotedLength = 1 << 20;

    /// <summary>Fewer delimiters than these on a line of a quoted field may well be text.</summary>
    internal const int FewDelimiters = 3;

    private FieldSpan[] _fields = new FieldSpan[64];
    private int _generation = -1;
    private int _mark, _firstMark, _at;
    private long _lines;

    internal byte Delimiter => delimiter;

    internal int Count { get; private set; }

    internal RejectReason? Fault { get; private set; }

    /// <summary>Where the row begins and ends in the buffer, its line end left out.</summary>
    internal int Start { get; private set; }

    internal int End { get; private set; }

    /// <summary>The physical line on which the next row begins.</summary>
    internal long NextLine { get; private set; } = 1;

    /// <summary>After an unfinished row: the line on which its open quote stands.</summary>
    internal long OpenQuoteLine { get; private set; }

    /// <summary>Fields of the header; 0 until it is known.</summary>
    internal int Columns { get; set; }

    /// <summary>The row's fields stand from here on in <see cref="Fields"/>; those of rows before it stay.</summary>
    internal int First { get; set; }

    internal FieldSpan[] Fields => _fields;

    internal FieldSpan Field(int i) => _fields[First + i];

    /// <summary>Takes the next row; false, with nothing taken, when the buffer does not hold all of it.</summary>
    internal bool Split()
    {
        Begin();
        if (Plain()) { return true; }
        while (_mark < buffer.MarkCount)
        {
            var place = buffer.Marks[_mark];
            var c = buffer.Bytes[place];
            if (c == delimiter)
            {
                Add(_at, place, false);
                _at = place + 1;
                _mark++;
            }
            else if (c == RowBuffer.Quote)
            {
                if (place != _at) { return FirstLineOnly(RejectReasons.StrayQuote); }
                if (Quoted() is { } done) { return done; }
            }
            else
            {
                switch (LineEnd(place))
                {
                    case > 0: return Take(_at, place, false);
                    case 0: return false;
                    default: Fault = RejectReasons.StrayReturn; _mark++; break;
                }
            }
        }
        return false;
    }

    /// <summary>Takes one physical line, whatever it holds.</summary>
    internal bool TakeLine(RejectReason? fault = null)
    {
        Begin();
        return FirstLineOnly(fault);
    }

    /// <summary>Goes on after bytes that were taken from the buffer by others.</summary>
    internal void Resume(long line)
    {
        NextLine = line;
        _generation = -1;
        (Start, End) = (buffer.Start, buffer.Start);
    }

    private void Begin()
    {
        if (_generation != buffer.Generation)
        {
            _generation = buffer.Generation;
            _firstMark = 0;
            while (_firstMark < buffer.MarkCount && buffer.Marks[_firstMark] < buffer.Start) { _firstMark++; }
        }
        (_mark, _at, _lines, Count, Fault) = (_firstMark, buffer.Start, 0, 0, null);
    }

    /// <summary>Takes a row as nearly all are: without a quote, and with as many fields as the header. False, with nothing taken, where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Plain()
    {
        if (Columns == 0 || Columns > MaxFields || _firstMark + Columns > buffer.MarkCount) { return false; }
        if (_fields.Length < First + Columns) { Array.Resize(ref _fields, Math.Max(_fields.Length * 2, First + Columns)); }
        var marks = buffer.Marks.AsSpan(_firstMark, Columns);
        var fields = _fields.AsSpan(First, Columns);
        var bytes = buffer.Bytes;
        var at = buffer.Start;
        for (var i = 0; i < marks.Length; i++)
        {
            var place = marks[i];
            if (bytes[place] != delimiter && i < marks.Length - 1) { return false; }
            fields[i] = new FieldSpan(at, place - at, doubled: false);
            at = place + 1;
        }
        var last = marks[^1];
        if (bytes[last] is not (RowBuffer.LineFeed or RowBuffer.Return) || LineEnd(last) <= 0) { return false; }
        Count = Columns;
        _mark = _firstMark + Columns - 1;
        return Finish(last);
    }

    /// <summary>Goes to the end of a quoted field. Null: the row goes on; else whether it is whole.</summary>
    private bool? Quoted()
    {
        OpenQuoteLine = NextLine + _lines;
        var inside = new QuotedLines(Count, Columns);
        var doubled = false;
        for (_mark++; _mark < buffer.MarkCount; _mark++)
        {
            var place = buffer.Marks[_mark];
            var c = buffer.Bytes[place];
            if (c == RowBuffer.LineFeed) { _lines++; }
            if (!inside.Take(c, delimiter) || place - _at > MaxQuotedLength) { return FirstLineOnly(RejectReasons.StrayQuote); }
            if (c != RowBuffer.Quote) { continue; }
            if (place + 1 == buffer.End) { return false; }
            if (buffer.Bytes[place + 1] == RowBuffer.Quote)
            {
                doubled = true;
                _mark++;
                continue;
            }
            return inside.EndsInARow ? FirstLineOnly(RejectReasons.StrayQuote) : Closed(place, doubled);
        }
        return false;
    }

    /// <summary>What follows a closing quote: a delimiter, the row's end, or a fault.</summary>
    private bool? Closed(int place, bool doubled)
    {
        _mark++;
        if (buffer.Bytes[place + 1] == delimiter)
        {
            Add(_at + 1, place, doubled);
            _at = place + 2;
            _mark++;
            return null;
        }
        if (buffer.Bytes[place + 1] is not (RowBuffer.LineFeed or RowBuffer.Return)) { return FirstLineOnly(RejectReasons.StrayQuote); }
        return LineEnd(place + 1) switch
        {
            > 0 => TakeQuoted(place, doubled),
            0 => false,
            _ => FirstLineOnly(RejectReasons.StrayReturn),
        };
    }

    /// <summary>How many bytes end the line here; 0 when that is not known yet, -1 when it does not end.</summary>
    private int LineEnd(int place)
    {
        if (buffer.Bytes[place] == RowBuffer.LineFeed) { return 1; }
        if (place + 1 == buffer.End) { return 0; }
        return buffer.Bytes[place + 1] == RowBuffer.LineFeed ? 2 : -1;
    }

    private bool TakeQuoted(int place, bool doubled)
    {
        Add(_at + 1, place, doubled);
        return Finish(place + 1);
    }

    private bool Take(int from, int place, bool doubled)
    {
        Add(from, place, doubled);
        return Finish(place);
    }

    /// <summary>The row ends before the line end at this place.</summary>
    private bool Finish(int place)
    {
        var length = LineEnd(place);
        (Start, End) = (buffer.Start, place);
        buffer.Start = place + length;
        _firstMark = _mark + length;
        NextLine += _lines + 1;
        return true;
    }

    /// <summary>After a quote that fits nowhere the row is what stands on its first line, so that one bad quote does not swallow the rows below.</summary>
    private bool FirstLineOnly(RejectReason? fault)
    {
        for (_mark = _firstMark; _mark < buffer.MarkCount; _mark++)
        {
            if (buffer.Bytes[buffer.Marks[_mark]] != RowBuffer.LineFeed) { continue; }
            (Count, Fault, _lines) = (0, fault, 0);
            return Finish(buffer.Marks[_mark]);
        }
        return false;
    }

    private void Add(int start, int end, bool doubled)
    {
        if (Count < MaxFields)
        {
            if (First + Count >= _fields.Length) { Array.Resize(ref _fields, (First + Count) * 2); }
            _fields[First + Count] = new FieldSpan(start, end - start, doubled);
        }
        Count++;
    }
}
