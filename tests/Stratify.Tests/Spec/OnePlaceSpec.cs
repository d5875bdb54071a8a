using Stratify.Costing;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A job may ask for the people of some places alone.</summary>
public sealed class OnePlaceSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | neighbourhood | start_date | end_date
        1          | stays      | 1940-05-17 | A81001   | North         | 2020-01-01 |
        2          | moves      | 1950-05-17 | A81001   | North         | 2020-01-01 | 2024-06-29
        2          | moved      | 1950-05-17 | B82002   | South         | 2024-06-30 |
        3          | elsewhere  | 1960-05-17 | B82002   | South         | 2020-01-01 |
        """;

    private const string Appointments = """
        nhs_number | source_id | appointment_date | status   | clinician | planned_minutes
        1          | a         | 2024-05-01       | FINISHED | GP        | 10
        2          | b         | 2024-05-01       | FINISHED | GP        | 20
        3          | c         | 2024-05-01       | FINISHED | GP        | 30
        9          | d         | 2024-05-01       | FINISHED | GP        | 40
        """;

    private static readonly PriceBook _prices = new("test", [new Price("primary_care", "minute", "GP||", 6000, 60, "2024/25", "by hand", "test")]);

    /// <summary>Who moves away on 29 June was there for 90 days from 1 April; their care stays theirs for the year, as of anybody who leaves.</summary>
    [Test]
    public void The_population_is_who_is_registered_there_and_who_moves_away_leaves()
    {
        using var flow = Run("neighbourhood", "North");

        Assert.That(flow.Draw("select person_id, practice, days_registered as days, cost from person_year order by cost"), Is.EqualTo(Table.Normal("""
            person_id | practice | days | cost
            1         | A81001   | 365  | 1000
            2         | A81001   | 90   | 2000
            """)));
    }

    /// <summary>B82002 came to the partnership in June: who left A81001 before the year was over, and 3, are of it; what the look-up told of B82002 before is of no account. C83003 is of no group.</summary>
    [TestCase("practice_group", "Partnership", "A81001, A81001, B82002, B82002")]
    [TestCase("provider", "RX1", "A81001, A81001")]
    [TestCase("provider", "RX2", "B82002, B82002")]
    public void A_group_of_practices_or_a_provider_is_what_the_look_up_says(string level, string name, string practices)
    {
        using var flow = Landed(level, name).Land("practices", """
            practice | start_date | end_date   | practice_group | provider
            A81001   |            |            | Partnership    | RX1
            B82002   | 2020-01-01 | 2024-05-31 | Alone          | RX1
            B82002   | 2024-06-01 |            | Partnership    | RX2
            C83003   |            |            |                |
            """).Run();

        Assert.That(flow.Warehouse.Query("select string_agg(practice, ', ' order by practice) as practices from registration").Get<string>(0, "practices"), Is.EqualTo(practices));
    }

    [Test]
    public void A_provider_that_no_look_up_names_is_named_with_those_it_does()
    {
        using var town = Landed("provider", "RX3").Land("practices", "practice | provider\nA81001 | RX1\nB82002 | RX2");
        using var bare = Landed("practice_group", "Partnership");

        Assert.Multiple(() =>
        {
            var problem = Assert.Throws<DefinitionException>(() => town.Run())!.Problems.Single();
            Assert.That((problem.Message, problem.Hint), Is.EqualTo(("Nobody of the register has the provider 'RX3'.", "Did you mean 'RX1'? Known names: RX1, RX2.")));
            Assert.That(Assert.Throws<DefinitionException>(() => bare.Run())!.Problems.Single().Hint, Is.EqualTo("Neither the register nor a look-up tells any practice group. Give the look-up of practices a column for it: 'describe practices' says how it is called."));
        });
    }

    [Test]
    public void What_others_cost_is_told_apart_from_what_is_nobodys()
    {
        using var flow = Run("practice", "A81001");

        Assert.That(flow.Draw("select reason, events, pence from unattributed_cost order by reason"), Is.EqualTo(Table.Normal("""
            reason               | events | pence
            registered elsewhere | 1      | 3000
            unlinked             | 1      | 4000
            """)));
    }

    /// <summary>10, 20 and 30 minutes: who moves is in both places, with the days of each.</summary>
    [Test]
    public void Of_all_places_together_every_day_is_counted_once()
    {
        using var all = Run(null);
        using var north = Run("neighbourhood", "North");
        using var south = Run("neighbourhood", "South");

        Assert.That(Days(north) + Days(south), Is.EqualTo(Days(all)));
    }

    [Test]
    public void A_place_where_nobody_is_registered_is_named_with_the_nearest_name_that_is()
    {
        var problem = Assert.Throws<DefinitionException>(() => Run("neighbourhood", "Nort"))!.Problems.Single();

        Assert.That((problem.Message, problem.Hint, problem.Place!.Line), Is.EqualTo(("Nobody of the register is in the neighbourhood 'Nort'.", "Did you mean 'North'? Known names: North, South.", 4)));
    }

    private static long Days(Flow flow) => flow.Warehouse.Count("select cast(sum(days_registered) as bigint) from person_year");

    private static Flow Run(string? level, params string[] names) => Landed(level, names).Run();

    private static Flow Landed(string? level, params string[] names) => new Flow { Prices = _prices, Place = level is null ? null : new PlaceSettings(level, [.. names.Select(name => new YamlText(new Place("stratify.yml", 4, 8), name, false))]) }
        .Land("gp_registrations", Register).Land("gp_appointments", Appointments);
}
