using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>By which it is seen that a file was written to, between the moment its content was hashed and the end of its reading.</summary>
public sealed record FileStamp(long Length, DateTime Written)
{
    /// <summary>Null where there is no file.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new FileStamp(file.Length, file.LastWriteTimeUtc) : null;

    internal static Problem Changed(ExtractFile file) => ProblemKinds.FileChanged.At(new Place(file.Name), "The file was written to while the run read it.", "Let the sender finish, then run again.");
}
