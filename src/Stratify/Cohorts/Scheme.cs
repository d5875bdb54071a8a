using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>A way to part the population: everyone is in the first cohort whose condition is true of them. The last is everyone's, so nobody is left out.</summary>
/// <param name="Name">Small letters, digits and hyphens; the key of its results.</param>
/// <param name="Cohorts">In the order in which they are tried.</param>
public sealed record Scheme(string Name, string Title, IReadOnlyList<Cohort> Cohorts)
{
    public int Version { get; init; } = 1;

    /// <summary>Where the definition comes from; empty for a user's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>How true it is to its source, and what was simplified.</summary>
    public string Status { get; init; } = "";

    /// <summary>SHA-256 of the file that defines it, so that a result can be traced to its definition.</summary>
    public string DefinitionHash { get; init; } = "";

    /// <summary>A partition: its cohorts share no person and together hold everybody.</summary>
    public string Kind { get; init; } = "partition";

    /// <summary>Activity and cost by which people are placed, in the order of <see cref="PersonYearFields"/>.</summary>
    public IReadOnlyList<PersonYearField> ActivityFields =>
        [.. PersonYearFields.All.Where(known => known.Kind == FieldKind.Activity && Cohorts.Any(cohort => cohort.Fields.Contains(known)))];

    /// <summary>Made from use of care, so it describes cost and does not explain it.</summary>
    public bool UsesActivity => ActivityFields.Count > 0;
}

/// <summary>One cohort of a scheme.</summary>
/// <param name="Id">Small letters, digits and hyphens.</param>
/// <param name="Title">As it stands in reports.</param>
/// <param name="Where">The condition as it was written, or generated.</param>
public sealed record Cohort(string Id, string Title, string Where, Criterion Criterion)
{
    public Place Place => Criterion.Place;

    /// <summary>Every field that the condition reads, once.</summary>
    public IReadOnlyList<PersonYearField> Fields => [.. Read(Criterion).Distinct()];

    private static IEnumerable<PersonYearField> Read(Criterion criterion) => criterion.Reads.Concat(criterion.Parts.SelectMany(Read));
}
