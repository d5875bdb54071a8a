using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Stratify.Model;

/// <summary>What stands for a person: the first 128 bits of a keyed hash of the NHS number, or of a key that came pseudonymised.</summary>
/// <param name="Token">The first 64 bits, signed and big-endian: the landed column.</param>
/// <param name="Rest">The next 64 bits.</param>
public readonly record struct Pseudonym(long Token, long Rest)
{
    /// <summary>Characters of <see cref="ToString"/>.</summary>
    public const int TextLength = 26;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>All 128 bits in base 32 (RFC 4648, small letters, no padding): the <c>person_id</c> of tables.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, self) =>
    {
        for (var i = 0; i < TextLength; i++) { text[i] = self.Letter(i); }
    });

    public void Write(Span<byte> ascii)
    {
        for (var i = 0; i < TextLength; i++) { ascii[i] = (byte)Letter(i); }
    }

    /// <summary>What <see cref="ToString"/> wrote, read back.</summary>
    public static Pseudonym Parse(string text)
    {
        var bits = UInt128.Zero;
        for (var i = 0; i < TextLength - 1; i++) { bits = (bits << 5) | (uint)Alphabet.IndexOf(text[i], StringComparison.Ordinal); }
        bits = (bits << 3) | (uint)(Alphabet.IndexOf(text[TextLength - 1], StringComparison.Ordinal) >> 2);
        return new Pseudonym(unchecked((long)(ulong)(bits >> 64)), unchecked((long)(ulong)bits));
    }

    private char Letter(int i)
    {
        var bits = new UInt128(unchecked((ulong)Token), unchecked((ulong)Rest));
        // 26 letters hold 130 bits: the last is filled up with two zero bits.
        var five = i < TextLength - 1 ? bits >> (123 - (5 * i)) : bits << 2;
        return Alphabet[(int)(five & 31)];
    }
}

/// <summary>
/// Makes pseudonyms with one project's key, for one purpose. What is hashed begins with what it is of and with the key's id, so neither
/// another purpose nor another key gives any pseudonym twice. One hash for each NHS number, looked up after that; safe for several threads.
/// </summary>
public sealed class Pseudonyms
{
    /// <summary>Characters of <see cref="KeyId"/>: 64 bits, enough that no two keys of a project are taken for each other.</summary>
    public const int KeyIdLength = 16;

    private const int NumberLength = 10, Recent = 1 << 20;

    private readonly IncrementalHash _keyed;
    private readonly Lock _one = new();
    private readonly byte[] _person, _opaque;
    private readonly Lazy<Known?[]> _recent = new(() => new Known?[Recent]);
    private NumberTable _known = new(1 << 12);

    /// <param name="key">At least 32 secret bytes.</param>
    /// <param name="purpose">What the pseudonyms are for, where one key serves several projects.</param>
    public Pseudonyms(ReadOnlySpan<byte> key, string purpose = "")
    {
        if (key.Length < 32) { throw new ArgumentException("A key has at least 32 bytes."); }
        _keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        // Made with the key and no way back to it: whoever does not have 256 random bits can do nothing with 64 of another hash of them.
        KeyId = Convert.ToHexStringLower(KeyFor($"stratify/key-id/v1|{purpose}"))[..KeyIdLength];
        _person = Encoding.ASCII.GetBytes($"stratify/person/v2|{KeyId}|");
        _opaque = Encoding.ASCII.GetBytes($"stratify/opaque/v2|{KeyId}|");
    }

    /// <summary>Names the key and the purpose, and may be known to anybody: by it a wrong key is noticed.</summary>
    public string KeyId { get; }

    /// <param name="nhsNumber">Ten digits, known to be valid.</param>
    public Pseudonym OfNumber(long nhsNumber)
    {
        if (Volatile.Read(ref _known).TryGet(nhsNumber, out var known)) { return known; }
        Span<byte> digits = stackalloc byte[NumberLength];
        _ = nhsNumber.TryFormat(digits, out _, "0000000000", CultureInfo.InvariantCulture);
        lock (_one)
        {
            if (_known.TryGet(nhsNumber, out known)) { return known; }
            if (_known.IsFull) { Volatile.Write(ref _known, _known.Larger()); }
            known = Hash(_person, digits);
            _known.Add(nhsNumber, known);
            return known;
        }
    }

    /// <summary>Of many numbers at once; those below zero have none.</summary>
    internal void OfNumbers(ReadOnlySpan<long> nhsNumbers, Span<Pseudonym> into)
    {
        var missing = Volatile.Read(ref _known).TryGet(nhsNumbers, into);
        for (var i = 0; missing > 0 && i < nhsNumbers.Length; i++)
        {
            if (nhsNumbers[i] < 0 || into[i] != default) { continue; }
            into[i] = OfNumber(nhsNumbers[i]);
            missing--;
        }
    }

    /// <summary>The pseudonym of a key that a sender made; another project's key gives another, so the two cannot be joined.</summary>
    public Pseudonym OfOpaque(ReadOnlySpan<byte> utf8)
    {
        lock (_one) { return Hash(_opaque, utf8); }
    }

    /// <summary>The same of a person's key, which comes again and again: those of late are remembered.</summary>
    public Pseudonym OfPersonKey(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _recent.Value[hash.ToHashCode() & (Recent - 1)];
        if (Volatile.Read(ref slot) is { } known && utf8.SequenceEqual(known.Key)) { return known.Pseudonym; }
        var made = new Known(utf8.ToArray(), OfOpaque(utf8));
        Volatile.Write(ref slot, made);
        return made.Pseudonym;
    }

    /// <summary>A key of 256 bits for another purpose, from which the project's cannot be found.</summary>
    internal byte[] KeyFor(string purpose)
    {
        lock (_one)
        {
            _keyed.AppendData(Encoding.UTF8.GetBytes(purpose));
            return _keyed.GetHashAndReset();
        }
    }

    private sealed record Known(byte[] Key, Pseudonym Pseudonym);

    private Pseudonym Hash(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _keyed.AppendData(kind);
        _keyed.AppendData(text);
        _ = _keyed.GetHashAndReset(hash);
        return new Pseudonym(BinaryPrimitives.ReadInt64BigEndian(hash), BinaryPrimitives.ReadInt64BigEndian(hash[8..]));
    }
}
