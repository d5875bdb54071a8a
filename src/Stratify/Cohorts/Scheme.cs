using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>A way to divide everyone into cohorts: the first whose condition is true of a person-year is its cohort.</summary>
public sealed record Scheme
{
    /// <summary>As the job names it: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Where the definition was published.</summary>
    public string Source { get; init; } = "";

    /// <summary>How far this is what was published.</summary>
    public string Status { get; init; } = "";

    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>The definition as it was written, whose hash the report prints.</summary>
    public required string Text { get; init; }

    /// <summary>Built on use or cost: its cohorts' past cost says little of their next.</summary>
    public bool UsesActivity => Cohorts.SelectMany(cohort => Expressions.Fields(cohort.Where)).Any(named => named.Kind == FieldKind.Activity);
}

/// <summary>One group of a scheme.</summary>
/// <param name="Where">Tried in the scheme's order; unknown counts as not.</param>
public sealed record Cohort(string Id, string Title, Expression Where, Place Place);
