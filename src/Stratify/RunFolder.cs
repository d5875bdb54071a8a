using System.Text.RegularExpressions;
using Stratify.Problems;

namespace Stratify;

/// <summary>
/// The folder in which runs are published. A run is written to <c>ID.part</c>, renamed when it is whole, and then named by
/// <c>CURRENT</c>, a small file that is replaced in one step: a reader sees yesterday's run or today's, never a mixture.
/// </summary>
public sealed partial class RunFolder : IDisposable
{
    private const string Old = ".old.part";

    /// <summary>Below <c>restricted</c>: lists of people, each with its purpose beside it.</summary>
    internal const string Lists = "lists";

    private readonly string _output;
    private readonly FileStream _lock;
    private string? _stage;

    private RunFolder(string output, FileStream held) => (_output, _lock) = (output, held);

    /// <summary>Takes the folder for one run. The lock is an open handle: it is gone when the process is, however it ends.</summary>
    /// <exception cref="LockedException">Another run holds it.</exception>
    /// <exception cref="OutputException">It cannot be made or written.</exception>
    public static RunFolder Take(string output)
    {
        try
        {
            Directory.CreateDirectory(output);
            var folder = new RunFolder(output, new FileStream(Path.Combine(output, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            folder.MendAndSweep();
            return folder;
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new LockedException([ProblemKinds.OutputInUse.At(new Place(output), "Another run is writing to this folder.", "Wait until it has ended, or give another folder with --out.")]);
        }
        catch (Exception problem) when (IsRefusal(problem))
        {
            throw CannotWrite(output);
        }
    }

    /// <summary>An empty folder for the run to write into, closed to other users. It is gone with this object unless it is published.</summary>
    public string Stage(string id)
    {
        _stage = Path.Combine(_output, $"{id}.part");
        Private(_stage);
        Private(Path.Combine(_stage, "restricted"));
        return _stage;
    }

    /// <summary>Where runs keep what the next may use again, closed to other users.</summary>
    public string Cache()
    {
        var folder = Path.Combine(_output, ".cache");
        Private(folder);
        return folder;
    }

    /// <summary>The folder of a run that was published before, or null.</summary>
    public string? Published(string id) => Directory.Exists(Path.Combine(_output, id)) ? Path.Combine(_output, id) : null;

    /// <summary>The folder of the current run, or null.</summary>
    public string? Last() => Current(_output) is { Length: > 0 } current ? Published(current) : null;

    /// <summary>Makes a whole run the current one. An older run of the same id gives way to it.</summary>
    public string Publish(string id)
    {
        var stage = Path.Combine(_output, $"{id}.part");
        var final = Path.Combine(_output, id);
        foreach (var file in Directory.EnumerateFiles(stage, "*", SearchOption.AllDirectories)) { Flush(file); }
        // While it was made it held working files; what is published is for others to read, but for restricted, which stays closed.
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(stage, Shared); }
        if (Directory.Exists(final))
        {
            // Two renames: between them CURRENT names a folder that is not there for a moment, but never a torn one.
            // Whoever takes the folder after a power cut in that moment puts the old one back.
            var old = Path.Combine(_output, $"{id}{Old}");
            Directory.Move(final, old);
            Directory.Move(stage, final);
            Point(id);
            Delete(old);
        }
        else
        {
            Directory.Move(stage, final);
            Point(id);
        }
        _stage = null;
        return final;
    }

    /// <summary>Names the current run.</summary>
    public void Point(string id)
    {
        var pointer = Path.Combine(_output, "CURRENT");
        var next = pointer + ".part";
        File.WriteAllText(next, id + "\n");
        Flush(next);
        File.Move(next, pointer, overwrite: true);
    }

    /// <summary>The id of the current run, or null when nothing was published yet.</summary>
    public static string? Current(string output)
    {
        var pointer = Path.Combine(output, "CURRENT");
        return File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : null;
    }

    /// <summary>The run's own folder, of what a user names: that folder, or an output folder for its current run.</summary>
    public static string OfRun(string named) => Current(named) is { } current ? Path.Combine(named, current) : named;

    /// <summary>As <see cref="OfRun"/>, where the user may have no more of it than the folder <c>restricted</c>, and names that.</summary>
    internal static string OfPeople(string named)
    {
        var plain = Path.TrimEndingDirectorySeparator(named);
        return OfRun(Path.GetFileName(plain) == "restricted" ? Path.GetDirectoryName(plain)! : plain);
    }

    /// <summary>What is said where a run's folder was to be named.</summary>
    internal static DefinitionException NoRun(string folder) =>
        new(ProblemKinds.FileMissing.At(new Place(folder), "There is no published run here.", "Give a published run's folder, or an output folder for its current run."));

    public static OutputException CannotWrite(string path) => new([ProblemKinds.CannotWrite.At(new Place(path), "The output cannot be written here.", "Look at the disk's room and the folder's permissions, or give another folder with --out.")]);

    /// <summary>Whether the disk or a permission stood in the way, of one thread or of several at once.</summary>
    public static bool IsRefusal(Exception problem) => problem switch
    {
        IOException or UnauthorizedAccessException => true,
        // What the platform makes of a file that has reached its largest size: it speaks of an argument that nobody gave.
        ArgumentOutOfRangeException tooLarge => tooLarge.TargetSite?.DeclaringType == typeof(RandomAccess),
        AggregateException several => several.InnerExceptions.All(IsRefusal),
        _ => false,
    };

    private const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public void Dispose()
    {
        if (_stage is not null) { Delete(_stage); }
        _lock.Dispose();
    }

    /// <summary>What a run that was killed left behind. Only folders named as runs are: whatever else lies here is the user's.</summary>
    private void MendAndSweep()
    {
        foreach (var left in Directory.EnumerateDirectories(_output, "*.part").Where(path => OfARun().IsMatch(Path.GetFileName(path))).ToList())
        {
            var whole = left.EndsWith(Old, StringComparison.Ordinal) ? left[..^Old.Length] : left;
            if (whole != left && !Directory.Exists(whole)) { Directory.Move(left, whole); }
            else { Directory.Delete(left, recursive: true); }
        }
        File.Delete(Path.Combine(_output, "CURRENT.part"));
    }

    /// <summary>What cannot be deleted now is swept when the folder is next taken.</summary>
    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) { Directory.Delete(folder, recursive: true); }
        }
        catch (Exception left) when (IsRefusal(left)) { }
    }

    /// <summary>The numbers by which Linux, macOS and Windows say that somebody else has the file open.</summary>
    private static bool IsHeld(IOException problem) => problem.HResult is 11 or 35 or unchecked((int)0x80070020);

    [GeneratedRegex(@"^\d{4}\S*-[0-9a-f]{12}(\.old)?\.part$")]
    private static partial Regex OfARun();

    /// <summary>Makes a folder closed to other users.</summary>
    internal static void Private(string folder)
    {
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(folder); }
        else { Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    /// <summary>A rename says nothing of the content: without this a power cut can leave a whole name on an empty file.</summary>
    private static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
