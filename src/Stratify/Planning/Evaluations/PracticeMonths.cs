using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>What practices' people had month by month, of everybody who was registered with them in the year: the programme's together first, then each that it could be made of.</summary>
/// <param name="Names">Of the donors.</param>
/// <param name="People">On the mean of the years: the programme's, then each donor's.</param>
/// <param name="Values">By outcome, then by practice as in <paramref name="People"/>, then by month: pence or things a person a month.</param>
internal sealed record PracticeMonths(IReadOnlyList<string> Names, double[] People, double[][][] Values, int Before, int After)
{
    /// <summary>The fewest people with whom a practice is compared: of fewer, one person's year moves the whole.</summary>
    internal const int LeastPeople = 100;

    /// <summary>Whether people of a practice have few of an outcome, or of some together, or nearly all of it is one's; by outcome, then by practice, before and after.</summary>
    internal required Had[][][] Outcomes { get; init; }

    /// <summary>The same of the cost of all care in a month; by month, then by practice.</summary>
    internal required Had[][] Months { get; init; }

    /// <summary>Whether what some of these have may not be told: it is not known who is in several, so they are taken for as few as they can be.</summary>
    internal static bool IsUnsafe(IEnumerable<Had> of)
    {
        List<Had> some = [.. of.Where(one => one.Users > 0)];
        return some.Count > 0 && Safe.IsUnsafe(some.Max(one => one.Users), Magnitude.Together([.. some.Select(one => one.Pounds)], overlap: true));
    }

    /// <summary>People of the programme with something of an outcome after.</summary>
    internal required int[] Users { get; init; }

    /// <exception cref="DefinitionException">The run has no such practice.</exception>
    internal static PracticeMonths Of(Study study, Programme programme, Calendar calendar)
    {
        var (warehouse, start) = (study.Warehouse, programme.Starts);
        var (before, after) = (calendar.Before(start), calendar.After(start));
        var years = Enumerable.Range(-before, before + after).Select(month => calendar.Holding(new Month(start.Number + month)).Year).Distinct().ToList();
        var among = string.Join(", ", years.Select(year => $"'{year.Replace("'", "''", StringComparison.Ordinal)}'"));
        var people = warehouse.Query($"select practice, min(people), avg(people) from (select practice, year, sum(days_registered) / any_value(date_to - date_from + 1) as people from person_year join period using (year) where year in ({among}) and practice is not null group by practice, year) group by practice having count(*) = {years.Count.ToString(CultureInfo.InvariantCulture)} order by practice").Rows;
        Require(programme, [.. people.Select(row => (string)row[0]!)]);
        var donors = people.Where(row => !programme.Practices.Contains((string)row[0]!) && Convert.ToDouble(row[1], CultureInfo.InvariantCulture) >= LeastPeople).Select(row => (string)row[0]!).ToList();
        MemoryTable.Create(warehouse, "programme_practice", [("practice", "varchar"), ("place", "bigint")], programme.Practices.Select(practice => new object?[] { practice, 0L }).Concat(donors.Select((practice, i) => new object?[] { practice, i + 1L })));
        Candidates.MakeCare(warehouse);
        MakeSums(warehouse, start, before, after);
        var size = donors.Count + 1;
        var told = HadOutcomes(warehouse, size, before);
        return new PracticeMonths(donors, Sizes(people, programme, donors), Monthly(warehouse, (size, before, after), start), before, after)
        {
            Outcomes = told.Outcomes,
            Users = told.Users,
            Months = HadMonths(warehouse, size, before + after),
        };
    }

    /// <exception cref="DefinitionException">A practice of the programme is none of these.</exception>
    internal static void Require(Programme programme, List<string> known)
    {
        var missing = programme.Practices.Where(practice => !known.Contains(practice)).ToList();
        if (missing.Count > 0) { throw new DefinitionException([.. missing.Select(practice => ProblemKinds.UnknownName.At(programme.Place, $"The run has nobody of the practice '{practice}' in some year.", Nearest.Hint(practice, known, "practices")))]); }
    }

    private static double[] Sizes(IReadOnlyList<object?[]> people, Programme programme, List<string> donors)
    {
        var sizes = people.ToDictionary(row => (string)row[0]!, row => Convert.ToDouble(row[2], CultureInfo.InvariantCulture));
        return [programme.Practices.Sum(practice => sizes[practice]), .. donors.Select(practice => sizes[practice])];
    }

    private static void MakeSums(Warehouse warehouse, Month start, int before, int after) => warehouse.Execute(string.Create(CultureInfo.InvariantCulture, $"""
        create or replace table programme_sum as
        select place, person_key, month_number - {start.Number} + {before} as month, {string.Join(", ", Outcome.All.Select(outcome => $"{outcome.Where("true")} as {outcome.Name}"))}
        from programme_care join person_year using (person_key, year) join programme_practice using (practice)
        where month_number between {start.Number - before} and {start.Number + after - 1}
        group by all
        """));

    /// <summary>Sums of a month over the people of its year, those of part of the year as their part.</summary>
    private static double[][][] Monthly(Warehouse warehouse, (int Practices, int Before, int After) size, Month start)
    {
        var values = Outcome.All.Select(_ => Enumerable.Range(0, size.Practices).Select(_ => new double[size.Before + size.After]).ToArray()).ToArray();
        var rows = warehouse.Longs(string.Create(CultureInfo.InvariantCulture, $"""
            with listed as (
                select place, 12 * year(date_from) + month(date_from) - 1 as first_month, 12 * year(date_to) + month(date_to) - 1 as last_month, sum(days_registered)::bigint as days, any_value(date_to - date_from + 1)::bigint as whole
                from person_year join period using (year) join programme_practice using (practice) group by place, year, date_from, date_to
            )
            select place, month, any_value(days), any_value(whole), {string.Join(", ", Outcome.All.Select(outcome => $"sum({outcome.Name})::bigint"))}
            from programme_sum join listed using (place)
            where month + {start.Number - size.Before} between first_month and last_month
            group by place, month order by place, month
            """));
        for (var row = 0; row < rows[0].Length; row++)
        {
            for (var i = 0; i < values.Length; i++) { values[i][rows[0][row]][rows[1][row]] = rows[4 + i][row] * (double)rows[3][row] / rows[2][row]; }
        }
        return values;
    }

    private static (Had[][][] Outcomes, int[] Users) HadOutcomes(Warehouse warehouse, int practices, int before)
    {
        var columns = Outcome.All.SelectMany(outcome => new[] { $"count(*) filter ({outcome.Name} <> 0)", $"sum({outcome.Name})::bigint", $"coalesce((max(abs({outcome.Name}), 2))[1], 0)::bigint", $"coalesce((max(abs({outcome.Name}), 2))[2], 0)::bigint" });
        var rows = warehouse.Longs(string.Create(CultureInfo.InvariantCulture, $"select place, is_after::bigint, {string.Join(", ", columns)} from (select place, person_key, month >= {before} as is_after, {string.Join(", ", Outcome.All.Select(outcome => $"sum({outcome.Name}) as {outcome.Name}"))} from programme_sum group by all) group by all order by all"));
        var found = Outcome.All.Select(_ => Enumerable.Range(0, practices).Select(_ => new[] { Had.Nothing, Had.Nothing }).ToArray()).ToArray();
        for (var row = 0; row < rows[0].Length; row++)
        {
            for (var i = 0; i < found.Length; i++) { found[i][rows[0][row]][rows[1][row]] = Had.Of(rows, row, 2 + (4 * i)); }
        }
        return (found, [.. found.Select(outcome => (int)outcome[0][1].Users)]);
    }

    private static Had[][] HadMonths(Warehouse warehouse, int practices, int months)
    {
        var found = Enumerable.Range(0, months).Select(_ => Enumerable.Repeat(Had.Nothing, practices).ToArray()).ToArray();
        var rows = warehouse.Longs("select place, month, count(*) filter (cost <> 0), sum(cost)::bigint, coalesce((max(abs(cost), 2))[1], 0)::bigint, coalesce((max(abs(cost), 2))[2], 0)::bigint from programme_sum group by place, month order by all");
        for (var row = 0; row < rows[0].Length; row++) { found[rows[1][row]][rows[0][row]] = Had.Of(rows, row, 2); }
        return found;
    }
}

/// <summary>How many of a practice's people had something, and how much of it was of the two who had most.</summary>
internal readonly record struct Had(long Users, Magnitude Pounds)
{
    internal static Had Nothing { get; } = new(0, new Magnitude(0, 0, 0));

    internal static Had Of(long[][] rows, int row, int at) => new(rows[at][row], new Magnitude(rows[at + 1][row], rows[at + 2][row], rows[at + 3][row]));
}
