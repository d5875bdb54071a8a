using System.Buffers;
using System.Text;

namespace Stratify.Model;

/// <summary>
/// Names, postcodes and addresses in the one form in which they are compared: names in upper case, letters and digits only, accents taken off;
/// postcodes in upper case with one space before the last three characters; addresses as names are, with one space between words.
/// </summary>
public static class Identity
{
    // Unicode's own decomposition is not there without a culture library, so the Latin letters are written out; * is two letters, ? is none.
    private const string FromC0To17F =
        "AAAAAA*CEEEEIIIIDNOOOOO?OUUUUY**AAAAAA*CEEEEIIIIDNOOOOO?OUUUUY*YAAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII**JJKKKLLLLLLLLLLNNNNNNNNNOOOOOO**RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
    private const string From1E00To1EFF =
        "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSSSSTTTTTTTTUUUUUUUUUUVVVVWWWWWWWWWWXXXXYYZZZZZZHTWYAS????AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUUUUYYYYYYYY??????";

    public static string Name(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var normalised = new byte[MaxLength(utf8.Length)];
        return Encoding.UTF8.GetString(normalised, 0, Name(utf8, normalised));
    }

    public static string Postcode(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var normalised = new byte[MaxLength(utf8.Length)];
        return Encoding.UTF8.GetString(normalised, 0, Postcode(utf8, normalised));
    }

    public static string Address(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var normalised = new byte[MaxLength(utf8.Length)];
        return Encoding.UTF8.GetString(normalised, 0, Address(utf8, normalised));
    }

    /// <summary>Room that a normalised text of so many bytes may need.</summary>
    public static int MaxLength(int bytes) => (bytes * 2) + 1;

    /// <summary>Writes the name's normal form and answers its length.</summary>
    public static int Name(ReadOnlySpan<byte> utf8, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            var c = utf8[i];
            if (c >= 0x80) { return Slow(utf8[i..], into, length); }
            if (char.IsAsciiLetterOrDigit((char)c)) { into[length++] = Upper(c); }
        }
        return length;
    }

    /// <summary>Writes the postcode's normal form and answers its length. What does not end as a British postcode does is kept, without its spaces.</summary>
    public static int Postcode(ReadOnlySpan<byte> utf8, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i..].StartsWith("\u00A0"u8)) { i++; }
            else if (utf8[i] is not ((byte)' ' or (byte)'\t')) { into[length++] = Upper(utf8[i]); }
        }
        if (length is < 5 or > 7 || !Ascii.IsValid(into[..length]) || !char.IsAsciiDigit((char)into[length - 3]) || !char.IsAsciiLetterUpper((char)into[length - 2]) || !char.IsAsciiLetterUpper((char)into[length - 1])) { return length; }
        into.Slice(length - 3, 3).CopyTo(into[(length - 2)..]);
        into[length - 3] = (byte)' ';
        return length + 1;
    }

    /// <summary>Writes the address's normal form and answers its length. Signs part words, an apostrophe does not.</summary>
    public static int Address(ReadOnlySpan<byte> utf8, Span<byte> into)
    {
        var (length, isParted) = (0, false);
        while (!utf8.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf8(utf8, out var rune, out var taken) == OperationStatus.Done;
            utf8 = utf8[taken..];
            if (!isRune || rune.Value is '\'' or 0x2019) { continue; }
            if (Rune.IsWhiteSpace(rune) || (rune.IsAscii && !Rune.IsLetterOrDigit(rune)))
            {
                isParted = length > 0;
                continue;
            }
            var written = Write(rune, into[(length + (isParted ? 1 : 0))..]);
            if (written == 0) { continue; }
            if (isParted) { into[length++] = (byte)' '; }
            isParted = false;
            length += written;
        }
        return length;
    }

    private static byte Upper(byte c) => c is >= (byte)'a' and <= (byte)'z' ? (byte)(c - 32) : c;

    private static int Slow(ReadOnlySpan<byte> utf8, Span<byte> into, int length)
    {
        while (!utf8.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var taken) == OperationStatus.Done) { length += Write(rune, into[length..]); }
            utf8 = utf8[taken..];
        }
        return length;
    }

    private static int Write(Rune rune, Span<byte> into)
    {
        if (rune.IsAscii)
        {
            if (!char.IsAsciiLetterOrDigit((char)rune.Value)) { return 0; }
            into[0] = Upper((byte)rune.Value);
            return 1;
        }
        var letters = rune.Value switch
        {
            0xC6 or 0xE6 => "AE",
            0xDE or 0xFE => "TH",
            0xDF or 0x1E9E => "SS",
            0x132 or 0x133 => "IJ",
            0x152 or 0x153 => "OE",
            >= 0xC0 and <= 0x17F => FromC0To17F.AsSpan(rune.Value - 0xC0, 1),
            >= 0x1E00 and <= 0x1EFF => From1E00To1EFF.AsSpan(rune.Value - 0x1E00, 1),
            _ => "?",
        };
        if (letters is not "?") { return Encoding.ASCII.GetBytes(letters, into); }
        // Letters of other scripts stay as they are; marks, spaces and signs go.
        return Rune.IsLetterOrDigit(rune) ? Rune.ToUpperInvariant(rune).EncodeToUtf8(into) : 0;
    }
}
