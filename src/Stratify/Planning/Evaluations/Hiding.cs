using Stratify.Results;

namespace Stratify.Planning.Evaluations;

/// <summary>What of an evaluation is hidden for another's sake.</summary>
internal static class Hiding
{
    /// <summary>Outcomes that are hidden: the unsafe ones, and of parts of the whole cost more where these would be had back from it.</summary>
    /// <param name="outcomes">Each with how many used it, and whether anybody of any group did.</param>
    /// <param name="leaveUnsafe">Whether parts of the cost, by their numbers in <paramref name="outcomes"/>, may not be told together.</param>
    internal static HashSet<Outcome> Hidden(IReadOnlyList<(Outcome Outcome, bool IsUnsafe, int Users, bool IsUsed)> outcomes, Func<IReadOnlyList<int>, bool> leaveUnsafe)
    {
        var parts = Complements.Hidden([.. Enumerable.Range(0, outcomes.Count).Where(i => outcomes[i] is { Outcome.IsPart: true, IsUsed: true })], i => outcomes[i].IsUnsafe, leaveUnsafe, i => outcomes[i].Users);
        return [.. outcomes.Where((one, i) => one.IsUnsafe || parts.Contains(i)).Select(one => one.Outcome)];
    }

    /// <summary>Months that are hidden: the unsafe ones, and more where these would be had back from what all of them come to, before the start and after it.</summary>
    internal static IReadOnlySet<int> Months(int before, IReadOnlyList<bool> isUsed, Func<int, bool> isUnsafe, Func<IReadOnlyList<int>, bool> leaveUnsafe) =>
        new[] { (From: 0, To: before), (From: before, To: isUsed.Count) }.SelectMany(span => Complements.Hidden([.. Enumerable.Range(span.From, span.To - span.From).Where(month => isUsed[month])], isUnsafe, leaveUnsafe, month => month)).ToHashSet();

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
