using System.Buffers.Binary;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>
/// A key made of several fields, where the sender has none: a keyed hash of them, so that what identifies a person among them is not
/// written. Where numbers are known to have been replaced, the person's among them is the newest, for the row may come again under that.
/// </summary>
/// <param name="person">Which of the fields is the person's number, and whether it came pseudonymised; -1 when none is.</param>
internal sealed class KeyColumn(Column column, BlockColumn into, FieldPlaces[] places, (int Field, bool Opaque) person, LandingRules rules) : ColumnReader(column, into)
{
    private readonly byte[] _newest = new byte[Pseudonym.TextLength];
    private byte[] _text = new byte[256];

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        var length = 0;
        var blank = true;
        for (var field = 0; field < places.Length; field++)
        {
            var text = places[field].First(batch, row);
            if (field == person.Field && rules.Newest.Count > 0) { text = Newest(text); }
            blank &= text.IsEmpty;
            if (_text.Length < length + sizeof(int) + text.Length) { Array.Resize(ref _text, (length + sizeof(int) + text.Length) * 2); }
            // Each field behind its length: "1, 23" and "12, 3" are two keys.
            BinaryPrimitives.WriteInt32LittleEndian(_text.AsSpan(length), text.Length);
            text.CopyTo(_text.AsSpan(length + sizeof(int)));
            length += sizeof(int) + text.Length;
        }
        if (blank) { return Nothing(at); }
        rules.Pseudonyms.OfOpaque(_text.AsSpan(0, length)).Write(Into.Room(at, Pseudonym.TextLength));
        Into.SetLength(at, Pseudonym.TextLength);
        return null;
    }

    /// <summary>As it stands where it is no number.</summary>
    private ReadOnlySpan<byte> Newest(ReadOnlySpan<byte> text)
    {
        var number = -1L;
        if (text.IsEmpty || (!person.Opaque && NhsNumber.Read(text, out number) != NhsNumberStatus.Valid)) { return text; }
        var pseudonym = person.Opaque ? rules.Pseudonyms.OfPersonKey(text) : rules.Pseudonyms.OfNumber(number);
        rules.Newest.GetValueOrDefault(pseudonym.Token, pseudonym).Write(_newest);
        return _newest;
    }
}
