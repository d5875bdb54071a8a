using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The checks of landed rows, each on rows that are clean and on rows that fail it.</summary>
public sealed class QualityRowSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        2          | p2         | 1950-05-17 | A81001
        3          | p3         | 1960-05-17 | A81001
        """;

    [Test]
    public void A_row_without_an_NHS_number_is_counted_and_one_with_a_wrong_number_apart_from_it()
    {
        using var sent = Contacts(12, i => "1");
        using var some = Contacts(12, i => i < 4 ? "" : "1");
        using var wrong = Contacts(12, i => i < 4 ? "" : "1", "update mental_health_contacts_landed set nhs_number_status = case when source_id = 'c0' then 1 else 3 end where nhs_number is null");

        Assert.Multiple(() =>
        {
            Assert.That(sent.Says("number_missing", "mental_health_contacts", "nhs_number"), Is.EqualTo("0 of 12: clean"));
            Assert.That(some.Says("number_missing", "mental_health_contacts", "nhs_number"), Is.EqualTo("4 of 12: fail"));
            Assert.That(wrong.Says("number_missing", "mental_health_contacts", "nhs_number"), Is.EqualTo("1 of 12: warn"), "One row warns at most");
            Assert.That(wrong.Says("number_invalid", "mental_health_contacts", "nhs_number"), Is.EqualTo("3 of 11: fail"));
            Assert.That(some.Says("number_invalid", "mental_health_contacts", "nhs_number"), Is.EqualTo("0 of 8: clean"));
        });
    }

    [Test]
    public void A_birth_date_that_some_rows_lack_is_missing_and_one_that_no_row_has_was_not_sent()
    {
        using var sent = Contacts(12, i => "1", born: i => "1940-05-17");
        using var some = Contacts(12, i => "1", born: i => i < 4 ? "" : "1940-05-17");
        using var none = Contacts(12, i => "1");

        Assert.Multiple(() =>
        {
            Assert.That(sent.Says("birth_date_missing", "mental_health_contacts", "birth_date"), Is.EqualTo("0 of 12: clean"));
            Assert.That(some.Says("birth_date_missing", "mental_health_contacts", "birth_date"), Is.EqualTo("4 of 12: warn"), "Such rows link by their number, so it never fails");
            Assert.That(none.Says("birth_date_missing", "mental_health_contacts", "birth_date"), Is.EqualTo("0 of 0: not applicable"));
        });
    }

    [Test]
    public void Nobody_is_born_after_the_period_or_is_older_than_120()
    {
        using var clean = Contacts(12, i => "", born: i => i == 0 ? "1905-03-31" : "2025-03-31");
        using var wrong = Contacts(12, i => "", born: i => i switch { 0 => "1905-03-30", 1 => "2025-04-01", 2 => "1899-12-31", _ => "1950-01-01" });

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("birth_date_implausible", "mental_health_contacts", "birth_date"), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("birth_date_implausible", "mental_health_contacts", "birth_date"), Is.EqualTo("3 of 12: fail"));
        });
    }

    [Test]
    public void A_row_is_before_birth_when_it_is_before_every_birth_date_of_its_number()
    {
        using var clean = Contacts(12, i => i == 0 ? "9" : "1", on: i => i == 0 ? "1900-01-01" : "1940-05-17");
        using var wrong = Contacts(12, i => "1", on: i => i < 3 ? "1940-05-16" : "2024-05-01");

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("before_birth", "mental_health_contacts", "contact_date"), Is.EqualTo("0 of 11: clean"), "Nobody knows when 9 was born");
            Assert.That(wrong.Says("before_birth", "mental_health_contacts", "contact_date"), Is.EqualTo("3 of 12: fail"));
        });
    }

    [Test]
    public void A_code_is_missing_where_other_rows_have_it()
    {
        string Rows(int with) => "nhs_number | source_id | provider | start_date | end_date | method | hrg\n"
            + string.Join('\n', Enumerable.Range(0, 12).Select(i => $"1 | e{i} | RA4 | 2024-05-01 | 2024-05-02 | 11 | {(i < with ? "AA22C" : "")}"));
        CheckedFlow Land(int with) => new CheckedFlow().Land("gp_registrations", Register).Land("acute_inpatients", Rows(with)).Run();
        using var all = Land(12);
        using var few = Land(2);
        using var none = Land(0);

        Assert.Multiple(() =>
        {
            Assert.That(all.Says("code_missing", "acute_inpatients", "hrg"), Is.EqualTo("0 of 12: clean"));
            Assert.That(few.Says("code_missing", "acute_inpatients", "hrg"), Is.EqualTo("10 of 12: fail"));
            Assert.That(none.Says("code_missing", "acute_inpatients", "hrg"), Is.EqualTo("0 of 0: not applicable"), "A column that no row has was not sent");
            Assert.That(few.Says("code_missing", "acute_inpatients", "diagnosis_1"), Is.EqualTo("0 of 0: not applicable"));
        });
    }

    [Test]
    public void Two_numbers_under_one_key_of_a_practice_are_noticed()
    {
        // Three spans of one patient of the practice, with one number or with two, and nine other patients.
        string Rows(int other) => "nhs_number | patient_id | birth_date | practice | start_date\n"
            + $"1 | same | 1940-05-17 | A81001 | 2010-01-01\n1 | same | 1940-05-17 | A81001 | 2012-01-01\n{other} | same | 1940-05-17 | A81001 | 2014-01-01\n2 | same | 1940-05-17 | B81002 | 2014-01-01\n"
            + string.Join('\n', Enumerable.Range(0, 8).Select(i => $"{i + 10} | p{i} | 1960-05-17 | A81001 | 2014-01-01"));
        using var clean = new CheckedFlow().Land("gp_registrations", Rows(1)).Run();
        using var wrong = new CheckedFlow().Land("gp_registrations", Rows(3)).Run();

        Assert.Multiple(() =>
        {
            Assert.That(clean.Says("two_numbers", "gp_registrations"), Is.EqualTo("0 of 12: clean"), "Another practice may use the same key");
            Assert.That(wrong.Says("two_numbers", "gp_registrations"), Is.EqualTo("3 of 12: fail"));
        });
    }

    [Test]
    public void Two_people_under_one_number_are_noticed_and_one_mistyped_day_of_birth_is_not()
    {
        string Rows(params string[] born) => "nhs_number | patient_id | birth_date | practice\n"
            + string.Join('\n', born.Select((date, i) => $"1 | a{i} | {date} | A8100{i}")) + "\n"
            + string.Join('\n', Enumerable.Range(0, 9).Select(i => $"{i + 2} | p{i} | 1960-01-01 | A81001"));
        using var typed = new CheckedFlow().Land("gp_registrations", Rows("1940-05-17", "1940-05-18", "1940-05-17")).Run();
        using var wrong = new CheckedFlow().Land("gp_registrations", Rows("1940-05-17", "1971-11-18", "1940-05-17")).Run();

        Assert.Multiple(() =>
        {
            Assert.That(typed.Says("shared_number", "gp_registrations"), Is.EqualTo("0 of 12: clean"));
            Assert.That(wrong.Says("shared_number", "gp_registrations"), Is.EqualTo("3 of 12: fail"));
        });
    }

    /// <summary>Contacts that are alike but for what a test varies.</summary>
    private static CheckedFlow Contacts(int rows, Func<int, string> number, string? alter = null, Func<int, string>? born = null, Func<int, string>? on = null)
    {
        var flow = new CheckedFlow().Land("gp_registrations", Register).Land("mental_health_contacts", "nhs_number | source_id | provider | contact_date | birth_date\n"
            + string.Join('\n', Enumerable.Range(0, rows).Select(i => $"{number(i)} | c{i} | RXY | {on?.Invoke(i) ?? "2024-05-01"} | {born?.Invoke(i)}")));
        return (alter is null ? flow : flow.Alter(alter)).Run();
    }
}
