using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Stratify.DuckDb;

/// <summary>A cell of text as DuckDB holds it: the length, then twelve bytes in place or a prefix and a pointer. UTF-8, valid while its chunk lives.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public unsafe struct DuckString
{
    [FieldOffset(0)] private readonly uint _length;
    [FieldOffset(4)] private readonly byte _inlined;
    [FieldOffset(8)] private readonly byte* _pointer;

    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Utf8 => _length <= 12
        ? MemoryMarshal.CreateReadOnlySpan(in _inlined, (int)_length)
        : new ReadOnlySpan<byte>(_pointer, (int)_length);

    public override readonly string ToString() => Encoding.UTF8.GetString(Utf8);
}
