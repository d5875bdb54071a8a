using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What stays in hospital say of a person's year beside their number.</summary>
public sealed class AdmissionSpec
{
    /// <summary>Each line is a person's emergency: codes in their places, and whether the NHS Institute's list of 19 has it (The-Strategy-Unit/nhp_data@cff9dde).</summary>
    [Test]
    public void An_emergency_is_ambulatory_care_sensitive_by_its_diagnoses_unless_a_procedure_keeps_it_off() => Says("acsc_admissions", """
        main | other | third | procedure | further | n
        J45.9 |      |       |           |         | 1
        Z09.8 | J45.9 |      |           |         | 0
        Z09.8 | E11.5 |      |           |         | 1
        E11.9 |      |       |           |         | 0
        L03.1 |      |       |           |         | 1
        L03.1 |      |       | X40.1     |         | 1
        L03.1 |      |       | S60.1     | A52.1   | 0
        L03.1 |      |       | S47.2     |         | 1
        I50.0 |      |       | K40.1     |         | 0
        I50.0 |      |       | K60.1     |         | 0
        I50.0 |      |       | K63.1     |         | 1
        I20.0 |      |       | E25.1     | K75.1   | 0
        I20.0 |      |       | U10.1     | K75.1   | 1
        J20.9 |      |       |           |         | 0
        J20.9 | J44.9 |      |           |         | 1
        J20.9 | Z00.0 | J44.9 |          |         | 1
        J13X  |      |       |           |         | 1
        J13X  | D57.0 |      |           |         | 0
        D57.0 | J13X |       |           |         | 1
        R02X  |      |       |           |         | 1
        S72.0 |      |       |           |         | 0
        """);

    /// <summary>Scotland asks for the second place, and has other procedures; Carey and others count bronchitis with pneumonia (Public-Health-Scotland/source-linkage-files, HFAnalyticsLab/High_cost_users).</summary>
    [Test]
    public void Each_list_has_its_own_rules() => Says("acsc_phs_admissions || ' ' || acsc_carey_admissions", """
        main | other | third | procedure | further | n
        J20.9 | J44.9 |      |           |         | 1 1
        J20.9 | Z00.0 | J44.9 |          |         | 0 1
        I50.0 |      |       | K40.1     |         | 0 1
        I50.0 |      |       | A52.1     | K40.1   | 1 1
        N39.0 |      |       |           |         | 0 1
        """);

    /// <summary>From 65, by an injury with a fall beside it, a fracture of frail bones without an outside cause, or a tendency to fall.</summary>
    [Test]
    public void A_fall_is_known_by_three_signs() => Says("falls_admissions", """
        main | other | third | procedure | further | n
        S01.0 | W19X |       |           |         | 1
        S01.0 | W20X |       |           |         | 0
        S01.0 |      |       |           |         | 0
        S72.0 |      |       |           |         | 1
        S72.0 | V43.5 |      |           |         | 0
        J18.9 | M80.0 |      |           |         | 1
        J18.9 | M80.6 |      |           |         | 0
        T08X0 |      |       |           |         | 1
        R29.6 |      |       |           |         | 1
        J18.9 | R29.6 |      |           |         | 0
        """);

    [Test]
    public void Only_emergencies_are_on_a_list_and_falls_are_of_older_people()
    {
        using var flow = Start("""
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | diagnosis_1
            1          | e1        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 11     | J459
            1          | e2        | RA4      | 2024-07-01 | 2024-07-02 | 2024-07-02     | 2A     | R296
            2          | e3        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | R296
            """).Run();

        Assert.That(flow.Draw("select token, emergency_admissions, acsc_admissions, falls_admissions from person_year join person using (person_key) order by token"), Is.EqualTo(Table.Normal("""
            token | emergency_admissions | acsc_admissions | falls_admissions
            1     | 1                    | 0               | 1
            2     | 1                    | 0               |
            """)));
    }

    [Test]
    public void Nights_of_emergencies_and_emergencies_without_a_night()
    {
        using var flow = Start("""
            nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date   | discharge_date | method | diagnosis_1
            1          | e1        | RA4      | S1           | 1             | 2024-05-01 | 2024-05-03 |                | 21     | J459
            1          | e2        | RA4      | S1           | 2             | 2024-05-03 | 2024-05-08 | 2024-05-08     | 21     | Z000
            1          | e3        | RA4      | S2           | 1             | 2024-07-01 | 2024-07-01 | 2024-07-01     | 21     | Z000
            1          | e4        | RA4      | S3           | 1             | 2024-08-01 | 2024-08-04 | 2024-08-04     | 11     | J459
            """).Run();

        // The first episode of a stay says why the person came: the asthma of the second stay's planned one does not count.
        Assert.That(flow.Draw("select emergency_admissions, zero_stay_admissions, bed_days, emergency_bed_days, acsc_admissions from person_year join person using (person_key) where token = 1"), Is.EqualTo(Table.Normal("""
            emergency_admissions | zero_stay_admissions | bed_days | emergency_bed_days | acsc_admissions
            2                    | 1                    | 10       | 7                  | 1
            """)));
    }

    /// <summary>Two stays of a person each: the first ends on 1 May, the second is an emergency unless it says otherwise.</summary>
    [TestCase("11 1 | Z000 | 19", "2024-05-01 21 | J459", 1, Description = "the day of discharge")]
    [TestCase("21 1 | Z000 | 19", "2024-05-30 21 | J459", 1, Description = "29 days after")]
    [TestCase("21 1 | Z000 | 19", "2024-05-31 21 | J459", 0)]
    [TestCase("21 1 | Z000 | 19", "2024-05-10 11 | J459", 0, Description = "planned")]
    [TestCase("11 2 | Z000 | 19", "2024-05-10 21 | J459", 0, Description = "after a day case")]
    [TestCase("31 1 | O800 | 19", "2024-05-10 21 | J459", 0, Description = "after a birth")]
    [TestCase("21 1 | C509 | 19", "2024-05-10 21 | J459", 0, Description = "after care of cancer")]
    [TestCase("21 1 | Z000 | 19", "2024-05-10 21 | C509", 0, Description = "for cancer")]
    [TestCase("21 1 | C449 | 19", "2024-05-10 21 | J459", 1, Description = "skin is another matter")]
    [TestCase("21 1 | Z000 | 51", "2024-05-03 21 | J459", 0, Description = "moved to another hospital: the stay goes on")]
    [TestCase("21 1 | Z000 | 51", "2024-05-06 21 | J459", 1, Description = "too late to be the same stay")]
    [TestCase("21 1 | Z000 | 19", "2024-05-01 2B | J459", 0, Description = "an emergency transfer")]
    public void An_emergency_up_to_29_days_after_the_last_discharge_is_a_readmission(string first, string second, int readmissions)
    {
        var (one, two) = (first.Split(' '), second.Split(' '));
        using var flow = Start($"""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method   | patient_class | diagnosis_1 | discharge_destination
            1          | e1        | RA4      | S1           | 2024-04-28 | 2024-05-01 | 2024-05-01     | {one[0]} | {one[1]}      | {one[3]}    | {one[5]}
            1          | e2        | RA4      | S2           | {two[0]}   | 2024-06-10 | 2024-06-10     | {two[1]} | 1             | {two[3]}    | 19
            """).Run();

        Assert.That(flow.Draw("select readmissions from person_year join person using (person_key) where token = 1"), Is.EqualTo($"readmissions\n{readmissions}"));
    }

    [Test]
    public void A_discharge_of_the_year_before_counts_and_a_stay_within_another_does_not()
    {
        using var flow = Start("""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method
            1          | e1        | RA4      | S1           | 2024-03-01 | 2024-03-20 | 2024-03-20     | 21
            1          | e2        | RA4      | S2           | 2024-04-02 | 2024-04-20 | 2024-04-20     | 21
            1          | e3        | RB7      | S3           | 2024-04-05 | 2024-04-06 | 2024-04-06     | 21
            """).Run();

        Assert.That(flow.Draw("select emergency_admissions, readmissions from person_year join person using (person_key) where token = 1"), Is.EqualTo("emergency_admissions | readmissions\n2 | 1"));
    }

    /// <summary>Ready on a day, of a stay from the 1st to the 11th.</summary>
    [TestCase("2024-05-06", "1", "5")]
    [TestCase("2024-05-11", "1", "0")]
    [TestCase("2024-05-12", "1", "0", Description = "after the discharge: told wrong")]
    [TestCase("2024-04-01", "1", "10", Description = "never longer than the stay")]
    [TestCase("2023-03-31", "1", "0", Description = "before the day was told")]
    [TestCase("2024-05-06", "3", "0", Description = "no ordinary admission")]
    [TestCase("", "1", "", Description = "nobody tells it")]
    public void Delayed_days_are_those_after_the_person_was_ready_to_leave(string ready, string patientClass, string delayed)
    {
        using var flow = Start($"""
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | patient_class  | ready_date
            1          | e1        | RA4      | 2024-05-01 | 2024-05-11 | 2024-05-11     | 21     | {patientClass} | {ready}
            """).Run();

        Assert.That(flow.Draw("select delayed_days from person_year join person using (person_key) where token = 1"), Is.EqualTo($"delayed_days\n{delayed}"));
    }

    [Test]
    public void What_nobody_sent_is_missing_and_not_none()
    {
        using var flow = Start("").Run();

        Assert.That(flow.Draw("""
            select count(acsc_admissions) + count(falls_admissions) + count(readmissions) + count(zero_stay_admissions) + count(emergency_bed_days) + count(delayed_days) + count(frequent_attender) + count(setting_entropy) as known
            from person_year
            """), Is.EqualTo("known\n0"));
    }

    [Test]
    public void Who_attends_five_times_a_year_attends_often()
    {
        using var flow = Start("").Land("emergency_attendances", $"""
            nhs_number | source_id | provider | arrival_date
            {string.Join('\n', Enumerable.Range(1, 9).Select(i => $"{(i < 6 ? 1 : 2)} | a{i} | RA4 | 2024-05-0{i}"))}
            """).Run();

        Assert.That(flow.Draw("select ae_attendances, frequent_attender from person_year join person using (person_key) order by token"), Is.EqualTo(Table.Normal("""
            ae_attendances | frequent_attender
            5              | yes
            4              | no
            """)));
    }

    /// <summary>Of shares .5, .3 and .2 the entropy is 1.029653014, over ln 9 it is 0.4686152816.</summary>
    [Test]
    public void The_entropy_of_the_setting_mix_is_none_in_one_setting_and_one_where_all_share_alike()
    {
        using var flow = Start("").Land("acute_outpatients", """
                nhs_number | source_id | provider | appointment_date | attended | cost
                1          | o1        | RA4      | 2024-05-01       | 5        | 5000
                2          | o2        | RA4      | 2024-05-01       | 5        | 5000
                """)
            .Land("community_contacts", """
                nhs_number | source_id | provider | contact_date | attended | cost
                1          | c1        | R1C      | 2024-05-01   | 5        | 3000
                """)
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status   | cost
                1          | g1        | 2024-05-01       | FINISHED | 2000
                """).Run();

        Assert.That(flow.Draw("select cost, setting_entropy from person_year join person using (person_key) order by token"), Is.EqualTo(Table.Normal("""
            cost  | setting_entropy
            10000 | 0.4686
            5000  | 0
            """)));
    }

    private static void Says(string what, string drawn)
    {
        var stays = Table.Parse(drawn).Rows;
        using var flow = new Flow()
            .Land("gp_registrations", $"nhs_number | patient_id | birth_date | practice\n{string.Join('\n', stays.Select((_, i) => $"{i + 1} | p{i} | 1940-05-17 | A81001"))}")
            .Land("acute_inpatients", $"""
                nhs_number | source_id | provider | start_date | end_date | discharge_date | method | diagnosis_1 | diagnosis_2 | diagnosis_3 | procedure_1 | procedure_2
                {string.Join('\n', stays.Select((stay, i) => $"{i + 1} | e{i} | RA4 | 2024-05-01 | 2024-05-03 | 2024-05-03 | 21 | {stay["main"]} | {stay["other"]} | {stay["third"]} | {stay["procedure"]} | {stay["further"]}"))}
                """)
            .Run();

        var said = flow.Warehouse.Query($"select cast({what} as varchar) from person_year join person using (person_key) order by token").Rows.Select(row => (string)row[0]!);
        Assert.That(stays.Zip(said, (stay, n) => $"{stay["main"]} {stay["other"]} {stay["third"]} {stay["procedure"]} {stay["further"]}: {n}"), Is.EqualTo(
            stays.Select(stay => $"{stay["main"]} {stay["other"]} {stay["third"]} {stay["procedure"]} {stay["further"]}: {stay["n"]}")));
    }

    private static Flow Start(string stays) => new Flow()
        .Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice
            1          | p1         | 1940-05-17 | A81001
            2          | p2         | 1990-05-17 | A81001
            """)
        .Land("acute_inpatients", stays);
}
