using System.Globalization;

namespace Stratify.Planning.Evaluations;

/// <summary>The cost of members and of those with whom they are compared, month by month.</summary>
internal static class PeopleMonths
{
    /// <param name="start">Null where members began in different months, which are then told by their distance from it.</param>
    internal static IReadOnlyList<MonthOf> Of(Followed followed, Comparison comparison, bool isCompared, Month? start)
    {
        var matches = comparison.Matches;
        if (matches.Count == 0 || Safe.Door.IsFew(matches.Count)) { return []; }
        var months = followed.Months[0].Length;
        var groups = PeopleCompared.Groups(matches).ToList();
        var hidden = Hiding.Months(followed.Before, [.. Enumerable.Range(0, months).Select(month => groups.Exists(group => group.Exists(person => Pence(person, month) != 0)))], month => IsUnsafe([month]), IsUnsafe);
        return [.. Enumerable.Range(0, months).Select(month => hidden.Contains(month) ? new MonthOf(Name(month), month >= followed.Before, null, null, null) : Seen(month))];

        bool IsUnsafe(IReadOnlyList<int> of) => groups.Exists(group => Safe.IsUnsafe(group.Select(person => of.Sum(month => Pence(person, month)))));
        long Pence(int person, int month) => followed.Months[followed.Place[person]][month];
        string Name(int month) => start is { } first ? new Month(first.Number + month - followed.Before).ToString() : (month - followed.Before).ToString(CultureInfo.InvariantCulture);

        MonthOf Seen(int month) => new(Name(month), month >= followed.Before, matches.Average(match => (double)Pence(match.Member, month)),
            isCompared ? matches.Average(match => match.Controls.Average(person => (double)Pence(person, month))) : null,
            isCompared ? comparison.Apart(person => Pence(person, month) - Enumerable.Range(0, followed.Before).Average(before => (double)Pence(person, before))) : null);
    }
}
