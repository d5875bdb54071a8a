using Stratify.Results;

namespace Stratify.Planning.Evaluations;

/// <summary>What may be told of an evaluation's people: by the strictest rule, for whoever reads it may not see people.</summary>
internal static class Safe
{
    internal static readonly Disclosure Door = Disclosure.Strictest;

    /// <summary>Whether these amounts are of few people, or nearly all one person's.</summary>
    internal static bool IsUnsafe(IEnumerable<long> amounts)
    {
        var (users, sum, first, second) = (0L, 0L, 0L, 0L);
        foreach (var amount in amounts.Where(amount => amount != 0))
        {
            users++;
            sum += amount;
            var size = Math.Abs(amount);
            if (size > first) { (first, second) = (size, first); }
            else if (size > second) { second = size; }
        }
        return IsUnsafe(users, new Magnitude(sum, first, second));
    }

    internal static bool IsUnsafe(long users, Magnitude of) => Door.IsFew(users) || Door.IsDominated(of);

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
            var isTold = !Door.IsFew(count) && !(told is { } before && Door.IsFew(count - before));
            cells.Add(isTold ? Door.Count(count) : HiddenCell.Instance);
            told = isTold ? count : told;
        }
        return cells;
    }
}
