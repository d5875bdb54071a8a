using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Which records a long-term condition is known by, where codes, medicines and resolved codes meet, and what is said when some of them were not loaded.</summary>
public sealed class GroupingRuleSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        """;

    /// <summary>
    /// Each line is a person: the condition asked for, codes with their days, what was issued how often in the year's last months, and whether they have
    /// it. A code of an older day counts for what is known ever; of cancers the first of all is asked, whatever came after. 04.7.4 is for migraine.
    /// </summary>
    [Test]
    public void A_rule_asks_for_codes_medicines_either_or_both()
    {
        const string drawn = """
            depression        | F32.9 2024-06-01                  |              | yes
            depression        | F32.9 2023-06-01                  |              | no
            depression        | F32.9 2023-06-01                  | 0403030Q0 x4 | yes
            depression        |                                   | 0403030Q0 x3 | no
            asthma            | J45.9 1990-01-01                  |              | no
            asthma            | J45.9 1990-01-01                  | 0301011R0 x1 | yes
            asthma            |                                   | 0301011R0 x9 | no
            epilepsy          | G40.9 1990-01-01                  | 0408010A0 x1 | yes
            eczema_psoriasis  | L40.0 1990-01-01                  | 1304000C0 x3 | no
            eczema_psoriasis  | L40.0 1990-01-01                  | 1304000C0 x4 | yes
            constipation      | K59.0 2024-06-01                  |              | no
            constipation      |                                   | 0106020C0 x4 | yes
            painful_condition |                                   | 0407010H0 x4 | yes
            painful_condition |                                   | 0407041T0 x4 | no
            migraine          |                                   | 0407041T0 x4 | yes
            psychosis_bipolar |                                   | 0402030K0 x1 | yes
            ibs               | K58.9 1990-01-01                  |              | yes
            cancer            | C50.9 2021-01-01                  |              | yes
            cancer            | C50.9 2015-01-01 C78.0 2024-06-01 |              | no
            hypertension      | I10X 1990-01-01                   |              | yes
            """;
        var people = Table.Normal(drawn).Split('\n').Select((line, i) => (Key: i + 1, Cells: line.Split(" | "))).ToList();
        using var flow = new Flow()
            .Land("gp_registrations", $"nhs_number | patient_id | birth_date | practice\n{string.Join('\n', people.Select(one => $"{one.Key} | p{one.Key} | 1940-05-17 | A81001"))}")
            .Land("gp_events", $"nhs_number | source_id | event_date | code | code_system\n{string.Join('\n', people.SelectMany(one => Dated(one.Cells[1]).Select((code, i) => $"{one.Key} | c{one.Key}/{i} | {code[1]} | {code[0]} | ICD10")))}")
            .Land("gp_medications", $"nhs_number | source_id | issue_date | code | code_system\n{string.Join('\n', people.SelectMany(one => Issues(one.Cells[2]).Select((code, i) => $"{one.Key} | m{one.Key}/{i} | 2025-01-{i + 1:00} | {code} | BNF")))}")
            .Run();

        Assert.Multiple(() =>
        {
            foreach (var (key, cells) in people)
            {
                var found = flow.Warehouse.Count($"select count(*) from condition_record join person using (person_key) where token = {key} and grouping = 'barnett' and condition = '{cells[0]}'");
                Assert.That(found, Is.EqualTo(cells[3] == "yes" ? 1 : 0), string.Join(" | ", cells));
            }
        });
    }

    [Test]
    public void What_was_issued_and_then_dispensed_is_not_counted_twice()
    {
        using var flow = new Flow().Land("gp_registrations", Register)
            .Land("gp_medications", """
                nhs_number | source_id | issue_date | code      | code_system
                1          | m1        | 2024-06-01 | 0403030Q0 | BNF
                1          | m2        | 2024-07-01 | 0403030Q0 | BNF
                """)
            .Land("prescribed_items", """
                nhs_number | source_id | processed_on | bnf_code
                1          | i1        | 2024-06-30   | 0403030Q0
                1          | i2        | 2024-07-31   | 0403030Q0
                """).Run();

        Assert.That(flow.Draw("select cambridge_conditions from person_year"), Is.EqualTo("cambridge_conditions\n0"), "two and two are two");
    }

    /// <summary>General outcome, 20 conditions, Payne and others 2020: dementia 2.50, COPD 1.46, hypertension 0.08, anxiety or depression 0.50.</summary>
    [Test]
    public void The_cambridge_score_adds_up_what_each_condition_weighs_anxiety_and_depression_once()
    {
        using var flow = All("F03X 2010-01-01 J44.9 2012-01-01 I10X 2001-01-01 F32.9 2024-06-01 F41.1 2024-07-01").Run();

        Assert.That(flow.Draw("select cambridge, cambridge_conditions, barnett_conditions from person_year join person using (person_key) where token = 1"), Is.EqualTo(Table.Normal("""
            cambridge | cambridge_conditions | barnett_conditions
            4.54      | 4                    | 5
            """)));
    }

    [TestCase("2024-06-01", "2024-07-01", "no")]
    [TestCase("2024-07-01", "2024-06-01", "yes", Description = "it came back")]
    [TestCase("2024-06-01", "2024-06-01", "no", Description = "the same day")]
    [TestCase("2024-06-01", "2025-04-01", "yes", Description = "resolved after the year")]
    public void A_condition_that_was_resolved_since_is_none(string diagnosed, string resolved, string known)
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("gp_events", $"""
            nhs_number | source_id | event_date   | code      | code_system
            1          | a         | {diagnosed}  | 73211009  | SNOMED
            1          | b         | {resolved}   | 315051004 | SNOMED
            """).Run();

        Assert.That(flow.Draw("select has_diabetes from person_year"), Is.EqualTo($"has_diabetes\n{known}"));
    }

    [Test]
    public void Who_recorded_a_condition_is_told()
    {
        using var flow = All("J44.9 2024-06-01").Land("gp_events", """
            nhs_number | source_id | event_date | code     | code_system
            1          | a         | 2024-06-01 | 13645005 | SNOMED
            1          | b         | 2024-06-01 | 38341003 | SNOMED
            """).Run();

        Assert.That(flow.Draw("select condition, by_practice, by_hospital, by_medicine from condition_record join person using (person_key) where token = 1 and grouping = 'symphony' order by condition"), Is.EqualTo(Table.Normal("""
            condition    | by_practice | by_hospital | by_medicine
            copd         | yes         | yes         | no
            hypertension | yes         | no          | no
            """)));
    }

    [Test]
    public void A_score_without_all_that_it_looks_at_is_partial_and_one_without_anything_is_missing()
    {
        using var practice = new Flow().Land("gp_registrations", Register).Land("gp_events", """
            nhs_number | source_id | event_date | code     | code_system
            1          | a         | 2024-06-01 | 13645005 | SNOMED
            """).Run();
        using var hospital = new Flow().Land("gp_registrations", Register).Land("acute_inpatients", """
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | diagnosis_1
            1          | e1        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | J449
            """).Run();
        using var all = All("J44.9 2024-06-01").Run();

        Assert.Multiple(() =>
        {
            Assert.That(Score(practice), Is.EqualTo("- | yes | 1.46 | yes | 1 | yes"));
            Assert.That(Score(hospital), Is.EqualTo("1 | no | 1.46 | yes | 1 | yes"));
            Assert.That(Score(all), Is.EqualTo("1 | no | 1.46 | no | 1 | no"));
            Assert.That(hospital.Draw("select grouping, lacks from grouping_state order by grouping"), Is.EqualTo(Table.Normal("""
                grouping           | lacks
                barnett            | medicine, practice
                cambridge          | medicine, practice
                charlson           |
                elixhauser         |
                further_conditions | medicine, practice
                hfrs               |
                phs_groups         |
                symphony           | practice
                """)));
        });
    }

    private static string Score(Flow flow) => flow.Draw("""
        select coalesce(charlson::varchar, '-') as charlson, charlson_partial, cambridge, cambridge_partial, conditions, conditions_partial
        from person_year join person using (person_key) where token = 1
        """).Split('\n')[1];

    /// <summary>Asthma without medicines loaded goes by its code; what is known by medicines alone goes by the code that stands in for them.</summary>
    [TestCase("asthma", "J459")]
    [TestCase("constipation", "K590")]
    public void Without_medicines_a_rule_goes_by_the_code(string condition, string code)
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("acute_inpatients", $"""
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | diagnosis_1
            1          | e1        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | {code}
            """).Run();

        Assert.That(flow.Warehouse.Count($"select count(*) from condition_record where grouping = 'cambridge' and condition = '{condition}'"), Is.EqualTo(1));
    }

    /// <summary>Codes as the hospital's; a second person has a record of each kind, so that all are loaded.</summary>
    private static Flow All(string codes) => new Flow()
        .Land("gp_registrations", $"{Register}\n2 | p2 | 1970-01-01 | A81001")
        .Land("acute_inpatients", $"""
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | diagnosis_1
            2          | e0        | RA4      | 2024-05-01 | 2024-05-01 | 2024-05-01     | 21     | Z000
            {string.Join('\n', Dated(codes).Select((code, i) => $"1 | e{i + 1} | RA4 | {code[1]} | {code[1]} | {code[1]} | 21 | {code[0]}"))}
            """)
        .Land("gp_events", "nhs_number | source_id | event_date | code | code_system\n2 | a | 2024-05-01 | 1 | SNOMED")
        .Land("gp_medications", """
            nhs_number | source_id | issue_date | code      | code_system
            2          | m0        | 2024-06-01 | 0501013B0 | BNF
            """);

    private static IEnumerable<string[]> Dated(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2);

    private static IEnumerable<string> Issues(string medicines) => medicines.Length == 0 ? [] : Enumerable.Repeat(medicines.Split(" x")[0], medicines[^1] - '0');
}
