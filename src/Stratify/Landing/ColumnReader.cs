using System.Text;
using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>Reads one column of a dataset out of a sender's row.</summary>
internal abstract class ColumnReader(Column column, BlockColumn into)
{
    internal Column Column => column;

    internal BlockColumn Into => into;

    /// <summary>Writes the row's value or null into the block; or says why the row is refused.</summary>
    /// <param name="row">Its place in the batch.</param>
    /// <param name="at">Its place in the block.</param>
    internal abstract RejectReason? Read(RowBatch batch, int row, int at);

    /// <summary>Reads the column of all rows that are open, and refuses those that cannot be read.</summary>
    /// <param name="first">Where the batch's first row stands in the block.</param>
    internal virtual void ReadAll(RowBatch batch, int first, RowFates fates)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            if (!fates.IsOpen(row)) { into.SetNull(first + row); continue; }
            if (Read(batch, row, first + row) is { } reason) { Refuse(reason, row, first + row, fates); }
        }
    }

    /// <summary>A row that only deletes may leave all but its key blank.</summary>
    protected void Refuse(RejectReason reason, int row, int at, RowFates fates)
    {
        into.SetNull(at);
        if (reason == RejectReasons.Blank && fates.Deletes(row) && !IsKey) { return; }
        fates.Refuse(row, reason, column.Name);
    }

    /// <summary>Whether the column is one of those that name a row.</summary>
    internal bool IsKey { get; init; }

    /// <summary>A required column is never null.</summary>
    protected RejectReason? Nothing(int at)
    {
        Into.SetNull(at);
        return Column.Required ? RejectReasons.Blank : null;
    }

    /// <summary>Without spaces, tabs and no-break spaces at its ends.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && text[0] is > (byte)' ' and not 0xC2 && text[^1] is > (byte)' ' and not 0xA0) { return text; }
        while (text.Length > 0)
        {
            if (text[0] is (byte)' ' or (byte)'\t') { text = text[1..]; }
            else if (text[^1] is (byte)' ' or (byte)'\t') { text = text[..^1]; }
            else if (text.StartsWith("\u00A0"u8)) { text = text[2..]; }
            else if (text.EndsWith("\u00A0"u8)) { text = text[..^2]; }
            else { break; }
        }
        return text;
    }
}

/// <summary>A column that never comes from the file: null, or a constant.</summary>
internal sealed class ConstantColumn(Column column, BlockColumn into, FieldType type, string? value) : ColumnReader(column, into)
{
    private readonly byte[] _value = Encoding.UTF8.GetBytes(value ?? "");

    internal override RejectReason? Read(RowBatch batch, int row, int at) => _value.Length == 0 ? Nothing(at) : type.Read(_value, Into, at);
}

/// <summary>A column that is one field, or the first of several that is not null.</summary>
internal sealed class FieldColumn(ColumnSource source, BlockColumn into, FieldType type, FieldPlaces places) : ColumnReader(source.Column, into)
{
    private readonly WordMap? _map = source.Map is null ? null : new WordMap(source.Map, !source.Column.CaseSensitive);
    private readonly Words? _unknown = source.Column.Unknown.Count == 0 ? null : new Words(source.Column.Unknown, !source.Column.CaseSensitive);

    internal FieldType Type => type;

    /// <summary>As nearly all columns are: one place, and no map.</summary>
    internal override void ReadAll(RowBatch batch, int first, RowFates fates)
    {
        if (_map is not null || places.Places is not [var place]) { base.ReadAll(batch, first, fates); return; }
        for (var row = 0; row < batch.Count; row++)
        {
            var at = first + row;
            if (!fates.IsOpen(row)) { Into.SetNull(at); continue; }
            var text = Trim(batch.Field(row, place));
            if ((places.IsNull(text) ? Nothing(at) : Take(text, at)) is { } reason) { Refuse(reason, row, at, fates); }
        }
    }

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        var text = places.First(batch, row);
        if (text.IsEmpty || _map is null) { return Take(text, at); }
        return _map.TryGet(text, out var ours) ? Take(ours, at) : RejectReasons.NotInMap;
    }

    /// <summary>What stands there in our own words, or nothing.</summary>
    private RejectReason? Take(ReadOnlySpan<byte> text, int at)
    {
        if (text.IsEmpty || _unknown?.Contains(text) == true) { return Nothing(at); }
        var reason = type.Read(text, Into, at);
        return reason is null && Column.Required && Into.IsNull(at) ? RejectReasons.Blank : reason;
    }
}

/// <summary>Places of a row, from 0, of which the first that is not null counts.</summary>
internal sealed class FieldPlaces(int[] places, Words nulls)
{
    internal IReadOnlyList<int> Places => places;

    internal bool IsNull(ReadOnlySpan<byte> text) => nulls.Contains(text);

    /// <summary>Trimmed; empty when every place is null.</summary>
    internal ReadOnlySpan<byte> First(RowBatch batch, int row)
    {
        foreach (var place in places)
        {
            var text = ColumnReader.Trim(batch.Field(row, place));
            if (!text.IsEmpty && !nulls.Contains(text)) { return text; }
        }
        return [];
    }
}

/// <summary>An amount that is a price times a quantity: exact, then rounded once, half away from zero, to a penny.</summary>
internal sealed class ProductColumn(ColumnSource source, BlockColumn into, FieldPlaces price, FieldPlaces quantity) : ColumnReader(source.Column, into)
{
    private const int MaxDecimals = 9;

    private readonly NumberFormat _format = new(source);

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        var text = price.First(batch, row);
        if (text.IsEmpty) { return Nothing(at); }
        if (!_format.TryRead(text, out var one, out var oneDecimals)) { return RejectReasons.NotAnAmount; }
        text = quantity.First(batch, row);
        if (text.IsEmpty) { return Nothing(at); }
        if (!_format.TryRead(text, out var other, out var otherDecimals)) { return RejectReasons.NotAnAmount; }
        if (oneDecimals > MaxDecimals || otherDecimals > MaxDecimals) { return RejectReasons.TooManyDecimals; }
        var product = Pence((Int128)one * other, oneDecimals + otherDecimals - (source.InPence ? 0 : 2));
        if (Int128.Abs(product) > MoneyField.Limit) { return RejectReasons.AmountOutOfRange; }
        Into.Set(at, (long)product);
        return null;
    }

    private static Int128 Pence(Int128 units, int decimals)
    {
        for (; decimals < 0; decimals++) { units *= 10; }
        Int128 one = 1;
        for (; decimals > 0; decimals--) { one *= 10; }
        var (whole, rest) = Int128.DivRem(units, one);
        return Int128.Abs(rest) * 2 >= one && rest != 0 ? whole + Int128.Sign(units) : whole;
    }
}
