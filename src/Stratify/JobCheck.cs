using Stratify.Landing;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>What the first rows of one file of an extract are like.</summary>
public sealed record CheckedFile(string File, string Dataset, long Read, long OutOfScope, long Refused);

/// <summary>A quick look at a job: its definitions, and the header and first rows of each file, without output.</summary>
/// <param name="Notices">What the user should know of files that can be used.</param>
public sealed record JobCheck(RunPlan Plan, IReadOnlyList<CheckedFile> Files, IReadOnlyList<Problem> Notices)
{
    /// <summary>Reads one block of about two thousand rows of every file.</summary>
    /// <param name="today">The day against which lists are held that must not be old.</param>
    /// <exception cref="StratifyException">A definition is wrong, or a file is not what its contract says; everything that is wrong is listed.</exception>
    public static JobCheck FirstRows(Job job, DateOnly today)
    {
        GovernanceNotices.RefuseStaleLists(job, today);
        var plan = Planner.Plan(job);
        plan.TakesUp?.Whole(job.Population!.Place);
        var files = new List<CheckedFile>();
        var problems = new List<Problem>();
        var notices = plan.Notices.ToList();
        foreach (var delivery in plan.Deliveries)
        {
            for (var number = 0; number < delivery.Files.Count; number++)
            {
                using var reader = new FileReader(delivery, number, LandedShape.Block(delivery.Dataset), plan.Landing);
                reader.Fill();
                problems.AddRange(reader.Problems);
                notices.AddRange(reader.Notices);
                files.Add(new CheckedFile(delivery.Files[number].Name, delivery.Dataset.Name, reader.Tally.Read.Rows, reader.Tally.OutOfScope.Rows, reader.Tally.RejectedRows));
            }
        }
        return problems.Count == 0 ? new JobCheck(plan, files, notices) : throw new ExtractException(problems);
    }
}
