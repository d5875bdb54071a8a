using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Projections;

/// <summary>People of one sex and of neighbouring ages, told together so that a rate is of enough of them.</summary>
/// <param name="Cells">Of the projection, which it holds.</param>
/// <param name="Days">On which they were registered, of the year.</param>
internal sealed record CurveGroup(string Sex, int From, int? To, IReadOnlyList<int> Cells, long People, long Days, Magnitude Cost);

/// <summary>What people of each sex and age cost and use now: the run's people of one year, in the cells of a projection.</summary>
/// <param name="People">What they cost and used; those of no cell are left out.</param>
/// <param name="LeftOut">People whose sex or age the projection does not tell, and their pence.</param>
/// <param name="YearDays">Days of the year.</param>
/// <param name="Amounts">Pence by setting, then activity by setting, then pence of all, in that order.</param>
internal sealed record AgeCurve(Baseline People, (long People, long Pence) LeftOut, long PersonDays, long YearDays, IReadOnlyList<CurveGroup> Groups, int[] GroupOf, long[] Days, IReadOnlyList<long[]> Amounts)
{
    /// <summary>Fewer people than this have no rate of their own: they are told with those of the next age.</summary>
    internal const int Fewest = 30;

    internal static int All => 2 * Setting.All.Count;

    internal bool IsFew => Groups.Any(group => IsUnsafe(group.People, group.Cost));

    internal static AgeCurve Of(Study study, Projection projection, string year)
    {
        var quoted = year.Replace("'", "''", StringComparison.Ordinal);
        var everyone = Baseline.Of(study, new Everyone(new Place(study.Run)), [], year);
        var rows = study.Warehouse.Longs($"select cast(coalesce(age, -1) as bigint), case sex when 'female' then 0::bigint when 'male' then 1::bigint else -1::bigint end, cast(days_registered as bigint) from person_year where year = '{quoted}' order by person_key");
        var cells = rows[0].Select((age, person) => projection.CellOf(rows[1][person], age)).ToArray();
        int[] within = [.. Enumerable.Range(0, cells.Length).Where(person => cells[person] >= 0)];
        var people = everyone with { Pence = Kept(everyone.Pence, within), Activity = Kept(everyone.Activity, within) };
        var (cost, days) = (Enumerable.Range(0, within.Length).Select(person => Setting.All.Sum(setting => people.Pence[setting.Name][person])).ToArray(), within.Select(person => rows[2][person]).ToArray());
        cells = [.. within.Select(person => cells[person])];
        var groups = Pooled(projection, cells, days, cost);
        var groupOfCell = new int[projection.Sexes.Count * projection.Classes.Count];
        for (var group = 0; group < groups.Count; group++) { foreach (var cell in groups[group].Cells) { groupOfCell[cell] = group; } }
        return new AgeCurve(people, (everyone.People - within.Length, everyone.Total - cost.Sum()), rows[2].Sum(), study.Warehouse.Count($"select cast(date_to - date_from + 1 as bigint) from period where year = '{quoted}'"),
            groups, [.. cells.Select(cell => groupOfCell[cell])], days, [.. Setting.All.Select(setting => people.Pence[setting.Name]), .. Setting.All.Select(setting => people.Activity[setting.Name]), cost]);
    }

    internal RateCurve Rates(int samples, Xoshiro random) => RateCurve.Of(GroupOf, Groups.Count, Days, Amounts, samples, random);

    /// <summary>People of a projected year by group, each counted as often as the need that the file gives them; or each once.</summary>
    internal double[] Projected(Projection projection, int year, bool byNeed) =>
        [.. Groups.Select(group => (double)group.Cells.Sum(cell => projection.Cells[year][cell].People * (byNeed ? projection.Cells[year][cell].Need : 1)))];

    private static Dictionary<string, long[]> Kept(IReadOnlyDictionary<string, long[]> of, int[] within) => of.ToDictionary(setting => setting.Key, setting => within.Select(person => setting.Value[person]).ToArray());

    /// <summary>From the youngest on, as many ages together as it takes; what is left at the end goes with those before.</summary>
    private static List<CurveGroup> Pooled(Projection projection, int[] cells, long[] days, long[] cost)
    {
        var inCell = cells.Select((cell, person) => (cell, person)).ToLookup(one => one.cell, one => one.person);
        var groups = new List<CurveGroup>();
        for (var sex = 0; sex < projection.Sexes.Count; sex++)
        {
            var first = groups.Count;
            var open = new List<int>();
            for (var place = 0; place < projection.Classes.Count; place++)
            {
                open.Add((sex * projection.Classes.Count) + place);
                var group = Group(open);
                var isLast = place == projection.Classes.Count - 1;
                if (!isLast && IsTooFew(group)) { continue; }
                while (IsTooFew(group) && groups.Count > first)
                {
                    group = Group([.. groups[^1].Cells, .. group.Cells]);
                    groups.RemoveAt(groups.Count - 1);
                }
                groups.Add(group);
                open = [];
            }
        }
        return groups;

        CurveGroup Group(IReadOnlyList<int> of)
        {
            var people = of.SelectMany(cell => inCell[cell]).ToList();
            var largest = people.Select(person => Math.Abs(cost[person])).OrderDescending().Take(2).ToList();
            var (sex, classes) = (projection.Sexes[of[0] / projection.Classes.Count], of.Select(cell => projection.Classes[cell % projection.Classes.Count]).ToList());
            return new CurveGroup(sex, classes[0].From, classes[^1].To, [.. of], people.Count, people.Sum(person => days[person]), new Magnitude(people.Sum(person => cost[person]), largest.ElementAtOrDefault(0), largest.ElementAtOrDefault(1)));
        }
    }

    private static bool IsTooFew(CurveGroup group) => group.People < Fewest || IsUnsafe(group.People, group.Cost);

    private static bool IsUnsafe(long people, Magnitude cost) => people == 0 || Safe.IsUnsafe(people, cost);
}
