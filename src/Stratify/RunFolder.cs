using Stratify.Problems;

namespace Stratify;

/// <summary>
/// The folder in which runs are published. A run is written to <c>ID.part</c>, renamed when it is whole, and then named by
/// <c>CURRENT</c>, a small file that is replaced in one step: a reader sees yesterday's run or today's, never a mixture.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly string _output;
    private readonly FileStream _lock;

    private RunFolder(string output, FileStream held) => (_output, _lock) = (output, held);

    /// <summary>Takes the folder for one run. The lock is an open handle: it is gone when the process is, however it ends.</summary>
    /// <exception cref="LockedException">Another run holds it.</exception>
    /// <exception cref="OutputException">It cannot be made or written.</exception>
    public static RunFolder Take(string output)
    {
        try
        {
            Directory.CreateDirectory(output);
            return new RunFolder(output, new FileStream(Path.Combine(output, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw CannotWrite(output);
        }
        catch (IOException) when (File.Exists(Path.Combine(output, ".lock")))
        {
            throw new LockedException([ProblemKinds.OutputInUse.At(new Place(output), "Another run is writing to this folder.", "Wait until it has ended, or give another folder with --out.")]);
        }
        catch (IOException)
        {
            throw CannotWrite(output);
        }
    }

    /// <summary>An empty folder for the run to write into, closed to other users; what a broken run left behind is swept away.</summary>
    public string Stage(string id)
    {
        foreach (var left in Directory.EnumerateDirectories(_output, "*.part")) { Directory.Delete(left, recursive: true); }
        var stage = Path.Combine(_output, $"{id}.part");
        Private(stage);
        Private(Path.Combine(stage, "restricted"));
        return stage;
    }

    /// <summary>The folder of a run that was published before, or null.</summary>
    public string? Published(string id) => Directory.Exists(Path.Combine(_output, id)) ? Path.Combine(_output, id) : null;

    /// <summary>Makes a whole run the current one. An older run of the same id gives way to it.</summary>
    public string Publish(string id)
    {
        var stage = Path.Combine(_output, $"{id}.part");
        var final = Path.Combine(_output, id);
        foreach (var file in Directory.EnumerateFiles(stage, "*", SearchOption.AllDirectories)) { Flush(file); }
        if (Directory.Exists(final))
        {
            // Two renames: between them CURRENT names a folder that is not there for a moment, but never a torn one.
            var old = Path.Combine(_output, $"{id}.old.part");
            Directory.Move(final, old);
            Directory.Move(stage, final);
            Directory.Delete(old, recursive: true);
        }
        else
        {
            Directory.Move(stage, final);
        }
        Point(id);
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

    public static OutputException CannotWrite(string path) => new([ProblemKinds.CannotWrite.At(new Place(path), "The output cannot be written here.", "Look at the disk's room and the folder's permissions, or give another folder with --out.")]);

    public void Dispose() => _lock.Dispose();

    private static void Private(string folder)
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
