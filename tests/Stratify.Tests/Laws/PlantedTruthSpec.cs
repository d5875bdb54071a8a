using Stratify.Engine;
using Stratify.Model;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>
/// Two hundred populations whose truth was planted, each a year of one table: 600 people, half aged 42 and half 82, who cost £1,000 and £3,000
/// on average with a spread as large as the mean. Every sixth of either age is in a cohort that costs £600 more; of the others, the old are a
/// cohort that only looks costly, and the young one that only looks cheap. A model of age knows nothing of the first cohort, so it spreads a sixth
/// of its £600 over everybody: £500 are beyond what is expected of it, and of the others £100 short of it.
/// </summary>
public sealed class PlantedTruthSpec
{
    private const int Populations = 200, People = 600;

    private TemporaryFolder _folder = null!;
    private Warehouse _warehouse = null!;

    [OneTimeSetUp]
    public void Plant()
    {
        _folder = new TemporaryFolder();
        _warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        var random = new Stratify.Statistics.Xoshiro(77);
        MemoryTable.Create(_warehouse, "planted", [("population", "bigint"), ("n", "bigint"), ("cost", "bigint")],
            [.. from population in Enumerable.Range(0, Populations) from n in Enumerable.Range(0, People) select new object?[] { (long)population, (long)n, Cost(n, random) }]);
        _warehouse.Execute($"""
            create table period as select distinct population::varchar as year, date '2024-04-01' as date_from, date '2025-03-31' as date_to from planted;
            create table measure_population as select population::varchar as year, count(*) as people from planted group by all;
            create table person_year as
            select population * {People} + n as person_key, population::varchar as year, case when n % 2 = 0 then 82 else 42 end as age, 'male' as sex, 5 as deprivation_decile, 365 as days_registered,
                {string.Join(", ", Conditions.All.Select(condition => $"false as has_{condition.Name}"))}, cost
            from planted;
            create table cohort as select * from (values ('planted', 'dear', 1), ('planted', 'old', 2), ('planted', 'young', 3)) as c(scheme, cohort, position)
            """);
        DrawnCohorts.Place(_warehouse, $"select 'planted' as scheme, case when n // 2 % 6 = 0 then 'dear' when n % 2 = 0 then 'old' else 'young' end as cohort, population * {People} + n as person_key, population::varchar as year from planted");
        _warehouse.Execute("""
            create table cohort_total as select scheme, cohort, year, any_value(position) as position, count(*) as people from cohort_member join cohort using (scheme, cohort) group by all
            """);
        ExpectedCost.Step(seed: 1).Make(_warehouse);
        DrawnCohorts.Lay(_warehouse, ", (select expected from person_expected as likely where likely.person_key = person.person_key and likely.year = person.year) as expected");
        CohortIntervals.Step(seed: 1).Make(_warehouse);
    }

    [OneTimeTearDown]
    public void End()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    /// <summary>200 intervals at 95% leave out 10, give or take 3.1: between 2 and 22 in all but one of ten thousand trials; skewed means of a hundred people cover a little less.</summary>
    [TestCase("dear", 2600)]
    [TestCase("old", 3000)]
    [TestCase("young", 1000)]
    public void Intervals_of_a_mean_hold_it_as_often_as_they_say(string cohort, int mean) =>
        Assert.That(_warehouse.Count($"select count(*) from cohort_interval where cohort = '{cohort}' and {mean} not between mean_lower and mean_upper"), Is.InRange(2, 22));

    /// <summary>The old and the young are five sixths of their age, so they move what is expected of themselves: their intervals are too wide, and never too narrow.</summary>
    [TestCase("dear", 500, 1)]
    [TestCase("old", -100, 0)]
    [TestCase("young", -100, 0)]
    public void Intervals_of_what_is_beyond_the_expected_hold_it_at_least_as_often_as_they_say(string cohort, int beyond, int least) =>
        Assert.That(_warehouse.Count($"select count(*) from cohort_interval where cohort = '{cohort}' and {beyond} not between excess_lower and excess_upper"), Is.InRange(least, 22));

    [Test]
    public void A_cohort_that_is_only_old_looks_costly_and_is_found_not_to_be() => Assert.Multiple(() =>
    {
        Assert.That(_warehouse.Count("select count(*) from cohort_interval where cohort = 'old' and rank = 1"), Is.GreaterThan(150), "by its mean it comes first nearly always");
        Assert.That(_warehouse.Count("select count(*) from cohort_interval where cohort = 'old' and excess_lower > 0"), Is.LessThan(5), "beyond what is expected of the old it costs nothing");
    });

    /// <summary>£500 against a spread of about £2,800 over a hundred people is 1.8 standard errors: it is found beyond chance in about two of five populations, and its sign nearly always.</summary>
    [Test]
    public void A_cohort_that_truly_costs_more_is_found_to() => Assert.Multiple(() =>
    {
        Assert.That(_warehouse.Count("select count(*) from cohort_interval where cohort = 'dear' and excess_pence > 0"), Is.GreaterThan(180));
        Assert.That(_warehouse.Count("select count(*) from cohort_interval where cohort = 'dear' and excess_lower > 0"), Is.GreaterThan(50));
    });

    [Test]
    public void Of_a_whole_population_nothing_is_beyond_what_is_expected() =>
        Assert.That((double)_warehouse.Query("select max(abs(sum_excess)) / 1.0 from (select sum(excess_pence) / sum(expected_pence) as sum_excess from cohort_interval group by year)").Rows[0][0]!, Is.LessThan(0.02), "what four fifths cost is what the other fifth does, but for chance");

    /// <summary>Of an exponential distribution, whose spread is its mean.</summary>
    private static object Cost(int n, Stratify.Statistics.Xoshiro random)
    {
        var mean = (n % 2 == 0 ? 3000 : 1000) + (n / 2 % 6 == 0 ? 600 : 0);
        return (long)Math.Round(-100.0 * mean * Math.Log(1 - random.NextDouble()));
    }
}
