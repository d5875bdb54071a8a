using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>
/// A way to group the population. In a partition everyone is in the first cohort whose condition is true of them, and the last is everyone's,
/// so nobody is left out. Of sets, everyone is in each whose condition is true of them: in several, or in none.
/// </summary>
/// <param name="Name">Small letters, digits and hyphens; the key of its results.</param>
/// <param name="Cohorts">In the order in which they are tried; those that a run discovers are not among them.</param>
public sealed record Scheme(string Name, string Title, IReadOnlyList<Cohort> Cohorts)
{
    public int Version { get; init; } = 1;

    /// <summary>Whether the job brings it as a file of its own; those that ship have cohorts that a place may well have nobody in.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The file that defines it.</summary>
    public Place Place { get; init; } = new("", 0, 0);

    /// <summary>Where the definition comes from; empty for a user's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>How true it is to its source, and what was simplified.</summary>
    public string Status { get; init; } = "";

    /// <summary>SHA-256 of the file that defines it, so that a result can be traced to its definition.</summary>
    public string DefinitionHash { get; init; } = "";

    public const string Partition = "partition", Sets = "sets";

    public static IReadOnlyList<string> Kinds { get; } = [Partition, Sets];

    /// <summary>One of <see cref="Kinds"/>. Cohorts of a partition share no person and together hold everybody; sets may overlap, so nothing of them adds up.</summary>
    public string Kind { get; init; } = Partition;

    public bool IsSets => Kind == Sets;

    /// <summary>Sets that are looked for in the data of a run; null when all are written down.</summary>
    public Discovery? Discovery { get; init; }

    /// <summary>Activity and cost by which people are placed, in the order of <see cref="PersonYearFields"/>.</summary>
    public IReadOnlyList<PersonYearField> ActivityFields =>
        [.. Fields.Where(known => known.Kind == FieldKind.Activity)];

    /// <summary>Everything that it reads of a person, in the order of <see cref="PersonYearFields"/>, with a job's own lists behind.</summary>
    public IReadOnlyList<PersonYearField> Fields
    {
        get
        {
            var read = Cohorts.SelectMany(cohort => cohort.Fields).Concat(Discovery?.From ?? []).ToHashSet();
            return [.. PersonYearFields.All.Where(read.Contains), .. read.Where(own => !PersonYearFields.All.Contains(own)).OrderBy(own => own.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Made from use of care, so it describes cost and does not explain it.</summary>
    public bool UsesActivity => ActivityFields.Count > 0;

    /// <summary>Made from what is known only when the year is over, so it selects nobody for the year to come.</summary>
    public bool IsRetrospective => Fields.Any(known => known.IsRetrospective);
}

/// <summary>One cohort of a scheme.</summary>
/// <param name="Id">Small letters, digits and hyphens.</param>
/// <param name="Title">As it stands in reports.</param>
/// <param name="Where">The condition as it was written, or generated.</param>
public sealed record Cohort(string Id, string Title, string Where, Criterion Criterion)
{
    public Place Place => Criterion.Place;

    /// <summary>Made by a crossing, and not written by anybody: some cell of a grid is often empty.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Every field that the condition reads, once.</summary>
    public IReadOnlyList<PersonYearField> Fields => [.. Read(Criterion).Distinct()];

    private static IEnumerable<PersonYearField> Read(Criterion criterion) => criterion.Reads.Concat(criterion.Parts.SelectMany(Read));
}
