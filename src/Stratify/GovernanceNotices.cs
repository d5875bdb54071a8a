using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>What a job leaves open of the rules under which records of people are used, and what of them stops it.</summary>
public static class GovernanceNotices
{
    /// <summary>What can be told without knowing the day. Where the key is public nobody is real, so there is nothing to answer for.</summary>
    internal static IEnumerable<Problem> Of(Job job)
    {
        if (job.Key.IsPublic) { yield break; }
        if (job.LegalBasis is null) { yield return NoLegalBasis(job); }
        foreach (var list in job.OptOuts.Where(list => list.Dated is null))
        {
            yield return ProblemKinds.OptOutUndated.At(list.Place, "The opt-out list has no date, so nobody notices when it is old.",
                $"Write opt_out: {{file: {list.Name}, dated: 2025-03-28, max_age_days: {OptOutList.UsualAgeDays}}}, or say how the date in its name is written: dated: yyyyMMdd.");
        }
    }

    /// <summary>Of a job that takes people up. Who said no was asked when they were made, and what it is used for now has a law of its own.</summary>
    internal static IEnumerable<Problem> OfTaken(Job job, PopulationFacts people) => people.Governance.IsKeyPublic || job.LegalBasis is not null ? [] : [NoLegalBasis(job)];

    private static Problem NoLegalBasis(Job job) => ProblemKinds.NoLegalBasis.At(new Place(job.File), "The job does not say by which law the records of people are used; the report says so too.",
        "Say it as those who answer for the project do: legal_basis: Section 251, CAG reference 24/CAG/0001. Where the national data opt-out does not apply, say why.");

    /// <summary>
    /// Stops a run whose lists are older than they may be. A person may say no on any day, and it counts from then on for every use; so a list
    /// is held against the day on which the records are used, not against the period that they are of.
    /// </summary>
    /// <param name="today">The day of the run. It decides whether there is a run, and nothing of what it publishes.</param>
    /// <exception cref="DefinitionException">A list is too old, or of a day to come.</exception>
    public static void RefuseStaleLists(Job job, DateOnly today)
    {
        var problems = job.OptOuts.Where(list => list.Dated is not null).Select(list => (list, Age: today.DayNumber - list.Dated!.Value.DayNumber)).ToList();
        // A list made late in the evening is of tomorrow elsewhere.
        var stale = problems.Where(pair => pair.Age > pair.list.MaxAgeDays || pair.Age < -1).Select(pair => ProblemKinds.OptOutStale.At(pair.list.Place,
            string.Create(CultureInfo.InvariantCulture, $"The list '{pair.list.Name}' is of {pair.list.Dated:yyyy-MM-dd}, {(pair.Age < 0 ? $"a day that is yet to come on {today:yyyy-MM-dd}" : $"{pair.Age} days before {today:yyyy-MM-dd}, and {pair.list.MaxAgeDays} are the most")}."),
            pair.Age < 0 ? "Correct its date." : "Have a new list made and run again. Only to make a past run again, name its day with --as-of.")).ToList();
        if (stale.Count > 0) { throw new DefinitionException(stale); }
    }
}
