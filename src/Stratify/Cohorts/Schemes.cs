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

    /// <summary>Results are keyed by a scheme's name, so no two schemes of a job have the same.</summary>
    public static void RefuseRepeated(IEnumerable<Scheme> schemes, List<Problem> problems)
    {
        foreach (var same in schemes.GroupBy(scheme => scheme.Name).Where(same => same.Count() > 1))
        {
            problems.Add(ProblemKinds.SchemeWrong.At(same.Last().Cohorts[0].Place with { Line = 0, Column = 0 }, $"Two schemes of the job are called '{same.Key}'.", "Give one of them another name."));
        }
    }
}
