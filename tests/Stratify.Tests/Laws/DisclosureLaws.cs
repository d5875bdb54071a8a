using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>What somebody who knows the rule can and cannot work out from what is published.</summary>
public sealed class DisclosureLaws
{
    private static readonly Disclosure Door = new(DisclosureRule.OpenSafely);

    private static Config Config => FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(new Replay(new Rnd(20240401, 7), null)).WithQuietOnSuccess(true);

    /// <summary>Groups of 8 to 500 people with a cost each of up to £50,000.</summary>
    private static Gen<(long Count, long Pence)> Groups => from count in Gen.Choose(8, 500) from each in Gen.Choose(0, 5_000_000) from rest in Gen.Choose(0, count) select ((long)count, ((long)count * each) + rest);

    [Test]
    public void Total_over_mean_gives_the_published_count_and_never_the_exact_one() => Check.One(Config, Prop.ForAll(Groups.ToArbitrary(), group =>
    {
        var (mean, total) = (Door.Mean(group.Count, group.Pence).Number!.Value, Door.Total(group.Count, group.Pence).Number!.Value);
        return mean == 0 ? total == 0 : Math.Abs((total / mean) - Door.Count(group.Count).Number!.Value) <= (0.5 / mean) + 1e-9;
    }));

    /// <summary>Every other count that is rounded alike could have been published in the very same figures.</summary>
    [Test]
    public void Another_count_gives_the_same_figures() => Check.One(Config, Prop.ForAll(Groups.ToArbitrary(), Gen.Choose(-2, 2).ToArbitrary(), (group, other) =>
    {
        var count = (long)Door.Count(group.Count).Number!.Value + other;
        var pence = (long)(Door.Mean(group.Count, group.Pence).Number!.Value * 100) * count;
        return count < 8 || (Door.Count(count) == Door.Count(group.Count) && Door.Mean(count, pence) == Door.Mean(group.Count, group.Pence) && Door.Total(count, pence) == Door.Total(group.Count, group.Pence));
    }));

    [Test]
    public void A_published_count_is_never_small_and_always_rounded() => Check.One(Config, Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), count => Door.Count(count) switch
    {
        ZeroCell => count == 0,
        HiddenCell => count is > 0 and < 8,
        ValueCell value => value.Value >= 8 && value.Value % 5 == 0 && Math.Abs(value.Value - count) <= 2,
        _ => false,
    }));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void No_table_of_a_made_up_town_lets_a_few_people_be_seen_or_worked_out(int seed)
    {
        using var town = new ResultTown(MadeUp(seed), "number-of-conditions", "single-conditions", "age-and-conditions", "high-cost");
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
            foreach (var (table, sql, keys) in Exact) { LeavesEnough(results[table], town.Warehouse.Query(sql).Rows, keys); }
            Assert.That(results.Tables.Sum(table => table.HiddenCells), Is.Positive, "a town in which nothing is hidden proves nothing");
        });
    }

    /// <summary>Exact counts in the order of the published rows, with the columns that name the whole.</summary>
    private static readonly (string Table, string Sql, int Keys)[] Exact =
    [
        ("cohorts", "select scheme, people from measure_cohort join scheme using (scheme) order by scheme.position, measure_cohort.position", 1),
        ("setting_combinations", "select people from measure_combination order by people desc, settings", 0),
        ("cost_by_age_and_conditions", "select conditions_band, people from measure_age_conditions join age_band on name = age_band order by age_from, try_cast(conditions_band as integer) nulls last", 1),
        ("cost_by_age_and_conditions", "select people from measure_age_conditions join age_band on name = age_band order by age_from, try_cast(conditions_band as integer) nulls last", 0),
    ];

    /// <summary>The hardest attack: whoever knows every count that can be seen exactly, and the whole. What is left must be nobody, eight and more, or the whole itself.</summary>
    private static void LeavesEnough(ResultTable table, IReadOnlyList<object?[]> exact, int keys)
    {
        Assert.That(exact, Has.Count.EqualTo(table.Rows.Count), table.Name);
        foreach (var whole in Enumerable.Range(0, exact.Count).GroupBy(row => string.Join('/', exact[row].Take(keys))))
        {
            var left = whole.Where(row => table[row, "people"].IsHidden).Sum(row => (long)exact[row][keys]!);
            var seen = whole.Any(row => table[row, "people"] is ValueCell);
            Assert.That(left == 0 || left >= 8 || !seen, $"{table.Name} {whole.Key} leaves {left.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>60 to 160 people, most of them with little.</summary>
    private static IReadOnlyList<Resident> MadeUp(int seed)
    {
        var draws = Gen.Choose(0, 999).ArrayOf(4).Sample(60 + (20 * seed), new Rnd((ulong)seed, 3), 10);
        return [.. draws.Select(draw => new Resident(draw[0] * 95 / 1000, (int)(5 * Math.Pow(draw[1] / 1000.0, 3) * 1.2), draw[2] < 300 ? 0 : draw[2] * 20, draw[3] < 850 ? 0 : draw[3] * 3000L))];
    }
}
