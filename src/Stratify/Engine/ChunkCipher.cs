using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Stratify.Engine;

/// <summary>
/// Locks rows at rest: under a key that is drawn for them and never leaves the process, so that once it has ended, however it ended, nobody
/// can read them; or under one made from the project's. AES-GCM (NIST SP 800-38D) with the chunk's number as its nonce, so a key is for one file.
/// </summary>
public sealed class ChunkCipher : IDisposable
{
    private const int TagSize = 16, NonceSize = 12, KeySize = 32;

    /// <summary>Bytes by which a chunk grows.</summary>
    public const int Overhead = TagSize;

    private readonly byte[] _key;

    /// <summary>One a thread: the platform's own is for one at a time.</summary>
    private readonly ThreadLocal<AesGcm> _aes;

    /// <summary>With a key drawn for it, which nobody else ever has.</summary>
    public ChunkCipher() : this(RandomNumberGenerator.GetBytes(KeySize)) { }

    /// <param name="key">256 secret bits, for one content alone: what is locked twice under it is the same both times.</param>
    public ChunkCipher(byte[] key)
    {
        _key = key;
        _aes = new ThreadLocal<AesGcm>(() => new AesGcm(_key, TagSize), trackAllValues: true);
    }

    /// <summary>Locks the first bytes of the span in place and puts the tag behind them; answers how many they are then.</summary>
    public int Lock(Span<byte> bytes, int length, int number)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, number);
        _aes.Value!.Encrypt(nonce, bytes[..length], bytes[..length], bytes.Slice(length, TagSize));
        return length + TagSize;
    }

    /// <summary>Unlocks a chunk in place.</summary>
    /// <exception cref="CryptographicException">It is not as it was written.</exception>
    public void Unlock(Span<byte> chunk, int number)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, number);
        _aes.Value!.Decrypt(nonce, chunk[..^TagSize], chunk[^TagSize..], chunk[..^TagSize]);
    }

    public void Dispose()
    {
        foreach (var aes in _aes.Values) { aes.Dispose(); }
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_key);
    }
}
