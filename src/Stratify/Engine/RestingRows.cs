namespace Stratify.Engine;

/// <summary>Rows at rest, which stand for themselves by their lines: what is told of them, in one file, and who they are about, locked, in another.</summary>
public sealed class RestingRows : IDisposable
{
    /// <summary>Where a row's line stands among its columns.</summary>
    public const int Line = 0;

    private readonly ColumnFile _rows;
    private readonly ColumnFile _identity;
    private readonly IDisposable[] _held;
    private readonly int[]?[] _kept;
    private readonly int[][] _suspects;

    /// <param name="firstId">A row's id is this and its line.</param>
    /// <param name="rows">Each file with what unlocks it; both are let go of with this.</param>
    public RestingRows(long firstId, (ColumnFile File, ChunkCipher Cipher) rows, (ColumnFile File, ChunkCipher Cipher) identity)
    {
        (FirstId, _rows, _identity) = (firstId, rows.File, identity.File);
        _held = [rows.File, rows.Cipher, identity.File, identity.Cipher];
        _kept = new int[]?[_rows.Chunks];
        _suspects = [.. Enumerable.Repeat(Array.Empty<int>(), _rows.Chunks)];
    }

    public long FirstId { get; }

    public int Chunks => _rows.Chunks;

    public long Rows => _rows.Rows;

    public int RowsOf(int chunk) => _rows.RowsOf(chunk);

    /// <summary>The rows of a chunk that are kept, by their places; null for all of them.</summary>
    public int[]? Kept(int chunk) => _kept[chunk];

    /// <summary>The rows of a chunk that may share what names them with another.</summary>
    public int[] Suspects(int chunk) => _suspects[chunk];

    /// <summary>A chunk of a column of what is told, or of who it is about.</summary>
    public ReadOnlySpan<byte> Read(bool isIdentity, int chunk, int column, ref byte[] buffer) => (isIdentity ? _identity : _rows).Read(chunk, column, ref buffer);

    /// <summary>Whole numbers of one chunk, none of them null.</summary>
    public void ReadNumbers(int chunk, int column, Span<long> into, ref byte[] buffer)
    {
        var bytes = _rows.Read(chunk, column, ref buffer);
        ColumnChunk.ReadNumbers(bytes[2..], bytes[1], into[..RowsOf(chunk)]);
    }

    /// <summary>The lines of all rows, in their order.</summary>
    public static IEnumerable<long> Lines(ColumnFile rows)
    {
        var lines = new long[RowBlock.Capacity];
        byte[] buffer = [];
        for (var chunk = 0; chunk < rows.Chunks; chunk++)
        {
            var bytes = rows.Read(chunk, Line, ref buffer);
            ColumnChunk.ReadNumbers(bytes[2..], bytes[1], lines.AsSpan(0, rows.RowsOf(chunk)));
            for (var row = 0; row < rows.RowsOf(chunk); row++) { yield return lines[row]; }
        }
    }

    /// <summary>Finds the rows whose hash, in a column of them, is one of some.</summary>
    public void Suspect(IReadOnlySet<ulong> repeated, int hashColumn)
    {
        var hashes = new long[RowBlock.Capacity];
        byte[] buffer = [];
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            ReadNumbers(chunk, hashColumn, hashes, ref buffer);
            var found = new List<int>();
            for (var row = 0; row < RowsOf(chunk); row++)
            {
                if (repeated.Contains(unchecked((ulong)hashes[row]))) { found.Add(row); }
            }
            _suspects[chunk] = [.. found];
        }
    }

    /// <summary>Leaves out rows by their ids.</summary>
    public void Leave(IReadOnlySet<long> ids)
    {
        var lines = new long[RowBlock.Capacity];
        byte[] buffer = [];
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            ReadNumbers(chunk, Line, lines, ref buffer);
            var kept = new List<int>(RowsOf(chunk));
            for (var row = 0; row < RowsOf(chunk); row++)
            {
                if (!ids.Contains(FirstId + lines[row])) { kept.Add(row); }
            }
            if (kept.Count == RowsOf(chunk)) { continue; }
            _kept[chunk] = [.. kept];
            _suspects[chunk] = [.. _suspects[chunk].Intersect(kept)];
        }
    }

    public void Dispose()
    {
        foreach (var held in _held) { held.Dispose(); }
    }
}
