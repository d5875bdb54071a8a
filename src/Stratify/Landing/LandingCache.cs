using System.Security.Cryptography;
using System.Text;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>
/// Rows of extracts kept from one run to the next, so that only what has changed is read again. A kept file is named after all that its
/// rows depend on, and locked with the project's key. What identifies people is not kept: linkage has it read from the extract again.
/// </summary>
/// <param name="folder">Closed to others.</param>
/// <param name="hashes">SHA-256 of each extract's content, by its name in the job.</param>
/// <param name="context">All that the rows depend on beside the file and its profile: the engine, the project's key, the opt-outs, the job's limits. Superseded numbers are known later.</param>
public sealed class LandingCache(string folder, IReadOnlyDictionary<string, string> hashes, string context)
{
    private readonly HashSet<string> _used = [];
    private readonly Lock _one = new();

    /// <summary>Where the rows of a file are kept; null for a table of which more must be known than its rows, which is read every time.</summary>
    internal CachedFile? Entry(Delivery delivery, ExtractFile file, LandingRules rules)
    {
        if (delivery.Dataset.PersonKeys.Count > 0 || !hashes.TryGetValue(file.Name, out var hash)) { return null; }
        var name = Hash(string.Join('\n', hash, Path.GetExtension(file.Path).ToUpperInvariant(), delivery.Dataset.Name, Hash(delivery.Profile.Text), context, rules.NewestHash));
        lock (_one) { _used.Add(name); }
        return new CachedFile(Path.Combine(folder, name), rules.Pseudonyms.KeyFor($"stratify/cache/v1|{name}"));
    }

    /// <summary>Rids the folder of what this run had no use for.</summary>
    internal void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!_used.Contains(Path.GetFileName(file))) { File.Delete(file); }
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The kept rows of one file, if there are any.</summary>
/// <param name="Key">Locks them.</param>
internal sealed record CachedFile(string Path, byte[] Key)
{
    /// <summary>Null where there are none, or they are damaged and must be made again.</summary>
    internal ColumnFile? Open(ChunkCipher cipher)
    {
        if (!File.Exists(Path)) { return null; }
        try
        {
            var rows = new ColumnFile(Path, cipher);
            if (rows.IsWhole()) { return rows; }
            rows.Dispose();
        }
        catch (InvalidDataException) { }
        return null;
    }

    /// <summary>Takes a file that is whole.</summary>
    internal void Keep(string made) => File.Move(made, Path, overwrite: true);
}
