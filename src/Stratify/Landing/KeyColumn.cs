using System.Buffers.Binary;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>A key made of several fields, where the sender has none: a keyed hash of them, so that what identifies a person among them is not written.</summary>
internal sealed class KeyColumn(Column column, BlockColumn into, FieldPlaces[] places, Pseudonyms pseudonyms) : ColumnReader(column, into)
{
    private byte[] _text = new byte[256];

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        var length = 0;
        var blank = true;
        foreach (var place in places)
        {
            var text = place.First(batch, row);
            blank &= text.IsEmpty;
            if (_text.Length < length + sizeof(int) + text.Length) { Array.Resize(ref _text, (length + sizeof(int) + text.Length) * 2); }
            // Each field behind its length: "1, 23" and "12, 3" are two keys.
            BinaryPrimitives.WriteInt32LittleEndian(_text.AsSpan(length), text.Length);
            text.CopyTo(_text.AsSpan(length + sizeof(int)));
            length += sizeof(int) + text.Length;
        }
        if (blank) { return Nothing(at); }
        pseudonyms.OfOpaque(_text.AsSpan(0, length)).Write(Into.Room(at, Pseudonym.TextLength));
        Into.SetLength(at, Pseudonym.TextLength);
        return null;
    }
}
