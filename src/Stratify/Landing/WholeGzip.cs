using System.IO.Compression;

namespace Stratify.Landing;

/// <summary>
/// A compressed file that is read to its true end or not at all: the platform's own stream takes one that was cut off for one that is
/// whole, and its last rows would be missing without a word. So a small compressed piece of our own is put behind the file; only where
/// the file is whole does that piece come out behind its content.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    /// <summary>Text that repeats itself packs to a fiftieth; what grows further is made to fill a disk.</summary>
    internal const int MaxRatio = 200;

    private const long FreeBytes = 64 << 20, MaxBytes = 1L << 40;

    private static readonly byte[] Seal = [.. "\n\0the end of a whole file\0\n"u8];
    private static readonly byte[] PackedSeal = Pack(Seal);

    private readonly Followed _packed;
    private readonly Stream _content;
    private readonly byte[] _ahead = new byte[1 << 16];
    private int _start, _end;
    private bool _ended;
    private long _inflated;

    internal WholeGzip(Stream file)
    {
        _packed = new Followed(file, PackedSeal);
        _content = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> into)
    {
        // As many bytes as the seal has are always held back.
        while (!_ended && _end - _start <= Seal.Length) { ReadAhead(); }
        var n = Math.Min(into.Length, _end - _start - Seal.Length);
        _ahead.AsSpan(_start, n).CopyTo(into);
        _start += n;
        return n;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) { _content.Dispose(); }
        base.Dispose(disposing);
    }

    private void ReadAhead()
    {
        _ahead.AsSpan(_start, _end - _start).CopyTo(_ahead);
        (_start, _end) = (0, _end - _start);
        var read = _content.Read(_ahead, _end, _ahead.Length - _end);
        _end += read;
        _ended = read == 0;
        _inflated += read;
        if (_inflated > MaxBytes || (_inflated > FreeBytes && _inflated / MaxRatio > _packed.Taken)) { throw new InflatesTooFarException(); }
        if (_ended && !_ahead.AsSpan(0, _end).SequenceEqual(Seal)) { throw new InvalidDataException("The compressed file is cut off."); }
    }

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) { gzip.Write(bytes); }
        return packed.ToArray();
    }

    /// <summary>A stream with a few bytes behind it.</summary>
    private sealed class Followed(Stream first, byte[] then) : ForwardStream
    {
        private int _at;

        /// <summary>Bytes of the first that were read.</summary>
        internal long Taken { get; private set; }

        public override int Read(Span<byte> into)
        {
            var read = first.Read(into);
            Taken += read;
            if (read > 0) { return read; }
            var n = Math.Min(into.Length, then.Length - _at);
            then.AsSpan(_at, n).CopyTo(into);
            _at += n;
            return n;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) { first.Dispose(); }
            base.Dispose(disposing);
        }
    }
}

/// <summary>A compressed file that is small on disk and without end in memory.</summary>
internal sealed class InflatesTooFarException() : IOException("The compressed file grows too far.");

/// <summary>A stream that can only be read, from its beginning to its end.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> into);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
