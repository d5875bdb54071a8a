using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>The schemes that ship with the engine, each with its source and status.</summary>
public static class Schemes
{
    private const string Folder = "schemes/";

    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(Schemes).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".yml", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^4])
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a scheme is named as a file, and not as one that ships.</summary>
    public static bool IsFile(string name) => name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);

    public static Problem Unknown(string name, Place? place) =>
        ProblemKinds.UnknownName.At(place, $"No scheme '{name}' ships.", $"{Nearest.Hint(name, Names, "schemes")} The user's own scheme is given by its path, ending in .yml.".TrimStart());

    /// <summary>Null when no shipped scheme has the name.</summary>
    public static Scheme? Shipped(string name)
    {
        if (Text(name) is not { } text) { return null; }
        var problems = new List<Problem>();
        return SchemeReader.Read(text, $"{name}.yml", problems) ?? throw new DefinitionException(problems);
    }

    /// <summary>The file itself, to start one's own from.</summary>
    public static string? Text(string name)
    {
        using var stream = typeof(Schemes).Assembly.GetManifestResourceStream($"{Folder}{name}.yml");
        if (stream is null) { return null; }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Where people are looked at as the year begins, what is known only when it is over would tell the outcome by itself.</summary>
    public static void RefuseRetrospective(IEnumerable<Scheme> schemes, List<Problem> problems)
    {
        foreach (var scheme in schemes.Where(scheme => scheme.IsRetrospective))
        {
            problems.Add(ProblemKinds.SchemeWrong.At(scheme.Place, $"The scheme '{scheme.Name}' places people by what is known only when the year is over ({string.Join(", ", scheme.Fields.Where(field => field.IsRetrospective).Select(field => field.Name))}), and the job looks at them as the year begins.",
                "Leave the scheme out, or write conditions: {known_by: end}."));
        }
    }

    /// <summary>Results are keyed by a scheme's name, so no two schemes of a job have the same.</summary>
    public static void RefuseRepeated(IEnumerable<Scheme> schemes, List<Problem> problems)
    {
        foreach (var same in schemes.GroupBy(scheme => scheme.Name).Where(same => same.Count() > 1))
        {
            problems.Add(ProblemKinds.SchemeWrong.At(same.Last().Place, $"Two schemes of the job are called '{same.Key}'.", "Give one of them another name."));
        }
    }
}
