using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Which date of death stands, when the register and the list of registered deaths each say something or nothing.</summary>
public sealed class DeathsSpec
{
    private static Flow Flow(string byRegister, string deaths) => new Flow().Land("gp_registrations", $"""
        nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date | death_date
        1          | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01 | {byRegister}
        """).Land("deaths", deaths).Run();

    // 1 April to 30 June are 91 days.
    [TestCase("", "2024-06-30", "91", Description = "the list completes the register")]
    [TestCase("2024-07-15", "2024-06-30", "91", Description = "the list corrects the register")]
    [TestCase("2024-05-15", "2024-06-30", "91", Description = "whichever is earlier")]
    [TestCase("2024-06-30", "", "91", Description = "the register's day comes before the day of registration")]
    [TestCase("", "", "107", Description = "the day of registration, 16 July, where nobody knows better")]
    public void The_list_s_date_stands_then_the_register_s_then_the_day_of_registration(string byRegister, string byList, string days)
    {
        using var flow = Flow(byRegister, $"""
            nhs_number | source_id | death_date | registered_on
            1          | d1        | {byList}   | 2024-07-16
            """);

        Assert.That(flow.Draw("select days_registered, died from person_year"), Is.EqualTo($"days_registered | died\n{days} | yes"));
    }

    [TestCase("", "ADA", "ANN", "1940-05-17", "yes", Description = "by name and birth date, without a number")]
    [TestCase("1", "", "", "1951-01-01", "no", Description = "a birth date that contradicts the number is somebody else's death")]
    [TestCase("2", "ADA", "ANN", "1940-05-17", "no", Description = "another number is another person")]
    public void A_death_finds_its_person_as_any_record_does(string number, string family, string given, string born, string died)
    {
        using var flow = Flow("", $"""
            nhs_number | source_id | family_name | given_name | birth_date | death_date | registered_on
            {number}   | d1        | {family}    | {given}    | {born}     | 2024-06-30 | 2024-07-16
            """);

        Assert.That(flow.Draw("select died from person_year"), Is.EqualTo($"died\n{died}"));
    }

    [Test]
    public void Of_two_entries_for_one_person_the_last_sent_stands_and_a_death_is_no_event()
    {
        using var flow = Flow("", """
            nhs_number | source_id | death_date | registered_on
            1          | d1        | 2024-05-31 | 2024-07-16
            1          | d2        | 2024-06-30 | 2024-07-16
            """);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select days_registered from person_year"), Is.EqualTo("days_registered\n91"));
            Assert.That(flow.Warehouse.Count("select count(*) from event"), Is.Zero);
        });
    }

    [TestCase("2024-06-30", "0")]
    [TestCase("2024-07-15", "1")]
    public void Where_both_date_a_death_and_differ_it_is_counted(string byRegister, string contradicted)
    {
        using var flow = Flow(byRegister, """
            nhs_number | source_id | death_date | registered_on
            1          | d1        | 2024-06-30 | 2024-07-16
            """);

        Assert.That(flow.Draw("select count(*) filter (died_by_register <> died_by_list) as contradicted, count(died_by_list) as both from person"), Is.EqualTo($"contradicted | both\n{contradicted} | 1"));
    }
}
