using Stratify.Results;

namespace Stratify.Planning.Evaluations;

/// <summary>What of an evaluation is hidden for another's sake.</summary>
internal static class Hiding
{
    /// <summary>Outcomes that are hidden: the unsafe ones, and of parts of the whole cost one more where one alone would be had back from it.</summary>
    /// <param name="outcomes">Each with how many used it; nobody has nothing to hide.</param>
    internal static HashSet<Outcome> Hidden(IReadOnlyList<(Outcome Outcome, bool IsUnsafe, int Users)> outcomes)
    {
        var hidden = outcomes.Where(one => one.IsUnsafe).Select(one => one.Outcome).ToHashSet();
        if (hidden.Count(outcome => outcome.IsPart) == 1 && outcomes.Where(one => one.Outcome.IsPart && one.Users > 0 && !hidden.Contains(one.Outcome)).OrderBy(one => one.Users).Select(one => one.Outcome).FirstOrDefault() is { } another) { hidden.Add(another); }
        return hidden;
    }

    /// <summary>Steps from many to few, the last first: where a step leaves few out, the larger number is hidden, for the two together would tell them.</summary>
    internal static IReadOnlyList<Cell> Chain(IReadOnlyList<long> ascending)
    {
        var cells = new List<Cell>();
        long? told = null;
        foreach (var count in ascending)
        {
            var isTold = !Safe.Door.IsFew(count) && !(told is { } before && Safe.Door.IsFew(count - before));
            cells.Add(isTold ? Safe.Door.Count(count) : HiddenCell.Instance);
            told = isTold ? count : told;
        }
        return cells;
    }
}
