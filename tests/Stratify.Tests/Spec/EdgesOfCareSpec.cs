using Stratify.Costing;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What senders send at the edges: dates that contradict each other, markers instead of numbers, moves and deaths.</summary>
public sealed class EdgesOfCareSpec
{
    private static PriceBook Prices { get; } = new("test",
    [
        new Price("primary_care", "minute", "||", 100, 1, "2024/25", "by hand", "test"),
        new Price("social_care", "day", "HOME||", 500, 1, "2024/25", "by hand", "test"),
    ]);

    private static Flow Registered(string more = "") => new Flow { Prices = Prices }.Land("gp_registrations", $"""
        nhs_number | patient_id | birth_date | practice | death_date
        1          | p1         | 1940-05-17 | A81001   |
        2          | p2         | 1940-05-17 | A81001   | 2024-06-30
        {more}
        """);

    [Test]
    public void Minutes_below_nought_are_no_minutes()
    {
        using var flow = Registered().Land("gp_appointments", """
            nhs_number | source_id | appointment_date | status   | planned_minutes | actual_minutes
            1          | a         | 2024-05-01       | FINISHED | -10             | 12
            1          | b         | 2024-05-01       | FINISHED | -10             | -5
            1          | c         | 2024-05-01       | FINISHED | 15              | -5
            """).Run();

        Assert.That(flow.Draw("select source_id, cost_pence from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | cost_pence
            a         | 1200
            b         | 1000
            c         | 1500
            """)));
    }

    [Test]
    public void A_discharge_before_the_admission_takes_no_nights_away_and_one_without_an_episode_end_keeps_its_cost()
    {
        using var flow = Registered().Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | cost
            1          | a         | RA4      | S1           | 2024-05-09 | 2024-05-09 | 2024-05-02     | 21     | 300
            1          | b         | RA4      | S2           | 2024-06-09 | 2024-06-11 | 2024-06-11     | 21     | 400
            1          | c         | RA4      | S3           | 2024-07-09 |            | 2024-07-12     | 21     | 500
            """).Run();

        Assert.That(flow.Draw("select bed_days, admissions, cost from person_year join person using (person_key) where token = 1"), Is.EqualTo(Table.Normal("""
            bed_days | admissions | cost
            5        | 3          | 1200
            """)));
    }

    [TestCase("98")]
    [TestCase("99")]
    public void An_admission_whose_method_nobody_knows_is_an_admission_all_the_same(string method)
    {
        using var flow = Registered().Land("acute_inpatients", $"""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method   | cost
            1          | a         | RA4      | S1           | 2024-05-01 | 2024-05-03 | 2024-05-03     | {method} | 300
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(Stratify.Datasets.Catalogue.Find("acute_inpatients")!.Column("method").OneOf, Does.Contain(method));
            Assert.That(flow.Draw("select admissions, emergency_admissions, elective_admissions, cost from person_year join person using (person_key) where token = 1"), Is.EqualTo("admissions | emergency_admissions | elective_admissions | cost\n1 | 0 | 0 | 300"));
        });
    }

    [Test]
    public void A_spell_is_not_priced_on_an_episode_that_begins_long_after_death()
    {
        using var flow = Registered().Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date   | discharge_date | method | cost
            2          | a         | RA4      | S1           | 1             | 2024-06-20 | 2024-06-30 | 2024-06-30     | 21     | 300
            2          | b         | RA4      | S1           | 2             | 2024-08-20 | 2024-08-30 | 2024-08-30     | 21     | 400
            """).Run();

        Assert.That(flow.Draw("select source_id, cost_pence, nights from costed_event"), Is.EqualTo("source_id | cost_pence | nights\nRA4/a | 300 | 10"));
    }

    [Test]
    public void A_marker_in_the_units_of_care_is_no_number_of_units()
    {
        using var flow = Registered().Land("social_care_services", """
            nhs_number | authority | source_id | start_date | end_date   | service_type | unit_cost  | frequency | units_per_week
            1          | E1        | a         | 2024-05-01 | 2024-05-02 | Home         | 9999999999 | HOURLY    | 99999999999
            1          | E1        | b         | 2024-05-01 | 2024-05-07 | Home         | 2000       | HOURLY    | 10080
            """).Run();

        // Two days at the book's £5; and £20 for each of 10,080 units in the one week.
        Assert.That(flow.Draw("select cost_basis, cost_pence from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            cost_basis | cost_pence
            price      | 1000
            rate       | 20160000
            """)));
    }

    [Test]
    public void Care_by_days_that_begins_after_death_is_named_so()
    {
        using var flow = Registered().Land("social_care_services", """
            nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency
            2          | E1        | a         | 2024-07-01 | 2024-07-20 | 7000      | WEEKLY
            2          | E1        | b         | 2024-06-24 | 2024-07-20 | 7000      | WEEKLY
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select outcome from event_outcome join event using (row_id) order by source_id"), Is.EqualTo("outcome\nafter_death\ncounted"));
            Assert.That(flow.Draw("select cost_pence from costed_event"), Is.EqualTo("cost_pence\n7000"));
        });
    }

    [Test]
    public void A_year_is_lived_where_the_last_span_to_begin_in_it_says()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024)).Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice | area | start_date | end_date
            1          | p1         | 1940-05-17 | A81001   | E1   | 2010-01-01 | 2023-12-31
            1          | p1         | 1940-05-17 | A81002   | E2   | 2024-01-01 |
            1          | p1         | 1940-05-17 | A81003   | E3   | 2024-09-01 | 2024-10-01
            1          | p1         | 1940-05-17 | A81004   | E4   | 2025-04-01 |
            """).Run();

        Assert.That(flow.Draw("select year, practice, area, days_registered from person_year order by year"), Is.EqualTo(Table.Normal("""
            year    | practice | area | days_registered
            2023/24 | A81002   | E2   | 366
            2024/25 | A81003   | E3   | 365
            """)));
    }

    [Test]
    public void Two_senders_may_use_the_same_keys()
    {
        using var flow = Registered().Land("emergency_attendances", """
            nhs_number | source_id | provider | arrival_date | cost
            1          | 17        | RA4      | 2024-05-01   | 300
            1          | 17        | RA7      | 2024-05-01   | 400
            """).Run();

        Assert.That(flow.Draw("select sum(cost_emergency)::bigint as pence from person_year"), Is.EqualTo("pence\n700"));
    }
}
