using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Stratify.Landing;

/// <summary>A window on the bytes of a file, with the places of every delimiter, quote and line end in it.</summary>
internal sealed class RowBuffer
{
    internal const byte Quote = (byte)'"', LineFeed = (byte)'\n', Return = (byte)'\r';

    private readonly Utf8Source _source;
    private readonly byte _delimiter;
    private bool _ended;

    internal RowBuffer(Utf8Source source, byte delimiter, int size)
    {
        _source = source;
        _delimiter = delimiter;
        // One byte is kept for the line end that a last line may lack.
        Bytes = new byte[Math.Max(size, 1) + 1];
        Marks = new int[Bytes.Length];
    }

    internal byte[] Bytes { get; private set; }

    /// <summary>Where the marks stand in <see cref="Bytes"/>, in order.</summary>
    internal int[] Marks { get; private set; }

    internal int MarkCount { get; private set; }

    /// <summary>Where the next row begins.</summary>
    internal int Start { get; set; }

    internal int End { get; private set; }

    internal int Remaining => End - Start;

    /// <summary>No byte of the window is beyond ASCII, so no row of it needs to be checked.</summary>
    internal bool IsAscii { get; private set; }

    internal bool HasNul { get; private set; }

    /// <summary>Counts refills, each of which moves the bytes and finds the marks anew.</summary>
    internal int Generation { get; private set; }

    /// <summary>Keeps what is left and reads on; false when nothing more comes.</summary>
    internal bool Fill()
    {
        if (_ended) { return false; }
        MakeRoom();
        var before = End;
        while (End < Bytes.Length - 1)
        {
            var read = _source.Read(Bytes.AsSpan(End, Bytes.Length - 1 - End));
            if (read == 0) { _ended = true; break; }
            End += read;
        }
        if (_ended && Remaining > 0 && Bytes[End - 1] != LineFeed) { Bytes[End++] = LineFeed; }
        FindMarks();
        return End > before;
    }

    internal void Drop() => Start = End;

    private void MakeRoom()
    {
        var rest = Bytes.AsSpan(Start, Remaining);
        if (Remaining == Bytes.Length - 1)
        {
            var larger = new byte[(Remaining * 2) + 1];
            rest.CopyTo(larger);
            Bytes = larger;
            Marks = new int[larger.Length];
        }
        else
        {
            rest.CopyTo(Bytes);
        }
        (Start, End) = (0, rest.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindMarks()
    {
        Generation++;
        var window = Bytes.AsSpan(0, End);
        IsAscii = Ascii.IsValid(window);
        HasNul = window.Contains((byte)0);
        var count = 0;
        var i = 0;
        for (; i <= End - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            var bytes = Vector256.Create<byte>(window.Slice(i, Vector256<byte>.Count));
            var found = Vector256.Equals(bytes, Vector256.Create(_delimiter)) | Vector256.Equals(bytes, Vector256.Create(Quote))
                | Vector256.Equals(bytes, Vector256.Create(LineFeed)) | Vector256.Equals(bytes, Vector256.Create(Return));
            for (var bits = found.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1) { Marks[count++] = i + BitOperations.TrailingZeroCount(bits); }
        }
        for (; i < End; i++)
        {
            if (window[i] == _delimiter || window[i] is Quote or LineFeed or Return) { Marks[count++] = i; }
        }
        MarkCount = count;
    }
}
