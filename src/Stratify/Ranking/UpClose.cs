using Stratify.Engine;

namespace Stratify.Ranking;

/// <summary>Which cohorts are looked at up close, and the fewest people of whom a value of an exemplar person may be.</summary>
/// <param name="Asked">Each by its scheme and name; null for the first by priority of each partition, and of the job's first one the first few.</param>
/// <param name="Least">The middle of a group is one person's own value, so there must be enough people on each side of it.</param>
public sealed record UpClose(IReadOnlyList<(string Scheme, string Cohort)>? Asked, long Least)
{
    /// <summary>How many of the job's first partition, where the job does not say: as many as a board reads of at one sitting.</summary>
    public const int LeadingUnlessGiven = 2;

    /// <summary>How many of the job's first partition are looked at, by priority, where none are asked for by name.</summary>
    public long Leading { get; init; } = LeadingUnlessGiven;

    /// <summary>Fewer make nobody's likeness, whatever rule of disclosure the job has.</summary>
    public const long Fewest = 10;

    /// <summary>No cohort asked for, under a rule by which groups of at least so many people may be seen.</summary>
    public static UpClose Of(IReadOnlyList<(string Scheme, string Cohort)>? asked, long least) => new(asked, Math.Max(Fewest, 2 * least));

    /// <summary>Makes <c>up_close</c>, who its cohorts are and who gives their care, and their exemplars.</summary>
    public IReadOnlyList<Step> Steps =>
    [
        new CodeStep("up_close_rule", [], warehouse => MemoryTable.Create(warehouse, "up_close_rule", [("is_asked", "boolean"), ("least", "bigint"), ("least_of_first", "bigint"), ("leading", "bigint")],
            [[Asked is not null, Least, (long)CohortPriorities.LeastOfALargeOne, Leading]])),
        new CodeStep("up_close_asked", ["scheme", "cohort"], warehouse => MemoryTable.Create(warehouse, "up_close_asked", [("scheme", "varchar"), ("cohort", "varchar"), ("number", "bigint")],
            (Asked ?? []).Select((one, i) => new object?[] { one.Scheme, one.Cohort, i + 1L }))),
        new SelectStep(SqlScript.Load("up_close")),
        new SelectStep(SqlScript.Load("up_close_member")),
        new SelectStep(SqlScript.Load("measure_cohort_provider")),
        .. CohortTraits.Steps,
        .. Exemplars.Steps,
    ];

    /// <summary>What holds of them in every run.</summary>
    public static IReadOnlyList<SqlScript> Laws { get; } = [SqlScript.Load("providers_have_every_pound_of_a_cohort"), .. Exemplars.Laws];
}
