using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

public sealed class LinearBoundsTests
{
    private static readonly Between Any = new(0, double.PositiveInfinity);

    /// <summary>x + y = 3, y + z = 3 and x + z = 2 have one solution: 1, 2, 1; no two of the sums tell it.</summary>
    [Test]
    public void Sums_that_no_two_of_them_solve_are_solved_together()
    {
        var found = Bounds([Any, Any, Any], ([0, 1], 3, 3), ([1, 2], 3, 3), ([0, 2], 2, 2));

        Assert.Multiple(() =>
        {
            foreach (var (unknown, value) in new[] { (0, 1.0), (1, 2.0), (2, 1.0) })
            {
                Assert.That(found![unknown].Lower, Is.EqualTo(value).Within(1e-9));
                Assert.That(found[unknown].Upper, Is.EqualTo(value).Within(1e-9));
            }
        });
    }

    [Test]
    public void What_nothing_bounds_stays_unbounded() =>
        Assert.That(Bounds([Any, new Between(1, 7)], ([1], 2, 9))!, Is.EqualTo(new[] { Any, new Between(2, 7) }));

    [Test]
    public void Bounds_that_contradict_each_other_are_met_by_nothing() =>
        Assert.That(Bounds([new Between(1, 2), new Between(1, 2)], ([0, 1], 5, 9)), Is.Null);

    /// <summary>Two hidden cells of which one is taken away: what is left after 10 of 12 to 14.</summary>
    [Test]
    public void A_part_may_be_taken_away_from_a_whole() =>
        Assert.That(LinearBounds.Of([new Between(0, 10), new Between(12, 14)], [new BoundedSum([(1, 1), (0, -1)], new Between(4, 4))])!, Is.EqualTo(new[] { new Between(8, 10), new Between(12, 14) }));

    /// <summary>Tables of whole numbers are met at whole numbers (they are networks), so trying every one of them must find the same ends.</summary>
    [Test]
    public void In_six_hundred_small_tables_the_ends_are_those_that_trying_every_number_finds()
    {
        var random = new Xoshiro(11);
        var tight = 0;
        for (var round = 0; round < 600; round++)
        {
            var cells = Enumerable.Range(0, 6).Select(_ => random.NextInt(6)).ToArray();
            var hidden = Enumerable.Range(0, 6).OrderBy(_ => random.NextDouble()).Take(4).Order().ToArray();
            var sums = new[] { (int[])[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5] }
                .Select(line => (Unknowns: line.Where(hidden.Contains).Select(cell => Array.IndexOf(hidden, cell)).ToArray(), Left: line.Where(hidden.Contains).Sum(cell => cells[cell]), Slack: random.NextInt(2)))
                .Where(line => line.Unknowns.Length > 0).Select(line => (line.Unknowns, line.Left - line.Slack, line.Left + line.Slack)).ToArray();

            var found = Bounds([.. hidden.Select(_ => new Between(0, 8))], sums)!;

            var met = Enumerable.Range(0, 9 * 9 * 9 * 9).Select(code => (int[])[code % 9, code / 9 % 9, code / 81 % 9, code / 729])
                .Where(values => sums.All(sum => sum.Unknowns.Sum(unknown => values[unknown]) is var all && all >= sum.Item2 && all <= sum.Item3)).ToList();
            for (var unknown = 0; unknown < 4; unknown++)
            {
                var (least, most) = (met.Min(values => values[unknown]), met.Max(values => values[unknown]));
                if (Math.Abs(found[unknown].Lower - least) > 1e-6 || Math.Abs(found[unknown].Upper - most) > 1e-6) { Assert.Fail($"Round {round}, unknown {unknown}: {found[unknown]} in place of {least} to {most}."); }
                tight += least == most ? 1 : 0;
            }
        }
        Assert.That(tight, Is.GreaterThan(150), "Where no number is ever told exactly, little is shown.");
    }

    private static IReadOnlyList<Between>? Bounds(Between[] unknowns, params (int[] Unknowns, int Lower, int Upper)[] sums) =>
        LinearBounds.Of(unknowns, [.. sums.Select(sum => new BoundedSum([.. sum.Unknowns.Select(unknown => (unknown, 1))], new Between(sum.Lower, sum.Upper)))]);
}
