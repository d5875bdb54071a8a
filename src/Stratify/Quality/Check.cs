using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Quality;

/// <summary>Which datasets a check is asked of.</summary>
public enum CheckScope
{
    /// <summary>All of them.</summary>
    Everything,
    /// <summary>Those whose rows are of people.</summary>
    People,
    /// <summary>Those whose rows are things done for people.</summary>
    Activity,
    /// <summary>The register alone.</summary>
    Register,
    /// <summary>Admitted care alone.</summary>
    Episodes,
}

/// <summary>One question that is asked of a dataset and answered by two counts: how many break it, and of how many.</summary>
/// <param name="Name">Never changed: thresholds are given by it.</param>
/// <param name="Category">One of <see cref="Categories"/>.</param>
/// <param name="Counts">What is counted as a violation: <c>events without a price</c>.</param>
/// <param name="Of">What could have been one: <c>events that have a cost</c>.</param>
/// <param name="Needs">What the question needs before it can be asked; said where there was nothing to count.</param>
public sealed record Check(string Name, string Category, string Counts, string Of, string Needs, CheckScope Scope)
{
    private const string Prefix = "check_";

    /// <summary>As M. Kahn and others sort them: is it as it was agreed, is it there, can it be true.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["conformance", "completeness", "plausibility"];

    /// <summary>A check whose counts are one script, named after it; its header says the rest.</summary>
    internal static Check Asked(SqlScript script)
    {
        var header = script.Sql.Split('\n')
            .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line[2..].Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1]);
        return new Check(script.Name[Prefix.Length..], header["category"], header["counts"], header["of"], header["needs"], Enum.Parse<CheckScope>(header["scope"], ignoreCase: true));
    }

    internal static SqlScript Script(string name) => SqlScript.Load(Prefix + name);

    internal string Table => Prefix + Name;

    /// <summary>Whether the question makes sense for a dataset at all.</summary>
    public bool IsAskedOf(Dataset dataset) => Scope switch
    {
        CheckScope.People => dataset.IsOfPerson,
        CheckScope.Activity => dataset.Role == DatasetRole.Activity,
        CheckScope.Register => dataset.Role == DatasetRole.Register,
        CheckScope.Episodes => dataset.Has("episode_order"),
        _ => true,
    };
}
