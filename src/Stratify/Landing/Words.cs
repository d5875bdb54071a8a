using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Stratify.Landing;

/// <summary>A short list of words to be found among bytes without making strings: words of up to eight bytes are compared as one number.</summary>
internal sealed class Words
{
    private readonly bool _anyCase;
    private readonly ulong[] _short;
    private readonly byte[][] _long;
    private readonly int _lengths;

    internal Words(IEnumerable<string> words, bool anyCase)
    {
        _anyCase = anyCase;
        byte[][] all = [.. words.Select(word => Encoding.UTF8.GetBytes(word))];
        _short = [.. all.Where(word => word.Length <= 8).Select(word => Packed(word, anyCase))];
        _long = [.. all.Where(word => word.Length > 8)];
        foreach (var word in all) { _lengths |= 1 << Math.Min(word.Length, 9); }
    }

    internal bool Contains(ReadOnlySpan<byte> text)
    {
        // Most fields are told apart by their length alone.
        if ((_lengths & (1 << Math.Min(text.Length, 9))) == 0) { return false; }
        return text.Length <= 8 ? _short.AsSpan().Contains(Packed(text, _anyCase)) : ContainsLong(text);
    }

    /// <summary>Eight bytes as one number; a word never holds the zeros that fill it up. Small ASCII letters become capitals when case does not matter.</summary>
    internal static ulong Packed(ReadOnlySpan<byte> text, bool anyCase)
    {
        ulong packed = 0;
        if (text.Length == 8)
        {
            packed = BinaryPrimitives.ReadUInt64LittleEndian(text);
        }
        else if (text.Length >= 4)
        {
            // Two reads that overlap; where they do they agree.
            packed = BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << ((text.Length - 4) * 8));
        }
        else
        {
            for (var i = text.Length - 1; i >= 0; i--) { packed = (packed << 8) | text[i]; }
        }
        return anyCase ? Upper(packed) : packed;
    }

    private bool ContainsLong(ReadOnlySpan<byte> text)
    {
        foreach (var word in _long)
        {
            if (_anyCase ? Ascii.EqualsIgnoreCase(word, text) : text.SequenceEqual(word)) { return true; }
        }
        return false;
    }

    /// <summary>Eight bytes at once: a byte from a to z has its bit 0x20 cleared.</summary>
    private static ulong Upper(ulong packed)
    {
        unchecked
        {
            const ulong ones = 0x0101010101010101, tops = 0x8080808080808080;
            var low = packed & ~tops;
            var fromA = low + (ones * (0x80 - 'a'));
            var afterZ = low + (ones * (0x7F - 'z'));
            return packed ^ (((fromA ^ afterZ) & tops & ~packed) >> 2);
        }
    }
}

/// <summary>A sender's values and ours: one looked up from bytes, without making strings.</summary>
internal sealed class WordMap
{
    private readonly Dictionary<byte[], byte[]>.AlternateLookup<ReadOnlySpan<byte>> _values;

    internal WordMap(IReadOnlyDictionary<string, string> values, bool anyCase)
    {
        var map = new Dictionary<byte[], byte[]>(new ByBytes(anyCase));
        foreach (var (from, to) in values) { map[Encoding.UTF8.GetBytes(from.Trim())] = Encoding.UTF8.GetBytes(to); }
        _values = map.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    internal bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? value) => _values.TryGetValue(text, out value);

    private sealed class ByBytes(bool anyCase) : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => Equals(one.AsSpan(), other!);

        public bool Equals(ReadOnlySpan<byte> one, byte[] other) => anyCase ? one.SequenceEqual(other) || Ascii.EqualsIgnoreCase(one, other) : one.SequenceEqual(other);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            unchecked
            {
                var hash = 2166136261u;
                foreach (var c in text) { hash = (hash ^ (anyCase ? c & ~0x20u : c)) * 16777619u; }
                return (int)hash;
            }
        }

        public byte[] Create(ReadOnlySpan<byte> text) => text.ToArray();
    }
}
