using Stratify.Ranking;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Which cohorts are looked at up close, what is kept of their people's care, and what may be seen of it.</summary>
public sealed class UpCloseSpec
{
    [Test]
    public void What_is_kept_of_care_is_by_month_and_provider_and_a_cohort_s_providers_have_all_of_it()
    {
        using var flow = new Flow { Close = UpClose.Of([("number-of-conditions", "conditions-0")], 8) };
        flow
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice
                1          | p1         | 1940-05-17 | A81001
                2          | p2         | 1950-05-17 | A81001
                """)
            .Land("gp_appointments", """
                nhs_number | source_id | practice | appointment_date | status   | cost
                1          | a         | A81001   | 2024-05-01       | FINISHED | 3700
                1          | b         | A81001   | 2024-05-31       | FINISHED | 3700
                2          | c         | A81002   | 2025-03-31       | FINISHED | 4100
                2          | d         | A81002   | 2025-03-30       | DNA      | 4100
                """)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date   | method | cost
                1          | e1        | RA4      | S1           | 1             | 2024-03-25 | 2024-03-28 | 21     |
                1          | e2        | RA4      | S1           | 2             | 2024-03-28 | 2024-04-02 | 21     | 300000
                2          | e3        | RBA      | S2           | 1             | 2024-07-31 | 2024-08-02 | 11     | 200000
                """)
            .Land("social_care_services", """
                nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency
                1          | E1        | s1        | 2024-03-25 | 2024-04-30 | 7000      | WEEKLY
                """)
            .Run()
            .Rank("number-of-conditions");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select month_name, setting, activity, provider, contacts, lasted, pence from person_care join (select distinct year, month, month_name from period_day) using (year, month) where contacts > 0 order by person_key, month, cast(setting as varchar)"), Is.EqualTo(Table.Normal("""
                month_name | setting      | activity            | provider | contacts | lasted | pence
                2024-04    | inpatient    | emergency_admission | RA4      |        1 |      8 | 300000
                2024-04    | social_care  | care_service        | E1       |        1 |     30 |  30000
                2024-05    | primary_care | gp_appointment      | A81001   |        2 |      0 |   7400
                2024-07    | inpatient    | elective_admission  | RBA      |        1 |      2 | 200000
                2025-03    | primary_care | gp_appointment      | A81002   |        1 |      0 |   4100
                """)));
            Assert.That(flow.Draw("select setting, provider, people, contacts, pence from measure_cohort_provider order by cast(setting as varchar), provider"), Is.EqualTo(Table.Normal("""
                setting      | provider | people | contacts | pence
                inpatient    | RA4      |      1 |        1 | 300000
                inpatient    | RBA      |      1 |        1 | 200000
                primary_care | A81001   |      1 |        2 |   7400
                primary_care | A81002   |      1 |        1 |   4100
                social_care  | E1       |      1 |        1 |  30000
                """)));
        });
    }

    [Test]
    public void The_first_two_of_the_first_partition_and_the_first_of_each_other_are_looked_at_where_they_have_a_hundred_people()
    {
        using var town = new ResultTown([.. ResultTown.Alike(120, new(70, 2, 3700, 250_000)), .. ResultTown.Alike(99, new(70, 3, 3700, 900_000)), .. ResultTown.Alike(150, new(70, 1, 3700, 0)), .. ResultTown.Alike(150, new(70, 0, 0, 0))], "number-of-conditions", "age-and-conditions");

        Assert.That(Table.Draw(town.Warehouse.Query("select scheme, cohort, people from up_close order by number")), Is.EqualTo(Table.Normal("""
            scheme               | cohort           | people
            number-of-conditions | conditions-2     |    120
            number-of-conditions | conditions-1     |    150
            age-and-conditions   | age-70-79-conditions-2 |    120
            """)), "costlier, and too few, are those with three");
    }

    [TestCase(3, "[c]", Description = "three users of the other cohort are the setting's less this cohort's, and with the one setting goes another of the cohort's")]
    [TestCase(30, "120")]
    public void Where_what_a_cohort_cost_in_a_setting_is_hidden_so_are_its_providers(int others, string people)
    {
        using var town = new ResultTown([.. ResultTown.Alike(120, new(70, 2, 3700, 250_000)), .. ResultTown.Alike(others, new(40, 0, 3700, 90_000)), .. ResultTown.Alike(40, new(40, 0, 3700, 0))], "number-of-conditions");
        var results = town.Publish();

        Assert.That(ResultTown.Draw(results["cohort_providers"], "cohort", "setting", "provider", "people"), Is.EqualTo(Table.Normal($"""
            cohort       | setting      | provider | people
            conditions-2 | primary_care |          | {people}
            conditions-2 | inpatient    | RA4      | {people}
            """)));
    }

    /// <summary>Ten of the cohort see the smaller practice: with one practice of four people beside it, its own ten are hidden with them.</summary>
    [Test]
    public void Providers_of_few_people_are_hidden_and_with_one_alone_the_next()
    {
        using var flow = new Flow { Close = UpClose.Of([("number-of-conditions", "conditions-0")], 8) };
        flow
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n" + string.Join('\n', Enumerable.Range(1, 44).Select(i => $"{i} | p{i} | 1950-05-17 | A81001")))
            .Land("gp_appointments", "nhs_number | source_id | practice | appointment_date | status | cost\n" + string.Join('\n', Enumerable.Range(1, 44).Select(i => $"{i} | a{i} | {(i <= 30 ? "A81001" : i <= 40 ? "A81002" : "A81003")} | 2024-05-01 | FINISHED | 3700")))
            .Run()
            .Rank("number-of-conditions");

        Assert.That(ResultTown.Draw(ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely)["cohort_providers"], "provider", "people", "contacts", "cost"), Is.EqualTo(Table.Normal("""
            provider | people | contacts | cost
            A81001   | 30     | 30       | 1110
            A81002   | [c]    | [c]      | [c]
            A81003   | [c]    | [c]      | [c]
            """)));
    }

    /// <summary>Residents have the first of the declared conditions first, so that all with one have hypertension, and those with two diabetes too: where all but four of the cohort have it, they would be told.</summary>
    [TestCase(40, "80", "200")]
    [TestCase(4, "[c]", "[c]", Description = "and the other cohort's with it, for everybody's less that would be the same")]
    public void A_condition_that_all_but_a_few_of_a_cohort_have_is_hidden(int without, string people, string others)
    {
        using var town = new ResultTown([.. ResultTown.Alike(120 - without, new(80, 2, 3700, 250_000)), .. ResultTown.Alike(without, new(80, 1, 3700, 250_000)), .. ResultTown.Alike(200, new(30, 2, 3700, 0))], "frailty-and-unplanned-care");

        Assert.That(ResultTown.Draw(town.Publish()["up_close_conditions"], "cohort", "condition", "people"), Is.EqualTo(Table.Normal($"""
            cohort        | condition    | people
            other-older   | Hypertension | 120
            other-older   | Diabetes     | {people}
            everyone-else | Hypertension | 200
            everyone-else | Diabetes     | {others}
            """)));
    }
}
