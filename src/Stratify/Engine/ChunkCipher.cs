using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Stratify.Engine;

/// <summary>
/// Locks what a run writes for itself alone, under a key that is drawn for it and never leaves the process: once that has ended, however
/// it ended, nobody can read the file. AES-GCM (NIST SP 800-38D) with the chunk's number as its nonce, so a key is for one file.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    private const int TagSize = 16, NonceSize = 12, KeySize = 32;

    /// <summary>Bytes by which a chunk grows.</summary>
    internal const int Overhead = TagSize;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(KeySize);

    /// <summary>One a thread: the platform's own is for one at a time.</summary>
    private readonly ThreadLocal<AesGcm> _aes;

    internal ChunkCipher() => _aes = new ThreadLocal<AesGcm>(() => new AesGcm(_key, TagSize), trackAllValues: true);

    /// <summary>Locks the first bytes of the span in place and puts the tag behind them; answers how many they are then.</summary>
    internal int Lock(Span<byte> bytes, int length, int number)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, number);
        _aes.Value!.Encrypt(nonce, bytes[..length], bytes[..length], bytes.Slice(length, TagSize));
        return length + TagSize;
    }

    /// <summary>Unlocks a chunk in place.</summary>
    /// <exception cref="CryptographicException">It is not as it was written.</exception>
    internal void Unlock(Span<byte> chunk, int number)
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
