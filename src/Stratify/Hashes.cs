using System.Runtime.ExceptionServices;

namespace Stratify;

/// <summary>Hashes of files, several files at once.</summary>
internal static class Hashes
{
    private static readonly IReadOnlyDictionary<string, string> _none = new Dictionary<string, string>();

    /// <param name="known">Hashes that need not be made again, by name.</param>
    /// <returns>In the order of the files.</returns>
    internal static IReadOnlyList<(string Name, string Hash)> Of(IEnumerable<(string Name, string Path)> files, IReadOnlyDictionary<string, string>? known = null)
    {
        var all = files.ToList();
        var hashes = new (string, string)[all.Count];
        try
        {
            Parallel.For(0, all.Count, i => hashes[i] = (all[i].Name, (known ?? _none).GetValueOrDefault(all[i].Name) ?? Fingerprint.HashFile(all[i].Path)));
        }
        catch (AggregateException several)
        {
            // As if they had been read one after the other.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        return hashes;
    }
}
