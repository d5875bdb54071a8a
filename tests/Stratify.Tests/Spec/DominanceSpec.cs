using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Pounds that are nearly all one person's, by the rules of the Handbook on Statistical Disclosure Control.</summary>
public sealed class DominanceSpec
{
    /// <summary>
    /// 1000, 50, 40: the second takes 50 from 1090 and knows the first to within 40, which is 4%. 1000, 500, 150: to within 150, which is 15%. Of 100 that
    /// are left of 1000 the error is 10% and no less, which is enough.
    /// </summary>
    [TestCase(new long[] { 1000, 50, 40 }, true)]
    [TestCase(new long[] { 1000, 500, 150 }, false)]
    [TestCase(new long[] { 1000, 500, 100 }, false)]
    [TestCase(new long[] { 1000, 500, 99 }, true)]
    [TestCase(new long[] { 1000, 500, 60, 39 }, true)]
    [TestCase(new long[] { 1000, 500, 60, 40 }, false)]
    [TestCase(new long[] { 1000 }, true)]
    [TestCase(new long[] { 1000, 1000 }, true)]
    [TestCase(new long[] { 10, 10, 10 }, false)]
    [TestCase(new long[] { 0, 0, 0 }, false, Description = "pounds of nobody")]
    [TestCase(new long[] { -1000, 50, 40 }, true, Description = "a credit tells of its person too")]
    public void The_second_must_not_know_the_first_to_within_ten_in_a_hundred(long[] pence, bool isDominated) => Assert.Multiple(() =>
    {
        Assert.That(DisclosureRule.OpenSafely.IsDominated(Of(pence)), Is.EqualTo(isDominated));
        Assert.That(DisclosureRule.Hes.IsDominated(Of(pence)), Is.EqualTo(isDominated));
    });

    /// <summary>900 of 1000 is 90% and not more; 901 is. 1000, 500, 100: two have 1500 of 1600, which is 94%, though the p% rule lets it pass.</summary>
    [TestCase(new long[] { 500, 400, 50, 50 }, false)]
    [TestCase(new long[] { 500, 401, 50, 49 }, true)]
    [TestCase(new long[] { 1000, 500, 100 }, true)]
    [TestCase(new long[] { 1000, 50, 40 }, true)]
    [TestCase(new long[] { 0, 0 }, false)]
    public void By_sacro_two_people_have_no_more_than_nine_tenths(long[] pence, bool isDominated) => Assert.That(DisclosureRule.Sacro.IsDominated(Of(pence)), Is.EqualTo(isDominated));

    /// <summary>The two largest of two groups, where nobody is in both; where somebody may be, the largest of either could be one person with 1600.</summary>
    [Test]
    public void Groups_together_have_the_two_largest_of_either()
    {
        Magnitude[] groups = [Of(1000, 50, 40), Of(600, 500, 150)];

        Assert.Multiple(() =>
        {
            Assert.That(Magnitude.Together(groups, overlap: false), Is.EqualTo(new Magnitude(2340, 1000, 600)));
            Assert.That(Magnitude.Together(groups, overlap: true), Is.EqualTo(new Magnitude(2340, 1600, 550)));
            Assert.That(Magnitude.Together([], overlap: false), Is.EqualTo(new Magnitude(0, 0, 0)));
        });
    }

    /// <summary>
    /// Three groups of 20, 30 and 40 people at £100 each, and one of 25 of whom one cost a million: it is hidden, and with it the smallest. But what those two leave
    /// of all is the million and £4,400 of others, which is the million to within half of one per cent: so the others are hidden too.
    /// </summary>
    [Test]
    public void A_group_of_many_people_of_whom_one_cost_a_million_is_hidden_with_all_that_would_give_it_back()
    {
        using var town = new ResultTown([.. Groups(100_00), .. ResultTown.Alike(24, new Resident(70, 3, 100_00, 0)), new Resident(70, 3, 1_000_000_00, 0)], "number-of-conditions");
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(results["cohorts"].Rows.Select((_, row) => results["cohorts"][row, "people"].Csv), Is.EqualTo(new[] { "[c]", "[c]", "[c]", "[c]" }));
            Assert.That(results["population"][0, "cost"].Csv, Is.EqualTo("[c]"), "of all pounds the million is nearly everything");
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>The others cost £6,000 each: 19 of them, but for the second who cost most, leave £114,000 beside the million, which is more than 10%; so two hidden groups are enough.</summary>
    [Test]
    public void What_hides_a_million_is_as_many_further_groups_as_it_takes_and_no_more()
    {
        using var town = new ResultTown([.. Groups(6000_00), .. ResultTown.Alike(24, new Resident(70, 3, 10_00, 0)), new Resident(70, 3, 1_000_000_00, 0)], "number-of-conditions");
        var cohorts = town.Publish()["cohorts"];

        Assert.That(ResultTown.Draw(cohorts, "cohort", "people", "total_cost", "mean_cost", "median_pounds", "gini", "share_of_cost", "rank"), Is.EqualTo(Table.Normal("""
            cohort       | people | total_cost | mean_cost | median_pounds | gini | share_of_cost | rank
            conditions-0 | 40     | 240000     | 6000      | 6000          | 0    | 0.156         | 2
            conditions-1 | 30     | 180000     | 6000      | 6000          | 0    | 0.117         | 2
            conditions-2 | [c]    | [c]        | [c]       | [c]           | [c]  | [c]           | [c]
            conditions-3 | [c]    | [c]        | [c]       | [c]           | [c]  | [c]           | [c]
            """)));
    }

    /// <summary>By sacro, two in the group of 20 who have £60,000 and £50,000 beside eighteen at £500 are too much; by the p% rule the £9,000 of the others are enough to blur £60,000.</summary>
    [Test]
    public void Two_who_have_nearly_all_are_hidden_by_sacro_alone()
    {
        using var town = new ResultTown([.. Groups(5000_00), .. ResultTown.Alike(18, new Resident(70, 3, 500_00, 0)), new Resident(70, 3, 60_000_00, 0), new Resident(70, 3, 50_000_00, 0)], "number-of-conditions");

        Assert.Multiple(() =>
        {
            Assert.That(Of(town.Publish(DisclosureRule.OpenSafely)["cohorts"], "conditions-3").IsHidden, Is.False);
            Assert.That(Of(town.Publish(DisclosureRule.Sacro)["cohorts"], "conditions-3").IsHidden, Is.True);
        });
    }

    /// <summary>Many of a group have appointments at £100 and use the ward; one of them lay there for a million. Their cost of all care is blurred by others' wards, that of the appointments is not.</summary>
    [Test]
    public void A_cell_of_one_setting_is_hidden_where_one_person_has_nearly_all_of_it()
    {
        using var town = new ResultTown(
        [
            .. ResultTown.Alike(40, new Resident(30, 0, 100_00, 20_000_00)), .. ResultTown.Alike(30, new Resident(50, 1, 100_00, 20_000_00)),
            .. ResultTown.Alike(19, new Resident(70, 2, 100_00, 20_000_00)), new Resident(70, 2, 1_000_000_00, 20_000_00),
        ], "number-of-conditions");
        var cohorts = town.Publish()["cohorts"];

        Assert.That(ResultTown.Draw(cohorts, "cohort", "people", "mean_cost", "mean_cost_primary_care", "mean_cost_inpatient"), Is.EqualTo(Table.Normal("""
            cohort       | people | mean_cost | mean_cost_primary_care | mean_cost_inpatient
            conditions-0 | 40     | 20100     | [c]                    | [c]
            conditions-1 | 30     | 20100     | [c]                    | [c]
            conditions-2 | 20     | 70095     | [c]                    | [c]
            """)));
    }

    /// <summary>A set of 30 of 70 people is published beside everybody; of the 40 others one cost a million and they £10 each, so the set must not be told.</summary>
    [TestCase(10_00, true)]
    [TestCase(5000_00, false)]
    public void A_set_is_hidden_where_those_outside_it_are_nearly_one_person(long others, bool isHidden)
    {
        using var town = new ResultTown([.. ResultTown.Alike(30, new Resident(70, 1, 20_000_00, 0)), .. ResultTown.Alike(39, new Resident(40, 0, others, 0)), new Resident(40, 0, 1_000_000_00, 0)], "each-condition");

        Assert.That(Of(town.Publish()["cohorts"], "hypertension").IsHidden, Is.EqualTo(isHidden));
    }

    /// <summary>On the curve of the costliest: among 200 people at £1,000 one cost a million, so that no point is told before what lies between it and the start blurs it.</summary>
    [Test]
    public void No_point_of_a_curve_tells_of_the_first()
    {
        using var town = new ResultTown([.. ResultTown.Alike(199, new Resident(40, 0, 1000_00, 0)), new Resident(40, 0, 1_000_000_00, 0)], "number-of-conditions");
        var curve = town.Publish()["concentration"];
        var first = Enumerable.Range(0, curve.Rows.Count).First(row => curve[row, "share_of_cost"] is ValueCell);

        // All but the first two of the costliest n cost (n - 2) × £1,000, which is £100,000 at 102 people: 51 in a hundred of 200.
        Assert.That(curve.Text(first, "top_share"), Is.EqualTo("0.51"));
    }

    private static IEnumerable<Resident> Groups(long pence) => [.. ResultTown.Alike(40, new Resident(30, 0, pence, 0)), .. ResultTown.Alike(30, new Resident(50, 1, pence, 0)), .. ResultTown.Alike(20, new Resident(60, 2, pence, 0))];

    private static Cell Of(ResultTable cohorts, string cohort) => cohorts[cohorts.Where(("cohort", cohort)).Single(), "mean_cost"];

    private static Magnitude Of(params long[] pence)
    {
        var sizes = pence.Select(Math.Abs).Concat([0, 0]).OrderDescending().ToList();
        return new Magnitude(pence.Sum(), sizes[0], sizes[1]);
    }
}
