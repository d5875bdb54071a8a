using Stratify.Problems;

namespace Stratify.Datasets;

/// <summary>The flavours that ship with Stratify, one file each; a name may serve several datasets.</summary>
public static class ShippedProfiles
{
    private const string Folder = "profiles/";

    public static IReadOnlyList<Profile> All { get; } =
        [.. typeof(ShippedProfiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load)];

    /// <summary>A shipped flavour of the dataset, or a file of the user's own under <paramref name="folder"/>; null, with a problem, when it is neither.</summary>
    public static Profile? Resolve(YamlText name, Dataset dataset, string folder, List<Problem> problems)
    {
        if (All.FirstOrDefault(profile => profile.Name == name.Value && profile.Dataset == dataset) is { } shipped) { return shipped; }
        if (!name.Value.EndsWith(".yml", StringComparison.Ordinal) && !name.Value.EndsWith(".yaml", StringComparison.Ordinal))
        {
            problems.Add(Unknown(name, dataset));
            return null;
        }
        if (Text(name, folder, problems) is not { } text || ProfileReader.Read(text, name.Value, problems) is not { } own) { return null; }
        if (own.Dataset == dataset) { return own; }
        problems.Add(ProblemKinds.ProfileWrong.At(name.Place, $"The profile '{name.Value}' is for {own.Dataset.Name}, not for {dataset.Name}."));
        return null;
    }

    private static Problem Unknown(YamlText name, Dataset dataset)
    {
        string[] elsewhere = [.. All.Where(profile => profile.Name == name.Value).Select(profile => profile.Dataset.Name)];
        string[] known = [.. All.Where(profile => profile.Dataset == dataset).Select(profile => profile.Name)];
        var hint = elsewhere.Length > 0
            ? $"It serves {string.Join(", ", elsewhere)}."
            : $"{Nearest.Hint(name.Value, known, "profiles")} The user's own profile is given by its path, ending in .yml.".TrimStart();
        return ProblemKinds.UnknownName.At(name.Place, $"No profile '{name.Value}' ships for {dataset.Name}.", hint);
    }

    private static string? Text(YamlText name, string folder, List<Problem> problems)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, name.Value));
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            problems.Add(ProblemKinds.PathOutside.At(name.Place, $"The profile '{name.Value}' is not under the job's folder."));
            return null;
        }
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.FileMissing.At(name.Place, $"The profile '{name.Value}' could not be read."));
            return null;
        }
    }

    private static Profile Load(string resource)
    {
        using var stream = typeof(ShippedProfiles).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        return ProfileReader.Read(reader.ReadToEnd(), resource, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }
}
