namespace Stratify.Tests.Support;

/// <summary>A folder of a test's own, gone with everything in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stratify-").FullName;

    public string File(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A file of bytes that who may read it is said of.</summary>
    public string Guarded(string name, byte[] bytes, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var path = File(name, "");
        System.IO.File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows()) { System.IO.File.SetUnixFileMode(path, mode); }
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
