using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Scores of comorbidity and frailty: what each condition weighs, and which records count.</summary>
public sealed class GroupingSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        """;

    /// <summary>Weights of Charlson and others 1987, and a code of each condition by Quan and others 2005.</summary>
    [Test]
    public void A_condition_of_the_charlson_index_weighs_as_it_did_in_1987() => Says("charlson", """
        I21.9 | 1
        I50.0 | 1
        I73.9 | 1
        I63.9 | 1
        F03X  | 1
        J44.9 | 1
        M05.9 | 1
        K25.9 | 1
        K73.9 | 1
        E11.9 | 1
        E11.2 | 2
        G81.9 | 2
        N18.5 | 2
        C50.9 | 2
        I85.0 | 3
        C78.0 | 6
        B24X  | 6
        B23.0 | 0
        C44.9 | 0
        I10X  | 0
        """);

    /// <summary>van Walraven and others 2009; I42.6 is heart failure, and alcohol, which weighs nothing.</summary>
    [Test]
    public void A_condition_of_elixhauser_s_may_weigh_less_than_nothing() => Says("elixhauser", """
        I50.0 | 7
        I48X  | 5
        I34.0 | -1
        K73.9 | 11
        C78.0 | 12
        E66.9 | -4
        F11.2 | -7
        F32.9 | -3
        I10X  | 0
        I42.6 | 7
        """);

    [TestCase("E11.9 E11.2", 2, 3, Description = "diabetes in two degrees")]
    [TestCase("K73.9 I85.0", 3, 4, Description = "liver")]
    [TestCase("C50.9 C78.0", 6, 8, Description = "cancer")]
    [TestCase("E11.9 E10.9 E14.9", 1, 1, Description = "each condition once")]
    [TestCase("E11.2 I50.0 J44.9", 4, 4)]
    public void A_heavier_degree_of_a_condition_stands_in_place_of_a_lighter_one(string codes, int with, int without)
    {
        using var ranked = Wide(codes).Run();
        using var plain = Wide(codes, ConditionDefinitions.Shipped with { Hierarchy = false }).Run();

        Assert.Multiple(() =>
        {
            Assert.That(ranked.Draw("select charlson from person_year"), Is.EqualTo($"charlson\n{with}"));
            Assert.That(plain.Draw("select charlson from person_year"), Is.EqualTo($"charlson\n{without}"));
        });
    }

    /// <summary>One history in four hands: a hospital's columns, a row a code, and both with the marks that systems leave.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Messy_codes_have_the_same_score_in_columns_and_in_rows(bool hierarchy)
    {
        const string clean = "E119 E112 I500 J449 C509 N185 I10 F03 G819";
        const string messy = "e11.9 E11.2D I50.0- j44.9A C509X N18.5 I10X F03X, G8190";
        var definitions = ConditionDefinitions.Shipped with { Hierarchy = hierarchy };
        var scores = new[] { Wide(clean, definitions), Wide(messy, definitions), Long(clean, definitions), Long(messy, definitions) }.Select(flow =>
        {
            using var run = flow.Run();
            return run.Draw("select charlson, elixhauser, conditions, barnett_conditions from person_year");
        });

        // Diabetes 2 (and 1), heart failure 1, chronic pulmonary disease 1, malignancy 2, renal disease 2, dementia 1, hemiplegia 2.
        Assert.That(scores.Distinct().Single(), Does.Contain($"\n{(hierarchy ? 11 : 12)} | "));
    }

    /// <summary>With dagger and asterisk as signs and as letters, a fifth character, padding, spaces; cut short, nobody knows of which diabetes.</summary>
    [Test]
    public void A_code_is_known_however_it_is_written() => Says("has_diabetes", """
        E119   | yes
        e11.9  | yes
        E11 .9 | yes
        E11.9† | yes
        E11.9* | yes
        E119D  | yes
        E1190  | yes
        E11.90A | yes
        E11X   | yes
        E11-   | yes
        E11    | yes
        E1     | no
        XE119  | no
        119    | no
        """);

    /// <summary>I13.2 and E14.2 are listed for two conditions as they stand; K29.2 is the gastritis of drinkers.</summary>
    [Test]
    public void The_longest_beginning_that_a_list_holds_says_what_a_code_is_a_kind_of() => Says(
        "(select string_agg(condition, ' ' order by condition) from condition_record as found where found.person_key = person_year.person_key and grouping = 'barnett')", """
        I119 | hypertension
        I110 | heart_failure
        I11  | hypertension
        I132 | heart_failure hypertension
        K292 | alcohol dyspepsia
        E142 | ckd diabetes
        """);

    [TestCase("2020-04-01", 1, Description = "within five years of the year's end")]
    [TestCase("2020-03-30", 0)]
    [TestCase("2025-03-31", 1)]
    [TestCase("2025-04-01", 0, Description = "not known yet")]
    public void The_charlson_index_looks_back_five_years(string day, int score)
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("gp_events", $"""
            nhs_number | source_id | event_date | code | code_system
            1          | a         | {day}      | E119 | ICD10
            """).Run();

        Assert.That(flow.Draw("select charlson from person_year"), Is.EqualTo($"charlson\n{score}"));
    }

    [Test]
    public void Conditions_may_be_those_known_before_the_year_begins()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024)) { Definitions = ConditionDefinitions.Shipped with { BeforeTheYear = true } }
            .Land("gp_registrations", Register)
            .Land("gp_events", """
                nhs_number | source_id | event_date | code | code_system
                1          | a         | 2023-03-31 | E119 | ICD10
                1          | b         | 2024-03-31 | J449 | ICD10
                1          | c         | 2024-04-01 | I500 | ICD10
                """).Run();

        Assert.That(flow.Draw("select year, conditions, has_diabetes, has_copd, has_heart_failure from person_year order by year"), Is.EqualTo(Table.Normal("""
            year    | conditions | has_diabetes | has_copd | has_heart_failure
            2023/24 | 1          | yes          | no       | no
            2024/25 | 2          | yes          | yes      | no
            """)));
    }

    /// <summary>Each line is a person with one code, and what is said of them.</summary>
    private static void Says(string what, string drawn)
    {
        var lines = Table.Normal(drawn).Split('\n');
        using var flow = new Flow()
            .Land("gp_registrations", $"nhs_number | patient_id | birth_date | practice\n{string.Join('\n', lines.Select((_, i) => $"{i + 1} | p{i} | 1940-05-17 | A81001"))}")
            .Land("gp_events", $"nhs_number | source_id | event_date | code | code_system\n{string.Join('\n', lines.Select((line, i) => $"{i + 1} | e{i} | 2024-05-02 | {line.Split(" | ")[0]} | ICD10"))}")
            .Run();

        Assert.That(flow.Draw($"select code, {what} as said from person_year join person using (person_key) join person_link using (person_key) join coded_fact using (dataset, row_id) order by token"), Is.EqualTo($"code | said\n{string.Join('\n', lines)}"));
    }

    private static Flow Wide(string codes, ConditionDefinitions? definitions = null)
    {
        var places = codes.Split(' ');
        return Start(definitions).Land("acute_inpatients", $"""
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | {string.Join(" | ", places.Select((_, i) => $"diagnosis_{i + 1}"))}
            1          | e1        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | {string.Join(" | ", places)}
            """);
    }

    private static Flow Long(string codes, ConditionDefinitions? definitions = null) => Start(definitions).Land("gp_events", $"""
        nhs_number | source_id | event_date | code | code_system
        {string.Join('\n', codes.Split(' ').Select((code, i) => $"1 | c{i} | 2024-05-02 | {code} | ICD10"))}
        """);

    private static Flow Start(ConditionDefinitions? definitions) => new Flow { Definitions = definitions ?? ConditionDefinitions.Shipped }.Land("gp_registrations", Register);
}
