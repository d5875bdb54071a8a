using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Ranking;
using Stratify.Reports;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Co-ordination of care: what is counted of a person, worked out by hand on drawn rows, and what is published of cohorts.</summary>
public sealed class CoordinationSpec
{
    private Flow _stories = null!, _town = null!;
    private ResultSet _results = null!;

    [OneTimeSetUp]
    public void Live()
    {
        _stories = new Flow()
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice | neighbourhood\n" + string.Join('\n', Enumerable.Range(1, 13).Select(person => $"{person} | p{person} | 1950-05-17 | A81001 | {person:00}")))
            .Land("community_contacts", "nhs_number | source_id | provider | contact_date | attended | team\n" + _contacts)
            .Land("mental_health_contacts", "nhs_number | source_id | provider | contact_date | attended | team\n10 | m1 | RW1 | 2024-04-02 | 5 | A02\n9 | m2 | RW1 | 2024-08-20 | 5 | A02")
            .Land("social_care_services", "nhs_number | authority | source_id | event_type | start_date | end_date\n4 | 905 | s1 | ASSESSMENT | 2024-07-01 | 2024-08-15")
            .Land("acute_outpatients", "nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | hrg\n" + _appointments)
            .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | discharge_date | method | patient_class | discharge_method | discharge_destination\n" + _stays)
            .Run();
        Stages.Run(MeasuringStage.Make(seed: 1) is var stage ? stage with { Steps = [.. stage.Steps.Where(step => step.Table.Contains("metric", StringComparison.Ordinal) || step.Table == "person_coordination")], Laws = [] } : null!, _stories.Warehouse);
        _town = Town();
        _results = ResultReader.Read(_town.Warehouse, DisclosureRule.OpenSafely);
        Assert.That(() => ResultTown.Check(_results), Throws.Nothing);
    }

    [OneTimeTearDown]
    public void End()
    {
        _stories.Dispose();
        _town.Dispose();
    }

    /// <summary>
    /// RX1, RX2 and RW1 tell from the 2nd of April on, so that first contacts are known from the 1st of July. 1 meets RX1's team 51 in August and RX2's team 12, which saw her in
    /// April last, in September: assessed again. Not again: 2, whose assessments lie 91 days apart; 3, of whom two teams of one organisation take a first look; 8, whose were
    /// both in April, before it can be known. Again: 4, whom the council assesses after RX2's team, whose later contacts are no first ones; 5, of whom both take a look on one
    /// day; 9, by a mental health team after a community team.
    /// </summary>
    [Test]
    public void Assessed_again_is_by_another_organisation_within_ninety_days() => Assert.That(Of("assessed_again"), Is.EqualTo("01 1, 04 1, 05 1, 09 1"));

    private const string _contacts = """
        1 | c1  | RX1 | 2024-04-02 | 5 | 12
        1 | c2  | RX2 | 2024-04-02 | 5 | 12
        1 | c3  | RX1 | 2024-08-01 | 5 | 51
        1 | c4  | RX2 | 2024-09-01 | 5 | 12
        2 | c5  | RX1 | 2024-08-01 | 5 | 12
        2 | c6  | RX2 | 2024-10-31 | 5 | 12
        3 | c7  | RX1 | 2024-08-01 | 5 | 12
        3 | c8  | RX1 | 2024-08-10 | 5 | 51
        4 | c9  | RX2 | 2024-07-20 | 5 | 12
        4 | c10 | RX2 | 2024-08-20 | 5 | 12
        5 | c11 | RX1 | 2024-10-01 | 5 | 12
        5 | c12 | RX2 | 2024-10-01 | 5 | 12
        8 | c13 | RX1 | 2024-04-10 | 5 | 12
        8 | c14 | RX2 | 2024-04-20 | 5 | 12
        9 | c15 | RX1 | 2024-08-01 | 5 | 12
        9 | c16 | RX2 | 2024-08-02 | 3 | 12
        """;

    /// <summary>6 is seen first in function 110 at RA4, RA9 and RA4 once more, each a month after the other: twice again. A first in another function, a follow-up, and a first that was missed are none; nor are 7's two sites of one trust.</summary>
    [Test]
    public void Seen_again_is_a_first_attendance_of_the_same_function_at_another_trust() => Assert.That(Of("seen_again"), Is.EqualTo("06 2"));

    private const string _appointments = """
        6 | o1 | RA4   | 2024-05-01 | 5 | 1 | 110 | WF01B
        6 | o2 | RA9   | 2024-06-01 | 5 | 1 | 110 | WF01B
        6 | o3 | RA9   | 2024-06-02 | 5 | 1 | 320 | WF01B
        6 | o4 | RA7   | 2024-06-03 | 5 | 2 | 110 | WF01A
        6 | o5 | RA7   | 2024-06-03 | 3 | 1 | 110 | WF01B
        6 | o6 | RA4   | 2024-07-01 | 6 | 3 | 110 | WF01D
        7 | o7 | RA401 | 2024-05-01 | 5 | 1 | 110 | WF01B
        7 | o8 | RA402 | 2024-05-11 | 5 | 1 | 110 | WF01B
        """;

    /// <summary>11 leaves on the 10th of May and comes back as an emergency on the 8th of June, the 29th day after; 12 on the 30th; 13 on the 15th of May as planned. Second discharges are followed by nothing.</summary>
    [Test]
    public void A_discharge_is_followed_by_an_emergency_readmission_up_to_the_29th_day_after() => Assert.That(
        _stories.Draw("select neighbourhood as person, followed, readmitted from person_coordination join person_year using (person_key, year) where followed > 0 order by person"), Is.EqualTo("person | followed | readmitted\n11 | 2 | 1\n12 | 2 | 0\n13 | 2 | 0"));

    private const string _stays = """
        11 | e1 | RA4 | S1 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 1 | 19
        11 | e2 | RA4 | S2 | 2024-06-08 | 2024-06-12 | 2024-06-12 | 21 | 1 | 1 | 19
        12 | e3 | RA4 | S3 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 1 | 19
        12 | e4 | RA4 | S4 | 2024-06-09 | 2024-06-12 | 2024-06-12 | 21 | 1 | 1 | 19
        13 | e5 | RA4 | S5 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 1 | 19
        13 | e6 | RA4 | S6 | 2024-05-15 | 2024-05-16 | 2024-05-16 | 11 | 1 | 1 | 19
        """;

    /// <summary>
    /// 150 old people and 150 young. All meet the practice and RA4, twenty of the old and ten of the young RA9 too: 320 and 310 providers, 2.13 and 2.07 each.
    /// Sixty of the old leave hospital and twenty of them come back: of eighty discharges a quarter are followed by a readmission, which is the one setting after them. Of the young nobody was in hospital: there is no share.
    /// </summary>
    [Test]
    public void Cohorts_stand_with_their_rates() => Assert.That(Draw("people", "with_any", "share_with_any", "numerator", "person_years", "denominator", "rate"), Is.EqualTo(Table.Normal("""
        cohort | metric                   | people | with_any | share_with_any | numerator | person_years | denominator | rate
        old    | providers                | 150    | [z]      | [z]            | 320       | 150          | [z]         | 2.13
        old    | teams                    | 150    | [z]      | [z]            | [z]       | [z]          | [z]         | [z]
        old    | settings_after_discharge | 150    | [z]      | [z]            | 20        | [z]          | 80          | 0.25
        old    | readmitted               | 150    | 20       | 0.133          | 20        | [z]          | 80          | 25
        old    | assessed_again           | 150    | [z]      | [z]            | [z]       | [z]          | [z]         | [z]
        old    | seen_again               | 150    | 20       | 0.133          | 20        | 150          | [z]         | 133.3
        young  | providers                | 150    | [z]      | [z]            | 310       | 150          | [z]         | 2.07
        young  | teams                    | 150    | [z]      | [z]            | [z]       | [z]          | [z]         | [z]
        young  | settings_after_discharge | 150    | [z]      | [z]            | 0         | [z]          | 0           | [z]
        young  | readmitted               | 150    | 0        | 0              | 0         | [z]          | 0           | [z]
        young  | assessed_again           | 150    | [z]      | [z]            | [z]       | [z]          | [z]         | [z]
        young  | seen_again               | 150    | 10       | 0.067          | 10        | 150          | [z]         | 66.7
        """)));

    [Test]
    public void What_an_input_does_not_tell_is_missing_and_named() => Assert.That(
        _results["cohort_coordination"].Where(("status", "missing"), ("cohort", "old")).Select(row => _results["cohort_coordination"].Text(row, "missing")), Is.EqualTo(new[] { "community_contacts.team", "community_contacts, mental_health_contacts" }));

    [Test]
    public void The_law_of_co_ordination_sees_what_breaks_it()
    {
        var law = SqlScript.Load("cohorts_hold_what_is_co_ordinated");
        var before = _town.Warehouse.Breaches(law);
        _town.Warehouse.Execute("create table kept as select * from measure_cohort_metric; update measure_cohort_metric set numerator = numerator + 1 where metric = 'seen_again' and cohort = 'old'");
        var broken = _town.Warehouse.Breaches(law);
        _town.Warehouse.Execute("create or replace table measure_cohort_metric as select * from kept");

        Assert.That((before, broken), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public void The_page_has_a_row_for_each_cohort_beside_everybody_s()
    {
        var page = (DrawnReport.Empty with { Results = _results }).Page("Co-ordination of care");

        Assert.Multiple(() =>
        {
            // 630 providers of 300 people are 2.1 each; within 320 ± 1.96·√(lots) of 150 that lies too.
            Assert.That(page.Headline, Is.EqualTo("How care is co-ordinated, cohort by cohort"));
            Assert.That(page.Blocks.OfType<DataTable>().Single().Rows.Select(row => string.Join(" | ", row)), Is.EqualTo(new[] { "Everybody |  | 2.1 | 0.25 | 25 | 100", "Old | 150 | 2.13 | 0.25 | 25 | 133", "Young | 150 | 2.07 | [z] | [z] | 66.7" }));
            Assert.That(page.Blocks.OfType<Bullets>().Last().Items, Is.EqualTo(new[]
            {
                "Community and mental health teams that a person meets: team of community care contacts, which is not told.",
                "Assessed again by another organisation within 90 days: community care contacts, which was not sent for the year and mental health care contacts, which was not sent for the year.",
            }));
            Assert.That(page.Blocks.OfType<Caveat>().Single().Text, Does.Contain("No counterfactual"));
        });
    }

    private string Of(string fact) => string.Join(", ", _stories.Warehouse.Query($"select neighbourhood, {fact} as times from person_coordination join person_year using (person_key, year) where {fact} > 0 order by neighbourhood").Rows.Select(row => $"{row[0]} {row[1]}"));

    private string Draw(params string[] columns)
    {
        var table = _results["cohort_coordination"];
        return Table.Normal(string.Join('\n', Enumerable.Range(0, table.Rows.Count).Select(row => string.Join(" | ", new[] { "cohort", "metric" }.Concat(columns).Select(column => table[row, column].Csv))).Prepend(string.Join(" | ", new[] { "cohort", "metric" }.Concat(columns)))));
    }

    private static Flow Town() => new Flow()
        .Fill("gp_registrations", ["nhs_number", "patient_id", "birth_date", "practice"], People(1, 300, person => [Text(person), $"p{person}", person <= 150 ? "1950-05-17" : "1990-05-17", "A81001"]))
        .Fill("gp_appointments", ["nhs_number", "source_id", "practice", "appointment_date", "status"], People(1, 300, person => [Text(person), $"a{person}", "A81001", "2024-04-11", "FINISHED"]))
        .Fill("acute_outpatients", ["nhs_number", "source_id", "provider", "appointment_date", "attended", "first_attendance", "treatment_function"],
            [.. People(1, 300, person => [Text(person), $"o{person}", "RA4", "2024-05-01", "5", "1", "130"]), .. People(131, 30, person => [Text(person), $"q{person}", "RA9", "2024-06-01", "5", "1", "130"])])
        .Fill("acute_inpatients", ["nhs_number", "source_id", "provider", "spell_number", "start_date", "end_date", "discharge_date", "method", "discharge_method", "discharge_destination"],
            [.. People(1, 60, person => Stay(person, "S", "2024-07-01", "2024-07-04")), .. People(1, 20, person => Stay(person, "T", "2024-07-10", "2024-07-12"))])
        .Run().Rank([SchemeReader.Read("""
            scheme: by-age
            title: By age
            version: 1
            assign: first-match
            cohorts:
              - {id: old, title: Old, where: age >= 65}
              - {id: young, title: Young, where: everyone}
            """, "by-age.yml", [])!]);

    private static string[] Stay(int person, string stay, string from, string to) => [Text(person), $"{stay}{person}", "RA4", $"{stay}{person}", from, to, to, "21", "1", "19"];

    private static IEnumerable<string?[]> People(int first, int count, Func<int, string?[]> row) => Enumerable.Range(first, count).Select(row);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
