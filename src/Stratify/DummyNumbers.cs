using System.Collections.Frozen;
using System.Text;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>The job's list of numbers that a practice or a system fills in when it has none: valid to look at, and nobody's.</summary>
internal static class DummyNumbers
{
    /// <summary>One number a line, with or without a header, which has no digit. What no check would pass anyway may stand there too.</summary>
    internal static FrozenSet<long> Read(Job job, Pseudonyms pseudonyms, List<Problem> problems)
    {
        var tokens = new HashSet<long>();
        var line = 0;
        foreach (var text in Lines(job, problems))
        {
            line++;
            var status = NhsNumber.Read(Encoding.UTF8.GetBytes(text.Trim().Trim('"', ',')), out var number);
            if (status == NhsNumberStatus.Valid) { tokens.Add(pseudonyms.OfNumber(number).Token); }
            else if (status is NhsNumberStatus.Malformed or NhsNumberStatus.Scientific or NhsNumberStatus.NineDigits && (line > 1 || text.Any(char.IsDigit)))
            {
                problems.Add(ProblemKinds.DummiesWrong.At(new Place(Path.GetRelativePath(job.Folder, job.Dummies!), line), "This is not ten digits.", "The list has one number a line; the first line may be a header, without a digit."));
            }
        }
        return tokens.ToFrozenSet();
    }

    private static string[] Lines(Job job, List<Problem> problems)
    {
        try
        {
            return job.Dummies is null ? [] : File.ReadAllLines(job.Dummies);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.DummiesWrong.At(new Place(Path.GetRelativePath(job.Folder, job.Dummies!)), "The list cannot be read."));
            return [];
        }
    }
}
