using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of joined-up care: what each counts, worked out by hand on drawn rows.</summary>
public sealed class MetricSpec
{
    /// <summary>Of 1 (home), 2 (a care home), 3 (moved to another hospital), 4 (died), 5 (a child), 6 (nothing told), 7 (a day case) and 8 (a temporary home): three discharges, two of them to the usual place.</summary>
    [Test]
    public void Discharges_to_the_usual_place_are_of_adults_who_left_alive_for_somewhere_that_is_told()
    {
        using var flow = Town(Old(1, 2, 3, 4, 6, 7, 8) + "\n5 | p5 | 2015-01-01 | A81001 |")
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | patient_class | discharge_method | discharge_destination
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 1                | 19
                2          | e2        | RA4      | S2           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 11     | 1             | 1                | 54
                3          | e3        | RA4      | S3           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 1                | 51
                4          | e4        | RA4      | S4           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 4                | 79
                5          | e5        | RA4      | S5           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 1                | 19
                6          | e6        | RA4      | S6           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 1                |
                7          | e7        | RA4      | S7           | 2024-05-01 | 2024-05-01 | 2024-05-01     | 11     | 2             | 1                | 19
                8          | e8        | RA4      | S8           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | 1             | 1                | 29
                """)
            .Run().Rank("number-of-conditions");

        Assert.That(Draw(flow, "usual_residence"), Is.EqualTo("numerator | over_amount | people | over_people | missing\n2 | 3 | 2 | 3 | "));
    }

    /// <summary>
    /// New are 1, and 7, whose short stay came before. Not new: 2, who was there when the year began; 3, whose service of the same home began again when its
    /// price changed; 4, who stays for a short while; 5, who is too young; 6, who gets help at home. 1 counts once, though she moves to another home later.
    /// </summary>
    [Test]
    public void A_new_admission_to_a_care_home_is_for_good_of_somebody_old_who_was_in_none_the_day_before()
    {
        using var flow = Town(Old(1, 2, 3, 4, 6, 7) + "\n5 | p5 | 1970-01-01 | A81001 |")
            .Land("social_care_services", """
                nhs_number | authority | source_id | service_type                         | service_component           | start_date | end_date   | unit_cost | frequency
                1          | E1        | s1        | Long Term Support: Nursing Care      | Long term nursing care      | 2024-06-01 | 2024-08-01 | 100000    | WEEKLY
                1          | E1        | s2        | Long term support: Residential care  | Long term residential care  | 2024-09-01 |            | 100000    | WEEKLY
                2          | E1        | s3        | Long term support: Residential care  | Long term residential care  | 2023-06-01 |            | 100000    | WEEKLY
                3          | E1        | s4        | Long term support: Residential care  | Long term residential care  | 2023-06-01 | 2024-04-30 | 100000    | WEEKLY
                3          | E1        | s5        | Long term support: Residential care  | Long term residential care  | 2024-05-01 |            | 110000    | WEEKLY
                4          | E1        | s6        | Long term support: Residential care  | Short term residential care | 2024-06-01 | 2024-06-14 | 100000    | WEEKLY
                5          | E1        | s7        | Long term support: Residential care  | Long term residential care  | 2024-06-01 |            | 100000    | WEEKLY
                6          | E1        | s8        | Long term support: Community         | Home support                | 2024-06-01 |            | 10000     | WEEKLY
                7          | E1        | s9        | Short term support: Other short term | Short term residential care | 2024-05-01 | 2024-05-31 | 100000    | WEEKLY
                7          | E1        | s10       | Long term support: Residential care  | Long term residential care  | 2024-06-01 |            | 100000    | WEEKLY
                """)
            .Run().Rank("number-of-conditions");

        Assert.That(Draw(flow, "care_home_65"), Is.EqualTo("numerator | over_amount | people | over_people | missing\n2 | 0 | 2 | 0 | "));
    }

    /// <summary>
    /// All leave hospital on the 10th of May, so the 91st day is the 9th of August. Reabled within seven days: 1 to 5 and 8; of whom 1 and 8 are at home. 2 has
    /// died, 3 is in a care home, 4 in hospital and 5 leaves it on that very day, so is home again: three of six. 6 was reabled on the eighth day, 7 never;
    /// 9 is reabled after a discharge whose 91st day the run does not have.
    /// </summary>
    [Test]
    public void At_home_after_91_days_is_alive_and_in_neither_hospital_nor_care_home()
    {
        using var flow = Town(Old(1, 2, 3, 4, 5, 6, 7, 8, 9))
            .Land("deaths", "nhs_number | death_date\n2 | 2024-07-01")
            .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | discharge_date | method | discharge_method | discharge_destination\n"
                + string.Join('\n', Enumerable.Range(1, 8).Select(person => $"{person} | e{person} | RA4 | S{person} | 2024-05-01 | 2024-05-10 | 2024-05-10 | 21 | 1 | 19"))
                + """

                9 | e9  | RA4 | S9  | 2025-02-01 | 2025-02-10 | 2025-02-10 | 21 | 1 | 19
                4 | e10 | RA4 | S10 | 2024-08-05 | 2024-08-15 | 2024-08-15 | 21 | 1 | 19
                5 | e11 | RA4 | S11 | 2024-08-05 | 2024-08-09 | 2024-08-09 | 21 | 1 | 19
                """)
            .Land("social_care_services", "nhs_number | authority | source_id | service_type | service_component | start_date | end_date | frequency\n"
                + string.Join('\n', new[] { (1, "2024-05-10"), (2, "2024-05-11"), (3, "2024-05-12"), (4, "2024-05-13"), (5, "2024-05-14"), (6, "2024-05-18"), (8, "2024-05-17"), (9, "2025-02-11") }.Select(service => $"{service.Item1} | E1 | r{service.Item1} | Short term support: ST-Max | Reablement | {service.Item2} | {service.Item2} | WEEKLY"))
                + "\n3 | E1 | c3 | Long term support: Residential care | Long term residential care | 2024-08-01 | | WEEKLY")
            .Run().Rank("number-of-conditions");

        Assert.That(Draw(flow, "home_91_days"), Is.EqualTo("numerator | over_amount | people | over_people | missing\n3 | 6 | 3 | 6 | "));
    }

    /// <summary>1 is 88 and has three and five nights by two emergencies; 2 is 77 and has four by one; 3 is 66 and has two by one, beside ten planned; 4 is 40 and has six by two.</summary>
    [Test]
    public void Bed_days_are_emergency_nights_of_an_age_and_of_these_those_of_people_who_came_twice()
    {
        using var flow = Town("""
            1 | p1 | 1935-06-01 | A81001 |
            2 | p2 | 1946-06-01 | A81001 |
            3 | p3 | 1957-06-01 | A81001 |
            4 | p4 | 1983-06-01 | A81001 |
            """)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | method
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-04 | 21
                1          | e2        | RA4      | S2           | 2024-07-01 | 2024-07-06 | 21
                2          | e3        | RA4      | S3           | 2024-05-01 | 2024-05-05 | 21
                3          | e4        | RA4      | S4           | 2024-05-01 | 2024-05-03 | 21
                3          | e5        | RA4      | S5           | 2024-08-01 | 2024-08-11 | 11
                4          | e6        | RA4      | S6           | 2024-05-01 | 2024-05-07 | 21
                4          | e7        | RA4      | S7           | 2024-06-01 | 2024-06-01 | 21
                """)
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Draw("select metric, numerator, squares, people, registered, rest, rest_of_all from measure_metric where kind = 'everybody' and metric similar to '(emergency_bed|two_admissions|nel_).*' order by metric"), Is.EqualTo(Table.Normal("""
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
    }

    [Test]
    public void Appointments_and_attendances_count_by_their_sort_where_it_is_told()
    {
        using var flow = Town(Old(1, 2))
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status          | clinician
                1          | a1        | 2024-05-01       | FINISHED        | GP
                1          | a2        | 2024-05-02       | FINISHED        | NURSE
                1          | a3        | 2024-05-03       | DID NOT ATTEND  | GP
                2          | a4        | 2024-06-01       | FINISHED        | GP
                """)
            .Land("acute_outpatients", """
                nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | hrg
                1          | o1        | RA4      | 2024-05-01       | 5        | 1                | 110                | WF01B
                1          | o2        | RA4      | 2024-05-02       | 6        | 3                | 110                | WF01D
                1          | o3        | RA4      | 2024-05-03       | 5        | 2                | 110                |
                1          | o4        | RA4      | 2024-05-04       | 5        | 2                | 110                | MA22Z
                1          | o5        | RA4      | 2024-05-05       | 3        | 1                | 110                | WF01B
                """)
            .Land("emergency_attendances", """
                nhs_number | source_id | provider | arrival_date | department
                1          | e1        | RA4      | 2024-05-01   | 01
                2          | e2        | RA4      | 2024-05-02   | 03
                2          | e3        | RA4      | 2024-05-03   |
                """)
            .Land("community_contacts", "nhs_number | source_id | provider | contact_date | attended\n1 | c1 | RX1 | 2024-05-01 | 5\n1 | c2 | RX1 | 2024-05-02 | 3")
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Draw("select metric, numerator, people, rest from measure_metric where kind = 'everybody' and metric similar to '(gp|op|ae|community).*' order by metric"), Is.EqualTo(Table.Normal("""
            metric             | numerator | people | rest
            ae_other           | 1         | 1      | 2
            ae_type1           | 1         | 1      | 1
            community_contacts | 1         | 1      | 0
            gp_appointments_gp | 2         | 2      | 1
            op_follow_up       | 1         | 1      | 1
            op_new             | 2         | 1      | 1
            op_procedure       | 1         | 1      | 1
            """)));
        Assert.That(flow.Draw("select strftime(month, '%Y-%m') as month, numerator, people from measure_metric_month where metric = 'gp_appointments_gp' and people > 0 order by month"), Is.EqualTo(Table.Normal("""
            month   | numerator | people
            2024-05 | 1         | 1
            2024-06 | 1         | 1
            """)));
    }

    /// <summary>
    /// 1 leaves on the 10th of May: an appointment that day is before, one on the 11th after, a contact on the 9th of June is the 30th day and an attendance
    /// on the 10th is not; home support from April on runs through them; a second stay from the 20th. Its own discharge on the 22nd has the contact and the
    /// support within 30 days: the attendance on the 10th of June too. So 4 and 3 settings of two discharges. 2's discharge in March has no 30 days of the year left.
    /// </summary>
    [Test]
    public void Settings_after_a_discharge_are_those_of_days_one_to_thirty()
    {
        using var flow = Town(Old(1, 2))
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | discharge_method | discharge_destination
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-10 | 2024-05-10     | 21     | 1                | 19
                1          | e2        | RA4      | S2           | 2024-05-20 | 2024-05-22 | 2024-05-22     | 21     | 1                | 19
                2          | e3        | RA4      | S3           | 2025-03-01 | 2025-03-10 | 2025-03-10     | 21     | 1                | 19
                """)
            .Land("gp_appointments", "nhs_number | source_id | appointment_date | status\n1 | a1 | 2024-05-10 | FINISHED\n1 | a2 | 2024-05-11 | FINISHED\n2 | a3 | 2025-03-12 | FINISHED")
            .Land("community_contacts", "nhs_number | source_id | provider | contact_date\n1 | c1 | RX1 | 2024-06-09")
            .Land("emergency_attendances", "nhs_number | source_id | provider | arrival_date\n1 | x1 | RA4 | 2024-06-10")
            .Land("prescribed_items", "nhs_number | source_id | processed_on | actual_cost | items\n1 | i1 | 2024-05-31 | 100 | 1")
            .Land("social_care_services", "nhs_number | authority | source_id | service_type | service_component | start_date | end_date | unit_cost | frequency\n1 | E1 | s1 | Long term support: Community | Home support | 2024-04-20 | | 10000 | WEEKLY")
            .Run().Rank("number-of-conditions");

        // First: primary care, community, social care, inpatient. Second: community, social care, emergency.
        Assert.That(Draw(flow, "settings_after_discharge"), Is.EqualTo("numerator | over_amount | people | over_people | missing\n7 | 2 | 1 | 1 | "));
    }

    [Test]
    public void Providers_and_teams_count_once_a_person_and_year()
    {
        using var flow = Town(Old(1, 2))
            .Land("gp_appointments", "nhs_number | source_id | practice | appointment_date | status\n1 | a1 | A81001 | 2024-05-10 | FINISHED\n1 | a2 | A81001 | 2024-06-11 | FINISHED")
            .Land("community_contacts", """
                nhs_number | source_id | provider | contact_date | team
                1          | c1        | RX1      | 2024-06-09   | 12
                1          | c2        | RX1      | 2024-07-09   | 12
                1          | c3        | RX1      | 2024-07-10   | 51
                1          | c4        | RX2      | 2024-07-10   | 12
                2          | c5        | RX1      | 2024-07-10   |
                """)
            .Run().Rank("number-of-conditions");

        // 1 meets the practice, RX1 and RX2, and teams 12 and 51 of RX1 and 12 of RX2; 2 meets RX1.
        Assert.That(flow.Draw("select metric, numerator, squares, people, registered from measure_metric where kind = 'everybody' and metric in ('providers', 'teams') order by metric"), Is.EqualTo(Table.Normal("""
            metric    | numerator | squares | people | registered
            providers | 4         | 10      | 2      | 2
            teams     | 3         | 9       | 1      | 2
            """)));
    }

    /// <summary>Three were ready: two days before, on the day, and after the discharge, which is a slip; of the fourth nothing is told.</summary>
    [Test]
    public void An_average_delay_is_over_discharges_of_which_the_day_of_readiness_is_told()
    {
        using var flow = Town(Old(1, 2, 3, 4))
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | ready_date
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-10 | 2024-05-10     | 21     | 2024-05-08
                2          | e2        | RA4      | S2           | 2024-05-01 | 2024-05-10 | 2024-05-10     | 21     | 2024-05-10
                3          | e3        | RA4      | S3           | 2024-05-01 | 2024-05-10 | 2024-05-10     | 21     | 2024-05-12
                4          | e4        | RA4      | S4           | 2024-05-01 | 2024-05-10 | 2024-05-10     | 21     |
                """)
            .Run().Rank("number-of-conditions");

        Assert.That(Draw(flow, "discharge_delay"), Is.EqualTo("numerator | over_amount | people | over_people | missing\n2 | 2 | 1 | 2 | "));
    }

    [Test]
    public void What_no_extract_tells_is_missing_and_named_and_never_none()
    {
        using var flow = Town(Old(1))
            .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | method\n1 | e1 | RA4 | S1 | 2024-05-01 | 2024-05-04 | 21")
            .Land("emergency_attendances", "nhs_number | source_id | provider | arrival_date\n1 | x1 | RA4 | 2024-06-10")
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Draw("select missing, string_agg(metric, ', ' order by metric) as metrics from measure_metric where kind = 'everybody' and missing <> '' group by missing order by missing"), Is.EqualTo(Table.Normal("""
            missing                                                                 | metrics
            acute_inpatients.discharge_destination                                  | usual_residence
            acute_inpatients.ready_date                                             | discharge_delay
            acute_outpatients, acute_outpatients.first_attendance                   | op_follow_up, op_new
            acute_outpatients, acute_outpatients.hrg                                | op_procedure
            community_contacts                                                      | community_contacts
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
        using var flow = new Flow(Model.Period.FinancialYear(2023), Model.Period.FinancialYear(2024)).Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("community_contacts", "nhs_number | source_id | provider | contact_date\n1 | c1 | RX1 | 2024-06-09")
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Draw("select year, numerator, missing from measure_metric where kind = 'everybody' and metric = 'community_contacts' order by year"), Is.EqualTo("year | numerator | missing\n2023/24 | 0 | community_contacts\n2024/25 | 1 | "));
    }

    [Test]
    public void The_law_of_measures_sees_what_breaks_it()
    {
        using var flow = Town(Old(1, 2)).Land("gp_appointments", "nhs_number | source_id | appointment_date | status | clinician\n1 | a1 | 2024-05-10 | FINISHED | GP").Run().Rank("number-of-conditions");
        var law = SqlScript.Load("metric_months_hold_the_year");
        Assert.That(flow.Warehouse.Breaches(law), Is.Zero);

        Assert.Multiple(() =>
        {
            Assert.That(Broken("measure_metric", "numerator = numerator + 1", "kind = 'everybody'"), Is.True);
            Assert.That(Broken("measure_metric_month", "numerator = numerator - 1", "people > 0"), Is.True);
            Assert.That(Broken("measure_metric", "days = days + 1", "kind = 'neighbourhood'"), Is.True);
        });

        bool Broken(string table, string change, string where)
        {
            flow.Warehouse.Execute($"create or replace table kept as select * from {table}");
            flow.Warehouse.Execute($"update {table} set {change} where metric = 'gp_appointments_gp' and {where}");
            var broken = flow.Warehouse.Breaches(law) > 0;
            flow.Warehouse.Execute($"create or replace table {table} as select * from kept");
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

    private static string Draw(Flow flow, string metric) => flow.Draw($"select numerator, over_amount, people, over_people, missing from measure_metric where kind = 'everybody' and metric = '{metric}'");

    private static Flow Town(string people) => new Flow().Land("gp_registrations", $"nhs_number | patient_id | birth_date | practice | neighbourhood\n{people}");

    /// <summary>People of eighty and more.</summary>
    private static string Old(params int[] numbers) => string.Join('\n', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} | p{number} | 1940-05-17 | A81001 |")));
}
