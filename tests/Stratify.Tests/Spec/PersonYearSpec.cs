using Stratify.Costing;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class PersonYearSpec
{
    private static PriceBook Prices { get; } = new("test", [new Price("primary_care", "minute", "GP||", 6000, 60, "2024/25", "by hand", "test")]);

    [Test]
    public void Everyone_registered_has_a_row_and_a_day_counts_once()
    {
        using var flow = new Flow()
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice | start_date | end_date   | death_date
                -----------+------------+------------+----------+------------+------------+-----------
                1          | all        | 1940-05-17 | A81001   |            |            |
                2          | joiner     | 1940-05-17 | A81001   | 2025-03-01 |            |
                3          | leaver     | 1940-05-17 | A81001   | 2010-01-01 | 2024-04-10 |
                4          | moved      | 1940-05-17 | A81001   | 2010-01-01 | 2024-09-30 |
                4          | moved      | 1940-05-17 | A81002   | 2024-09-01 |            |
                5          | died       | 1940-05-17 | A81001   | 2010-01-01 |            | 2024-04-05
                6          | gone       | 1940-05-17 | A81001   | 2010-01-01 | 2024-03-31 |
                7          | later      | 1940-05-17 | A81001   | 2025-04-01 |            |
                """)
            .Run();

        Assert.That(flow.Draw("select token, days_registered, year.died, year.practice, cost from person_year as year join person using (person_key) order by token"), Is.EqualTo(Table.Normal("""
            token | days_registered | died | practice | cost
            1     | 365             | no   | A81001   | 0
            2     | 31              | no   | A81001   | 0
            3     | 10              | no   | A81001   | 0
            4     | 365             | no   | A81002   | 0
            5     | 5               | yes  | A81001   | 0
            """)));
    }

    [Test]
    public void Each_year_has_its_own_row_and_cost()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024)) { Prices = Prices }
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice
                1          | all        | 1940-05-17 | A81001
                """)
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status   | clinician | planned_minutes
                1          | a         | 2023-04-01       | FINISHED | GP        | 10
                1          | b         | 2024-03-31       | FINISHED | GP        | 10
                1          | c         | 2024-04-01       | FINISHED | GP        | 10
                1          | d         | 2025-04-01       | FINISHED | GP        | 10
                """)
            .Land("social_care_services", """
                nhs_number | authority | source_id | start_date | unit_cost | frequency
                1          | E10000027 | s1        | 2024-03-25 | 70000     | WEEKLY
                """)
            .Run();

        // £60 an hour: £10 an appointment. The service runs 7 days in the first year and 365 in the second: £700 and £36,500.
        Assert.That(flow.Draw("select year, gp_appointments, cost_primary_care, cost_social_care, cost, settings_used, care_weeks from person_year order by year"), Is.EqualTo(Table.Normal("""
            year    | gp_appointments | cost_primary_care | cost_social_care | cost    | settings_used | care_weeks
            2023/24 | 2               | 2000              | 70000            | 72000   | 2             | 1
            2024/25 | 1               | 1000              | 3650000          | 3651000 | 2             | 52.1
            """)));
    }

    /// <summary>The year 2021/22 is not next to 2023/24, in 2023/24 the third person was not registered, and the second used nothing.</summary>
    [Test]
    public void A_year_knows_what_the_year_before_was_like_for_whoever_was_registered_in_it()
    {
        using var flow = new Flow(Period.FinancialYear(2021), Period.FinancialYear(2023), Period.FinancialYear(2024))
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice | start_date | end_date
                1          | all        | 1940-05-17 | A81001   |            |
                2          | unused     | 1940-05-17 | A81001   |            |
                3          | joiner     | 1940-05-17 | A81001   | 2024-06-01 |
                4          | returner   | 1940-05-17 | A81001   | 2010-01-01 | 2022-03-31
                4          | returner   | 1940-05-17 | A81001   | 2024-06-01 |
                """)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | method | cost
                1          | a         | RA4      | S1           | 2021-05-01 | 2021-05-02 | 21     | 100
                1          | b         | RA4      | S2           | 2023-05-01 | 2023-05-02 | 21     | 200
                1          | c         | RA4      | S3           | 2023-06-01 | 2023-06-02 | 11     | 400
                1          | d         | RA4      | S4           | 2024-05-01 | 2024-05-02 | 21     | 800
                3          | e         | RA4      | S5           | 2023-05-01 | 2023-05-02 | 21     | 1600
                4          | f         | RA4      | S6           | 2021-05-01 | 2021-05-02 | 21     | 3200
                """)
            .Run();

        Assert.That(flow.Draw("select token, year, cost, last_year_cost, last_year_emergency_admissions from person_year join person using (person_key) order by token, year"), Is.EqualTo(Table.Normal("""
            token | year    | cost | last_year_cost | last_year_emergency_admissions
            1     | 2021/22 | 100  |                |
            1     | 2023/24 | 600  |                |
            1     | 2024/25 | 800  | 600            | 1
            2     | 2021/22 | 0    |                |
            2     | 2023/24 | 0    |                |
            2     | 2024/25 | 0    | 0              | 0
            3     | 2024/25 | 0    |                |
            4     | 2021/22 | 3200 |                |
            4     | 2024/25 | 0    |                |
            """)));
    }

    [Test]
    public void A_year_of_which_nothing_was_sent_says_nothing_of_anybody()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024))
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | all | 1940-05-17 | A81001")
            .Land("gp_appointments", "nhs_number | source_id | appointment_date | status | cost\n1 | a | 2024-05-01 | FINISHED | 100")
            .Run();

        Assert.That(flow.Draw("select year, cost, last_year_cost, last_year_emergency_admissions from person_year order by year"), Is.EqualTo("year | cost | last_year_cost | last_year_emergency_admissions\n2023/24 | 0 |  | \n2024/25 | 100 |  | "));
    }

    /// <summary>The first was costliest last year and costs nothing now, the second the other way about, and the third came in between.</summary>
    [Test]
    public void People_are_chosen_on_last_year_and_reported_on_this()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024))
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice | start_date
                1          | before     | 1940-05-17 | A81001   |
                2          | now        | 1940-05-17 | A81001   |
                3          | joiner     | 1940-05-17 | A81001   | 2024-06-01
                4          | never      | 1940-05-17 | A81001   |
                """)
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status   | cost
                1          | a         | 2023-05-01       | FINISHED | 9000
                2          | b         | 2023-05-01       | FINISHED | 1000
                2          | c         | 2024-05-01       | FINISHED | 8000
                3          | d         | 2024-07-01       | FINISHED | 7000
                """)
            .Run().Rank("high-cost-last-year");

        Assert.That(flow.Draw("""
            select token, cohort, cost from cohort_member join person_year using (person_key, year) join person using (person_key)
            where year = '2024/25' order by token
            """), Is.EqualTo(Table.Normal("""
            token | cohort         | cost
            1     | top-1          | 0
            2     | rest-with-cost | 8000
            3     | not-known      | 7000
            4     | no-cost        | 0
            """)));
    }

    [Test]
    public void Cost_that_belongs_to_no_person_year_is_shown_on_its_own_with_its_reason()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice | end_date
                1          | here       | 1940-05-17 | A81001   |
                2          | gone       | 1940-05-17 | A81001   | 2024-01-31
                """)
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status   | clinician | planned_minutes
                1          | a         | 2024-05-01       | FINISHED | GP        | 10
                2          | b         | 2024-05-01       | FINISHED | GP        | 20
                9          | c         | 2024-05-01       | FINISHED | GP        | 30
                """)
            .Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select reason, events, pence from unattributed_cost order by reason"), Is.EqualTo(Table.Normal("""
                reason                     | events | pence
                not registered in the year | 1      | 2000
                unlinked                   | 1      | 3000
                """)));
            Assert.That(flow.Warehouse.Count("select sum(cost)::bigint from person_year"), Is.EqualTo(1000));
        });
    }

    [Test]
    public void A_condition_counts_from_the_year_in_which_it_was_first_recorded_wherever_that_was()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024))
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice
                1          | all        | 1940-05-17 | A81001
                """)
            .Land("gp_events", """
                nhs_number | source_id | event_date | code | code_system
                1          | a         | 1990-01-01 | E11  | ICD10
                1          | b         | 2024-06-01 | E119 | ICD10
                """)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | diagnosis_1 | diagnosis_2
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | J44.1       | I10X
                """)
            .Run();

        Assert.That(flow.Draw("select year, conditions, has_diabetes, has_copd, has_hypertension, has_dementia from person_year order by year"), Is.EqualTo(Table.Normal("""
            year    | conditions | has_diabetes | has_copd | has_hypertension | has_dementia
            2023/24 | 1          | yes          | no       | no               | no
            2024/25 | 3          | yes          | yes      | yes              | no
            """)));
    }

    [TestCase("I11.0")]
    [TestCase("I110")]
    [TestCase("i11.0D")]
    public void An_ICD_10_code_of_general_practice_is_found_however_it_is_written(string code)
    {
        using var flow = new Flow()
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice
                1          | all        | 1940-05-17 | A81001
                """)
            .Land("gp_events", $"""
                nhs_number | source_id | event_date | code   | code_system
                1          | a         | 2020-01-01 | {code} | ICD10
                """)
            .Run();

        Assert.That(flow.Draw("select conditions, has_hypertension, has_heart_failure from person_year"), Is.EqualTo(Table.Normal("""
            conditions | has_hypertension | has_heart_failure
            2          | yes              | yes
            """)));
    }
}
