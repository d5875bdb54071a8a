using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How episodes become spells, and spells stays: the cases of the domain reference, 2.3.4.</summary>
public sealed class SpellSpec
{
    private const string Ada = """
        nhs_number | patient_id | birth_date | practice | start_date
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01
        """;

    private const string Header = "nhs_number | source_id | provider | spell_number | admission_date | start_date | end_date   | discharge_date | episode_order | episode_status | method | admission_source | discharge_method | discharge_destination | patient_class";

    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-03 | | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA4 | | 2024-04-01 | 2024-04-03 | 2024-04-09 | | 2 | 3 | 21 | 19 | 1 | 19 | 1
        """, "8", 1, TestName = "A spell of two episodes")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-03 | | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA4 | |            | 2024-04-03 | 2024-04-05 | | 2 | 3 | 21 | 19 | 1 | 19 | 1
        """, "4", 1, TestName = "A second episode without its admission goes on where the first did not end in a discharge")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 51 | 1
        1 | e2 | RA7 | | 2024-04-05 | 2024-04-05 | 2024-04-12 | | 1 | 3 | 81 | 51 | 1 | 19 | 1
        """, "3, 7", 1, TestName = "A transfer on the next day is two spells and one stay")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e2 | RA4 | | 2024-04-06 | 2024-04-06 | 2024-04-07 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "1, 3", 2, TestName = "An admission two days after a discharge is another stay")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e2 | RA4 | | 2024-04-04 | 2024-04-04 | 2024-04-06 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "2, 3", 2, TestName = "An admission on the day of a discharge is another spell")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-02 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "1", 1, TestName = "Without a discharge date the last episode's end is the discharge")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 |            | | 1 | 1 | 21 | 19 |   |    | 1
        """, "", 0, TestName = "An unfinished episode is no spell yet")]
    [TestCase("""
        1 | e1 | RA401 | S1 | 2024-04-01 | 2024-04-01 | 2024-04-03 |            | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA402 | S1 | 2024-04-01 | 2024-04-05 | 2024-04-09 | 2024-04-09 | 2 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e3 | RA7   | S1 | 2024-04-02 | 2024-04-02 | 2024-04-04 | 2024-04-04 | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "2, 8", 2, TestName = "A number is a spell of its trust, whatever the site, and of no other trust")]
    public void Episodes_are_joined(string episodes, string nights, int stays)
    {
        using var flow = Hospital(episodes).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Warehouse.Query("select nights::bigint from spell order by nights").Rows.Select(row => row[0]), Is.EqualTo(nights.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)));
            Assert.That(flow.Warehouse.Count("select count(distinct stay_id) from continuous_stay"), Is.EqualTo(stays));
            Assert.That(flow.Warehouse.Count("select continuous_stays::bigint from person_year"), Is.EqualTo(stays));
        });
    }

    /// <summary>Cases E and F as a file brings them: the first discharge is the marker of none, and the second episode is sent again with more diagnoses.</summary>
    [Test]
    public void A_marker_is_no_discharge_and_an_episode_that_is_sent_again_is_one()
    {
        using var job = new RelatedJob().Give("acute_inpatients", """
            NEWNHSNO   | EPIKEY | PROCODE | EPIORDER | EPISTAT | ADMIDATE   | EPISTART   | EPIEND     | DISDATE    | ADMIMETH | DISMETH | DISDEST | DIAG_01 | DIAG_02 | TARIFF_TOTAL_PAYMENT
            9990000018 | e1     | RA4     | 1        | 3       | 2024-04-01 | 2024-04-01 | 2024-04-02 | 1800-01-01 | 21       | 1       | 19      | I500    |         | 100
            9990000026 | e2     | RA4     | 1        | 3       | 2024-04-01 | 2024-04-01 | 2024-04-05 | 2024-04-05 | 21       | 1       | 19      | E119    |         | 100
            9990000026 | e2     | RA4     | 1        | 3       | 2024-04-01 | 2024-04-01 | 2024-04-05 | 2024-04-05 | 21       | 1       | 19      | E119    | I500    | 100
            """).Run();

        Assert.That(job.PersonYears("admissions, continuous_stays, bed_days, cost, has_diabetes, has_heart_failure"), Is.EqualTo(Table.Normal("""
            age | admissions | continuous_stays | bed_days | cost  | has_diabetes | has_heart_failure
            74  | 1          | 1                | 1        | 10000 | no           | yes
            64  | 1          | 1                | 4        | 10000 | yes          | yes
            54  | 0          | 0                | 0        | 0     | no           | no
            """)));
    }

    /// <summary>By admission method, class and nights (NCL ICB's point of delivery, with the National Cost Collection's short stay of up to one night).</summary>
    [Test]
    public void A_spell_s_point_of_delivery_is_told_by_method_class_and_nights()
    {
        var cases = Table.Parse("""
            method | class | nights | is
            11     | 2     | 0      | day_case
            12     | 1     | 3      | elective
            13     | 1     | 0      | elective
            11     | 3     | 0      | regular
            11     | 4     | 1      | regular
            21     | 1     | 0      | non_elective_short
            2A     | 1     | 1      | non_elective_short
            22     | 1     | 2      | non_elective_long
            31     | 5     | 2      | non_elective_long
            82     | 1     | 1      | non_elective_short
            81     | 1     | 9      | non_elective_long
            """).Rows;
        using var flow = new Flow().Land("gp_registrations", Ada).Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | method | patient_class\n"
            + string.Join('\n', cases.Select((row, i) => $"1 | e{i} | RA4 | S{i:00} | 2024-05-01 | {new DateOnly(2024, 5, 1).AddDays(int.Parse(row["nights"]!, System.Globalization.CultureInfo.InvariantCulture)):yyyy-MM-dd} | {row["method"]} | {row["class"]}"))).Run();

        Assert.That(flow.Warehouse.Query("select point_of_delivery from spell order by spell_id").Rows.Select(row => row[0]), Is.EqualTo(cases.Select(row => row["is"])));
    }

    /// <summary>By its healthcare resource group, or by its treatment function at a birth; a sick one by neither.</summary>
    [Test]
    public void A_well_baby_is_no_admission_of_its_own()
    {
        using var flow = new Flow().Land("gp_registrations", Ada).Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | start_date | end_date   | method | hrg   | treatment_function | cost
            1          | well      | RA4      | S1           | 2024-05-01 | 2024-05-03 | 82     | PB03Z |                    | 100
            1          | nursery   | RA4      | S2           | 2024-06-01 | 2024-06-03 | 83     |       | 424                | 200
            1          | sick      | RA4      | S3           | 2024-07-01 | 2024-07-03 | 82     | PB02Z | 422                | 400
            1          | adult     | RA4      | S4           | 2024-08-01 | 2024-08-03 | 21     |       | 424                | 800
            """).Run();

        Assert.That(flow.Draw("select admissions, bed_days, cost from person_year"), Is.EqualTo("admissions | bed_days | cost\n2 | 4 | 1200"));
    }

    /// <summary>One episode in a hundred without a number is left to dates; two are too many to trust the others' numbers.</summary>
    [TestCase(1, null, "number", 99 + 1)]
    [TestCase(2, null, "dates", 100)]
    [TestCase(2, CostingSettings.ByNumber, "number", 98 + 2)]
    [TestCase(0, CostingSettings.ByDates, "dates", 100)]
    public void The_number_of_a_spell_is_used_where_nearly_all_have_one(int unnumbered, string? chosen, string method, int spells)
    {
        var first = new DateOnly(2024, 4, 1);
        var episodes = Enumerable.Range(0, 100).Select(i => $"1 | e{i} | RA4 | {(i < unnumbered ? "" : $"S{i}")} | {first.AddDays(3 * i):yyyy-MM-dd} | {first.AddDays(3 * i):yyyy-MM-dd} | {first.AddDays((3 * i) + 1):yyyy-MM-dd} | | 1 | 3 | 21 | 19 | 1 | 19 | 1");
        using var flow = Hospital(string.Join('\n', episodes), chosen).Run();

        Assert.That(flow.Draw("select method, (select count(*) from spell) as spells from spell_method"), Is.EqualTo($"method | spells\n{method} | {spells}"));
    }

    private static Flow Hospital(string episodes, string? spells = null) => new Flow { Costing = new() { Spells = spells } }
        .Land("gp_registrations", Ada)
        .Land("acute_inpatients", $"{Header}\n{episodes}");
}
