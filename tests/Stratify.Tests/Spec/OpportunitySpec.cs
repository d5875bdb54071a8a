using System.Globalization;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Which stays in hospital are in scope, by the rules of The-Strategy-Unit/nhp_data@cff9dde; each line is a person's one stay.</summary>
public sealed class OpportunitySpec
{
    [Test]
    public void Avoidance_goes_by_what_brought_the_person() => Holds("""
        rule                       | age | method | nights | diagnoses      | procedure | hrg | left | n
        acsc_acute                 | 40  | 21     | 1      | G40.1          |           |     | 1    | 1
        acsc_acute                 | 40  | 11     | 1      | G40.1          |           |     | 1    | 0
        acsc_acute                 | 40  | 21     | 1      | J45.9          |           |     | 1    | 0
        acsc_chronic               | 40  | 21     | 1      | J45.9          |           |     | 1    | 1
        acsc_chronic               | 40  | 21     | 1      | Z09.8 J45.9    |           |     | 1    | 0
        acsc_vaccine_preventable   | 40  | 21     | 1      | Z09.8 J13X     |           |     | 1    | 1
        acsc_vaccine_preventable   | 40  | 21     | 1      | J13X D57.0     |           |     | 1    | 0
        alcohol_wholly             | 16  | 11     | 1      | Z09.8 K70.3    |           |     | 1    | 1
        alcohol_wholly             | 15  | 11     | 1      | Z09.8 K70.3    |           |     | 1    | 0
        alcohol_wholly             | 40  | 21     | 1      | K85.1          |           |     | 1    | 0
        alcohol_wholly             | 40  | 21     | 1      | K85.2          |           |     | 1    | 1
        self_harm                  | 40  | 21     | 1      | T39.1 X60.9    |           |     | 1    | 1
        self_harm                  | 40  | 21     | 1      | T39.1 X85.9    |           |     | 1    | 0
        self_harm                  | 40  | 21     | 1      | T39.1 X84.9    |           |     | 1    | 1
        medically_unexplained      | 40  | 21     | 1      | R51X           |           |     | 1    | 1
        medically_unexplained      | 40  | 21     | 1      | R07.3          |           |     | 1    | 0
        medically_unexplained      | 40  | 21     | 1      | Z09.8 R51X     |           |     | 1    | 0
        medicines_explicit         | 40  | 21     | 1      | L27.0 Y57.9    |           |     | 1    | 1
        medicines_explicit         | 40  | 21     | 1      | L27.0 Y58.9    |           |     | 1    | 0
        medicines_antidiabetics    | 40  | 21     | 1      | E16.2 E11.9    |           |     | 1    | 1
        medicines_antidiabetics    | 40  | 21     | 1      | E16.2          |           |     | 1    | 0
        medicines_antidiabetics    | 40  | 21     | 1      | E16.2 E11.9 Y42.3 |        |     | 1    | 0
        medicines_antidiabetics    | 40  | 21     | 1      | E11.9 E16.2    |           |     | 1    | 0
        medicines_benzodiazepines  | 40  | 21     | 1      | S72.0 F41.1    |           |     | 1    | 1
        medicines_benzodiazepines  | 40  | 21     | 1      | S72.1 F41.1    |           |     | 1    | 0
        medicines_diuretics        | 40  | 21     | 1      | E86X I10X      |           |     | 1    | 1
        medicines_diuretics        | 40  | 21     | 1      | E86X I11.1     |           |     | 1    | 0
        medicines_nsaids           | 40  | 21     | 1      | K92.2 M16.9    |           |     | 1    | 1
        medicines_nsaids           | 40  | 21     | 1      | K92.2 M16.8    |           |     | 1    | 0
        falls_65plus               | 65  | 21     | 1      | S72.0 W19.9    |           |     | 1    | 1
        falls_65plus               | 64  | 21     | 1      | S72.0 W19.9    |           |     | 1    | 0
        falls_65plus               | 65  | 21     | 1      | S00.9 W20.9    |           |     | 1    | 0
        falls_65plus               | 65  | 21     | 1      | S72.0          |           |     | 1    | 1
        falls_65plus               | 65  | 21     | 1      | S72.5          |           |     | 1    | 0
        falls_65plus               | 65  | 21     | 1      | R29.6          |           |     | 1    | 1
        mental_health_via_ed       | 40  | 21     | 1      | F32.9          |           |     | 1    | 1
        mental_health_via_ed       | 40  | 22     | 1      | F32.9          |           |     | 1    | 0
        mental_health_via_ed       | 40  | 21     | 1      | F32.9          |           |     | 4    | 0
        mental_health_via_ed       | 40  | 21     | 1      | F32.9          | A83.8     |     | 1    | 0
        """);

    [Test]
    public void Avoidance_goes_by_how_the_stay_went() => Holds("""
        rule                       | age | method | nights | diagnoses      | procedure | hrg | left | n
        eol_0_2_days               | 80  | 11     | 0      | C34.9          |           |     | 4    | 1
        eol_0_2_days               | 80  | 21     | 2      | C34.9          |           |     | 4    | 1
        eol_0_2_days               | 80  | 21     | 3      | C34.9          |           |     | 4    | 0
        eol_0_2_days               | 80  | 21     | 2      | C34.9          | E55.1     |     | 4    | 0
        eol_0_2_days               | 80  | 21     | 2      | S06.5 W19.9    |           |     | 4    | 0
        eol_0_2_days               | 80  | 21     | 2      | C34.9          |           |     | 1    | 0
        eol_3_14_days              | 80  | 21     | 3      | C34.9          |           |     | 4    | 1
        eol_3_14_days              | 80  | 21     | 14     | C34.9          |           |     | 4    | 1
        eol_3_14_days              | 80  | 21     | 15     | C34.9          |           |     | 4    | 0
        virtual_ward_ari           | 18  | 21     | 4      | J18.9          |           |     | 1    | 1
        virtual_ward_ari           | 17  | 21     | 4      | J18.9          |           |     | 1    | 0
        virtual_ward_ari           | 40  | 21     | 4      | J05.0          |           |     | 1    | 0
        virtual_ward_ari           | 40  | 21     | 4      | J18.9          | E85.1     |     | 1    | 0
        virtual_ward_ari           | 40  | 21     | 4      | J18.9          |           |     |      | 0
        virtual_ward_heart_failure | 40  | 21     | 4      | I50.0          | K60.1     |     | 3    | 1
        virtual_ward_heart_failure | 40  | 21     | 4      | I50.0          |           |     | 4    | 0
        virtual_ward_heart_failure | 40  | 21     | 4      | I42.1          |           |     | 1    | 0
        zero_los_adult             | 18  | 21     | 0      | R10.4          |           |     | 1    | 1
        zero_los_adult             | 18  | 21     | 1      | R10.4          |           |     | 1    | 0
        zero_los_adult             | 18  | 21     | 0      | R10.4          | H22.9     |     | 1    | 0
        zero_los_adult             | 18  | 21     | 0      | R10.4          |           |     | 4    | 0
        zero_los_adult             | 18  | 11     | 0      | R10.4          |           |     | 1    | 0
        zero_los_child             | 17  | 21     | 0      | R10.4          |           |     | 1    | 1
        zero_los_child             | 18  | 21     | 0      | R10.4          |           |     | 1    | 0
        """);

    /// <summary>A condition of the directory has diagnoses and healthcare resource groups: deep vein thrombosis I801 and YQ51C, asthma J459 and DZ15P, gastroenteritis A090 and FZ36N.</summary>
    [Test]
    public void Same_day_emergency_care_asks_for_the_diagnosis_and_the_resource_group_of_one_condition() => Holds("""
        rule                       | age | method | nights | diagnoses      | procedure | hrg   | left | n
        sdec_very_high             | 18  | 21     | 2      | I80.1          |           | YQ51C | 1    | 1
        sdec_very_high             | 18  | 21     | 2      | I80.1          |           | YQ51B | 1    | 0
        sdec_very_high             | 18  | 21     | 2      | I80.0          |           | YQ51C | 1    | 0
        sdec_very_high             | 18  | 21     | 2      | Z09.8 I80.1    |           | YQ51C | 1    | 0
        sdec_very_high             | 18  | 21     | 3      | I80.1          |           | YQ51C | 1    | 0
        sdec_very_high             | 17  | 21     | 2      | I80.1          |           | YQ51C | 1    | 0
        sdec_very_high             | 18  | 24     | 2      | I80.1          |           | YQ51C | 1    | 0
        sdec_very_high             | 18  | 23     | 0      | I80.1          |           | YQ51C | 4    | 1
        sdec_high                  | 18  | 21     | 1      | A09.0          |           | FZ36N | 1    | 1
        sdec_high                  | 18  | 21     | 1      | A09.0          |           | KB01C | 1    | 0
        sdec_high                  | 18  | 21     | 1      | E16.2          |           | KB01C | 1    | 1
        sdec_moderate              | 18  | 21     | 1      | N39.0          |           | LA04Q | 1    | 1
        sdec_moderate              | 18  | 21     | 1      | N39.0          |           | LA04P | 1    | 0
        sdec_low                   | 18  | 21     | 1      | J45.9          |           | DZ15P | 1    | 1
        sdec_low                   | 18  | 21     | 1      | J45.9          |           | DZ65F | 1    | 0
        sdec_low                   | 18  | 21     | 1      | J45.9          |           |       | 1    | 0
        """);

    [Test]
    public void Length_of_stay_goes_by_who_stays() => Holds("""
        rule                             | age | method | nights | diagnoses   | procedure | hrg   | left | n
        stroke_early_supported_discharge | 70  | 21     | 9      | I63.9       |           | AA35A | 1    | 1
        stroke_early_supported_discharge | 70  | 21     | 9      |             |           | AA22C | 1    | 1
        stroke_early_supported_discharge | 70  | 21     | 9      | I63.9       |           | AA29C | 1    | 0
        stroke_early_supported_discharge | 70  | 21     | 9      | I63.9       |           | AA35A | 4    | 0
        mental_health_comorbidity        | 40  | 21     | 9      | J18.9 F32.9 |           |       | 1    | 1
        mental_health_comorbidity        | 40  | 21     | 9      | J18.9 F32.9 |           |       |      | 1
        mental_health_comorbidity        | 40  | 21     | 9      | J18.9 F32.9 |           |       | 4    | 0
        mental_health_comorbidity        | 40  | 11     | 9      | J18.9 F32.9 |           |       | 1    | 0
        emergency_elderly_75             | 75  | 28     | 9      | J18.9       |           |       | 1    | 1
        emergency_elderly_75             | 74  | 28     | 9      | J18.9       |           |       | 1    | 0
        emergency_elderly_75             | 75  | 12     | 9      | J18.9       |           |       | 1    | 0
        """);

    /// <summary>Alzheimer's dementia 7.1, hemiplegia 4.4, Alzheimer's disease 4.0, septicaemia 1.6, pneumonia 1.1, gastroenteritis 1.1: above 15 is high, 5 to 15 intermediate (Gilbert and others 2018).</summary>
    [Test]
    public void Frailty_is_the_score_of_the_stay_of_somebody_aged_75() => Holds("""
        rule                 | age | method | nights | diagnoses         | procedure | hrg | left | n
        frailty_high         | 75  | 21     | 9      | G30.9 F00.9 G81.9 |           |     | 1    | 1
        frailty_high         | 74  | 21     | 9      | G30.9 F00.9 G81.9 |           |     | 1    | 0
        frailty_high         | 75  | 11     | 9      | G30.9 F00.9 G81.9 |           |     | 1    | 0
        frailty_high         | 75  | 21     | 9      | G81.9 F00.9       |           |     | 1    | 0
        frailty_intermediate | 75  | 21     | 9      | G81.9 F00.9       |           |     | 1    | 1
        frailty_intermediate | 75  | 21     | 9      | G30.9 F00.9 G81.9 |           |     | 1    | 0
        frailty_intermediate | 75  | 21     | 9      | F00.9 F00.1       |           |     | 1    | 1
        frailty_intermediate | 75  | 21     | 9      | G30.9             |           |     | 1    | 0
        """);

    /// <summary>Hemiplegia and dementia of an earlier stay, 11.5, beside Alzheimer's disease of this one, 4.0, are 15.5; one code in both counts once.</summary>
    [TestCase("2024-05-01", "G309", "frailty_high", Description = "ended the day before")]
    [TestCase("2022-05-03", "G309", "frailty_high", Description = "730 days before")]
    [TestCase("2022-05-02", "G309", "", Description = "731 days before: 4.0 alone")]
    [TestCase("2024-05-02", "G309", "", Description = "not before")]
    [TestCase("2024-05-01", "F000", "frailty_intermediate")]
    public void Frailty_looks_back_two_years(string ended, string code, string rule)
    {
        using var flow = TwoStays($"11 | {ended} | {ended} | G819 | F009", $"21 | 2024-05-02 | 2024-05-09 | {code} |", "1940-01-01");

        Assert.That(flow.Draw("select coalesce(string_agg(rule), '') as rules from opportunity_admission join admission using (spell_id) where rule like 'frailty%'"), Is.EqualTo($"rules\n{rule}"));
    }

    [TestCase("11 | 2024-04-20 | 2024-05-01 | Z098 |", "21 | 2024-05-29 | 2024-05-30 | Z098 |", 1, Description = "28 days after")]
    [TestCase("11 | 2024-04-20 | 2024-05-01 | Z098 |", "21 | 2024-05-30 | 2024-05-30 | Z098 |", 0, Description = "29 days after")]
    [TestCase("11 | 2024-04-20 | 2024-05-01 | Z098 |", "11 | 2024-05-29 | 2024-05-30 | Z098 |", 0, Description = "planned")]
    [TestCase("31 | 2024-04-20 | 2024-05-01 | Z098 |", "21 | 2024-05-01 | 2024-05-02 | Z098 |", 1, Description = "after any stay, on the day")]
    [TestCase("21 | 2024-05-01 | 2024-05-01 | Z098 |", "21 | 2024-05-01 | 2024-05-01 | Z098 |", 0, Description = "two of one day: nobody knows which came first")]
    [TestCase("11 | 2024-05-01 | 2024-05-09 | Z098 |", "21 | 2024-05-03 | 2024-05-04 | Z098 |", 0, Description = "the other stay has not ended")]
    public void Who_comes_back_within_28_days_is_in_scope(string first, string second, int readmissions)
    {
        using var flow = TwoStays(first, second, "1990-01-01");

        Assert.That(flow.Draw("select count(*) as n from opportunity_admission where rule = 'readmission_28d'"), Is.EqualTo($"n\n{readmissions}"));
    }

    /// <summary>Asthma, aged 80, home on the day, eight days after another stay, £1,000: in scope as ambulatory care sensitive, of the airways, readmission, without a night, and old; it counts under the first.</summary>
    [Test]
    public void A_stay_that_several_rules_have_counts_once_under_the_first()
    {
        using var flow = TwoStays("11 | 2024-04-20 | 2024-05-01 | Z098 | ", "21 | 2024-05-09 | 2024-05-09 | J459 | ", "1944-01-01");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select rule, admissions, nights, pence, net_admissions, net_nights, net_pence from person_opportunity join opportunity_rule using (rule) order by priority"), Is.EqualTo(Table.Normal("""
                rule                 | admissions | nights | pence  | net_admissions | net_nights | net_pence
                ---------------------+------------+--------+--------+----------------+------------+----------
                acsc_chronic         | 1          | 0      | 100000 | 1              | 0          | 100000
                virtual_ward_ari     | 1          | 0      | 100000 | 0              | 0          | 0
                readmission_28d      | 1          | 0      | 100000 | 0              | 0          | 0
                zero_los_adult       | 1          | 0      | 100000 | 0              | 0          | 0
                emergency_elderly_75 | 1          | 0      | 100000 | 0              | 0          | 0
                """)));
            Assert.That(flow.Draw("select in_scope_admissions, in_scope_cost, admissions, cost_inpatient from person_year"), Is.EqualTo(Table.Normal("""
                in_scope_admissions | in_scope_cost | admissions | cost_inpatient
                1                   | 100000        | 2          | 200000
                """)));
        });
    }

    [Test]
    public void A_stay_that_may_only_be_shorter_takes_no_admission_out()
    {
        using var flow = TwoStays("11 | 2024-04-20 | 2024-04-21 | Z098 |", "21 | 2024-06-09 | 2024-06-11 | H269 |", "1944-01-01");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select rule, net_admissions, net_nights, net_pence from person_opportunity"), Is.EqualTo("rule | net_admissions | net_nights | net_pence\nemergency_elderly_75 | 1 | 2 | 100000"));
            Assert.That(flow.Draw("select in_scope_admissions, in_scope_cost from person_year"), Is.EqualTo("in_scope_admissions | in_scope_cost\n0 | 0"));
        });
    }

    [Test]
    public void Where_no_admitted_care_is_loaded_nobody_knows_what_is_in_scope()
    {
        using var flow = new Flow().Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001").Run();

        Assert.That(flow.Draw("select in_scope_admissions, in_scope_cost from person_year"), Is.EqualTo("in_scope_admissions | in_scope_cost\n | "));
    }

    [Test]
    public void Every_rule_is_applied_by_something_or_says_why_not() => Assert.Multiple(() =>
    {
        var rules = OpportunityRules.Shipped;
        Assert.That(rules.Applied.Select(rule => rule.Priority), Is.EqualTo(Enumerable.Range(1, rules.Applied.Count())));
        Assert.That(rules.NotApplied.Select(rule => rule.Priority), Is.All.Zero);
        Assert.That(rules.All.Select(rule => rule.Lever).Distinct(), Is.SubsetOf(new[] { "avoidance", "shift_to_sdec", "length_of_stay" }));
        Assert.That(rules.Applied.Where(rule => rule.Codes.Length > 0 && !rules.CodesOf(rule).Any()), Is.Empty);
        Assert.That(rules.OwnCodes.Select(code => code.List).Except(rules.All.Select(rule => rule.Codes)).Except(rules.All.Select(rule => rule.Unless)), Is.Empty);
        Assert.That(rules.All.Select(rule => rule.Source), Is.All.Contains("The-Strategy-Unit/nhp_data@cff9dde (MIT)"));
    });

    /// <summary>Two stays of one person, each of £1,000: method, first and last day, diagnoses.</summary>
    private static Flow TwoStays(string first, string second, string born) => new Flow()
        .Land("gp_registrations", $"nhs_number | patient_id | birth_date | practice\n1 | p1 | {born} | A81001")
        .Land("acute_inpatients", $"""
            nhs_number | source_id | provider | spell_number | patient_class | cost | discharge_method | method | start_date | discharge_date | diagnosis_1 | diagnosis_2 | end_date
            1 | e1 | RA4 | S1 | 1 | 100000 | 1 | {first} | {Day(first, 2)}
            1 | e2 | RA4 | S2 | 1 | 100000 | 1 | {second} | {Day(second, 2)}
            """)
        .Run();

    private static string Day(string stay, int cell) => stay.Split('|', StringSplitOptions.TrimEntries)[cell];

    private static void Holds(string drawn)
    {
        var cases = Table.Parse(drawn).Rows;
        var began = new DateOnly(2024, 5, 1);
        using var flow = new Flow()
            .Land("gp_registrations", string.Join('\n', cases.Select((one, i) => $"{i + 1} | p{i} | {2024 - int.Parse(one["age"]!, CultureInfo.InvariantCulture)}-04-01 | A81001").Prepend("nhs_number | patient_id | birth_date | practice")))
            .Land("acute_inpatients", string.Join('\n', cases.Select((one, i) => Stay(one, i, began)).Prepend(
                $"nhs_number | source_id | provider | spell_number | patient_class | cost | method | start_date | end_date | discharge_date | procedure_1 | hrg | discharge_method | {string.Join(" | ", Enumerable.Range(1, 3).Select(place => $"diagnosis_{place}"))}")))
            .Run();

        var found = flow.Warehouse.Query("select person.token, rule from opportunity_admission join admission using (spell_id) join person using (person_key)").Rows.Select(row => ($"{row[0]}", (string)row[1]!)).ToHashSet();
        Assert.That(cases.Select((one, i) => $"{Says(one)} {(found.Contains(($"{i + 1}", one["rule"]!)) ? 1 : 0)}"), Is.EqualTo(cases.Select(one => $"{Says(one)} {one["n"]}")));

        static string Says(IReadOnlyDictionary<string, string?> one) => string.Join(' ', one.Where(cell => cell.Key != "n").Select(cell => cell.Value ?? "-"));
    }

    private static string Stay(IReadOnlyDictionary<string, string?> one, int i, DateOnly began)
    {
        var ended = began.AddDays(int.Parse(one["nights"]!, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var codes = (one["diagnoses"] ?? "").Split(' ');
        return $"{i + 1} | e{i} | RA4 | S{i} | 1 | 100000 | {one["method"]} | 2024-05-01 | {ended} | {ended} | {one["procedure"]} | {one["hrg"]} | {one["left"]} | {string.Join(" | ", Enumerable.Range(0, 3).Select(place => codes.ElementAtOrDefault(place)))}";
    }
}
