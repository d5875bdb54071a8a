using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>One row of the list of superseded numbers.</summary>
/// <param name="Old">The token of the number that was replaced.</param>
/// <param name="New">What stands for the number that replaced it.</param>
internal sealed record NumberChange(long Old, Pseudonym New, string File, long Line);

/// <summary>Superseded numbers followed to the newest, whatever lies between.</summary>
/// <param name="Newest">By the token of a number that was replaced.</param>
/// <param name="Problems">Where the list contradicts itself; a number that became two, or a circle in which none is the newest.</param>
internal sealed record NumberChanges(FrozenDictionary<long, Pseudonym> Newest, IReadOnlyList<Problem> Problems)
{
    private const int MostProblems = 10, MostLines = 6;

    /// <summary>Empty where nothing changed.</summary>
    internal string Hash => Newest.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Newest.OrderBy(change => change.Key)))));

    internal static NumberChanges Of(IEnumerable<NumberChange> rows)
    {
        // A list made from traces has rows that replace a number by itself: they say that it stands.
        var byOld = rows.Where(row => row.Old != row.New.Token).GroupBy(row => row.Old).ToDictionary(group => group.Key, group => group.ToList());
        var newest = new Dictionary<long, Pseudonym>();
        var problems = new List<Problem>();
        Resolve(byOld, newest, problems);
        problems.AddRange(Circles(byOld, newest).Select(Circle));
        return new NumberChanges(newest.ToFrozenDictionary(), Shortened(problems));
    }

    /// <summary>From the newest numbers backwards, each number once all that replaced it are known. What is left then is or leads into a circle.</summary>
    private static void Resolve(Dictionary<long, List<NumberChange>> byOld, Dictionary<long, Pseudonym> newest, List<Problem> problems)
    {
        var unknown = byOld.ToDictionary(pair => pair.Key, pair => pair.Value.Count(row => byOld.ContainsKey(row.New.Token)));
        var replaces = byOld.Values.SelectMany(rows => rows).ToLookup(row => row.New.Token, row => row.Old);
        var ready = new Queue<long>(unknown.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ready.TryDequeue(out var old))
        {
            var ends = byOld[old].Select(row => newest.GetValueOrDefault(row.New.Token, row.New)).ToList();
            newest[old] = ends[0];
            var other = ends.FindIndex(end => end != ends[0]);
            if (other > 0) { problems.Add(BecameTwo(byOld[old][0], byOld[old][other])); }
            foreach (var earlier in replaces[old])
            {
                if (--unknown[earlier] == 0) { ready.Enqueue(earlier); }
            }
        }
    }

    private static IEnumerable<List<NumberChange>> Circles(Dictionary<long, List<NumberChange>> byOld, Dictionary<long, Pseudonym> newest)
    {
        var seen = new HashSet<long>();
        foreach (var start in byOld.Keys.Where(old => !newest.ContainsKey(old)))
        {
            var path = new List<NumberChange>();
            var at = start;
            while (seen.Add(at))
            {
                path.Add(byOld[at].First(row => byOld.ContainsKey(row.New.Token) && !newest.ContainsKey(row.New.Token)));
                at = path[^1].New.Token;
            }
            var from = path.FindIndex(row => row.Old == at);
            if (from >= 0) { yield return path[from..]; }
        }
    }

    private static Problem BecameTwo(NumberChange one, NumberChange other) => ProblemKinds.NumbersContradict.At(Of(one), $"The NHS number of this line became two: see {Where(other, one.File)}.",
        "Take out the row that does not hold; where the two new numbers are of one person, add the row that says which of them stands.");

    private static Problem Circle(List<NumberChange> rows)
    {
        var first = rows.MinBy(row => row.Line)!;
        var others = rows.Where(row => row != first).OrderBy(row => row.File, StringComparer.Ordinal).ThenBy(row => row.Line).Take(MostLines).Select(row => Where(row, first.File));
        return ProblemKinds.NumbersContradict.At(Of(first), string.Create(CultureInfo.InvariantCulture, $"{rows.Count} NHS numbers replace each other in a circle, from this line: see {string.Join(", ", others)}{(rows.Count > MostLines + 1 ? " and more" : "")}."),
            "Take out the row that does not hold. Are the old and the new number swapped in a part of the list?");
    }

    private static List<Problem> Shortened(List<Problem> problems)
    {
        var inOrder = problems.OrderBy(problem => problem.Place!.File, StringComparer.Ordinal).ThenBy(problem => problem.Place!.Line).ToList();
        if (inOrder.Count <= MostProblems) { return inOrder; }
        var more = ProblemKinds.NumbersContradict.At(new Place(inOrder[0].Place!.File), string.Create(CultureInfo.InvariantCulture, $"{inOrder.Count - MostProblems:N0} more of this kind follow."), "Are the columns of the old and the new number swapped?");
        return [.. inOrder.Take(MostProblems), more];
    }

    private static Place Of(NumberChange row) => new(row.File, (int)Math.Min(row.Line, int.MaxValue));

    private static string Where(NumberChange row, string file) => string.Create(CultureInfo.InvariantCulture, $"line {row.Line}{(row.File == file ? "" : $" of {row.File}")}");
}
