using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Published tables of towns small enough to be worked by hand.</summary>
public sealed class DisclosureTablesSpec
{
    /// <summary>Cost of nobody, and cohorts that are looked at up close, of which there are none here.</summary>
    private static readonly string[] _ofFewRuns = ["unattributed", "up_close_profile", "up_close_conditions", "cohort_providers", "exemplar", "exemplar_steps"];

    /// <summary>A 0 that is seen is a true one, by every rule: where there is somebody, or something of theirs, it is a number, or hidden as <c>[c]</c>.</summary>
    [Test]
    public void Every_table_is_read_and_passes_the_audit_and_what_is_hidden_is_never_shown_as_0()
    {
        using var town = new ResultTown(Town(), "number-of-conditions", "age-and-conditions", "high-cost");
        var exact = town.Publish(DisclosureRule.None);

        foreach (var rule in DisclosureRule.All)
        {
            var results = town.Publish(rule);
            Assert.Multiple(() =>
            {
                Assert.That(() => ResultTown.Check(results), Throws.Nothing);
                Assert.That(results.Tables.Select(table => table.Name), Is.Unique.And.Contains("population").And.Contains("cohorts").And.Contains("concentration"));
                Assert.That(results.Tables.SelectMany(table => FalseZeros(table, exact[table.Name])), Is.Empty, rule.Name);
                Assert.That(Csv(results, "0"), Is.GreaterThan(100), "there are true zeros");
                Assert.That(Csv(results, "[c]"), Is.GreaterThan(100), "and what is hidden");
                Assert.That(results.Tables.Where(table => table.Rows.Count == 0 && !_ofFewRuns.Contains(table.Name)).Select(table => table.Name), Is.Empty);
            });
        }
    }

    private static int Csv(ResultSet results, string text) => results.Tables.Sum(table => table.Rows.Sum(row => row.Count(cell => cell.Csv == text)));

    /// <summary>Cells that say 0 of what is not: of shares, from one in a hundred, of all else from what is rounded to a whole one.</summary>
    private static IEnumerable<string> FalseZeros(ResultTable published, ResultTable exact) =>
        from row in Enumerable.Range(0, published.Rows.Count)
        from column in Enumerable.Range(0, published.Columns.Count)
        let number = exact.Rows[row][column].Number ?? 0
        where published.Rows[row][column].Number == 0 && Math.Abs(number) >= (published.Columns[column].Unit == Unit.Share ? 0.01 : 0.5)
        select $"{published.Name}.{published.Columns[column].Name}, row {row}: {number}";

    [Test]
    public void The_population_is_published_in_rounded_people_and_money_made_from_them()
    {
        using var town = new ResultTown(Town(), "number-of-conditions");

        // 42 + 23 + 12 + 3 = 80 people. Cost: 42 × £10 + 23 × £100 + 12 × £1,000 + 3 × £20,000 = £74,720, which is £934 each.
        Assert.That(ResultTown.Draw(town.Publish()["population"], "people", "person_years", "zero_cost_people", "cost", "mean_cost", "median_cost"), Is.EqualTo(Table.Normal("""
            people | person_years | zero_cost_people | cost  | mean_cost | median_cost
            80     | 80           | 0                | 74720 | 934       | 10
            """)));
    }

    /// <summary>80 people less 42 and 23 would leave 15, of whom 12 are seen: so the 12 are hidden with the 3.</summary>
    [Test]
    public void A_hidden_cohort_takes_the_smallest_seen_one_with_it()
    {
        using var town = new ResultTown(Town(), "number-of-conditions");

        Assert.That(ResultTown.Draw(town.Publish()["cohorts"], "cohort", "people", "total_cost", "mean_cost", "share_of_people", "share_of_cost", "rank"), Is.EqualTo(Table.Normal("""
            cohort | people | total_cost | mean_cost | share_of_people | share_of_cost | rank
            conditions-0 | 40     | 400        | 10        | 0.5             | 0.005         | 4
            conditions-1 | 25     | 2500       | 100       | 0.313           | 0.033         | 3
            conditions-2 | [c]    | [c]        | [c]       | [c]             | [c]           | [c]
            conditions-3 | [c]    | [c]        | [c]       | [c]             | [c]           | [c]
            """)));
    }

    /// <summary>All who were in a ward are published with their cost: where three of them are outside a set, the set's mean would leave theirs. Where nine are, it may be seen.</summary>
    [TestCase(3, true)]
    [TestCase(9, false)]
    public void A_set_s_cost_of_a_setting_is_hidden_where_few_others_have_any(int others, bool isHidden)
    {
        using var town = new ResultTown([.. ResultTown.Alike(20, new Resident(70, 1, 10_00, 500_00)), .. ResultTown.Alike(others, new Resident(40, 0, 10_00, 500_00)), .. ResultTown.Alike(40, new Resident(40, 0, 10_00, 0))], "each-condition");
        var results = town.Publish();
        var (cohorts, settings) = (results["cohorts"], results["cohort_settings"]);

        Assert.Multiple(() =>
        {
            Assert.That(cohorts.Where(("cohort", "hypertension")).Select(row => cohorts[row, "mean_cost_inpatient"].IsHidden), Is.EqualTo(new[] { isHidden }));
            Assert.That(settings.Where(("cohort", "hypertension"), ("setting", "inpatient")).Select(row => settings[row, "mean_cost"].IsHidden && settings[row, "others_mean_cost"].IsHidden), Is.EqualTo(new[] { isHidden }));
        });
    }

    /// <summary>Of a table with two wholes: five people with a condition are hidden, and for their sake the twelve with two, whose numbers by conditions are told in another table.</summary>
    [Test]
    public void What_is_hidden_for_another_s_sake_is_not_hidden_alone()
    {
        using var town = new ResultTown([.. ResultTown.Alike(42, new Resident(30, 0, 10_00, 0)), .. ResultTown.Alike(30, new Resident(55, 0, 10_00, 0)), .. ResultTown.Alike(20, new Resident(75, 0, 10_00, 0)), .. ResultTown.Alike(5, new Resident(30, 1, 10_00, 0)), .. ResultTown.Alike(12, new Resident(55, 2, 10_00, 0))], "number-of-conditions");
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(ResultTown.Draw(results["cost_by_age_and_conditions"], "age_band", "conditions_band", "people"), Is.EqualTo(Table.Normal("""
                age_band | conditions_band | people
                18-39    | 0               | 40
                18-39    | 1               | [c]
                50-59    | 0               | 30
                50-59    | 2               | [c]
                70-79    | 0               | 20
                """)));
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>
    /// The whole less what is seen: 80 − 40 − 25 people and £74,720 − £400 − £2,500, which is 15 people at £4,788. That is a group of eight
    /// and more, and says of neither hidden cohort how many it holds (12 and 3) or what they cost (£1,000 and £20,000 each).
    /// </summary>
    [Test]
    public void Subtraction_gives_no_more_than_a_group_that_could_be_published()
    {
        using var town = new ResultTown(Town(), "number-of-conditions");
        var results = town.Publish();
        double Left(string whole, string part) => results["population"][0, whole].Number!.Value - results["cohorts"].Rows.Select((_, row) => results["cohorts"][row, part].Number ?? 0).Sum();

        Assert.Multiple(() =>
        {
            Assert.That((Left("people", "people"), Left("cost", "total_cost")), Is.EqualTo((15.0, 71_820.0)));
            Assert.That(Enumerable.Range(0, results["rankings"].Rows.Count).Count(row => results["rankings"][row, "rank"].IsHidden), Is.EqualTo(2), "two ranks are missing, so neither is told");
        });
    }

    /// <summary>Points of the curve lie eight people and more apart, and the last but one as far from the end: of 44 people not 40, which would tell of 4.</summary>
    [TestCase(40, new[] { 8, 16, 24, 32, 40 })]
    [TestCase(44, new[] { 8, 16, 24, 32, 44 })]
    [TestCase(15, new[] { 15 })]
    [TestCase(7, new int[0])]
    public void Points_of_the_concentration_curve_lie_far_enough_apart(int people, int[] seen)
    {
        using var town = new ResultTown([.. Enumerable.Range(1, people).Select(n => new Resident(40, 0, n * 1000, 0))], "number-of-conditions");
        var curve = town.Publish()["concentration"];
        var shown = Enumerable.Range(0, curve.Rows.Count).Where(row => curve[row, "share_of_cost"] is ValueCell).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(shown.Select(row => (int)Math.Ceiling((decimal.Parse(curve.Text(row, "top_share"), System.Globalization.CultureInfo.InvariantCulture) * people) - 0.000001m)).Distinct(), Is.EqualTo(seen));
            Assert.That(shown.Select(row => curve[row, "people"]), Is.All.InstanceOf<ValueCell>());
        });
    }

    [Test]
    public void Shares_of_small_groups_come_from_published_counts()
    {
        using var town = new ResultTown([.. ResultTown.Alike(9, new Resident(30, 0, 10_00, 500_00)), .. ResultTown.Alike(2, new Resident(30, 0, 10_00, 0))], "number-of-conditions");

        // 9 people used two settings and 2 used one: 20 uses, published over 10 people and not over 11.
        Assert.That(ResultTown.Draw(town.Publish()["cohorts"], "people", "share_of_people", "settings_used", "mean_cost"), Is.EqualTo(Table.Normal("""
            people | share_of_people | settings_used | mean_cost
            10     | 1               | 2             | 419
            """)));
    }

    internal static IReadOnlyList<Resident> Town() =>
    [
        .. ResultTown.Alike(42, new Resident(30, 0, 10_00, 0)),
        .. ResultTown.Alike(23, new Resident(50, 1, 100_00, 0)),
        .. ResultTown.Alike(12, new Resident(70, 2, 0, 1000_00)),
        .. ResultTown.Alike(3, new Resident(80, 3, 0, 20_000_00)),
    ];
}
