using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Stratify.Engine;

/// <summary>Rows that <see cref="ColumnFileWriter"/> wrote, read back chunk by chunk, on any number of threads.</summary>
public sealed class ColumnFile : IDisposable
{
    private const ulong Magic = 0x3130_4C4F_4352_5453;

    private readonly SafeFileHandle _handle;
    private readonly ChunkCipher? _cipher;
    private readonly int[] _rows;
    private readonly Entry[] _directory;
    private readonly int _columns;

    /// <exception cref="InvalidDataException">The file was never finished, or is damaged.</exception>
    public ColumnFile(string path, ChunkCipher? cipher)
    {
        _handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        _cipher = cipher;
        try
        {
            var foot = ReadFoot();
            _columns = foot.Columns;
            _rows = new int[foot.Chunks];
            _directory = new Entry[foot.Chunks * foot.Columns];
            Note = new byte[foot.NoteLength];
            var at = ReadAll(foot.DirectoryAt, MemoryMarshal.AsBytes(_rows.AsSpan()));
            at = ReadAll(at, MemoryMarshal.AsBytes(_directory.AsSpan()));
            ReadAll(at, Note);
            var sum = BitOperations.Crc32C(BitOperations.Crc32C(Sum(MemoryMarshal.AsBytes(_rows.AsSpan())), Sum(MemoryMarshal.AsBytes(_directory.AsSpan()))), Sum(Note));
            if (sum != foot.Sum) { throw new InvalidDataException("The directory is damaged."); }
        }
        catch (Exception)
        {
            _handle.Dispose();
            throw;
        }
        Rows = _rows.Sum(rows => (long)rows);
    }

    /// <summary>What its writer said of the whole.</summary>
    public byte[] Note { get; }

    public long Rows { get; }

    public int Chunks => _rows.Length;

    public int RowsOf(int chunk) => _rows[chunk];

    /// <summary>A chunk of one column, as <see cref="ColumnChunk"/> writes it.</summary>
    public ReadOnlySpan<byte> Read(int chunk, int column, ref byte[] buffer)
    {
        var number = (chunk * _columns) + column;
        var entry = _directory[number];
        if (buffer.Length < entry.Length) { buffer = new byte[entry.Length * 2]; }
        var bytes = buffer.AsSpan(0, entry.Length);
        ReadAll(entry.At, bytes);
        if (_cipher is null) { return bytes; }
        _cipher.Unlock(bytes, number);
        return bytes[..^ChunkCipher.Overhead];
    }

    /// <summary>Whether every chunk is as it was written.</summary>
    public bool IsWhole()
    {
        byte[] buffer = [];
        foreach (var entry in _directory)
        {
            if (buffer.Length < entry.Length) { buffer = new byte[entry.Length * 2]; }
            ReadAll(entry.At, buffer.AsSpan(0, entry.Length));
            if (Sum(buffer.AsSpan(0, entry.Length)) != entry.Sum) { return false; }
        }
        return true;
    }

    public void Dispose() => _handle.Dispose();

    /// <summary>CRC-32C (Castagnoli), which the processor has an instruction for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) { sum = BitOperations.Crc32C(sum, word); }
        foreach (var one in bytes[(words.Length * sizeof(ulong))..]) { sum = BitOperations.Crc32C(sum, one); }
        return ~sum;
    }

    private Foot ReadFoot()
    {
        Foot foot = default;
        var size = Marshal.SizeOf<Foot>();
        var length = RandomAccess.GetLength(_handle);
        if (length < size) { throw new InvalidDataException("The file was never finished."); }
        ReadAll(length - size, MemoryMarshal.AsBytes(new Span<Foot>(ref foot)));
        var isWhole = foot.Magic == Magic && foot is { Chunks: >= 0, Columns: > 0, NoteLength: >= 0, DirectoryAt: >= 0 }
            && foot.DirectoryAt + ((long)foot.Chunks * sizeof(int)) + ((long)foot.Chunks * foot.Columns * Marshal.SizeOf<Entry>()) + foot.NoteLength + size == length;
        return isWhole ? foot : throw new InvalidDataException("The file was never finished.");
    }

    private long ReadAll(long at, Span<byte> into)
    {
        for (var read = 0; read < into.Length;)
        {
            var n = RandomAccess.Read(_handle, into[read..], at + read);
            if (n == 0) { throw new InvalidDataException("The file is cut off."); }
            read += n;
        }
        return at + into.Length;
    }

    /// <summary>Where a chunk of one column stands.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal readonly record struct Entry(long At, int Length, uint Sum);

    /// <summary>The last bytes of a file.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal readonly record struct Foot(long DirectoryAt, int Chunks, int Columns, int NoteLength, uint Sum, ulong Magic)
    {
        internal Foot(long directoryAt, int chunks, int columns, int noteLength, uint sum) : this(directoryAt, chunks, columns, noteLength, sum, ColumnFile.Magic) { }
    }
}
