using System.Globalization;
using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Planning.Evaluations;

/// <summary>What matched people had before and after, each outcome by its number in <see cref="Outcome.All"/>, then person by person: exact sums of their months.</summary>
/// <param name="Place">Where a person of the candidates stands here.</param>
/// <param name="After">How many months after are known of each.</param>
/// <param name="Months">Pence by person, then by month from the first before on, as many after as are known of all.</param>
internal sealed record Followed(IReadOnlyDictionary<int, int> Place, long[][] Past, long[][] Then, long[][] Early, int[] After, long[][] Months, int Before)
{
    /// <summary>Months before those that people were matched on, to which a start is put at which nothing began; where there are none, the first half of these.</summary>
    internal int EarlyMonths { get; private init; }

    /// <summary>Days registered after the start, and how many there were to be.</summary>
    internal (long[] Days, long[] Of) Registered { get; private init; }

    internal static Followed Of(Warehouse warehouse, Candidates candidates, IReadOnlyList<int> people, Calendar calendar)
    {
        var starts = people.Select(person => new Month((int)candidates.Starts[person])).ToList();
        MemoryTable.Create(warehouse, "programme_matched", [("place", "bigint"), ("person_key", "bigint"), ("start", "bigint")], people.Select((person, place) => new object?[] { (long)place, candidates.Keys[person], candidates.Starts[person] }));
        var before = candidates.Before;
        var more = starts.Min(start => Math.Min(Calendar.MostBefore, calendar.Before(start) - before));
        var early = more >= Calendar.LeastBefore ? (From: before + more, To: before + 1) : (From: before, To: (before / 2) + 1);
        var sums = warehouse.Longs($"""
            select place, {Sums(string.Create(CultureInfo.InvariantCulture, $"month between {-before} and -1"))}, {Sums("month >= 0 and month < after")}, {Sums(string.Create(CultureInfo.InvariantCulture, $"month between {-early.From} and {-early.To}"))}
            from (select place, start, month_number - start as month, setting, activity, contacts, lasted, pence from programme_care join programme_matched using (person_key)) join programme_start using (start)
            group by place order by place
            """);
        var (count, outcomes) = (people.Count, Outcome.All.Count);
        var all = Enumerable.Range(0, 3 * outcomes).Select(_ => new long[count]).ToArray();
        for (var row = 0; row < sums[0].Length; row++) { for (var i = 0; i < all.Length; i++) { all[i][sums[0][row]] = sums[1 + i][row]; } }
        return new Followed(people.Select((person, place) => (person, place)).ToDictionary(pair => pair.person, pair => pair.place), all[..outcomes], all[outcomes..(2 * outcomes)], all[(2 * outcomes)..],
            [.. starts.Select(calendar.After)], MonthsOf(warehouse, count, before, starts.Min(calendar.After)), before)
        { EarlyMonths = early.From - early.To + 1, IsHalved = more < Calendar.LeastBefore, Registered = Days(warehouse, count) };
    }

    private static string Sums(string condition) => string.Join(", ", Outcome.All.Select(outcome => outcome.Where(condition)));

    private static long[][] MonthsOf(Warehouse warehouse, int count, int before, int after)
    {
        var months = Enumerable.Range(0, count).Select(_ => new long[before + after]).ToArray();
        var rows = warehouse.Longs(string.Create(CultureInfo.InvariantCulture, $"select place, month_number - start + {before}, sum(pence)::bigint from programme_care join programme_matched using (person_key) where month_number - start between {-before} and {after - 1} group by all order by all"));
        for (var row = 0; row < rows[0].Length; row++) { months[rows[0][row]][rows[1][row]] = rows[2][row]; }
        return months;
    }

    /// <summary>Of those who left or died the days until then; they stay in the comparison, with nothing after.</summary>
    private static (long[] Days, long[] Of) Days(Warehouse warehouse, int count)
    {
        var rows = warehouse.Longs("""
            select place, cast(sum(coalesce(person_year.days_registered, 0)) - any_value(days_before) as bigint), cast(sum(later.date_to - later.date_from + 1) - any_value(days_before) as bigint)
            from programme_matched join programme_start using (start) join period as began on began.year = start_year join period as later on later.date_from >= began.date_from
            left join person_year on person_year.person_key = programme_matched.person_key and person_year.year = later.year
            group by place order by place
            """);
        return (rows[1], rows[2]);
    }

    /// <summary>What a person had a year, before and after, and before that.</summary>
    internal double Yearly(int outcome, int place, Span of) => of switch
    {
        Span.Before => Past[outcome][place] * 12.0 / Before,
        Span.After => Then[outcome][place] * 12.0 / After[place],
        Span.Early => Early[outcome][place] * 12.0 / EarlyMonths,
        // Of the months that people were matched on those that are not early, where these are a part of them.
        _ => IsHalved ? (Past[outcome][place] - Early[outcome][place]) * 12.0 / (Before - EarlyMonths) : Yearly(outcome, place, Span.Before),
    };

    /// <summary>Whether the run has no more months before than people were matched on.</summary>
    internal bool IsHalved { get; private init; }

    /// <summary>The differences of matched sets between two spans: a member's own less the mean of its controls.</summary>
    internal double[] Differences(int outcome, IReadOnlyList<Match> matches, Span from, Span to)
    {
        return [.. matches.Select(match => Change(match.Member) - match.Controls.Average(Change))];

        double Change(int person) => Yearly(outcome, Place[person], to) - Yearly(outcome, Place[person], from);
    }
}

/// <summary>Some months of a person: those matched on, those after, earlier ones, and those between these and the start.</summary>
internal enum Span
{
    Before,
    After,
    Early,
    Late,
}
