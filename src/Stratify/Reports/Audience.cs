namespace Stratify.Reports;

/// <summary>For whom a report is made, which decides the pages it has: all say the same figures.</summary>
[Flags]
public enum Audience
{
    /// <summary>Who decides and pays: what was found, for whom, and what to bear in mind; the job's first scheme alone, and nothing on how models fit.</summary>
    Commissioner = 1,

    /// <summary>Who runs it: what came in, how it was linked and priced, what was hidden, and the figures to check by.</summary>
    Analyst = 2,

    /// <summary>Who must defend every figure: all pages.</summary>
    Researcher = 4,

    Everyone = Commissioner | Analyst | Researcher,
}

/// <summary>Audiences by name.</summary>
public static class Audiences
{
    public static IReadOnlyList<string> Names { get; } = ["commissioner", "analyst", "researcher"];

    /// <exception cref="ArgumentException">There is no such audience.</exception>
    public static Audience Named(string name) => Names.Contains(name) ? Enum.Parse<Audience>(name, ignoreCase: true) : throw new ArgumentException($"There is no audience '{name}'.");
}
