using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>Each law, on data that hold it and then with one thing broken by hand: a law that nothing breaks would be no law.</summary>
public sealed class LawsCanBreak
{
    private Flow _village = null!;

    [OneTimeSetUp]
    public void Live() => _village = Village();

    [OneTimeTearDown]
    public void Leave() => _village.Dispose();

    [TestCase("everyone_has_one_number", "insert into register_entry by name select * replace ('somebody else' as person_id) from register_entry where token = 1")]
    [TestCase("every_event_is_linked_or_counted", "delete from person_link where grade = 'U'")]
    [TestCase("every_event_is_linked_or_counted", "update person_link set person_key = null where grade = 'B'")]
    [TestCase("every_event_is_linked_or_counted", "update event set link_grade = 'C' where link_grade = 'B'")]
    [TestCase("a_probable_link_is_sure_enough", "update person_link set probability = 0.99 where grade = 'B'")]
    [TestCase("a_probable_link_is_sure_enough", "update person_link set grade = 'P', probability = 0.98 where grade = 'B'")]
    [TestCase("every_event_has_one_outcome", "delete from event_outcome where row_id = (select row_id from event where source_id = 'a')")]
    [TestCase("every_event_is_priced_or_named", "update costed_event set cost_pence = null where source_id = 'a'")]
    [TestCase("every_event_is_priced_or_named", "update costed_event set cost_pence = 5 where cost_basis = 'unpriced'")]
    [TestCase("every_event_is_priced_or_named", "update costed_event set standard_pence = null where source_id = 'a'")]
    [TestCase("every_event_is_priced_or_named", "update costed_event set paid_pence = 5 where cost_basis = 'unpriced'")]
    [TestCase("the_cost_is_the_one_that_the_job_chose", "update costed_event set standard_pence = standard_pence + 1 where source_id = 'a'")]
    [TestCase("a_spell_is_priced_once", "update spell set carried_pence = carried_pence + 1")]
    [TestCase("parts_make_the_whole", "update costed_event set cost_pence = whole_pence + 1 where whole_pence is not null")]
    [TestCase("parts_make_the_whole", "update costed_event set part_days = whole_days where whole_pence is not null")]
    [TestCase("somebody_pays_for_every_event", "update costed_event set payer = null where source_id = 'a'")]
    [TestCase("somebody_pays_for_every_event", "update costed_event set client_pence = cost_pence + 1 where source_id = 'a'")]
    [TestCase("nothing_is_counted_long_after_death", "update person set died = date '2024-01-01'")]
    [TestCase("everyone_registered_has_a_year", "delete from person_year where cost = 0")]
    [TestCase("everyone_of_a_year_came_and_went_once", "delete from register_change")]
    [TestCase("everyone_of_a_year_came_and_went_once", "update register_change set went = 'died'")]
    [TestCase("every_pound_is_kept", "update costed_event set cost_pence = cost_pence + 1 where source_id = 'a'")]
    [TestCase("every_pound_is_kept", "update person_year set cost = cost - 1 where cost > 0")]
    [TestCase("every_pound_is_kept", "update costed_event set paid_pence = paid_pence + 1 where source_id = 'a'")]
    [TestCase("every_pound_is_kept", "update person_year set standard_cost = standard_cost - 1 where cost > 0")]
    [TestCase("every_pound_is_kept", "update unattributed_cost set paid_pence = paid_pence + 1")]
    [TestCase("every_pound_is_kept", "delete from unattributed_cost")]
    [TestCase("care_by_the_month_is_all_care", "update person_care set pence = pence + 1 where setting = 'inpatient'")]
    [TestCase("care_by_the_month_is_all_care", "delete from person_care where setting = 'primary_care'")]
    [TestCase("a_condition_was_recorded_before_it_counts", "update condition_record set first_recorded_on = date '2025-04-01' where condition = 'diab'")]
    [TestCase("a_condition_was_recorded_before_it_counts", "update condition_record set by_hospital = false")]
    [TestCase("a_heavier_degree_counts_alone", "update person_grouping set conditions = conditions + 1 where grouping = 'charlson'")]
    [TestCase("an_admission_is_counted_once", "update person_year set acsc_phs_admissions = emergency_admissions + 1")]
    [TestCase("an_admission_is_counted_once", "update person_year set emergency_bed_days = bed_days + 1")]
    [TestCase("an_admission_is_counted_once", "update person_year set in_scope_admissions = admissions + 1")]
    [TestCase("a_stay_is_in_scope_once", "update person_opportunity set net_pence = net_pence + 1 where has_net")]
    [TestCase("a_stay_is_in_scope_once", "update person_opportunity set net_admissions = admissions, net_nights = nights, net_pence = pence")]
    [TestCase("a_stay_is_in_scope_once", "delete from person_opportunity where has_net")]
    public void A_law_sees_what_breaks_it(string law, string breaking)
    {
        _village.Warehouse.Execute("begin transaction");
        try { Break(_village.Warehouse, law, breaking); }
        finally { _village.Warehouse.Execute("rollback"); }
    }

    /// <summary>By itself, as what is broken lies in two databases, and what is undone in one.</summary>
    [Test]
    public void A_law_sees_a_cost_that_is_not_what_was_paid_where_the_job_chose_that()
    {
        using var village = Village();

        Break(village.Warehouse, "the_cost_is_the_one_that_the_job_chose", "update cost_choice set way = 'paid'; update costed_event set paid_pence = paid_pence + 1 where source_id = 'a'");
    }

    private static void Break(Warehouse warehouse, string law, string breaking)
    {
        var script = SqlScript.Load(law);
        var before = warehouse.Breaches(script);

        warehouse.Execute(breaking);

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.Zero);
            Assert.That(warehouse.Breaches(script), Is.Positive);
        });
    }

    private static Flow Village() => new Flow()
        .Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice
            1          | p1         | 1940-05-17 | A81001
            2          | p2         | 1950-05-17 | A81001
            """)
        .Land("gp_appointments", """
            nhs_number | source_id | appointment_date | status   | cost
            1          | a         | 2024-05-01       | FINISHED | 3700
            1          | b         | 2024-05-01       | FINISHED |
            9          | c         | 2024-05-01       | FINISHED | 3700
            """)
        .Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date   | method | cost   | diagnosis_1 | diagnosis_2
            1          | e1        | RA4      | S1           | 1             | 2024-05-01 | 2024-05-02 | 21     |        | E119        | E112
            1          | e2        | RA4      | S1           | 2             | 2024-05-02 | 2024-05-04 | 21     | 300000 | E112        |
            """)
        .Land("social_care_services", """
            nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency
            1          | E1        | s1        | 2024-03-25 | 2024-04-30 | 7000      | WEEKLY
            """)
        .Run();
}
