using System.IO.Enumeration;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>Paths of a job: relative to its folder, and never out of it, not by a link either.</summary>
public sealed class JobPaths(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The whole path, or null, with a problem, when it leaves the folder.</summary>
    public string? Under(string relative, YamlNode? node, List<Problem> problems)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, relative));
        if (!Path.IsPathRooted(relative) && Inside(path)) { return path; }
        problems.Add(ProblemKinds.PathOutside.At(node?.Place, $"The path '{relative}' is not under the job's folder.", "Paths are relative to the job file and stay under its folder."));
        return null;
    }

    /// <summary>The files that a name or a pattern means, in ordinal order.</summary>
    public IReadOnlyList<(string Name, string Path)> Find(YamlText file, List<Problem> problems, List<Problem> missing)
    {
        if (Under(file.Value, file, problems) is not { } path) { return []; }
        var parent = Path.GetDirectoryName(path)!;
        var pattern = Path.GetFileName(path);
        if (Directory.Exists(parent) && Matches(parent, pattern) is { Count: > 0 } found)
        {
            return [.. found.Where(match => Under(match.Name, file, problems) is not null)];
        }
        missing.Add(ProblemKinds.FileMissing.At(file.Place, $"No file is '{file.Value}'.", Hint(parent, pattern)));
        return [];
    }

    private List<(string Name, string Path)> Matches(string parent, string pattern) =>
        [.. Directory.EnumerateFiles(parent)
            .Where(path => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: false))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Folder, path).Replace('\\', '/'), path))];

    private static string Hint(string parent, string pattern)
    {
        if (!Directory.Exists(parent)) { return "Its folder is not there either."; }
        var near = Nearest.Of(pattern, Directory.EnumerateFiles(parent).Select(path => Path.GetFileName(path)!));
        return near is null ? "" : $"Did you mean '{near}'?";
    }

    /// <summary>Below the folder as it is written, and no step of it is a link that leads elsewhere.</summary>
    private bool Inside(string path)
    {
        if (!Below(path)) { return false; }
        for (var at = path; at.Length > Folder.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null && !(End(at) is { } end && Below(end))) { return false; }
        }
        return true;
    }

    /// <summary>Where a link leads in the end; null when it leads round in a circle.</summary>
    private static string? End(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private bool Below(string path) => path == Folder || path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
