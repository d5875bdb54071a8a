using System.Globalization;
using Stratify.Statistics;

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
        var isHidden = Enumerable.Range(0, months).Select(month => Groups(matches).Any(group => Safe.IsUnsafe(group.Select(person => Pence(person, month))))).ToArray();
        HideAnother(isHidden, 0, followed.Before);
        HideAnother(isHidden, followed.Before, months);
        return [.. Enumerable.Range(0, months).Select(month => isHidden[month] ? new MonthOf(Name(month), month >= followed.Before, null, null, null) : Seen(month))];

        long Pence(int person, int month) => followed.Months[followed.Place[person]][month];
        string Name(int month) => start is { } first ? new Month(first.Number + month - followed.Before).ToString() : (month - followed.Before).ToString(CultureInfo.InvariantCulture);

        MonthOf Seen(int month) => new(Name(month), month >= followed.Before, matches.Average(match => (double)Pence(match.Member, month)),
            isCompared ? matches.Average(match => match.Controls.Average(person => (double)Pence(person, month))) : null,
            isCompared ? comparison.Apart(person => Pence(person, month) - Enumerable.Range(0, followed.Before).Average(before => (double)Pence(person, before))) : null);
    }

    /// <summary>A month that is hidden alone would be had back from the year.</summary>
    internal static void HideAnother(bool[] isHidden, int from, int to)
    {
        if (isHidden[from..to].Count(one => one) == 1) { isHidden[Enumerable.Range(from, to - from).FirstOrDefault(month => !isHidden[month], from)] = true; }
    }

    private static IEnumerable<List<int>> Groups(IReadOnlyList<Match> matches) => new[] { matches.Select(match => match.Member).ToList(), [.. matches.SelectMany(match => match.Controls)] }.Where(group => group.Count > 0);
}
