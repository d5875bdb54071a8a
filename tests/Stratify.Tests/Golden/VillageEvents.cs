using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What became of single rows: whose they are and how that is known, whether they count, and what their cost rests on.</summary>
public sealed class VillageEvents
{
    [Test]
    public void A_row_that_does_not_link_by_number_and_birth_date_says_how_it_links_or_why_it_does_not() =>
        Assert.That(Village.Draw("""
            select villager.number, event.dataset, start_date, grade, reason
            from linked_event as event join person_link using (dataset, row_id)
            left join person on person.person_key = event.person_key left join villager using (person_id)
            where grade <> 'A' and event.dataset <> 'prescribed_items' order by grade, villager.number nulls last, start_date, event.dataset desc
            """), Is.EqualTo(Table.Normal("""
            number | dataset                | start_date | grade | reason
            -------+------------------------+------------+-------+-------
            40     | gp_appointments        | 2024-05-21 | B     | number
            40     | gp_appointments        | 2024-09-03 | B     | number
            40     | gp_appointments        | 2024-12-10 | B     | number
            40     | gp_appointments        | 2025-02-11 | B     | number
            10     | emergency_attendances  | 2024-08-31 | C     | name and birth date
            11     | acute_outpatients      | 2024-11-14 | C     | name and birth date
            31     | social_care_services   | 2024-09-02 | C     | name and birth date
            31     | community_contacts     | 2024-09-04 | C     | name and birth date
            39     | social_care_services   | 2024-04-22 | C     | name and birth date
                   | social_care_services   | 2024-06-03 | U     | name and birth date of several people
                   | mental_health_contacts | 2024-10-09 | U     | birth date contradicts number
                   | emergency_attendances  | 2025-01-01 | U     | nothing to link by
                   | ambulance_incidents    | 2025-01-01 | U     | nothing to link by
            """)));

    [Test]
    public void What_belongs_to_no_person_year_is_kept_apart_with_its_reason() =>
        Assert.That(Village.Draw("select setting, reason, events, (pence / 100.0)::decimal(12, 2)::varchar as pounds from unattributed_cost order by setting"), Is.EqualTo(Table.Normal("""
            setting       | reason                     | events | pounds
            --------------+----------------------------+--------+-------
            emergency     | unlinked                   | 2      | 616.15
            mental_health | unlinked                   | 1      | 356.83
            prescribing   | unlinked                   | 1      | 0.95
            primary_care  | not registered in the year | 1      | 37.00
            social_care   | unlinked                   | 1      | 140.00
            """)));

    [Test]
    public void What_does_not_count_in_the_year_is_kept_with_the_reason() =>
        Assert.That(Village.Draw("""
            select number, event.dataset, start_date, outcome
            from linked_event as event join event_outcome using (row_id) join person on person.person_key = event.person_key join villager using (person_id)
            where outcome <> 'counted' order by number, start_date
            """), Is.EqualTo(Table.Normal("""
            number | dataset               | start_date | outcome
            -------+-----------------------+------------+--------
            7      | gp_appointments       | 2024-03-31 | out_of_period
            7      | gp_appointments       | 2025-04-01 | out_of_period
            23     | acute_inpatients      | 2024-08-12 | also_ward_stay
            30     | acute_inpatients      | 2025-03-28 | unfinished
            32     | emergency_attendances | 2023-12-25 | out_of_period
            32     | gp_appointments       | 2024-03-01 | out_of_period
            35     | acute_outpatients     | 2025-01-15 | after_death
            """)));

    [Test]
    public void What_is_not_priced_from_the_book_says_what_its_cost_rests_on() =>
        Assert.That(Village.Draw("""
            select number, costed_event.setting, start_date, cost_basis, (cost_pence / 100.0)::decimal(12, 2)::varchar as pounds
            from costed_event join linked_event using (dataset, source_id) join person on person.person_key = linked_event.person_key join villager using (person_id)
            where cost_basis not in ('price', 'rate') and costed_event.setting <> 'prescribing' order by number, start_date
            """), Is.EqualTo(Table.Normal("""
            number | setting       | start_date | cost_basis | pounds
            -------+---------------+------------+------------+-------
            2      | inpatient     | 2024-09-30 | not_costed | 0.00
            16     | mental_health | 2024-05-29 | not_costed | 0.00
            21     | primary_care  | 2024-12-05 | not_costed | 0.00
            21     | emergency     | 2024-12-21 | average    | 271.98
            22     | outpatient    | 2024-09-12 | not_costed | 0.00
            23     | mental_health | 2024-09-05 | not_costed | 0.00
            23     | mental_health | 2025-01-30 | average    | 305.94
            26     | mental_health | 2024-09-10 | average    | 169.49
            29     | social_care   | 2024-08-01 | carried    | 180.50
            29     | social_care   | 2024-10-01 | unpriced   | 0.00
            31     | continuing_care | 2025-03-01 | unpriced | 0.00
            32     | inpatient     | 2024-03-25 | in_spell   | 0.00
            34     | inpatient     | 2024-06-10 | in_spell   | 0.00
            34     | inpatient     | 2024-06-12 | in_spell   | 0.00
            38     | social_care   | 2024-05-14 | carried    | 95.00
            """)));

    [Test]
    public void What_was_dispensed_has_the_cost_that_its_feed_carries_and_counts_its_items() =>
        Assert.That(Village.Draw("""
            select number, source_id, start_date, grade, linked_event.quantity as items, cost_basis, (cost_pence / 100.0)::decimal(12, 2)::varchar as pounds
            from costed_event join linked_event using (dataset, source_id, row_id) join person_link using (dataset, row_id)
            left join person on person.person_key = linked_event.person_key left join villager using (person_id)
            where costed_event.setting = 'prescribing' order by source_id[12:]
            """), Is.EqualTo(Table.Normal("""
            number | source_id      | start_date | grade | items | cost_basis | pounds
            -------+----------------+------------+-------+-------+------------+-------
            15     | 2024-05-01/R02 | 2024-02-01 | B     | 1     | carried    | 1.46
            15     | 2024-11-01/R03 | 2024-08-01 | B     | 1     | carried    | 7.42
            17     | 2024-09-01/R04 | 2024-06-01 | B     | 2     | carried    | 1.84
                   | 2024-10-01/R05 | 2024-07-01 | U     | 1     | carried    | 0.95
            18     | 2024-07-01/R06 | 2024-04-01 | B     | 1     | carried    | 3.10
            22     | 2024-06-01/R07 | 2024-03-01 | B     | 1     | carried    | 2.95
            22     | 2024-08-01/R08 | 2024-05-01 | B     | 1     | not_costed | 0.00
            22     | 2024-10-01/R09 | 2024-07-01 | B     | 1     | not_costed | 0.00
            33     | 2024-12-01/R10 | 2024-09-01 | B     | 1     | carried    | 12.25
            33     | 2024-12-01/R10#2 | 2024-09-01 | B   | 0     | carried    | 0.85
            33     | 2024-12-01/R11 | 2024-09-01 | B     | 1     | carried    | 4.10
            35     | 2025-03-01/R13 | 2024-12-01 | B     | 1     | carried    | 8.80
            37     | 2024-09-01/R14 | 2024-06-01 | B     | 1     | carried    | 31.50
            37     | 2024-11-01/R15 | 2024-08-01 | B     | 0     | carried    | -4.20
            """)));
}
