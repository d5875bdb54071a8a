using System.Globalization;
using Stratify.Costing;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How care that lasts is put into years: the three conventions of the domain reference, 4.2.</summary>
public sealed class WindowSpec
{
    private static PriceBook Prices { get; } = new("test",
    [
        new Price("inpatient", "spell", "|non_elective_long|", 100_001, 1, "2024/25", "by hand", "test"),
        new Price("mental_health", "day", "200||", 90_000, 1, "2024/25", "by hand", "test"),
    ]);

    private static Flow Years(params (string Setting, string Window)[] chosen) => new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024))
    {
        Prices = Prices,
        Costing = new() { Cost = CostBases.Paid, Windows = new CostingSettings().Windows.ToDictionary(window => window.Key, window => chosen.FirstOrDefault(one => one.Setting == window.Key).Window ?? window.Value) },
    }.Land("gp_registrations", """
        nhs_number | patient_id | birth_date | practice | death_date
        1          | p1         | 1940-05-17 | A81001   |
        2          | p2         | 1940-05-17 | A81001   | 2024-06-30
        """);

    /// <summary>Nine nights from 27 March, five of them before April, at £1,000.01: five ninths are 55,556.1 pence. The person was ready to leave on 29 March.</summary>
    [TestCase("discharge", """
        year    | cost_inpatient | admissions | bed_days | emergency_bed_days | delayed_days | continuous_stays
        2023/24 | 0              | 0          | 0        | 0                  | 0            | 0
        2024/25 | 100001         | 1          | 9        | 9                  | 7            | 1
        """)]
    [TestCase("admission", """
        year    | cost_inpatient | admissions | bed_days | emergency_bed_days | delayed_days | continuous_stays
        2023/24 | 100001         | 1          | 9        | 9                  | 7            | 1
        2024/25 | 0              | 0          | 0        | 0                  | 0            | 0
        """)]
    [TestCase("days", """
        year    | cost_inpatient | admissions | bed_days | emergency_bed_days | delayed_days | continuous_stays
        2023/24 | 55556          | 0          | 5        | 5                  | 3            | 0
        2024/25 | 44445          | 1          | 4        | 4                  | 4            | 1
        """)]
    public void A_stay_over_the_turn_of_the_year_counts_by_the_convention_of_its_setting(string window, string years)
    {
        using var flow = Years(("inpatient", window)).Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | ready_date
            1          | e1        | RA4      | S1           | 2024-03-27 | 2024-03-30 |                | 21     |
            1          | e2        | RA4      | S1           | 2024-03-30 | 2024-04-05 | 2024-04-05     | 21     | 2024-03-29
            """).Run();

        Assert.That(flow.Draw("select year, cost_inpatient, admissions, bed_days, emergency_bed_days, delayed_days, continuous_stays from person_year join person using (person_key) where token = 1 order by year"), Is.EqualTo(Table.Normal(years)));
    }

    /// <summary>A service of £70 a week from 30 March to 19 April is three weeks, two days of them in March; one without an end runs on.</summary>
    [TestCase("days", "2024-04-19", "2023/24 2000, 2024/25 19000")]
    [TestCase("discharge", "2024-04-19", "2024/25 21000")]
    [TestCase("admission", "2024-04-19", "2023/24 21000")]
    [TestCase("days", "", "2023/24 2000, 2024/25 365000")]
    [TestCase("discharge", "", "")]
    [TestCase("admission", "", "2023/24 367000")]
    public void A_service_counts_by_the_convention_of_its_setting(string window, string ended, string costs)
    {
        using var flow = Years(("social_care", window)).Land("social_care_services", $"""
            nhs_number | authority | source_id | start_date | end_date | unit_cost | frequency
            1          | E1        | s1        | 2024-03-30 | {ended}  | 7000      | WEEKLY
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(Says(flow), Is.EqualTo(costs));
            Assert.That(flow.Draw("select outcome from event_outcome"), Is.EqualTo($"outcome\n{(costs.Length > 0 ? "counted" : "unfinished")}"));
        });
    }

    /// <summary>From 30 March to the day of death is 93 days of £10.</summary>
    [TestCase("days", "2023/24 2000, 2024/25 91000")]
    [TestCase("discharge", "2024/25 93000")]
    [TestCase("admission", "2023/24 93000")]
    public void A_service_ends_with_the_person(string window, string costs)
    {
        using var flow = Years(("social_care", window)).Land("social_care_services", """
            nhs_number | authority | source_id | start_date | end_date | unit_cost | frequency
            2          | E1        | s1        | 2024-03-30 |          | 7000      | WEEKLY
            """).Run();

        Assert.That(Says(flow), Is.EqualTo(costs));
    }

    /// <summary>Four nights, two on each side of the turn of the year: a cost that the sender carries is the whole stay's, and the odd penny is the first year's.</summary>
    [TestCase("days", "1001", "2023/24 501, 2024/25 500")]
    [TestCase("discharge", "1001", "2024/25 1001")]
    [TestCase("admission", "1001", "2023/24 1001")]
    [TestCase("days", "", "2023/24 180000, 2024/25 180000")]
    [TestCase("discharge", "", "2024/25 360000")]
    public void A_ward_stay_is_spread_over_its_nights(string window, string carried, string costs)
    {
        using var flow = Years(("mental_health", window)).Land("mental_health_ward_stays", $"""
            nhs_number | source_id | provider | start_date | end_date   | ward_type | cost
            1          | w1        | RXY      | 2024-03-30 | 2024-04-03 | 200       | {carried}
            """).Run();

        Assert.That(Says(flow), Is.EqualTo(costs));
    }

    /// <summary>The day of discharge is no night: who leaves on 1 April leaves in the new year, and had every night in the old one.</summary>
    [TestCase("discharge", "2024/25 270000")]
    [TestCase("days", "2023/24 270000")]
    public void Who_leaves_a_ward_on_the_first_of_April_leaves_in_the_new_year(string window, string costs)
    {
        using var flow = Years(("mental_health", window)).Land("mental_health_ward_stays", """
            nhs_number | source_id | provider | start_date | end_date   | ward_type
            1          | w1        | RXY      | 2024-03-29 | 2024-04-01 | 200
            """).Run();

        Assert.That(Says(flow), Is.EqualTo(costs));
    }

    [Test]
    public void A_stay_without_a_night_counts_on_its_day_and_a_credit_is_spread_as_a_payment_is()
    {
        using var flow = Years(("inpatient", "days")).Land("acute_inpatients", """
            nhs_number | source_id | provider | spell_number | start_date | end_date   | discharge_date | method | cost
            1          | e1        | RA4      | S1           | 2024-03-31 | 2024-03-31 | 2024-03-31     | 21     | 333
            1          | e2        | RA4      | S2           | 2024-03-31 | 2024-04-02 | 2024-04-02     | 21     | -1001
            """).Run();

        Assert.That(flow.Draw("select source_id, year, nights, paid_pence from costed_event order by all"), Is.EqualTo(Table.Normal("""
            source_id | year    | nights | paid_pence
            RA4/e1    | 2023/24 | 0      | 333
            RA4/e2    | 2023/24 | 1      | -501
            RA4/e2    | 2024/25 | 1      | -500
            """)));
    }

    /// <summary>
    /// Stays and services of all lengths and costs over twelve years: what single years have comes to the whole, whether the years are run
    /// together or one by one. The whole is worked out from the service as it was written, once and in fractions.
    /// </summary>
    [Test]
    public void Over_all_years_the_parts_of_every_event_come_to_its_cost_to_the_penny()
    {
        var random = new Random(11);
        var stays = Enumerable.Range(0, 200).Select(i => (Id: $"s{i:000}", From: new DateOnly(2010, 1, 1).AddDays(random.Next(2000)), Nights: random.Next(0, 1500), Cost: random.Next(0, 900_000))).ToList();
        var services = Enumerable.Range(0, 200).Select(i => (Id: $"c{i:000}", From: new DateOnly(2010, 1, 1).AddDays(random.Next(2000)), Days: random.Next(1, 1500), Cost: random.Next(1, 200_000))).ToList();
        var years = Enumerable.Range(2009, 12).Select(Period.FinancialYear).ToArray();

        var together = Costs(years);
        var apart = years[3..5].SelectMany(year => Costs(year)).Order().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(apart, Is.EqualTo(together.Where(part => part.Year is "2012/13" or "2013/14")));
            Assert.That(together.GroupBy(part => part.Id).ToDictionary(event_ => event_.Key, event_ => event_.Sum(part => part.Pence)), Is.EqualTo(
                stays.Select(stay => (stay.Id, Pence: (long)stay.Cost))
                    .Concat(services.Select(service => (service.Id, Pence: (long)Math.Round(service.Cost * 12m / 52 * service.Days / 7, MidpointRounding.AwayFromZero))))
                    .ToDictionary(event_ => event_.Id, event_ => event_.Pence)));
        });

        List<(string Id, string Year, long Pence)> Costs(params Period[] periods)
        {
            using var flow = new Flow(periods) { Costing = new() { Cost = CostBases.Paid, Windows = new CostingSettings().Windows.ToDictionary(window => window.Key, _ => Windows.Days) } }
                .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
                .Land("acute_inpatients", string.Join('\n', stays.Select(stay => $"1 | RA4 | {stay.Id} | {stay.Id} | {Day(stay.From)} | {Day(stay.From.AddDays(stay.Nights))} | 21 | {stay.Cost}").Prepend("nhs_number | provider | source_id | spell_number | start_date | end_date | method | cost")))
                .Land("social_care_services", string.Join('\n', services.Select(service => $"1 | E1 | {service.Id} | {Day(service.From)} | {Day(service.From.AddDays(service.Days - 1))} | {service.Cost} | MONTHLY").Prepend("nhs_number | authority | source_id | start_date | end_date | unit_cost | frequency")))
                .Run();
            return [.. flow.Warehouse.Query("select regexp_extract(source_id, '[sc][0-9]{3}'), year, cost_pence from costed_event").Rows.Select(row => ((string)row[0]!, (string)row[1]!, (long)row[2]!)).Order()];
        }

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// At £10 a day: ten days before the year and ten in it, one in it and one after, and one of nobody before it; what lies in the year whole is not told of.
    /// The first two are of one person: £110 of £120. Where the run has the years beside it too, nothing is left out.
    /// </summary>
    [TestCase(new[] { 2024 }, "3 | 2 | 12000 | 11000 | 1000")]
    [TestCase(new[] { 2023, 2024, 2025 }, "0 | 0 | 0 | 0 | 0")]
    public void What_ended_care_costs_in_years_that_the_run_does_not_have_is_told(int[] years, string expected)
    {
        using var flow = new Flow([.. years.Select(Period.FinancialYear)])
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("social_care_services", """
                nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency
                1          | E1        | before    | 2024-03-22 | 2024-04-10 | 7000      | WEEKLY
                1          | E1        | after     | 2025-03-31 | 2025-04-01 | 7000      | WEEKLY
                           | E1        | nobody    | 2024-03-31 | 2024-04-01 | 7000      | WEEKLY
                1          | E1        | within    | 2024-05-01 | 2024-05-31 | 7000      | WEEKLY
                """)
            .Run();
        flow.Warehouse.Execute("create table landing_ledger as select 1 as extract, 'social_care_services' as dataset, 'a.csv' as file, 'read' as outcome, '' as reason, 4 as row_count, 0 as pence");
        flow.Warehouse.CreateTable(SqlScript.Load("measure_data_quality"));

        Assert.That(flow.Draw("select partly_counted, partly_people, other_years_pence, other_years_pence_largest, other_years_pence_second from measure_data_quality").Split('\n')[1], Is.EqualTo(expected));
    }

    [Test]
    public void A_job_chooses_a_convention_for_settings_whose_care_lasts()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new CostingSettings().Windows, Is.EqualTo(new Dictionary<string, string> { ["inpatient"] = "discharge", ["mental_health"] = "days", ["social_care"] = "days", ["continuing_care"] = "days" }));
            Assert.That(Windows.Says(new CostingSettings().Windows), Is.EqualTo("Care that lasts counts whole in the year in which it ends (inpatient); day by day in each year that it touches (mental health, social care, continuing care). All other care counts on its day."));
        });
    }

    [TestCase("{inpatient: nights}", "STR104: 'inpatient' cannot be 'nights'.")]
    [TestCase("{outpatient: days}", "STR104: Care of the setting 'outpatient' is of one day, and counts on it.")]
    [TestCase("{inpatients: days}", "STR102: 'inpatients' is not a key here.")]
    [TestCase("days", "STR104: 'windows' must be a list of keys with values.")]
    public void A_convention_that_is_none_is_refused(string windows, string problem)
    {
        using var job = new SmallJob();
        File.AppendAllText(job.Yaml, $"\ncosting: {{windows: {windows}}}\n");

        var run = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error + run.Out, Does.Contain(problem));
        });
    }

    private static string Says(Flow flow) => string.Join(", ", flow.Warehouse.Query("select year || ' ' || sum(cost_pence) from costed_event group by year order by year").Rows.Select(row => row[0]));
}
