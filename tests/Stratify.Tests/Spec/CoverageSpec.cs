using System.Globalization;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What the ranking would be if links that are likely, and not sure enough for costs, counted too.</summary>
public sealed class CoverageSpec
{
    private const string Scheme = "age-and-conditions";

    /// <summary>
    /// Two runs of one town, with the threshold for costs at 0.9999 and at 0.6: the first says what the second finds of every cohort, to
    /// the penny but for a service that ends with its person, which is rounded twice. Some of the people have died, before it ended or began.
    /// </summary>
    [Test]
    public void What_one_run_says_of_both_thresholds_is_what_two_runs_find()
    {
        using var strict = Ranked(new LinkageSettings { Probabilistic = true, Threshold = 0.9999, Coverage = 0.6 });
        using var loose = Ranked(new LinkageSettings { Probabilistic = true, Threshold = 0.6, Coverage = 0.6 });

        Assert.Multiple(() =>
        {
            Assert.That(strict.Draw("select scheme, cohort, year, people, coverage_rank as rank from measure_coverage order by all"), Is.EqualTo(loose.Draw("select scheme, cohort, year, people, rank from measure_coverage order by all")));
            Assert.That(Pence(strict, "coverage_pence"), Is.EqualTo(Pence(loose, "pence")).Within(5));
            Assert.That(strict.Warehouse.Count("select count(*) from measure_coverage where coverage_pence > pence"), Is.GreaterThan(3));
            Assert.That(loose.Warehouse.Count("select count(*) from measure_coverage where coverage_pence > pence"), Is.Zero);
            Assert.That(strict.Warehouse.Count("select count(*) from measure_coverage as measure join cohort_interval as ranked using (scheme, cohort, year) where measure.rank <> ranked.rank"), Is.Zero);
            Assert.That(strict.Warehouse.Count("select count(*) from coverage_link join event using (dataset, row_id) join person using (person_key) where died < start_date"), Is.Positive, "the town holds such a service");
        });
    }

    /// <summary>
    /// Of somebody who died on the seventieth day of the second year: of £10 a day that is £700, where it began in the last month of the first year £310
    /// there too, and where on its first of January £910; what is bought once costs £1,000, and a stay on a ward the £500 that its sender tells. Where
    /// services count as they end, the one that began in the first year has all of its 101 days in the second. Somebody else died on the tenth day
    /// of a service in the first year, £100, in which it ends with them. The service without an end is there where days count alone: as nobody's it
    /// would otherwise be in no year, so that no link could be asked what it is worth.
    /// </summary>
    [TestCase(Windows.Days, "2023/24 | 132000\n2024/25 | 360000")]
    [TestCase(Windows.Discharge, "2023/24 | 10000\n2024/25 | 321000")]
    [TestCase(Windows.Admission, "2023/24 | 111000\n2024/25 | 220000")]
    public void Care_by_the_day_of_who_died_is_worth_to_a_likely_link_what_it_costs_whoever_is_linked(string window, string expected)
    {
        using var sure = Served(window, number: "1");
        using var likely = Served(window, number: "");
        likely.Warehouse.Execute("insert into coverage_link select dataset, row_id, person_key from event join person on died = case when source_id like '%early%' then date '2024-02-10' else date '2024-06-09' end");
        likely.Warehouse.CreateTable(SqlScript.Load("coverage_cost"));

        Assert.Multiple(() =>
        {
            Assert.That(sure.Draw("select year, sum(pence)::bigint as pence from person_year_cost group by year order by year"), Is.EqualTo($"year | pence\n{expected}"));
            Assert.That(likely.Draw("select year, sum(pence)::bigint as pence from coverage_cost group by year order by year"), Is.EqualTo($"year | pence\n{expected}"));
        });
    }

    [Test]
    public void Pounds_that_likely_links_add_to_one_scheme_and_not_to_another_break_a_law()
    {
        using var town = Town(gainers: 9);
        var law = SqlScript.Load("likely_links_add_the_same_to_every_scheme");
        var before = town.Warehouse.Breaches(law);
        town.Warehouse.Execute("update measure_coverage set coverage_pence = coverage_pence + 1 where cohort = 'conditions-1'");

        Assert.That((before, town.Warehouse.Breaches(law)), Is.EqualTo((0, 1)));
    }

    /// <summary>
    /// Nine of 42 people have £1,000 more: £9,420, which is £224 each instead of £10, and more than the £100 of the 23. Where three have, it is hidden.
    /// </summary>
    [TestCase(9, "40 | 10 | 224 | 3 | 2", "25 | 100 | 100 | 2 | 3")]
    [TestCase(3, "40 | 10 | [c] | 3 | [c]", "25 | 100 | 100 | 2 | 2")]
    public void Cohorts_are_told_at_both_thresholds_unless_few_people_make_the_difference(int gainers, string none, string one)
    {
        using var town = Town(gainers);
        var told = town.Publish()["cohorts_at_coverage"];

        Assert.Multiple(() =>
        {
            Assert.That(ResultTown.Draw(told, "people", "mean_cost", "mean_cost_at_coverage", "rank", "coverage_rank").Split('\n'), Is.SupersetOf(new[] { none, one }));
            Assert.That(() => ResultTown.Check(town.Publish()), Throws.Nothing);
        });
    }

    [Test]
    public void A_job_that_links_by_rules_alone_has_no_second_ranking()
    {
        using var town = new ResultTown(DisclosureTablesSpec.Town(), "number-of-conditions");

        Assert.That(town.Publish().Tables.Select(table => table.Name), Does.Contain("match_rates").And.Not.Contains("cohorts_at_coverage"));
    }

    private static Flow Served(string window, string number) => new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024))
    {
        Costing = new() { Windows = new CostingSettings().Windows.ToDictionary(one => one.Key, one => one.Key == "social_care" ? window : one.Value) },
    }
        .Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice | start_date | death_date
            1          | p1         | 1950-01-01 | A81001   | 2001-01-01 | 2024-06-09
            2          | p2         | 1950-01-01 | A81001   | 2001-01-01 | 2024-02-10
            """)
        .Land("mental_health_ward_stays", $"""
            nhs_number | source_id | spell | provider | start_date | end_date   | cost
            {number}   | ward      | ward  | X96      | 2024-06-01 | 2024-06-20 | 50000
            """)
        .Land("social_care_services", $"""
            nhs_number | authority | source_id | service_type                 | start_date | end_date   | unit_cost | frequency
            {number}   | LA1       | weekly    | Long Term Support: Community | 2024-04-01 | 2024-08-31 | 7000      | WEEKLY
            {number}   | LA1       | once      | Long Term Support: Community | 2024-04-01 | 2024-08-18 | 100000    | ONE-OFF
            {number}   | LA1       | across    | Long Term Support: Community | 2024-03-01 | 2024-08-18 | 7000      | WEEKLY
            {(number == "" ? "" : "2")} | LA1 | early | Long Term Support: Community | 2024-02-01 | 2024-08-18 | 7000      | WEEKLY
            {(window == Windows.Days ? $"{number} | LA1 | open | Long Term Support: Community | 2024-01-01 | | 7000 | WEEKLY" : "")}
            """)
        .Run();

    private static long[] Pence(Flow flow, string column) => flow.Warehouse.Longs($"select {column} from measure_coverage order by scheme, cohort, year")[0];

    /// <summary>42 people without a condition, 23 with one and 15 with two; so many of the first would be given £1,000 of a stranger.</summary>
    private static ResultTown Town(int gainers)
    {
        var town = new ResultTown(
            [.. ResultTown.Alike(42, new Resident(30, 0, 10_00, 0)), .. ResultTown.Alike(23, new Resident(50, 1, 100_00, 0)), .. ResultTown.Alike(15, new Resident(70, 2, 0, 1000_00))],
            [.. Enumerable.Repeat(new Stranger(30, 1000_00), gainers)], "number-of-conditions");
        town.Warehouse.Execute("create table link_choice as select 1 as source_key");
        town.Warehouse.Execute("insert into coverage_link select dataset, row_id, row_number() over (order by row_id) from person_link where grade = 'U'");
        foreach (var table in new[] { "coverage_cost", "measure_coverage" }) { town.Warehouse.CreateTable(SqlScript.Load(table)); }
        return town;
    }

    /// <summary>Half of a town has a service, of whom every seventh has died by the list of deaths, some before it began.</summary>
    private static Flow Ranked(LinkageSettings settings)
    {
        var town = new LinkageTown(2000, 17);
        var served = town.People.Where(person => person.Number % 2 == 0).ToList();
        return new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024)) { Linkage = settings }
            .Fill("gp_registrations", [.. LinkageTown.RegisterColumns, "death_date"], town.People.Select(person => (string?[])[.. LinkageTown.Register(person), person.Number % 7 == 0 ? Day(person.Number) : null]))
            .Fill("social_care_services", ["authority", "start_date", "source_id", "end_date", "frequency", "unit_cost", "nhs_number", "family_name", "given_name", "birth_date", "postcode", "gender"],
                served.Select(person => (string?[])["LA1", Day(person.Number / 2), $"s{person.Number}", person.Number % 3 == 0 ? "2025-06-01" : null, "WEEKLY", $"{10_000 + (person.Number * 13)}", null, .. town.Cells(town.Record(person, 2), 0.1)]))
            .Run()
            .Rank(Scheme, "number-of-conditions");
    }

    /// <summary>A day of the two years.</summary>
    private static string Day(int number) => new DateOnly(2023, 4, 1).AddDays(number * 37 % 730).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
