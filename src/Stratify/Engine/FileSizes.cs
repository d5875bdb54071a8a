namespace Stratify.Engine;

/// <summary>How much files hold.</summary>
public static class FileSizes
{
    /// <summary>Bytes of files as text, of which packed ones hold some six times their size.</summary>
    public static long AsText(IEnumerable<string> paths) =>
        paths.Sum(path => new FileInfo(path).Length * (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? 1 : 6));
}
