using System.Security.Cryptography;

namespace Stratify.Tests.Support;

/// <summary>A job with eight people and a dozen appointments, copied from the samples into a folder of a test's own.</summary>
public sealed class SmallJob : IDisposable
{
    /// <summary>The job run once, for every test that begins on the day after: its folder, which none of them touches, and how the run ended.</summary>
    private static readonly Lazy<SmallJob> _ran = new(() =>
    {
        var job = new SmallJob();
        Assert.That(job.Run().ExitCode, Is.Zero);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => job.Dispose();
        return job;
    });

    private readonly TemporaryFolder _folder = new();

    public SmallJob()
    {
        foreach (var file in new[] { "good.yml", "extracts/register.csv", "extracts/outpatients.csv", "secrets/pseudonym.key" })
        {
            Write(file, File.ReadAllBytes(Repository.At("data-samples", "broken", file)));
        }
    }

    /// <summary>The job with a run of it published: a copy of one that was made once, as a run depends on nothing of where it was made.</summary>
    public static SmallJob Ran()
    {
        var (from, job) = (_ran.Value.Folder, new SmallJob());
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            var to = Directory.CreateDirectory(Path.Combine(job.Folder, Path.GetRelativePath(from, folder)));
            if (!OperatingSystem.IsWindows()) { to.UnixFileMode = File.GetUnixFileMode(folder); }
        }
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) { File.Copy(file, Path.Combine(job.Folder, Path.GetRelativePath(from, file)), overwrite: true); }
        return job;
    }

    public string Folder => _folder.Path;

    public string Yaml => At("good.yml");

    public string Output => At("reports");

    /// <summary>The folder of the run that <c>CURRENT</c> names.</summary>
    public string Current => Path.Combine(Output, RunFolder.Current(Output)!);

    public string At(string file) => Path.Combine(Folder, file);

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllBytes(At(file), bytes);
    }

    /// <summary>A file that its owner alone may read.</summary>
    public void Guard(string file, byte[] bytes)
    {
        Write(file, bytes);
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(At(file), UnixFileMode.UserRead | UnixFileMode.UserWrite); }
    }

    public void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(At(file));
        Assert.That(text, Does.Contain(from), "The sample is not what the test was written for");
        File.WriteAllText(At(file), text.Replace(from, to, StringComparison.Ordinal));
    }

    public CommandLine Run(params string[] options) => CommandLine.Run(["run", Yaml, .. options]);

    /// <summary>Every file below a folder with its hash, the lock and what is kept for the next run aside, so that two states are equal when nothing has changed.</summary>
    public static IReadOnlyDictionary<string, string> Bytes(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != ".lock" && Path.GetFileName(Path.GetDirectoryName(path)) != ".cache")
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));

    public void Dispose() => _folder.Dispose();
}
