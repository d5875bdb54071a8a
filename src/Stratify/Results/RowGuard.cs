using Stratify.Engine;

namespace Stratify.Results;

/// <summary>What rows of a table are to each other, and which of them must be hidden for another's sake.</summary>
/// <param name="People">The column with the exact number of people.</param>
/// <param name="Keys">Rows that are alike in these columns belong together.</param>
internal abstract record RowGuard(string People, IReadOnlyList<string> Keys)
{
    /// <summary>Rows with this text in this column are no matter of the guard.</summary>
    internal (string Column, string Text)? Unless { get; init; }

    /// <summary>Label columns within which the published rows are parts of one whole; null where they are parts of none.</summary>
    internal virtual IReadOnlyList<string>? Whole => null;

    /// <param name="money">Columns of pence of which each row is published, with their two largest beside them.</param>
    internal virtual IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden, IReadOnlyList<string> money) =>
        [.. Enumerable.Range(0, grid.Count)
            .Where(row => Unless is not { } not || grid.Get<string>(row, not.Column) != not.Text)
            .GroupBy(row => string.Join('\u001F', Keys.Select(key => grid.Get<object>(row, key))))
            .SelectMany(group => Also([.. group.Select(row => new Part(row, grid.Get<long>(row, People), [.. money.Select(pence => Magnitude.Of(grid, row, pence))]))], door, hidden))];

    protected abstract IEnumerable<int> Also(IReadOnlyList<Part> rows, Disclosure door, IReadOnlySet<int> hidden);

    /// <summary>Whether pounds of which these rows are what is left are so nearly one person's that they would tell what that one cost.</summary>
    protected static bool AreDominated(IEnumerable<Part> rows, Disclosure door, bool overlap)
    {
        var left = rows.Select(row => row.Money).ToList();
        return left.Count > 0 && Enumerable.Range(0, left[0].Count).Any(i => door.IsDominated(Magnitude.Together([.. left.Select(money => money[i]).OfType<Magnitude>()], overlap)));
    }

    /// <summary>A row with its people and its pounds, in the order in which its table declares them.</summary>
    protected sealed record Part(int Row, long People, IReadOnlyList<Magnitude?> Money);
}

/// <summary>
/// The rows are parts of a whole that is published too. What is left of the whole when every part that can be seen is taken
/// away must itself be enough people to be seen, and more than one part: a part that was hidden for another's sake would be had back
/// alone; and its pounds must not be nearly all one person's. Else the smallest part is hidden as well, and all that are as small.
/// </summary>
internal sealed record PartsGuard(string People, params IReadOnlyList<string> Keys) : RowGuard(People, Keys)
{
    /// <summary>Whether somebody may be in several parts, so that the hidden ones together are no more people than the largest of them for certain.</summary>
    internal bool Overlap { get; init; }

    internal override IReadOnlyList<string> Whole => Keys;

    protected override IEnumerable<int> Also(IReadOnlyList<Part> rows, Disclosure door, IReadOnlySet<int> hidden)
    {
        var seen = rows.Where(row => row.People > 0 && !hidden.Contains(row.Row) && !door.IsFew(row.People)).ToList();
        var rest = rows.Except(seen).ToList();
        var unseen = rest.Where(row => row.People > 0).Select(row => row.People).ToList();
        var left = unseen.Count == 0 ? 0 : Overlap ? unseen.Max() : unseen.Sum();
        return seen.Count > 0 && (door.IsFew(left) || unseen.Count == 1 || AreDominated(rest, door, Overlap)) ? seen.Where(row => row.People == seen.Min(other => other.People)).Select(row => row.Row) : [];
    }
}

/// <summary>
/// A row is inside another group that is published, which holds so many people more: where they are few, or their pounds nearly all one
/// person's, the one from the other would tell of them. Other guards do not know of it, so it does not matter whether the larger one can be seen.
/// </summary>
/// <param name="LeftOver">The column with the fewest people who are in a larger group alone; null where it is in none.</param>
internal sealed record NestedGuard(string People, string LeftOver) : RowGuard(People, [])
{
    /// <summary>Columns of pence of those who are in a larger group alone, with their two largest beside them.</summary>
    internal IReadOnlyList<string> Left { get; init; } = [];

    internal override IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden, IReadOnlyList<string> money) =>
        [.. Enumerable.Range(0, grid.Count).Where(row => (grid.Get<object>(row, LeftOver) is long left && door.IsFew(left)) || Left.Any(pence => door.IsDominated(Magnitude.Of(grid, row, pence))))];

    protected override IEnumerable<int> Also(IReadOnlyList<Part> rows, Disclosure door, IReadOnlySet<int> hidden) => [];
}

/// <summary>
/// The rows are steps of a curve, each with the people of those before it: a step is seen when enough people lie between it and the last one seen, and
/// between it and the end, and the pounds of neither are nearly all one person's.
/// </summary>
internal sealed record StepsGuard(string People, params IReadOnlyList<string> Keys) : RowGuard(People, Keys)
{
    /// <summary>Columns of pence of those who are of a step and not of the step before, with their two largest beside them.</summary>
    internal IReadOnlyList<string> Between { get; init; } = [];

    internal override IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden, IReadOnlyList<string> money) => base.Also(grid, door, hidden, Between);

    protected override IEnumerable<int> Also(IReadOnlyList<Part> rows, Disclosure door, IReadOnlySet<int> hidden)
    {
        var (steps, all) = (rows.OrderBy(row => row.People).ToList(), rows.Max(row => row.People));
        for (int from = 0, to = 0; to < steps.Count; to++)
        {
            var (people, last) = (steps[to].People, from == 0 ? 0 : steps[from - 1].People);
            if (door.IsFew(people - last) || door.IsFew(all - people) || AreDominated(steps[from..(to + 1)], door, false) || AreDominated(steps[(to + 1)..], door, false)) { yield return steps[to].Row; }
            else { from = to + 1; }
        }
    }
}
