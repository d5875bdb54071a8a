namespace Stratify;

/// <summary>Hashes of files, several files at once.</summary>
internal static class Hashes
{
    private static readonly IReadOnlyDictionary<string, string> _none = new Dictionary<string, string>();

    /// <param name="known">Hashes that need not be made again, by name.</param>
    /// <returns>In the order of the files.</returns>
    internal static IReadOnlyList<(string Name, string Hash)> Of(IEnumerable<(string Name, string Path)> files, IReadOnlyDictionary<string, string>? known = null) =>
        Of(files, file => (file.Name, (known ?? _none).GetValueOrDefault(file.Name) ?? Fingerprint.HashFile(file.Path)));

    /// <param name="of">Of one file, which it may refuse: what is thrown is what the first of them in order was refused for, as if they had been read one after the other.</param>
    /// <returns>In the order of the files.</returns>
    internal static IReadOnlyList<(string Name, string Hash)> Of<T>(IEnumerable<T> files, Func<T, (string Name, string Hash)> of)
    {
        List<Task<(string Name, string Hash)>> begun = [.. files.Select(file => Task.Run(() => of(file)))];
        return [.. begun.Select(one => one.GetAwaiter().GetResult())];
    }
}
