using Stratify.Costing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Expected costs are worked by hand beside each case.</summary>
public sealed class CostingSpec
{
    private const string Ada = """
        nhs_number | patient_id | birth_date | practice | start_date | death_date
        -----------+------------+------------+----------+------------+-----------
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01 |
        """;

    private static PriceBook Prices { get; } = new("test", [
        Price("primary_care", "minute", "GP||", 22200, 60),
        Price("primary_care", "minute", "||", 4700, 60),
        Price("inpatient", "spell", "DZ65H|non_elective_long|", 293000, 1),
        Price("inpatient", "spell", "DZ65H|non_elective_short|", 83300, 1),
        Price("inpatient", "spell", "|non_elective_long|", 541670, 1),
        Price("outpatient", "attendance", "300|first_face_to_face|", 26000, 1),
        Price("outpatient", "attendance", "FE32Z||procedure", 84000, 1),
        Price("outpatient", "attendance", "|follow_up_face_to_face|", 24000, 1),
        Price("social_care", "day", "LONG TERM SUPPORT: RESIDENTIAL CARE||", 14900, 1),
    ]);

    // The rule of domain reference 2.8 for Client Level Data: unit cost × units a week × weeks, days at both ends counted.
    [TestCase("90000", "WEEKLY", "", "2024-04-01", "2024-04-07", 90000, "rate", Description = "£900 × 1 week")]
    [TestCase("2200", "HOURLY", "14", "2024-04-01", "2024-06-30", 400400, "rate", Description = "£22 × 14 × 13 weeks = £4,004.00")]
    [TestCase("130000", "MONTHLY", "", "2024-04-01", "", 1564286, "rate", Description = "£1,300 × 12/52 × 365/7 = £15,642.857")]
    [TestCase("40000", "4-WEEKLY", "", "2024-04-01", "2024-04-28", 40000, "rate", Description = "£400 × 1/4 × 4 weeks")]
    [TestCase("25000", "ONE-OFF", "", "2024-04-01", "2024-12-31", 25000, "carried", Description = "once, whatever its length")]
    [TestCase("", "ONE-OFF", "", "2024-04-01", "2024-12-31", 0, "unpriced", Description = "no day rate prices what is bought once")]
    [TestCase("-15000", "WEEKLY", "", "2024-04-01", "2024-04-07", 15000, "rate", Description = "the absolute amount")]
    [TestCase("10000", "FORTNIGHTLY", "", "2023-01-01", "2024-04-14", 10000, "rate", Description = "two of its weeks lie in the year")]
    [TestCase("", "WEEKLY", "", "2024-04-01", "2024-04-10", 149000, "price", Description = "no unit cost: 10 days at the book's £149, never zero")]
    public void A_social_care_service_costs_its_units_and_weeks_inside_the_year(string unitCost, string frequency, string units, string from, string to, long pence, string basis)
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("social_care_services", $"""
                nhs_number | authority | source_id | service_type                        | start_date | end_date | unit_cost  | frequency   | units_per_week
                1          | E10000027 | s1        | Long Term Support: Residential Care | {from}     | {to}     | {unitCost} | {frequency} | {units}
                """)
            .Run();

        Assert.That(flow.Draw("select cost_pence, cost_basis from costed_event"), Is.EqualTo($"cost_pence | cost_basis\n{pence} | {basis}"));
    }

    [TestCase("2024-09-30", "GP", "10", "", 3700, Description = "10 minutes of £222 an hour")]
    [TestCase("2024-09-30", "GP", "10", "7", 2590, Description = "7 minutes, the time it took")]
    [TestCase("2024-09-30", "GP", "10", "12", 3700, Description = "the slot, when it ran over")]
    [TestCase("2024-09-30", "GP", "", "", 3700, Description = "ten minutes, when neither is known")]
    [TestCase("2024-09-30", "GP", "90", "", 22200, Description = "an hour at most")]
    [TestCase("2024-09-30", "CHIROPODIST", "10", "", 783, Description = "the average of an unknown role: £47/6 = £7.833")]
    public void A_GP_appointment_costs_its_minutes(string date, string clinician, string planned, string actual, long pence)
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("gp_appointments", $"""
                nhs_number | source_id | practice | appointment_date | status   | clinician   | planned_minutes | actual_minutes
                1          | g1        | A81001   | {date}           | FINISHED | {clinician} | {planned}       | {actual}
                1          | g2        | A81001   | {date}           | BOOKED   | {clinician} | {planned}       | {actual}
                """)
            .Run();

        Assert.That(flow.Draw("select source_id, cost_pence from costed_event order by source_id"), Is.EqualTo($"source_id | cost_pence\nA81001/g1 | {pence}\nA81001/g2 | 0"));
    }

    [Test]
    public void A_spell_of_two_episodes_is_priced_once_by_its_last_and_its_whole_length()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | episode_order | admission_date | start_date | end_date   | discharge_date | method | patient_class | hrg
                1          | e1        | RA4      | S1           | 1             | 2024-04-01     | 2024-04-01 | 2024-04-03 |                | 21     | 1             | AA35C
                1          | e2        | RA4      | S1           | 2             | 2024-04-01     | 2024-04-03 | 2024-04-09 | 2024-04-09     | 21     | 1             | DZ65H
                1          | e3        | RA4      | S2           | 1             | 2024-05-01     | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | 1             | DZ65H
                1          | e4        | RA7      | S1           | 1             | 2024-06-01     | 2024-06-01 | 2024-06-12 | 2024-06-12     | 21     | 1             | ZZ99Z
                """)
            .Run();

        Assert.That(flow.Draw("select source_id, nights, cost_pence, cost_basis from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | nights | cost_pence | cost_basis
            RA4/e1    | 8      | 0          | in_spell
            RA4/e2    | 8      | 293000     | price
            RA4/e3    | 1      | 83300      | price
            RA7/e4    | 11     | 541670     | average
            """)));
    }

    [Test]
    public void A_discharge_before_the_admission_takes_no_nights_from_another_stay()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | hrg
                1          | e1        | RA4      | S1           | 2024-05-01 | 2024-05-04 | 2024-05-04     | 21     | DZ65H
                1          | e2        | RA4      | S2           | 2024-06-10 | 2024-06-01 | 2024-06-01     | 21     | DZ65H
                """)
            .Run();

        Assert.That(flow.Draw("select admissions, bed_days from person_year"), Is.EqualTo("admissions | bed_days\n2 | 3"));
    }

    [Test]
    public void A_procedure_s_price_replaces_the_attendance_s_and_what_was_not_attended_costs_nothing()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("acute_outpatients", """
                nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | hrg   | cost
                1          | o1        | RA4      | 2024-04-01       | 5        | 1                | 300                | WF01B |
                1          | o2        | RA4      | 2024-04-01       | 5        | 2                | 300                | FE32Z |
                1          | o3        | RA4      | 2024-04-01       | 6        | 2                | 999                | WF01A |
                1          | o4        | RA4      | 2024-04-01       | 3        | 1                | 300                | WF01B |
                1          | o5        | RA4      | 2024-04-01       | 5        | 3                | 999                |       |
                1          | o6        | RA4      | 2024-04-01       | 5        | 1                | 300                | WF01B | 12345
                """)
            .Run();

        Assert.That(flow.Draw("select source_id, cost_pence, cost_basis from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | cost_pence | cost_basis
            RA4/o1    | 26000      | price
            RA4/o2    | 84000      | price
            RA4/o3    | 24000      | average
            RA4/o4    | 0          | not_costed
            RA4/o5    | 0          | unpriced
            RA4/o6    | 26000      | price
            """)));
    }

    /// <summary>The National Cost Collection has no excess bed days since 2018/19: they are in its averages, so none are added. Critical care is not, and is.</summary>
    [Test]
    public void A_hundred_nights_cost_what_the_average_of_long_stays_holds_and_critical_care_its_days_on_top()
    {
        using var flow = new Flow { Prices = PriceBook.Shipped("2024/25")! }
            .Land("gp_registrations", Ada)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | patient_class | hrg
                1          | short     | RA4      | S1           | 2024-04-01 | 2024-04-03 | 2024-04-03     | 21     | 1             | DZ65H
                1          | long      | RA4      | S2           | 2024-06-01 | 2024-09-09 | 2024-09-09     | 21     | 1             | DZ65H
                """)
            .Land("critical_care", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | organs | unit_function
                1          | c1        | RA4      | S2           | 2024-06-01 | 2024-06-03 | 1      | 01
                """)
            .Run();

        // Domain reference 4.3 (c) and (b): DZ65H long stay £2,930, XC06Z £1,862.81 a day, to the penny as the schedule has them.
        Assert.That(flow.Draw("select split_part(source_id, '/', 2) as event, nights, round(cost_pence / 100, 0)::bigint as pounds from costed_event order by cost_pence, nights"), Is.EqualTo(Table.Normal("""
            event | nights | pounds
            short | 2      | 2930
            long  | 100    | 2930
            c1    | 0      | 5588
            """)));
        Assert.That(PriceBook.Shipped("2024/25")!.Prices.Where(price => price.Setting == "inpatient").Select(price => price.Unit).Distinct(), Is.EquivalentTo(new[] { "spell", "day" }), "no price of excess bed days");
    }

    [Test]
    public void What_is_not_counted_says_why()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada.Replace("2010-01-01 |", "2010-01-01 | 2024-06-30", StringComparison.Ordinal))
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | episode_status | start_date | end_date   | discharge_date | method | hrg
                1          | a1        | RA4      | S1           | 3              | 2024-03-30 | 2024-04-01 | 2024-04-01     | 21     | DZ65H
                1          | a2        | RA4      | S2           | 3              | 2024-03-01 | 2024-03-31 | 2024-03-31     | 21     | DZ65H
                1          | a3        | RA4      | S3           | 1              | 2024-06-01 |            |                | 21     | DZ65H
                1          | a4        | RA4      | S4           | 3              | 2024-07-30 | 2024-07-31 | 2024-07-31     | 21     | DZ65H
                1          | a5        | RA4      | S5           | 3              | 2024-07-31 | 2024-07-31 | 2024-07-31     | 21     | DZ65H
                """)
            .Land("social_care_services", """
                nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency
                1          | E10000027 | s1        | 2024-06-24 |            | 70000     | WEEKLY
                1          | E10000027 | s2        | 2024-06-24 | 2024-06-20 | 70000     | WEEKLY
                """)
            .Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select left(source_id, 14) as event, outcome from event_outcome join event using (row_id) order by source_id"), Is.EqualTo(Table.Normal("""
                event          | outcome
                E10000027/1/s1 | counted
                E10000027/1/s2 | ends_before_start
                RA4/a1         | counted
                RA4/a2         | out_of_period
                RA4/a3         | unfinished
                RA4/a4         | counted
                RA4/a5         | after_death
                """)));
            // 24 to 30 June, the day of death included: one week.
            Assert.That(flow.Warehouse.Count("select cost_pence from costed_event where setting = 'social_care'"), Is.EqualTo(70000));
        });
    }

    private static Price Price(string setting, string unit, string key, long pence, long per) => new(setting, unit, key, pence, per, "2024/25", "by hand", "test");
}
