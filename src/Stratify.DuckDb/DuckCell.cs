using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>A short text as DuckDB holds it in place: its length, then twelve bytes, of which those beyond the text are zero.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = 16)]
internal readonly unsafe struct DuckCell
{
    internal const int MaxInPlace = 12;

    private readonly uint _length;
    private readonly ulong _first;
    private readonly uint _last;

    private DuckCell(int length, ulong first, uint last) => (_length, _first, _last) = ((uint)length, first, last);

    /// <summary>The first bytes of at least twelve that can be read; those beyond the text are read too, and then blotted out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static DuckCell Of(byte* twelve, int length)
    {
        var first = Unsafe.ReadUnaligned<ulong>(twelve);
        if (length <= 8) { return new DuckCell(length, length == 8 ? first : first & ((1UL << (length * 8)) - 1), 0); }
        var last = Unsafe.ReadUnaligned<uint>(twelve + 8);
        return new DuckCell(length, first, length == MaxInPlace ? last : last & ((1U << ((length - 8) * 8)) - 1));
    }

    /// <summary>A text near the end of what can be read.</summary>
    internal static DuckCell Of(ReadOnlySpan<byte> utf8, int length)
    {
        var padded = stackalloc byte[MaxInPlace];
        utf8[..length].CopyTo(new Span<byte>(padded, MaxInPlace));
        new Span<byte>(padded + length, MaxInPlace - length).Clear();
        return Of(padded, length);
    }
}
