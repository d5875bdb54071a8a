using System.Numerics;
using System.Runtime.InteropServices;

namespace Stratify.Engine;

/// <summary>
/// Writes rows to disk, column by column, in chunks of up to 2,048 rows. The file ends with a directory of its chunks, each with a check
/// sum, then whatever the writer wants to say of the whole: a file without them was never finished.
/// </summary>
public sealed class ColumnFileWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly IReadOnlyList<BlockColumn> _columns;
    private readonly ChunkCipher? _cipher;
    private readonly List<ColumnFile.Entry> _directory = [];
    private readonly List<int> _rows = [];
    private byte[] _buffer = new byte[1 << 17];
    private long _end;

    /// <param name="columns">Those of the block that are written, in this order.</param>
    /// <param name="cipher">Null for what may be read by whoever may read the file.</param>
    public ColumnFileWriter(string path, IReadOnlyList<BlockColumn> columns, ChunkCipher? cipher)
    {
        _file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        (_columns, _cipher) = (columns, cipher);
    }

    public void Write(int rows)
    {
        if (rows == 0) { return; }
        var used = 0;
        for (var column = 0; column < _columns.Count; column++)
        {
            var room = ColumnChunk.MaxLength(_columns[column], rows) + ChunkCipher.Overhead;
            if (_buffer.Length < used + room) { Array.Resize(ref _buffer, (used + room) * 2); }
            var length = ColumnChunk.Write(_columns[column], rows, _buffer.AsSpan(used));
            if (_cipher is not null) { length = _cipher.Lock(_buffer.AsSpan(used), length, _directory.Count); }
            _directory.Add(new ColumnFile.Entry(_end + used, length, ColumnFile.Sum(_buffer.AsSpan(used, length))));
            used += length;
        }
        _rows.Add(rows);
        _file.Write(_buffer.AsSpan(0, used));
        _end += used;
    }

    /// <param name="note">What is to be known of the whole.</param>
    public void Finish(ReadOnlySpan<byte> note)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        var directory = CollectionsMarshal.AsSpan(_directory);
        _file.Write(MemoryMarshal.AsBytes(rows));
        _file.Write(MemoryMarshal.AsBytes(directory));
        _file.Write(note);
        ColumnFile.Foot foot = new(_end, _rows.Count, _columns.Count, note.Length,
            BitOperations.Crc32C(BitOperations.Crc32C(ColumnFile.Sum(MemoryMarshal.AsBytes(rows)), ColumnFile.Sum(MemoryMarshal.AsBytes(directory))), ColumnFile.Sum(note)));
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ColumnFile.Foot>(in foot)));
    }

    public void Dispose() => _file.Dispose();
}
