using Stratify.Engine;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Care and cost by the month in which they count.</summary>
public sealed class MonthSpec
{
    [Test]
    public void A_stay_counts_in_the_month_of_its_discharge_and_an_attendance_in_that_of_its_arrival()
    {
        using var flow = Town(4)
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date   | method | cost
                1          | e1        | RA4      | S1           | 1             | 2024-05-30 | 2024-05-31 | 21     |
                1          | e2        | RA4      | S1           | 2             | 2024-05-31 | 2024-06-02 | 21     | 300000
                2          | e3        | RA4      | S2           | 1             | 2024-06-10 | 2024-06-11 | 11     | 200000
                9          | e4        | RA4      | S3           | 1             | 2025-03-30 | 2025-03-31 | 21     | 100000
                """)
            .Land("emergency_attendances", """
                nhs_number | source_id | provider | arrival_date | cost
                1          | a1        | RA4      | 2024-05-30   | 20000
                1          | a2        | RA4      | 2024-05-31   | 20000
                2          | a3        | RA4      | 2024-06-01   | 20000
                3          | a4        | RA4      | 2025-03-29   | 20000
                """)
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Draw("select strftime(month, '%Y-%m') as month, measure, days, people, events, pence from measure_month where people > 0 order by position, month"), Is.EqualTo(Table.Normal("""
            month   | measure              | days | people | events | pence
            2024-06 | emergency_admissions | 30   | 1      | 1      |
            2024-05 | ae_attendances       | 31   | 1      | 2      |
            2024-06 | ae_attendances       | 30   | 1      | 1      |
            2025-03 | ae_attendances       | 31   | 1      | 1      |
            2024-05 | cost                 | 31   | 1      |        | 40000
            2024-06 | cost                 | 30   | 2      |        | 520000
            2025-03 | cost                 | 31   | 1      |        | 20000
            """)));
    }

    [Test]
    public void Cost_that_counts_day_by_day_is_in_no_month_and_the_law_knows_it()
    {
        using var flow = Town(2)
            .Land("gp_appointments", "nhs_number | source_id | appointment_date | status | cost\n1 | a | 2024-05-01 | FINISHED | 3700")
            .Land("social_care_services", "nhs_number | authority | source_id | start_date | end_date | unit_cost | frequency\n1 | E1 | s1 | 2024-05-01 | 2024-06-30 | 7000 | WEEKLY")
            .Run().Rank("number-of-conditions");

        Assert.That(flow.Warehouse.Query("select cast(sum(pence) as bigint) as pence from measure_month where measure = 'cost'").Get<long>(0, "pence"), Is.EqualTo(3700));
    }

    [TestCase("update measure_month set events = events + 1 where measure = 'ae_attendances' and people > 0")]
    [TestCase("update measure_month set pence = pence - 1 where measure = 'cost' and people > 0")]
    [TestCase("delete from measure_month where measure = 'emergency_admissions' and people > 0")]
    public void The_law_of_months_sees_what_breaks_it(string breaking)
    {
        using var flow = Visits(("2024-05-02", 3)).Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date | method | cost\n1 | e1 | RA4 | S1 | 1 | 2024-05-30 | 2024-06-02 | 21 | 300000").Run().Rank("number-of-conditions");
        var law = SqlScript.Load("months_hold_the_year");
        var before = flow.Warehouse.Breaches(law);

        flow.Warehouse.Execute(breaking);

        Assert.That((before, flow.Warehouse.Breaches(law) > 0), Is.EqualTo((0L, true)));
    }

    /// <summary>A month is over when something of the kind counts in its last three days or later: till the 28th of March it is, till the 27th it is not.</summary>
    [TestCase("2025-03-28", "whole")]
    [TestCase("2025-03-27", "not over")]
    public void A_month_of_whose_end_nothing_is_told_is_not_over(string last, string state)
    {
        using var flow = Visits(("2024-05-02", 20), (last, 20)).Run().Rank("number-of-conditions");
        var table = Published(flow);
        var march = table.Where(("month", "2025-03"), ("measure", "ae_attendances")).Single();

        Assert.Multiple(() =>
        {
            Assert.That(table.Text(march, "state"), Is.EqualTo(state));
            Assert.That(new[] { "people", "events", "per_day" }.Select(column => table[march, column] is NotApplicableCell), Is.All.EqualTo(state != "whole"), "what there is of a month that is not over is not told");
        });
    }

    /// <summary>Three people in June are hidden, and the ten of May with them: the year's attendances less the other months would give June's.</summary>
    [Test]
    public void A_month_of_few_people_takes_the_next_smallest_with_it()
    {
        using var flow = Visits(("2024-04-02", 30), ("2024-05-02", 10), ("2024-06-02", 3), ("2025-03-31", 20)).Run().Rank("number-of-conditions");
        var table = Published(flow);

        Assert.That(table.Where(("measure", "ae_attendances")).Where(row => table[row, "events"].IsHidden).Select(row => table.Text(row, "month")), Is.EqualTo(new[] { "2024-05", "2024-06" }));
        Assert.That(table.Where(("measure", "ae_attendances"), ("month", "2024-06")).Select(row => (table[row, "per_day"].IsHidden, table.Text(row, "verdict"))), Is.EqualTo(new[] { (true, "") }));
    }

    /// <summary>
    /// Thirty a month, and ninety in January. The mean of 420 over 365 days is 1.15 a day; limits are those of Laney's chart, within which thirty lies
    /// and ninety (2.9 a day) does not: months differ by little but for that one, whose two distances are in the mean range.
    /// </summary>
    [Test]
    public void A_month_beyond_the_limits_is_told_and_those_within_are_not()
    {
        using var flow = Visits([.. Enumerable.Range(0, 12).Select(i => (new DateOnly(2024, 4, 28).AddMonths(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), i == 9 ? 90 : 30))]).Run().Rank("number-of-conditions");
        var table = Published(flow);
        var months = table.Where(("measure", "ae_attendances")).ToDictionary(row => table.Text(row, "month"), row => table.Text(row, "verdict"));

        Assert.That(months.Where(month => month.Value != "within").Select(month => (month.Key, month.Value)), Is.EqualTo(new[] { ("2025-01", "above") }));
        Assert.That(table.Where(("measure", "ae_attendances")).Select(row => table[row, "centre"].Number).Distinct(), Is.EqualTo(new double?[] { 1.15 }));
    }

    /// <summary>Nine is under a third of thirty, so that not all of February seems to have come: it is left out, and widens no limit.</summary>
    [Test]
    public void A_month_with_under_a_third_of_a_usual_one_is_left_out()
    {
        using var flow = Visits([.. Enumerable.Range(0, 12).Select(i => (new DateOnly(2024, 4, 28).AddMonths(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), i == 10 ? 9 : 40))]).Run().Rank("number-of-conditions");
        var table = Published(flow);

        Assert.That(table.Where(("measure", "ae_attendances")).Where(row => table.Text(row, "verdict") == "left out").Select(row => table.Text(row, "month")), Is.EqualTo(new[] { "2025-02" }));
    }

    [Test]
    public void With_fewer_than_ten_months_there_are_no_limits()
    {
        using var flow = Visits([.. Enumerable.Range(0, 9).Select(i => ($"2024-{4 + i:00}-30", 30))]).Run().Rank("number-of-conditions");
        var table = Published(flow);

        Assert.Multiple(() =>
        {
            Assert.That(table.Where(("measure", "ae_attendances"), ("state", "whole")).Count(), Is.EqualTo(9));
            Assert.That(table.Where(("measure", "ae_attendances")).Select(row => table[row, "centre"]), Is.All.InstanceOf<NotApplicableCell>());
        });
    }

    [Test]
    public void Of_what_no_extract_tells_there_are_no_rows()
    {
        using var flow = Visits(("2024-05-02", 20)).Run().Rank("number-of-conditions");

        Assert.That(Published(flow).Where(("measure", "emergency_admissions")), Is.Empty);
    }

    private static ResultTable Published(Flow flow)
    {
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);
        Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        return results["activity_by_month"];
    }

    /// <summary>So many people, each with one attendance on each of the days that has room for them.</summary>
    private static Flow Visits(params (string Day, int People)[] days) => Town(days.Max(day => day.People)).Land("emergency_attendances",
        "nhs_number | source_id | provider | arrival_date | cost\n" + string.Join('\n', days.SelectMany((day, i) => Enumerable.Range(1, day.People).Select(person => $"{person} | a{i}-{person} | RA4 | {day.Day} | 20000"))));

    private static Flow Town(int people) => new Flow().Land("gp_registrations",
        "nhs_number | patient_id | birth_date | practice\n" + string.Join('\n', Enumerable.Range(1, people).Select(person => $"{person} | p{person} | 1960-05-17 | A81001")));
}
