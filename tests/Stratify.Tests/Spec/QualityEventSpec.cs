using Stratify.Costing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The checks of the ledger and of costed events, each on data that are clean and on data that fail it.</summary>
public sealed class QualityEventSpec
{
    private const string Contacts = "mental_health_contacts";

    [TestCase("refused", "rejected", "not_a_date")]
    [TestCase("repeated", "duplicate", "repeat")]
    [TestCase("conflicting", "duplicate", "superseded")]
    public void What_became_of_rows_is_judged_against_all_that_were_read(string check, string outcome, string reason)
    {
        using var clean = Flow(Rows(12));
        using var some = Flow(Rows(12), flow => flow.Ledger(Contacts, outcome, reason, 11).Ledger(Contacts, outcome, "another", 0));
        using var other = Flow(Rows(12), flow => flow.Ledger(Contacts, "opted_out", "", 11));

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says(check, Contacts), Is.EqualTo("0 of 12: clean"));
            Assert.That(some.Says(check, Contacts), Is.EqualTo("11 of 12: fail"));
            Assert.That(other.Says(check, Contacts), Is.EqualTo("0 of 12: clean"));
        });
    }

    [Test]
    public void An_event_that_nobody_was_found_for_is_unlinked()
    {
        using var clean = Flow(Rows(12));
        using var wrong = Flow(Rows(12, number: i => i < 3 ? "77" : "1"));

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("unlinked", Contacts), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("unlinked", Contacts), Is.EqualTo("3 of 12: fail"));
            Assert.That(wrong.Says("unlinked", "gp_events"), Is.EqualTo("0 lines"), "A coded entry is no event");
        });
    }

    [Test]
    public void An_event_of_another_year_is_out_of_the_period()
    {
        using var clean = Flow(Rows(12));
        using var wrong = Flow(Rows(12, on: i => "2021-01-01"));

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("out_of_period", Contacts), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("out_of_period", Contacts), Is.EqualTo("12 of 12: fail"));
        });
    }

    [Test]
    public void An_event_more_than_thirty_days_after_death_is_counted_against_its_dataset()
    {
        // The second person died on 1 May 2024.
        using var clean = Flow(Rows(12, number: i => "2", on: i => "2024-05-31"));
        using var wrong = Flow(Rows(12, number: i => "2", on: i => i < 3 ? "2024-06-01" : "2024-04-30"));

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("after_death", Contacts), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("after_death", Contacts), Is.EqualTo("3 of 12: fail"));
        });
    }

    /// <summary>The second person died on 1 May 2024: the day itself is no sign, the thirty after it are, and those beyond are not counted at all.</summary>
    [Test]
    public void An_event_in_the_thirty_days_after_death_counts_and_is_marked()
    {
        using var flow = Flow(Rows(12, number: i => "2", on: i => i switch { 0 => "2024-05-02", 1 => "2024-05-31", 2 => "2024-06-01", _ => "2024-05-01" }));

        Assert.Multiple(() =>
        {
            Assert.That(flow.Says("soon_after_death", Contacts), Is.EqualTo("2 of 12: warn"));
            Assert.That(flow.Says("after_death", Contacts), Is.EqualTo("1 of 12: warn"));
            Assert.That(flow.Flow.Warehouse.Count("select sum(mental_health_contacts)::bigint from person_year"), Is.EqualTo(11));
        });
    }

    /// <summary>The first person is at RA4 from the 1st to the 5th of May.</summary>
    [TestCase("1", "RA7", "2024-05-04", "2024-05-09", "2 of 12: warn", Description = "one night at both")]
    [TestCase("1", "RA7", "2024-05-05", "2024-05-09", "0 of 12: clean", Description = "moved on the day")]
    [TestCase("1", "RA4", "2024-05-04", "2024-05-09", "0 of 12: clean", Description = "two numbers of one trust")]
    [TestCase("2", "RA7", "2024-04-20", "2024-04-29", "0 of 12: clean", Description = "somebody else")]
    public void Nobody_sleeps_in_two_hospitals(string person, string provider, string from, string to, string says)
    {
        using var flow = new CheckedFlow().Land("gp_registrations", Register).Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | start_date | end_date | method\n1 | a | RA4 | A | 2024-05-01 | 2024-05-05 | 21\n"
            + $"{person} | b | {provider} | B | {from} | {to} | 21\n"
            + string.Join('\n', Enumerable.Range(1, 10).Select(i => $"1 | c{i} | RA4 | C{i} | 2024-07-{i:00} | 2024-07-{i + 1:00} | 21"))).Run();

        Assert.That(flow.Says("two_hospitals", "acute_inpatients"), Is.EqualTo(says));
    }

    [Test]
    public void A_stay_that_ends_before_it_begins_is_noticed()
    {
        string Stays(string end) => "nhs_number | source_id | provider | start_date | end_date | method\n"
            + string.Join('\n', Enumerable.Range(0, 12).Select(i => $"1 | e{i} | RA4 | 2024-05-0{1 + (i % 9)} | {(i < 3 ? end : "2024-05-20")} | 21"));
        using var clean = new CheckedFlow().Land("gp_registrations", Register).Land("acute_inpatients", Stays("2024-05-20")).Run();
        using var wrong = new CheckedFlow().Land("gp_registrations", Register).Land("acute_inpatients", Stays("2024-04-20")).Run();

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("ends_before_start", "acute_inpatients"), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("ends_before_start", "acute_inpatients"), Is.EqualTo("3 of 12: fail"));
        });
    }

    [Test]
    public void A_price_that_is_missing_an_average_and_a_cost_beyond_belief_are_told_apart()
    {
        var book = new PriceBook("drawn", [new Price("mental_health", "contact", "||", 20000, 1, "2024/25", "by hand", "test")]);
        using var carried = Flow(Rows(12, cost: i => "1000"));
        using var unpriced = Flow(Rows(12, cost: i => i < 3 ? "" : "1000"));
        using var average = new CheckedFlow(book).Land("gp_registrations", Register).Land(Contacts, Rows(12, cost: i => i < 2 ? "" : "1000")).Run();
        using var odd = Flow(Rows(12, cost: i => i switch { 0 => "-1", 1 => "25000001", 2 => "99999999", _ => "25000000" }));

        Assert.Multiple(() =>
        {
            foreach (var check in new[] { "unpriced", "priced_by_average", "implausible_cost" }) { Assert.That(carried.Says(check, Contacts), Is.EqualTo("0 of 12: clean")); }
            Assert.That(unpriced.Says("unpriced", Contacts), Is.EqualTo("3 of 12: fail"));
            Assert.That(average.Says("unpriced", Contacts), Is.EqualTo("0 of 12: clean"));
            Assert.That(average.Says("priced_by_average", Contacts), Is.EqualTo("2 of 12: warn"));
            Assert.That(odd.Says("implausible_cost", Contacts), Is.EqualTo("3 of 12: fail"));
        });
    }

    [Test]
    public void A_month_with_under_a_third_of_a_usual_months_events_is_a_gap()
    {
        static string Month(int month) => month <= 9 ? $"2024-{month + 3:00}" : $"2025-{month - 9:00}";
        string Year(int inMay) => "nhs_number | source_id | provider | contact_date\n" + string.Join('\n',
            from month in Enumerable.Range(1, 12) from i in Enumerable.Range(0, month == 2 ? inMay : 12) select $"1 | c{month}-{i} | RXY | {Month(month)}-15");
        using var even = new CheckedFlow().Land("gp_registrations", Register).Land(Contacts, Year(4)).Run();
        using var gap = new CheckedFlow().Land("gp_registrations", Register).Land(Contacts, Year(3)).Run();
        using var few = Flow(Rows(12));

        Assert.Multiple(() =>
        {
            Assert.That(even.Says("month_gap", Contacts), Is.EqualTo("0 of 12: clean"), "Four of twelve is a third");
            Assert.That(gap.Says("month_gap", Contacts), Is.EqualTo("1 of 12: warn"));
            Assert.That(few.Says("month_gap", Contacts), Is.EqualTo("0 of 0: not applicable"), "Of so few events nobody can tell");
        });
    }

    private const string Register = """
        nhs_number | patient_id | birth_date | practice | death_date
        1          | p1         | 1940-05-17 | A81001   |
        2          | p2         | 1950-05-17 | A81001   | 2024-05-01
        """;

    private static CheckedFlow Flow(string contacts, Func<CheckedFlow, CheckedFlow>? more = null)
    {
        var flow = new CheckedFlow().Land("gp_registrations", Register).Land(Contacts, contacts);
        return (more?.Invoke(flow) ?? flow).Run();
    }

    private static string Rows(int rows, Func<int, string>? number = null, Func<int, string>? on = null, Func<int, string>? cost = null) => "nhs_number | source_id | provider | contact_date | cost\n"
        + string.Join('\n', Enumerable.Range(0, rows).Select(i => $"{number?.Invoke(i) ?? "1"} | c{i} | RXY | {on?.Invoke(i) ?? "2024-05-01"} | {(cost is null ? "1000" : cost(i))}"));
}
