using System.Collections.Frozen;
using System.Text;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>Reads the lists of a job by which records are withheld. They become tokens at once: a number is held nowhere.</summary>
internal static class OptOutReader
{
    /// <summary>The tokens of those who said no, and of those who alone may be used; null where everybody may.</summary>
    internal static (FrozenSet<long> OptedOut, FrozenSet<long>? Allowed) Read(Job job, Pseudonyms pseudonyms, List<Problem> problems)
    {
        var read = job.OptOuts.Select(list => (list.Allows, Tokens: Tokens(list, pseudonyms, problems))).ToList();
        var allowing = read.Where(list => list.Allows).Select(list => list.Tokens).ToList();
        return (
            read.Where(list => !list.Allows).SelectMany(list => list.Tokens).ToFrozenSet(),
            // Who is on one list of those who may be used and not on another was asked for in both, and said no in one.
            allowing.Count == 0 ? null : allowing.Skip(1).Aggregate(allowing[0].AsEnumerable(), (both, tokens) => both.Intersect(tokens)).ToFrozenSet());
    }

    /// <summary>One NHS number a line, with or without a header, which has no digit. A line that is no number could be somebody who said no, so it stops the run.</summary>
    private static HashSet<long> Tokens(OptOutList list, Pseudonyms pseudonyms, List<Problem> problems)
    {
        var tokens = new HashSet<long>();
        var line = 0;
        foreach (var text in Lines(list, problems))
        {
            line++;
            var key = Encoding.UTF8.GetBytes(text.Trim().Trim('"', ',').Trim());
            if (list.Pseudonymised is not null)
            {
                // A header cannot be told from a key, and is nobody's.
                if (key.Length > 0) { tokens.Add(pseudonyms.OfOpaque(key).Token); }
                continue;
            }
            var status = NhsNumber.Read(key, out var number);
            if (status == NhsNumberStatus.Valid) { tokens.Add(pseudonyms.OfNumber(number).Token); }
            else if (status != NhsNumberStatus.Blank && (line > 1 || text.Any(char.IsDigit)))
            {
                problems.Add(ProblemKinds.OptOutWrong.At(new Place(list.Name, line), "This is not an NHS number.", "The list has one NHS number a line; the first line may be a header, without a digit."));
            }
        }
        return tokens;
    }

    private static string[] Lines(OptOutList list, List<Problem> problems)
    {
        try
        {
            return File.ReadAllLines(list.Path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.OptOutWrong.At(new Place(list.Name), "The opt-out list cannot be read, so nothing may be."));
            return [];
        }
    }
}
