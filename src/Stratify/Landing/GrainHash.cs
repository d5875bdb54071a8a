using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>
/// A number for what names a row, so that rows that may be one and the same are found without comparing texts. Rows of one grain share
/// it; rows that share it are then compared whole, so it need not be more than well spread (a multiplication folded, as in wyhash).
/// </summary>
internal static class GrainHash
{
    private const ulong Start = 0x9E37_79B9_7F4A_7C15, Odd = 0xA076_1D64_78BD_642F, Null = 0xE703_7ED1_A0B4_28DB;

    /// <summary>Writes one for each row of the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write(IReadOnlyList<BlockColumn> grain, int rows, BlockColumn into)
    {
        for (var row = 0; row < rows; row++)
        {
            var hash = Start;
            foreach (var column in grain) { hash = Fold(hash ^ Of(column, row), Odd); }
            into.Set(row, unchecked((long)hash));
        }
    }

    private static ulong Of(BlockColumn column, int row) =>
        column.IsNull(row) ? Null : column.Type == BlockType.Text ? Of(column.Text(row)) : Fold(unchecked((ulong)column.Number(row)) ^ Start, Odd);

    private static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length > 8; text = text[8..]) { hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), Odd); }
        return Fold(hash ^ Words.Packed(text, anyCase: false), Start);
    }

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
