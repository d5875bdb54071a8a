using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of joined-up care: what each counts, worked out by hand on drawn rows. Each story happens in a neighbourhood of its own.</summary>
public sealed class MetricSpec
{
    private Flow _flow = null!;

    [OneTimeSetUp]
    public void Live() => _flow = Measured(new Flow()
        .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice | neighbourhood\n"
            + Lines(Old("leaving", 11, 12, 13, 14, 16, 17, 18), "15 | p15 | 2015-01-01 | A81001 | leaving", Old("homes", 21, 22, 23, 24, 26, 27), "25 | p25 | 1970-01-01 | A81001 | homes", Old("reabled", 31, 32, 33, 34, 35, 36, 37, 38, 39),
                "41 | p41 | 1935-06-01 | A81001 | beds", "42 | p42 | 1946-06-01 | A81001 | beds", "43 | p43 | 1957-06-01 | A81001 | beds", "44 | p44 | 1983-06-01 | A81001 | beds", Old("sorts", 51, 52), Old("after", 61, 62), Old("reach", 71, 72), Old("delay", 81, 82, 83, 84)))
        .Land("deaths", "nhs_number | death_date\n32 | 2024-07-01")
        .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | discharge_date | method | patient_class | discharge_method | discharge_destination | ready_date\n"
            + Lines(_leaving, Lines([.. Enumerable.Range(31, 8).Select(person => $"{person} | e{person} | RA4 | S{person} | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 1 | 19 |")]), _reabled, _beds, _after, _delay))
        .Land("social_care_services", "nhs_number | authority | source_id | service_type | service_component | start_date | end_date | unit_cost | frequency\n"
            + Lines(_homes, Lines([.. new[] { (31, "2024-05-10"), (32, "2024-05-11"), (33, "2024-05-12"), (34, "2024-05-13"), (35, "2024-05-14"), (36, "2024-05-18"), (38, "2024-05-17"), (39, "2025-02-11") }.Select(service => $"{service.Item1} | E1 | r{service.Item1} | Short term support: ST-Max | Reablement | {service.Item2} | {service.Item2} | | WEEKLY")]),
                "33 | E1 | c33 | Long term support: Residential care | Long term residential care | 2024-08-01 | | | WEEKLY", "61 | E1 | s61 | Long term support: Community | Home support | 2024-04-20 | | 10000 | WEEKLY"))
        .Land("gp_appointments", "nhs_number | source_id | practice | appointment_date | status | clinician\n" + _appointments)
        .Land("acute_outpatients", """
            nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | hrg
            51         | o1        | RA4      | 2024-05-01       | 5        | 1                | 110                | WF01B
            51         | o2        | RA4      | 2024-05-02       | 6        | 3                | 110                | WF01D
            51         | o3        | RA4      | 2024-05-03       | 5        | 2                | 110                |
            51         | o4        | RA4      | 2024-05-04       | 5        | 2                | 110                | MA22Z
            51         | o5        | RA4      | 2024-05-05       | 3        | 1                | 110                | WF01B
            """)
        .Land("emergency_attendances", """
            nhs_number | source_id | provider | arrival_date | department
            51         | x1        | RA4      | 2024-05-01   | 01
            52         | x2        | RA4      | 2024-05-02   | 03
            52         | x3        | RA4      | 2024-05-03   |
            61         | x4        | RA4      | 2024-06-10   | 01
            """)
        .Land("community_contacts", """
            nhs_number | source_id | provider | contact_date | attended | team
            51         | c1        | RX1      | 2024-05-01   | 5        |
            51         | c2        | RX1      | 2024-05-02   | 3        |
            61         | c3        | RX1      | 2024-06-09   | 5        |
            71         | c4        | RX1      | 2024-06-09   | 5        | 12
            71         | c5        | RX1      | 2024-07-09   | 5        | 12
            71         | c6        | RX1      | 2024-07-10   | 5        | 51
            71         | c7        | RX2      | 2024-07-10   | 5        | 12
            72         | c8        | RX1      | 2024-07-10   | 5        |
            """)
        .Land("mental_health_contacts", "nhs_number | source_id | provider | contact_date | attended | team\n14 | m1 | RW1 | 2024-04-02 | 5 | A02")
        .Land("prescribed_items", "nhs_number | source_id | processed_on | actual_cost | items\n61 | i1 | 2024-05-31 | 100 | 1"));

    [OneTimeTearDown]
    public void End() => _flow.Dispose();

    /// <summary>Of 11 (home), 12 (a care home), 13 (moved to another hospital), 14 (died), 15 (a child), 16 (nothing told), 17 (a day case) and 18 (a temporary home): three discharges, two of them to the usual place.</summary>
    [Test]
    public void Discharges_to_the_usual_place_are_of_adults_who_left_alive_for_somewhere_that_is_told() => Assert.That(Draw("leaving", "usual_residence"), Is.EqualTo("2 of 3, by 2 of 3 people"));

    private const string _leaving = """
        11 | e11 | RA4 | S11 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 1 | 19 |
        12 | e12 | RA4 | S12 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 11 | 1 | 1 | 54 |
        13 | e13 | RA4 | S13 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 1 | 51 |
        14 | e14 | RA4 | S14 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 4 | 79 |
        15 | e15 | RA4 | S15 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 1 | 19 |
        16 | e16 | RA4 | S16 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 1 |    |
        17 | e17 | RA4 | S17 | 2024-05-01 | 2024-05-01 | 2024-05-01 | 11 | 2 | 1 | 19 |
        18 | e18 | RA4 | S18 | 2024-05-01 | 2024-05-04 | 2024-05-04 | 21 | 1 | 1 | 29 |
        """;

    /// <summary>
    /// New are 21, and 27, whose short stay came before. Not new: 22, who was there when the year began; 23, whose service of the same home began again when its
    /// price changed; 24, who stays for a short while; 25, who is too young; 26, who gets help at home. 21 counts once, though she moves to another home later.
    /// </summary>
    [Test]
    public void A_new_admission_to_a_care_home_is_for_good_of_somebody_old_who_was_in_none_the_day_before() => Assert.That(Draw("homes", "care_home_65"), Is.EqualTo("2 of 0, by 2 of 0 people"));

    private const string _homes = """
        21 | E1 | s1  | Long Term Support: Nursing Care      | Long term nursing care      | 2024-06-01 | 2024-08-01 | 100000 | WEEKLY
        21 | E1 | s2  | Long term support: Residential care  | Long term residential care  | 2024-09-01 |            | 100000 | WEEKLY
        22 | E1 | s3  | Long term support: Residential care  | Long term residential care  | 2023-06-01 |            | 100000 | WEEKLY
        23 | E1 | s4  | Long term support: Residential care  | Long term residential care  | 2023-06-01 | 2024-04-30 | 100000 | WEEKLY
        23 | E1 | s5  | Long term support: Residential care  | Long term residential care  | 2024-05-01 |            | 110000 | WEEKLY
        24 | E1 | s6  | Long term support: Residential care  | Short term residential care | 2024-06-01 | 2024-06-14 | 100000 | WEEKLY
        25 | E1 | s7  | Long term support: Residential care  | Long term residential care  | 2024-06-01 |            | 100000 | WEEKLY
        26 | E1 | s8  | Long term support: Community         | Home support                | 2024-06-01 |            | 10000  | WEEKLY
        27 | E1 | s9  | Short term support: Other short term | Short term residential care | 2024-05-01 | 2024-05-31 | 100000 | WEEKLY
        27 | E1 | s10 | Long term support: Residential care  | Long term residential care  | 2024-06-01 |            | 100000 | WEEKLY
        """;

    /// <summary>
    /// 31 to 38 leave hospital on the 10th of May, so the 91st day is the 9th of August. Reabled within seven days: 31 to 35 and 38; of whom 31 and 38 are at home. 32
    /// has died, 33 is in a care home, 34 in hospital, and 35 leaves it on that very day, so is home again: three of six. 36 was reabled on the eighth day, 37 never;
    /// 39 is reabled after a discharge whose 91st day the run does not have.
    /// </summary>
    [Test]
    public void At_home_after_91_days_is_alive_and_in_neither_hospital_nor_care_home() => Assert.That(Draw("reabled", "home_91_days"), Is.EqualTo("3 of 6, by 3 of 6 people"));

    private const string _reabled = """
        39 | e39 | RA4 | S39 | 2025-02-01 | 2025-02-10 | 2025-02-10 | 21 | 1 | 1 | 19 |
        34 | f34 | RA4 | T34 | 2024-08-05 | 2024-08-15 | 2024-08-15 | 21 | 1 | 1 | 19 |
        35 | f35 | RA4 | T35 | 2024-08-05 | 2024-08-09 | 2024-08-09 | 21 | 1 | 1 | 19 |
        """;

    /// <summary>41 is 88 and has three and five nights by two emergencies; 42 is 77 and has four by one; 43 is 66 and has two by one, beside ten planned; 44 is 40 and has six by two.</summary>
    [Test]
    public void Bed_days_are_emergency_nights_of_an_age_and_of_these_those_of_people_who_came_twice() => Assert.That(
        _flow.Draw("select metric, numerator, squares, people, registered, rest, rest_of_all from measure_metric where place = 'beds' and metric similar to '(emergency_bed|two_admissions|nel_).*' order by metric"), Is.EqualTo(Table.Normal("""
            metric                    | numerator | squares | people | registered | rest | rest_of_all
            emergency_bed_days_65     | 14        | 84      | 3      | 3          | 0    | 1
            emergency_bed_days_75     | 12        | 80      | 2      | 2          | 0    | 2
            emergency_bed_days_85     | 8         | 64      | 1      | 1          | 0    | 3
            nel_bed_days              | 20        | 120     | 4      | 4          | 1    | 1
            nel_los0                  | 1         | 1       | 1      | 4          | 4    | 4
            nel_los1plus              | 5         | 7       | 4      | 4          | 1    | 1
            two_admissions_bed_days_65 | 8        | 64      | 1      | 3          | 2    | 3
            two_admissions_bed_days_75 | 8        | 64      | 1      | 2          | 1    | 3
            two_admissions_bed_days_85 | 8        | 64      | 1      | 1          | 0    | 3
            """)));

    private const string _beds = """
        41 | e41 | RA4 | S41 | 2024-05-01 | 2024-05-04 | | 21 | | | |
        41 | f41 | RA4 | T41 | 2024-07-01 | 2024-07-06 | | 21 | | | |
        42 | e42 | RA4 | S42 | 2024-05-01 | 2024-05-05 | | 21 | | | |
        43 | e43 | RA4 | S43 | 2024-05-01 | 2024-05-03 | | 21 | | | |
        43 | f43 | RA4 | T43 | 2024-08-01 | 2024-08-11 | | 11 | | | |
        44 | e44 | RA4 | S44 | 2024-05-01 | 2024-05-07 | | 21 | | | |
        44 | f44 | RA4 | T44 | 2024-06-01 | 2024-06-01 | | 21 | | | |
        """;

    [Test]
    public void Appointments_and_attendances_count_by_their_sort_where_it_is_told() => Assert.That(
        _flow.Draw("select metric, numerator, people, rest from measure_metric where place = 'sorts' and metric similar to '(gp|op|ae|community).*' order by metric"), Is.EqualTo(Table.Normal("""
            metric             | numerator | people | rest
            ae_other           | 1         | 1      | 2
            ae_type1           | 1         | 1      | 1
            community_contacts | 1         | 1      | 0
            gp_appointments_gp | 2         | 2      | 1
            op_follow_up       | 1         | 1      | 1
            op_new             | 2         | 1      | 1
            op_procedure       | 1         | 1      | 1
            """)));

    private const string _appointments = """
        51 | a1 | A81001 | 2024-05-01 | FINISHED       | GP
        51 | a2 | A81001 | 2024-05-02 | FINISHED       | NURSE
        51 | a3 | A81001 | 2024-05-03 | DID NOT ATTEND | GP
        52 | a4 | A81001 | 2024-06-01 | FINISHED       | GP
        61 | a5 | A81001 | 2024-05-10 | FINISHED       | NURSE
        61 | a6 | A81001 | 2024-05-11 | FINISHED       | NURSE
        62 | a7 | A81001 | 2025-03-12 | FINISHED       | NURSE
        71 | a8 | A81001 | 2024-05-10 | FINISHED       | NURSE
        71 | a9 | A81001 | 2024-06-11 | FINISHED       | NURSE
        """;

    [Test]
    public void A_month_has_what_counts_in_it() => Assert.That(
        _flow.Draw("select strftime(month, '%Y-%m') as month, numerator, people, rest from measure_metric_month where metric = 'gp_appointments_gp' and people > 0 order by month"), Is.EqualTo(Table.Normal("""
            month   | numerator | people | rest
            2024-05 | 1         | 1      | 3
            2024-06 | 1         | 1      | 1
            """)));

    /// <summary>
    /// 61 leaves on the 10th of May: an appointment that day is before, one on the 11th after, a contact on the 9th of June is the 30th day and an attendance
    /// on the 10th is not; home support from April on runs through them; a second stay from the 20th. So 4 settings. After that one's own end on the 22nd lie the
    /// contact, the support and the attendance: 3. A medicine in May is of no day. 62's discharge in March has no 30 days of the year left.
    /// </summary>
    [Test]
    public void Settings_after_a_discharge_are_those_of_days_one_to_thirty() => Assert.That(Draw("after", "settings_after_discharge"), Is.EqualTo("7 of 2, by 1 of 1 people"));

    private const string _after = """
        61 | e61 | RA4 | S61 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 1 | 19 |
        61 | f61 | RA4 | T61 | 2024-05-20 | 2024-05-22 | 2024-05-22 | 21 | 1 | 1 | 19 |
        62 | e62 | RA4 | S62 | 2025-03-01 | 2025-03-10 | 2025-03-10 | 21 | 1 | 1 | 19 |
        """;

    /// <summary>71 meets the practice, RX1 and RX2, and teams 12 and 51 of RX1 and 12 of RX2; 72 meets RX1.</summary>
    [Test]
    public void Providers_and_teams_count_once_a_person_and_year() => Assert.That(
        _flow.Draw("select metric, numerator, squares, people, registered from measure_metric where place = 'reach' and metric in ('providers', 'teams') order by metric"), Is.EqualTo(Table.Normal("""
            metric    | numerator | squares | people | registered
            providers | 4         | 10      | 2      | 2
            teams     | 3         | 9       | 1      | 2
            """)));

    /// <summary>Three were told to be ready: two days before, on the day, and after the discharge, which is a slip; of the fourth nothing is told.</summary>
    [Test]
    public void An_average_delay_is_over_discharges_of_which_the_day_of_readiness_is_told() => Assert.That(Draw("delay", "discharge_delay"), Is.EqualTo("2 of 2, by 1 of 2 people"));

    private const string _delay = """
        81 | e81 | RA4 | S81 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | | | 2024-05-08
        82 | e82 | RA4 | S82 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | | | 2024-05-10
        83 | e83 | RA4 | S83 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | | | 2024-05-12
        84 | e84 | RA4 | S84 | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | | |
        """;

    /// <summary>Of all that is asked, the acuity of an attendance alone is told by no extract of any shape.</summary>
    [Test]
    public void Where_everything_was_sent_the_four_categories_of_ambulances_alone_are_missing() => Assert.That(
        _flow.Draw("select distinct missing from measure_metric where missing <> ''"), Is.EqualTo("missing\nemergency_attendances.acuity"));

    [Test]
    public void What_no_extract_tells_is_missing_and_named_and_never_none()
    {
        using var flow = Measured(new Flow().Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | method\n1 | e1 | RA4 | S1 | 2024-05-01 | 2024-05-04 | 21")
            .Land("emergency_attendances", "nhs_number | source_id | provider | arrival_date\n1 | x1 | RA4 | 2024-06-10"));

        Assert.That(flow.Draw("select missing, string_agg(metric, ', ' order by metric) as metrics from measure_metric where kind = 'everybody' and missing <> '' group by missing order by missing"), Is.EqualTo(Table.Normal("""
            missing                                                                 | metrics
            acute_inpatients.discharge_destination                                  | usual_residence
            acute_inpatients.ready_date                                             | discharge_delay
            acute_outpatients, acute_outpatients.first_attendance                   | op_follow_up, op_new
            acute_outpatients, acute_outpatients.first_attendance, acute_outpatients.treatment_function | seen_again
            acute_outpatients, acute_outpatients.hrg                                | op_procedure
            community_contacts                                                      | community_contacts
            community_contacts, mental_health_contacts                              | assessed_again
            community_contacts.team                                                 | teams
            emergency_attendances.acuity                                            | ambulance_cat1, ambulance_cat2, ambulance_cat3, ambulance_cat4
            emergency_attendances.department                                        | ae_other, ae_type1
            gp_appointments, gp_appointments.clinician                              | gp_appointments_gp
            social_care_services, social_care_services.service_component            | home_91_days
            social_care_services, social_care_services.service_type                 | care_home_65
            """)));
        Assert.That(flow.Warehouse.Count("select count(*) from measure_metric_month where metric in ('usual_residence', 'op_new')"), Is.Zero);
    }

    [Test]
    public void A_dataset_that_is_told_of_one_year_alone_is_missing_in_the_other()
    {
        using var flow = Measured(new Flow(Model.Period.FinancialYear(2023), Model.Period.FinancialYear(2024)).Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("community_contacts", "nhs_number | source_id | provider | contact_date\n1 | c1 | RX1 | 2024-06-09"));

        Assert.That(flow.Draw("select year, numerator, missing from measure_metric where kind = 'everybody' and metric = 'community_contacts' order by year"), Is.EqualTo("year | numerator | missing\n2023/24 | 0 | community_contacts\n2024/25 | 1 | "));
    }

    [Test]
    public void The_law_of_measures_sees_what_breaks_it()
    {
        var law = SqlScript.Load("metric_months_hold_the_year");
        Assert.That(_flow.Warehouse.Breaches(law), Is.Zero);

        Assert.Multiple(() =>
        {
            Assert.That(Broken("measure_metric", "numerator = numerator + 1", "kind = 'everybody'"), Is.True);
            Assert.That(Broken("measure_metric_month", "numerator = numerator - 1", "people > 0"), Is.True);
            Assert.That(Broken("measure_metric", "days = days + 1", "place = 'sorts'"), Is.True);
        });

        bool Broken(string table, string change, string where)
        {
            _flow.Warehouse.Execute($"create or replace table kept as select * from {table}");
            _flow.Warehouse.Execute($"update {table} set {change} where metric = 'gp_appointments_gp' and {where}");
            var broken = _flow.Warehouse.Breaches(law) > 0;
            _flow.Warehouse.Execute($"create or replace table {table} as select * from kept");
            return broken;
        }
    }

    /// <summary>The fourteen of the guide's Appendix 6, and what every declaration must hold.</summary>
    [Test]
    public void Every_measure_is_declared_whole_and_the_programme_has_its_fourteen() => Assert.Multiple(() =>
    {
        Assert.That(Metrics.All.Count(metric => metric.Panel.StartsWith("National Neighbourhood", StringComparison.Ordinal)), Is.EqualTo(14));
        Assert.That(Metrics.All.Select(metric => metric.Name), Is.Unique);
        Assert.That(Metrics.All.SelectMany(metric => new[] { metric.Title, metric.Definition, metric.Unit, metric.Source }), Has.None.Empty);
        Assert.That(Metrics.All.SelectMany(metric => metric.Needs).Select(need => Catalogue.Find(need.Split('.')[0])), Has.None.Null);
        Assert.That(Metrics.All.SelectMany(metric => metric.Needs).Select(need => need.Split('.')).Where(need => need.Length == 2 && Catalogue.Find(need[0])!.Columns.All(column => column.Name != need[1])).Select(need => need[1]).Distinct(), Is.EqualTo(new[] { "acuity" }), "no extract's shape has the acuity of an attendance");
    });

    private string Draw(string place, string metric) => (string)_flow.Warehouse.Query($"select format('{{}} of {{}}, by {{}} of {{}} people', numerator, over_amount, people, over_people) from measure_metric where place = '{place}' and metric = '{metric}'").Rows[0][0]!;

    /// <summary>Runs the stations up to person-years, and of what is measured these measures with their law.</summary>
    private static Flow Measured(Flow flow)
    {
        flow.Run();
        var measuring = MeasuringStage.Make(seed: 1);
        Stages.Run(measuring with { Steps = [.. measuring.Steps.Where(step => step.Table.Contains("metric", StringComparison.Ordinal))], Laws = [.. measuring.Laws.Where(law => law.Name == "metric_months_hold_the_year")] }, flow.Warehouse);
        return flow;
    }

    private static string Lines(params IReadOnlyList<string> lines) => string.Join('\n', lines);

    /// <summary>People of eighty and more.</summary>
    private static string Old(string neighbourhood, params int[] numbers) => string.Join('\n', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} | p{number} | 1940-05-17 | A81001 | {neighbourhood}")));
}
