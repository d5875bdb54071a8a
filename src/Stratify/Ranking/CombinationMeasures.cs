using System.Numerics;
using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// What combinations of conditions cost beyond what their conditions cost each alone: the mean of people with all of them, less
/// m0 + Σ(mi − m0), where m0 is the mean of people with none of them and mi of people with the i-th alone. Of a triple, what its pairs
/// add is part of it. An exclusive combination is held against people who have no other condition looked at either.
/// </summary>
public static class CombinationMeasures
{
    /// <summary>Groups up to this are drawn from person by person; the mean of a larger one is as good as normal.</summary>
    private const int Drawn = 1000;

    /// <summary>Makes <c>measure_condition_combination</c>, a row for each combination that a scheme keeps and year.</summary>
    public static CodeStep Step(long seed) => new("measure_condition_combination", ["scheme", "cohort", "year"], warehouse => MemoryTable.Create(
        warehouse,
        "measure_condition_combination",
        [
            ("scheme", "varchar"), ("cohort", "varchar"), ("year", "varchar"), ("people", "bigint"), ("pence", "bigint"), ("pence_largest", "bigint"), ("pence_second", "bigint"), ("everyone", "bigint"),
            ("people_1", "bigint"), ("people_2", "bigint"), ("people_3", "bigint"), ("least_compared", "bigint"),
            ("compared_pence", "bigint"), ("compared_pence_largest", "bigint"), ("compared_pence_second", "bigint"), ("compared_both", "bigint"), ("compared_both_largest", "bigint"), ("compared_both_second", "bigint"),
            ("expected", "double"), ("excess", "double"), ("excess_lower", "double"), ("excess_upper", "double"), ("p_value", "double"), ("adjusted_p", "double"),
        ],
        [.. Rows(warehouse, seed)]));

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, long seed)
    {
        var kept = warehouse.Query("select scheme, cohort, mask, is_exclusive from combination order by scheme, position").Rows
            .Select(row => new Combination((string)row[0]!, (string)row[1]!, (long)row[2]!, (bool)row[3]!)).ToList();
        var years = kept.Count == 0 ? [] : warehouse.Query("select distinct year from person_year order by year").Rows.Select(row => (string)row[0]!).ToList();
        foreach (var scheme in kept.GroupBy(combination => combination.Scheme))
        {
            foreach (var year in years)
            {
                var people = new Patterns(warehouse, scheme.Key, year);
                List<Combination> combinations = [.. scheme];
                var groups = combinations.ConvertAll(people.Compared);
                // Adjusted for what is kept, which was chosen by cost and by size: of what was left out nothing is said.
                var values = groups.ConvertAll(of => of.Exists(group => group.Moments.People == 0) ? double.NaN : Contrast.PValue([.. of.Select(group => group.Moments)]));
                var adjusted = Contrast.Adjusted(values);
                var intervals = new (double Lower, double Upper)[combinations.Count];
                Parallel.For(0, combinations.Count, new ParallelOptions { MaxDegreeOfParallelism = warehouse.Threads }, i =>
                    intervals[i] = double.IsNaN(values[i]) ? (double.NaN, double.NaN) : Interval(groups[i], Xoshiro.For(seed, $"{scheme.Key}/{combinations[i].Cohort}/{year}/excess")));
                for (var i = 0; i < combinations.Count; i++) { yield return Row(combinations[i], (people, year), groups[i], (values[i], adjusted[i], intervals[i])); }
            }
        }
    }

    private static object?[] Row(Combination combination, (Patterns People, string Year) of, List<Group> groups, (double Value, double Adjusted, (double Lower, double Upper) Interval) test)
    {
        var singles = Bits(combination.Mask).Select(bit => (long?)of.People.Having(bit).People).Concat([null, null, null]).Take(3);
        var all = groups[0].Moments;
        var excess = double.IsNaN(test.Value) ? (double?)null : Contrast.Of([.. groups.Select(group => group.Moments)]) / 100;
        return
        [
            combination.Scheme, combination.Cohort, of.Year, all.People, .. Pence(groups[0]), of.People.Everyone, .. singles.Cast<object?>(), groups.Min(group => group.Moments.People),
            .. Pence(groups.MinBy(group => group.Over(group.Largest[0]))!), .. Pence(groups.MinBy(group => group.Over(group.Largest[0] + group.Largest[1]))!),
            (all.Mean / 100) - excess, excess, excess is null ? null : test.Interval.Lower / 100, excess is null ? null : test.Interval.Upper / 100,
            excess is null ? null : test.Value, excess is null ? null : test.Adjusted,
        ];
    }

    /// <summary>What a group costs, and the two of it who cost most.</summary>
    private static object?[] Pence(Group group) => [(long)group.Moments.Sum, group.Largest[0], group.Largest[1]];

    /// <summary>The 95% percentile interval of the excess, each group drawn for itself.</summary>
    private static (double Lower, double Upper) Interval(List<Group> groups, Xoshiro random)
    {
        var excess = new double[CohortIntervals.Resamples];
        foreach (var (moments, costs, _) in groups)
        {
            var means = costs.Length is > 0 and <= Drawn ? Bootstrap.Means(costs, excess.Length, random) : null;
            var error = Math.Sqrt(moments.Variance / moments.People);
            for (var b = 0; b < excess.Length; b++) { excess[b] += moments.Weight * (means?[b] ?? (moments.Mean + (error * random.Normal()))); }
        }
        return Bootstrap.Interval(excess);
    }

    private static IEnumerable<long> Bits(long mask)
    {
        for (var rest = mask; rest != 0; rest &= rest - 1) { yield return rest & -rest; }
    }

    private sealed record Combination(string Scheme, string Cohort, long Mask, bool IsExclusive);

    /// <summary>A group of people, what each of them cost where they are few enough to be drawn from, and the two largest costs.</summary>
    private sealed record Group(ContrastGroup Moments, long[] Costs, long[] Largest)
    {
        /// <summary>What all but the two cost over what one or both do: where it is least, they dominate most; in a group that costs nothing nobody does.</summary>
        internal double Over(long largest) => largest == 0 ? double.PositiveInfinity : (Moments.Sum - Largest[0] - Largest[1]) / largest;
    }

    /// <summary>The people of a year by the conditions that they have.</summary>
    private sealed class Patterns
    {
        private readonly List<(long Pattern, int From, int To, double Sum, double Squares, long[] Largest)> _patterns = [];
        private readonly long[] _costs;

        internal Patterns(Warehouse warehouse, string scheme, string year)
        {
            var columns = warehouse.Longs("""
                select pattern, person_year.cost
                from condition_pattern
                join person_year using (person_key, year)
                where scheme = $1 and year = $2
                order by pattern, person_key
                """, scheme, year);
            _costs = columns[1];
            for (int from = 0, to; from < _costs.Length; from = to)
            {
                double sum = 0, squares = 0;
                for (to = from; to < _costs.Length && columns[0][to] == columns[0][from]; to++)
                {
                    sum += _costs[to];
                    squares += (double)_costs[to] * _costs[to];
                }
                _patterns.Add((columns[0][from], from, to, sum, squares, TwoLargest(_costs[from..to].Select(Math.Abs))));
            }
        }

        internal long Everyone => _costs.Length;

        internal ContrastGroup Having(long mask) => Of(pattern => (pattern & mask) == mask, 0).Moments;

        /// <summary>The people of a combination, those with each of its conditions alone, and those with none.</summary>
        internal List<Group> Compared(Combination combination)
        {
            var (mask, among) = (combination.Mask, combination.IsExclusive ? ~0L : combination.Mask);
            return
            [
                Of(pattern => (pattern & among) == mask, 1),
                .. Bits(mask).Select(bit => Of(pattern => (pattern & among) == bit, -1)),
                Of(pattern => (pattern & among) == 0, BitOperations.PopCount((ulong)mask) - 1),
            ];
        }

        private Group Of(Func<long, bool> isIn, double weight)
        {
            var all = _patterns.Where(pattern => isIn(pattern.Pattern)).ToList();
            var people = all.Sum(pattern => pattern.To - pattern.From);
            return new Group(
                new ContrastGroup(weight, people, all.Sum(pattern => pattern.Sum), all.Sum(pattern => pattern.Squares)),
                people > Drawn ? [] : [.. all.SelectMany(pattern => _costs[pattern.From..pattern.To])],
                TwoLargest(all.SelectMany(pattern => pattern.Largest)));
        }

        private static long[] TwoLargest(IEnumerable<long> costs) => [.. costs.Concat([0, 0]).OrderDescending().Take(2)];
    }
}
