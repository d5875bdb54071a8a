using System.Text;
using System.Text.Unicode;

namespace Stratify.Landing;

/// <summary>UTF-16 turned into UTF-8. Half a surrogate pair, or half a character at the end, comes out as undecodable.</summary>
internal sealed class TranscodedSource(Stream stream, byte[] start, Encoding utf16) : Utf8Source(stream, start)
{
    private readonly byte[] _raw = new byte[8192];
    private readonly char[] _chars = new char[4097];
    private readonly byte[] _utf8 = new byte[4097 * 3];
    private readonly bool _bigEndian = utf16 == Encoding.BigEndianUnicode;
    private int _rawCount, _charCount, _at, _end;
    private bool _ended;

    public override int Read(Span<byte> into)
    {
        while (_at == _end && !_ended) { Refill(); }
        var n = Math.Min(into.Length, _end - _at);
        _utf8.AsSpan(_at, n).CopyTo(into);
        _at += n;
        return n;
    }

    private void Refill()
    {
        var read = ReadRaw(_raw.AsSpan(_rawCount));
        _ended = read == 0;
        _rawCount += read;
        for (var i = 0; i + 1 < _rawCount; i += 2)
        {
            _chars[_charCount++] = (char)(_bigEndian ? (_raw[i] << 8) | _raw[i + 1] : _raw[i] | (_raw[i + 1] << 8));
        }
        if (_rawCount % 2 == 1) { _raw[0] = _raw[_rawCount - 1]; }
        _rawCount %= 2;
        (_at, _end) = (0, 0);
        Encode();
        if (_ended && _rawCount == 1) { _utf8[_end++] = Undecodable; }
    }

    private void Encode()
    {
        var chars = _chars.AsSpan(0, _charCount);
        while (!chars.IsEmpty)
        {
            var status = Utf8.FromUtf16(chars, _utf8.AsSpan(_end), out var taken, out var written, replaceInvalidSequences: false, isFinalBlock: _ended);
            chars = chars[taken..];
            _end += written;
            if (status != System.Buffers.OperationStatus.InvalidData) { break; }
            _utf8[_end++] = Undecodable;
            chars = chars[1..];
        }
        // The first half of a pair waits for its second.
        chars.CopyTo(_chars);
        _charCount = chars.Length;
    }
}

/// <summary>Windows-1252 turned into UTF-8. Its five undefined bytes come out as undecodable.</summary>
internal sealed class Windows1252Source(Stream stream, byte[] start) : Utf8Source(stream, start)
{
    // 0x80 to 0x9F, from the table of the Unicode Consortium (CP1252.TXT); a space where the byte is undefined.
    private const string From80To9F = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private readonly byte[] _raw = new byte[8192];
    private readonly byte[] _utf8 = new byte[8192 * 3];
    private int _at, _end;

    public override int Read(Span<byte> into)
    {
        if (_at == _end) { Refill(); }
        var n = Math.Min(into.Length, _end - _at);
        _utf8.AsSpan(_at, n).CopyTo(into);
        _at += n;
        return n;
    }

    private void Refill()
    {
        (_at, _end) = (0, 0);
        foreach (var c in _raw.AsSpan(0, ReadRaw(_raw)))
        {
            if (c < 0x80) { _utf8[_end++] = c; continue; }
            var rune = c is >= 0x80 and <= 0x9F ? From80To9F[c - 0x80] : (char)c;
            if (rune == ' ') { _utf8[_end++] = Undecodable; }
            else { _end += new Rune(rune).EncodeToUtf8(_utf8.AsSpan(_end)); }
        }
    }
}
