using Stratify.Engine;
using Stratify.Model;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>
/// Forty people: twenty young ones with £100 each and, of every fourth, an emergency admission; twenty old ones with £1,000 each and two admissions
/// of every second. The most deprived tenth has five of the young and fifteen of the old. All were there for the whole year.
/// </summary>
public sealed class GroupRatesSpec
{
    private TemporaryFolder _folder = null!;
    private Warehouse _warehouse = null!;

    [OneTimeSetUp]
    public void Draw()
    {
        _folder = new TemporaryFolder();
        _warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        _warehouse.Execute($"""
            create table period as select '2024/25' as year, date '2024-04-01' as date_from, date '2025-03-31' as date_to;
            create table person_year as
            select n as person_key, '2024/25' as year, case when n < 20 then 42 else 97 end as age, 'female' as sex, case when n % 20 < 5 and n < 20 or n >= 25 then 1 else 9 end as deprivation_decile,
                case when n % 4 = 0 then null else 'A' end as ethnic_group, 365 as days_registered, cast(case when n < 20 then 10000 else 100000 end as bigint) as cost,
                {string.Join(", ", PlaceMeasures.Events.Select(measure => measure.Name == PlaceMeasures.Emergencies ? "cast(case when n < 20 and n % 4 = 0 then 1 when n >= 20 and n % 2 = 0 then 2 else 0 end as bigint) as emergency_admissions" : $"0::bigint as {measure.Name}"))}
            from range(40) as numbers(n);
            create table measure_population as select '2024/25' as year, 40 as people, {(20 * 10_000) + (20 * 100_000)} as cost_pence
            """);
        DrawnCohorts.Place(_warehouse, "select 'some' as scheme, 'even' as cohort, person_key, year from person_year where person_key % 2 = 0");
        DrawnCohorts.Lay(_warehouse);
        StandardPopulation.Step.Make(_warehouse);
        foreach (var script in new[] { GroupStrata.OfEquity, GroupStrata.OfCohorts }) { _warehouse.CreateTable(script); }
        GroupRates.OfEquity.Make(_warehouse);
        GroupRates.OfCohorts.Make(_warehouse);
        // The law is of places too, of which there are none here.
        _warehouse.Execute("create table measure_place as select * from measure_equity where false");
    }

    [OneTimeTearDown]
    public void End()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    /// <summary>Admissions are 5 over 20 young years and 20 over 20 old ones: a quarter and one each. Five young and fifteen old are expected to have 1¼ + 15, the others 3¾ + 5; in lots of Σx²/Σx = (5 + 10·4)/25.</summary>
    [Test]
    public void A_group_is_expected_to_have_what_everybody_of_its_age_and_sex_has() => Assert.That(Table.Draw(_warehouse.Query("""
        select place, measure, people, person_years, "having", events, expected_events, pence, expected_pence, round(lot, 2) as lot
        from measure_equity where kind = 'deprivation' order by place, position
        """)), Is.EqualTo(Table.Normal("""
        place              | measure              | people | person_years | having | events | expected_events | pence   | expected_pence | lot
        1 (most deprived)  | cost                 | 20     | 20           | 20     |        |                 | 1550000 | 1550000        | 918.18           
        1 (most deprived)  | emergency_admissions | 20     | 20           | 9      | 16     | 16.25           |         |                | 1.8
        5 (least deprived) | cost                 | 20     | 20           | 20     |        |                 | 650000  | 650000         | 918.18           
        5 (least deprived) | emergency_admissions | 20     | 20           | 6      | 9      | 8.75            |         |                | 1.8
        """)));

    [Test]
    public void People_whose_group_nobody_told_are_a_group_and_all_add_up() => Assert.Multiple(() =>
    {
        Assert.That(Table.Draw(_warehouse.Query("select place, people from measure_equity where kind = 'ethnic_group' and measure = 'cost' order by place")), Is.EqualTo(Table.Normal("""
            place      | people
            White      | 30
            not stated | 10
            """)));
        Assert.That(_warehouse.Breaches(SqlScript.Load("places_hold_everyone")), Is.Zero);
    });

    [Test]
    public void The_law_of_it_can_break()
    {
        _warehouse.Execute("create or replace table measure_population as select '2024/25' as year, 41 as people, 2200000 as cost_pence");
        try { Assert.That(_warehouse.Breaches(SqlScript.Load("places_hold_everyone")), Is.EqualTo(4)); }
        finally { _warehouse.Execute("create or replace table measure_population as select '2024/25' as year, 40 as people, 2200000 as cost_pence"); }
    }

    /// <summary>Ten young with all five of their admissions, where 2½ are expected, and ten old with all twenty, where ten are.</summary>
    [Test]
    public void A_cohort_is_held_against_everybody_and_not_against_itself() =>
        Assert.That(Table.Draw(_warehouse.Query("select people, \"having\", all_having, events, expected_events from measure_cohort_rate where measure = 'emergency_admissions'")), Is.EqualTo(Table.Normal("""
            people | having | all_having | events | expected_events
            20     | 15     | 15         | 25     | 12.5
            """)));
}
