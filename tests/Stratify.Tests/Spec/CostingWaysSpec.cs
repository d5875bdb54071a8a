using Stratify.Costing;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What is paid beside what it costs as a standard, and market forces factors. Every amount is worked by hand.</summary>
public sealed class CostingWaysSpec
{
    private const string Ada = """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        """;

    private static PriceBook Prices { get; } = new("test", [
        Price("primary_care", "minute", "GP||", 22200, 60),
        Price("inpatient", "spell", "DZ65H|non_elective_long|", 293000),
        Price("inpatient", "spell", "|non_elective_long|", 541670),
        Price("outpatient", "attendance", "300|first_face_to_face|", 26000),
        Price("outpatient", "attendance", "|first_face_to_face|", 33200),
        Price("emergency", "attendance", "VB08Z||", 26919),
        Price("community", "contact", "N02AF||", 5965),
        Price("mental_health", "contact", "A06||", 27891),
        Price("mental_health", "day", "10||", 71910),
        Price("social_care", "day", "LONG TERM SUPPORT: RESIDENTIAL CARE||", 14900),
        Price("continuing_care", "day", "FNC||", 23588, 7),
    ]);

    /// <summary>Each event has a price in the book and a cost of its sender; the domain reference, 4.1, says for each setting which is best.</summary>
    private static Flow EverySetting(string way) => new Flow { CostBy = new CostingRules(Prices) { Way = way } }
        .Land("gp_registrations", Ada)
        .Land("gp_appointments", """
            nhs_number | source_id | appointment_date | status   | clinician | planned_minutes | cost
            1          | a         | 2024-05-01       | FINISHED | GP        | 10              | 4500
            """)
        .Land("prescribed_items", """
            nhs_number | source_id | processed_on | actual_cost | net_ingredient_cost | items
            1          | b         | 2024-05-01   | 146         | 150                 | 1
            """)
        .Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | hrg   | cost
            1          | c         | RA4      | S1           | 2024-05-01 | 2024-05-09 | 2024-05-09     | 21     | DZ65H | 310000
            """)
        .Land("acute_outpatients", """
            nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | cost
            1          | d         | RA4      | 2024-05-01       | 5        | 1                | 300                | 21000
            """)
        .Land("emergency_attendances", """
            nhs_number | source_id | provider | arrival_date | hrg   | cost
            1          | e         | RA4      | 2024-05-01   | VB08Z | 30000
            """)
        .Land("community_contacts", """
            nhs_number | source_id | provider | contact_date | currency | cost
            1          | f         | RA5      | 2024-05-01   | N02AF    | 7000
            """)
        .Land("mental_health_contacts", """
            nhs_number | source_id | provider | contact_date | team | cost
            1          | g         | RA6      | 2024-05-01   | A06  | 25000
            """)
        .Land("social_care_services", """
            nhs_number | authority | source_id | service_type                        | start_date | end_date   | unit_cost | frequency
            1          | E10000027 | h         | Long Term Support: Residential Care | 2024-05-01 | 2024-05-07 | 98000     | WEEKLY
            """)
        .Land("continuing_care", """
            nhs_number | commissioner | source_id | package_type | start_date | end_date   | weekly_cost
            1          | 11X          | i         | FNC          | 2024-05-01 | 2024-05-07 | 25000
            """)
        .Run();

    [Test]
    public void A_standard_cost_rests_on_a_national_price_and_else_on_what_the_sender_tells()
    {
        using var flow = EverySetting(CostBases.Standard);

        Assert.That(flow.Draw("select setting, cost_pence, cost_basis, paid_pence, standard_pence from costed_event order by paid_pence, setting"), Is.EqualTo(Table.Normal("""
            setting         | cost_pence | cost_basis | paid_pence | standard_pence
            prescribing     | 146        | carried    | 146        | 146
            primary_care    | 3700       | price      | 4500       | 3700
            community       | 5965       | price      | 7000       | 5965
            outpatient      | 26000      | price      | 21000      | 26000
            continuing_care | 25000      | rate       | 25000      | 25000
            mental_health   | 27891      | price      | 25000      | 27891
            emergency       | 26919      | price      | 30000      | 26919
            social_care     | 98000      | rate       | 98000      | 98000
            inpatient       | 293000     | price      | 310000     | 293000
            """)));
    }

    [Test]
    public void A_cost_as_it_is_paid_rests_on_what_the_sender_tells_in_every_setting_and_the_standard_stays_beside_it()
    {
        using var flow = EverySetting(CostBases.Paid);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Warehouse.Count("select count(*) from costed_event where cost_pence = paid_pence and cost_basis in ('carried', 'rate')"), Is.EqualTo(9));
            // 146 + 4,500 + 7,000 + 21,000 + 25,000 × 2 + 30,000 + 98,000 + 310,000; and 146 + 3,700 + 5,965 + 26,000 + 25,000 + 27,891 + 26,919 + 98,000 + 293,000.
            Assert.That(flow.Draw("select cost, paid_cost, standard_cost, mff_cost from person_year"), Is.EqualTo("cost | paid_cost | standard_cost | mff_cost\n520646 | 520646 | 506621 | "));
        });
    }

    /// <summary>The order that is described is the order that is used: what comes first of two that an event has.</summary>
    [Test]
    public void The_basis_of_each_event_is_the_first_of_its_setting_s_declared_order_that_it_has([ValueSource(typeof(CostBases), nameof(CostBases.Ways))] string way)
    {
        using var flow = EverySetting(way);
        var has = new Dictionary<string, string[]> { ["prescribing"] = ["carried"], ["social_care"] = ["rate", "price"], ["continuing_care"] = ["rate", "price"] };

        Assert.That(flow.Warehouse.Query("select setting, cost_basis from costed_event order by setting").Rows.Select(row => $"{row[0]} {row[1]}"),
            Is.EqualTo(Setting.All.OrderBy(setting => setting.Name, StringComparer.Ordinal)
                .Select(setting => $"{setting.Name} {CostBases.Order(setting, way).First(basis => has.GetValueOrDefault(setting.Name, ["carried", "price"]).Contains(basis))}")));
    }

    [Test]
    public void What_has_no_price_of_its_own_costs_what_its_sender_says_before_an_average_does()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("acute_outpatients", """
                nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | cost
                1          | told      | RA4      | 2024-05-01       | 5        | 1                | 999                | 21000
                1          | untold    | RA4      | 2024-05-01       | 5        | 1                | 999                |
                1          | missed    | RA4      | 2024-05-01       | 3        | 1                | 300                | 21000
                """)
            .Run();

        Assert.That(flow.Draw("select source_id, cost_pence, cost_basis, paid_pence, standard_pence from costed_event order by all"), Is.EqualTo(Table.Normal("""
            source_id  | cost_pence | cost_basis | paid_pence | standard_pence
            RA4/missed | 0          | not_costed |            | 0
            RA4/told   | 21000      | carried    | 21000      | 21000
            RA4/untold | 33200      | average    |            | 33200
            """)));
    }

    [Test]
    public void What_episodes_of_a_spell_are_paid_is_kept_together_beside_the_one_price_of_the_spell()
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", Ada)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | episode_order | admission_date | start_date | end_date   | discharge_date | method | hrg   | cost
                1          | e1        | RA4      | S1           | 1             | 2024-05-01     | 2024-05-01 | 2024-05-04 |                | 21     | DZ65H | 100000
                1          | e2        | RA4      | S1           | 2             | 2024-05-01     | 2024-05-04 | 2024-05-09 | 2024-05-09     | 21     | DZ65H | 150000
                """)
            .Run();

        Assert.That(flow.Draw("select source_id, cost_pence, cost_basis, paid_pence from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | cost_pence | cost_basis | paid_pence
            RA4/e1    | 0          | in_spell   |
            RA4/e2    | 293000     | price      | 250000
            """)));
    }

    // An acute adult ward is £719.10 a night: five nights of 1 to 5 May are £3,595.50.
    [TestCase("2024-05-06", "standard", 359550, "price")]
    [TestCase("2024-05-06", "paid", 400000, "carried")]
    [TestCase("", "standard", 24089850, "price", Description = "335 nights to the end of the year, of the stay that goes on")]
    public void A_ward_stay_with_a_cost_is_a_standard_by_its_nights(string end, string way, long pence, string basis)
    {
        using var flow = new Flow { CostBy = new CostingRules(Prices) { Way = way } }
            .Land("gp_registrations", Ada)
            .Land("mental_health_ward_stays", $"""
                nhs_number | source_id | provider | spell | ward_type | start_date | end_date | cost
                1          | w1        | RA6      | s1    | 10        | 2024-05-01 | {end}    | 400000
                """)
            .Run();

        Assert.That(flow.Draw("select cost_pence, cost_basis, paid_pence from costed_event"), Is.EqualTo($"cost_pence | cost_basis | paid_pence\n{pence} | {basis} | 400000"));
    }

    /// <summary>Domain reference 6, row 14: a price of a hospital below nothing is none, and what is paid shows both together; a returned medicine nets off.</summary>
    [TestCase("standard")]
    [TestCase("paid")]
    public void A_hospital_s_credit_is_no_cost_of_care_and_stays_in_what_is_paid(string way)
    {
        using var flow = new Flow { CostBy = new CostingRules(Prices) { Way = way } }
            .Land("gp_registrations", Ada)
            .Land("acute_outpatients", """
                nhs_number | source_id | provider | appointment_date | attended | first_attendance | treatment_function | cost
                1          | credit    | RA4      | 2024-05-01       | 5        | 1                | 999                | -5000
                """)
            .Land("prescribed_items", """
                nhs_number | source_id | processed_on | actual_cost | items
                1          | returned  | 2024-05-01   | -420        | 0
                """)
            .Run();

        Assert.That(flow.Draw("select setting, cost_pence, cost_basis, paid_pence, standard_pence from costed_event order by setting"), Is.EqualTo(Table.Normal("""
            setting     | cost_pence | cost_basis | paid_pence | standard_pence
            outpatient  | 33200      | average    | -5000      | 33200
            prescribing | -420       | carried    | -420       | -420
            """)));
    }

    /// <summary>The classic formula, domain reference 4.2: days beyond the trim point, those in critical care taken off first. 50 − 3 − 41 = 6 days × £407.</summary>
    [Test]
    public void A_book_of_tariffs_pays_days_beyond_a_trim_point_once_critical_care_is_off_the_stay()
    {
        var tariff = new PriceBook("tariff", [
            Price("inpatient", "spell", "HN12E|elective|", 800000), Price("inpatient", "excess_day", "HN12E|elective|", 40700) with { TrimPoint = 41 },
            Price("inpatient", "spell", "|elective|", 700000), Price("inpatient", "day", "XC06Z||", 186281),
        ]);
        using var flow = new Flow { CostBy = new CostingRules(tariff) { Compare = Prices } }
            .Land("gp_registrations", Ada)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | hrg   | patient_class
                1          | long      | RA4      | S1           | 2024-05-01 | 2024-06-20 | 2024-06-20     | 11     | HN12E | 1
                1          | trimmed   | RA4      | S2           | 2024-08-01 | 2024-09-11 | 2024-09-11     | 11     | HN12E | 1
                1          | other     | RA4      | S3           | 2024-10-01 | 2025-01-01 | 2025-01-01     | 11     | ZZ99Z | 1
                """)
            .Land("critical_care", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | organs | unit_function
                1          | unit      | RA4      | S1           | 2024-05-02 | 2024-05-04 | 1      | 01
                """)
            .Run();

        Assert.That(flow.Draw("select split_part(source_id, '/', 2) as event, nights, cost_pence, cost_basis from costed_event order by event"), Is.EqualTo(Table.Normal("""
            event   | nights | cost_pence | cost_basis
            long    | 50     | 1044200    | price
            other   | 92     | 700000     | average
            trimmed | 41     | 800000     | price
            unit    | 0      | 558843     | price
            """)));
    }

    [Test]
    public void A_market_forces_factor_multiplies_what_the_book_prices_by_the_site_else_by_the_trust_and_changes_no_cost()
    {
        using var flow = new Flow { CostBy = new CostingRules(Prices) { Factors = [new("RA4", 1_083_100), new("RA4XX", 1_200_000)] } }
            .Land("gp_registrations", Ada)
            .Land("gp_appointments", """
                nhs_number | source_id | practice | appointment_date | status   | clinician | planned_minutes
                1          | g         | RA4      | 2024-05-01       | FINISHED | GP        | 10
                """)
            .Land("community_contacts", """
                nhs_number | source_id | provider | contact_date | currency | cost
                1          | trust     | RA4      | 2024-05-01   | N02AF    |
                1          | site      | RA4XX    | 2024-05-01   | N02AF    |
                1          | other     | RA4YY    | 2024-05-01   | N02AF    |
                1          | none      | RB1      | 2024-05-01   | N02AF    |
                1          | told      | RA4      | 2024-05-01   | X        | 5965
                """)
            .Run();

        // 5,965 × 1.0831 = 6,460.69; × 1.2 = 7,158. What a sender tells holds its factor, and a practice has none.
        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select source_id, cost_pence, standard_pence, mff_pence from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
                source_id   | cost_pence | standard_pence | mff_pence
                RA4/g       | 3700       | 3700           | 3700
                RA4/told    | 5965       | 5965           | 5965
                RA4/trust   | 5965       | 5965           | 6461
                RA4XX/site  | 5965       | 5965           | 7158
                RA4YY/other | 5965       | 5965           | 6461
                RB1/none    | 5965       | 5965           | 5965
                """)));
            Assert.That(flow.Draw("select cost, mff_cost from person_year"), Is.EqualTo("cost | mff_cost\n33525 | 35710"));
        });
    }

    private static Price Price(string setting, string unit, string key, long pence, long per = 1) => new(setting, unit, key, pence, per, "2024/25", "by hand", "test");
}
