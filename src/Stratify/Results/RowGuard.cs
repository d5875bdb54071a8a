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

    internal virtual IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden) =>
        [.. Enumerable.Range(0, grid.Count)
            .Where(row => Unless is not { } not || grid.Get<string>(row, not.Column) != not.Text)
            .GroupBy(row => string.Join('\u001F', Keys.Select(key => grid.Get<object>(row, key))))
            .SelectMany(group => Also([.. group.Select(row => (row, grid.Get<long>(row, People)))], door, hidden))];

    protected abstract IEnumerable<int> Also(IReadOnlyList<(int Row, long People)> rows, Disclosure door, IReadOnlySet<int> hidden);
}

/// <summary>
/// The rows are parts of a whole that is published too. What is left of the whole when every part that can be seen is taken
/// away must itself be enough people to be seen, and more than one part: a part that was hidden for another's sake would be had back
/// alone. Else the smallest part is hidden as well, and all that are as small.
/// </summary>
internal sealed record PartsGuard(string People, params IReadOnlyList<string> Keys) : RowGuard(People, Keys)
{
    /// <summary>Whether somebody may be in several parts, so that the hidden ones together are no more people than the largest of them for certain.</summary>
    internal bool Overlap { get; init; }

    internal override IReadOnlyList<string> Whole => Keys;

    protected override IEnumerable<int> Also(IReadOnlyList<(int Row, long People)> rows, Disclosure door, IReadOnlySet<int> hidden)
    {
        var seen = rows.Where(row => row.People > 0 && !hidden.Contains(row.Row) && !door.IsFew(row.People)).ToList();
        var unseen = rows.Except(seen).Where(row => row.People > 0).Select(row => row.People).ToList();
        var left = unseen.Count == 0 ? 0 : Overlap ? unseen.Max() : unseen.Sum();
        return (door.IsFew(left) || unseen.Count == 1) && seen.Count > 0 ? seen.Where(row => row.People == seen.Min(other => other.People)).Select(row => row.Row) : [];
    }
}

/// <summary>
/// A row is inside another group that is published, which holds so many people more: where they are few, the one from the other
/// would tell of them. Other guards do not know of it, so it does not matter whether the larger one can be seen.
/// </summary>
/// <param name="LeftOver">The column with the fewest people who are in a larger group alone; null where it is in none.</param>
internal sealed record NestedGuard(string People, string LeftOver) : RowGuard(People, [])
{
    internal override IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden) =>
        [.. Enumerable.Range(0, grid.Count).Where(row => grid.Get<object>(row, LeftOver) is long left && door.IsFew(left))];

    protected override IEnumerable<int> Also(IReadOnlyList<(int Row, long People)> rows, Disclosure door, IReadOnlySet<int> hidden) => [];
}

/// <summary>The rows are steps of a curve, each with the people of those before it: a step is seen when enough people lie between it and the last one seen, and between it and the end.</summary>
internal sealed record StepsGuard(string People, params IReadOnlyList<string> Keys) : RowGuard(People, Keys)
{
    protected override IEnumerable<int> Also(IReadOnlyList<(int Row, long People)> rows, Disclosure door, IReadOnlySet<int> hidden)
    {
        var all = rows.Max(row => row.People);
        long last = 0;
        foreach (var (row, people) in rows.OrderBy(row => row.People))
        {
            if (door.IsFew(people - last) || door.IsFew(all - people)) { yield return row; }
            else { last = people; }
        }
    }
}
