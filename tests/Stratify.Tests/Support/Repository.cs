namespace Stratify.Tests.Support;

/// <summary>Where the sources lie, found from the folder in which the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files below a folder of the repository, by their path from it, in ordinal order; build output left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(At(folder), path).Replace('\\', '/'))
            .Where(path => !path.Contains("node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Stratify.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Stratify.sln is in no folder above the tests."));
}
