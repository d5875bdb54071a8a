using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Rows of the register under one NHS number: of one person, unless they contradict each other.</summary>
public sealed class SharedNumberSpec
{
    private const string Two = """
        nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
        101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
        101        | p2         | BEN         | BOB        | 1985-02-03 | A81002   | 2015-01-01
        102        | p3         | COX         | CAL        | 1990-07-21 | A81001   | 2010-01-01
        """;

    [TestCase("ADA", "ANN", "1940-05-17", "p2", "1", Description = "moved to another practice")]
    [TestCase("ADA", "ANN", "1941-05-17", "p2", "1", Description = "a year mistyped: two parts of three agree")]
    [TestCase("ZOE", "ANN", "1940-05-17", "p2", "1", Description = "married")]
    [TestCase("ADA", "ANN", "1985-02-03", "p2", "1", Description = "another birth date and the same full name")]
    [TestCase("BEN", "BOB", "1985-02-03", "p2", "2", Description = "another birth date and another name")]
    [TestCase("ADA", "BOB", "1985-02-03", "p2", "2", Description = "another birth date, and of a name a half: mother and son")]
    [TestCase("", "", "1985-02-03", "p2", "2", Description = "another birth date and no name")]
    [TestCase("BEN", "BOB", "1941-06-17", "p2", "2", Description = "one part of three agrees")]
    public void Who_contradicts_the_other_in_birth_date_and_name_is_somebody_else(string family, string given, string born, string patient, string people)
    {
        using var flow = new Flow().Land("gp_registrations", $"""
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
            101        | {patient}  | {family}    | {given}    | {born}     | A81002   | 2015-01-01
            """).Run();

        Assert.That(flow.Draw("select count(*) as people from person"), Is.EqualTo($"people\n{people}"));
    }

    [Test]
    public void One_practice_knows_one_person_by_one_key_whatever_it_corrects()
    {
        using var flow = new Flow().Land("gp_registrations", """
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            101        | p1         | BABY        |            | 1900-01-01 | A81001   | 2010-01-01
            101        | p1         | ADA         | ANN        | 2010-05-17 | A81001   | 2015-01-01
            """).Run();

        Assert.That(flow.Draw("select count(*) as people from person"), Is.EqualTo("people\n1"));
    }

    [Test]
    public void Two_rows_are_of_one_person_where_a_third_agrees_with_both()
    {
        using var flow = new Flow().Land("gp_registrations", """
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
            101        | p2         | ADA         | ANNE       | 1940-05-18 | A81002   | 2012-01-01
            101        | p3         | ADA         | A          | 1940-06-18 | A81003   | 2015-01-01
            101        | p4         | BEN         | BOB        | 1985-02-03 | A81004   | 2016-01-01
            """).Run();

        Assert.That(flow.Draw("select count(distinct practice) as practices from registration group by person_key order by all"), Is.EqualTo("practices\n1\n3"));
    }

    /// <summary>It is for the birth date to tell whose a record is; without one, or with one that both could have, it is nobody's.</summary>
    [TestCase("1940-05-17", "A", "A81001", "number and birth date")]
    [TestCase("1985-02-04", "A", "A81002", "number and birth date")]
    [TestCase("", "U", "", "number of several people")]
    [TestCase("1962-11-30", "U", "", "birth date contradicts number")]
    public void A_record_under_a_number_of_two_people_is_of_whoever_s_birth_date_it_has(string born, string grade, string practice, string reason)
    {
        using var flow = Contacts(Two, $"101 | {born}");

        Assert.That(Links(flow), Is.EqualTo(Table.Normal($"""
            grade   | reason   | practice
            {grade} | {reason} | {practice}
            """)));
    }

    [Test]
    public void A_birth_date_that_two_people_of_a_number_could_have_is_nobody_s()
    {
        using var flow = Contacts("""
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
            101        | p2         | BEN         | BOB        | 1985-05-03 | A81002   | 2015-01-01
            """, "101 | 1940-05-03");

        Assert.That(Links(flow), Is.EqualTo("grade | reason | practice\nU | number of several people | "));
    }

    [Test]
    public void A_sender_s_own_key_leads_to_whoever_s_birth_date_was_given_with_the_number()
    {
        using var flow = new Flow().Land("gp_registrations", Two).Land("social_care_services", """
            nhs_number | authority | person_reference | source_id | birth_date | start_date
            101        | LA1       | L1               | a         | 1985-02-03 | 2024-06-01
                       | LA1       | L1               | b         |            | 2024-06-01
            101        | LA1       | L2               | c         |            | 2024-06-01
                       | LA1       | L2               | d         |            | 2024-06-01
            """).Link();

        Assert.That(Links(flow), Is.EqualTo(Table.Normal("""
            grade | reason                                      | practice
            A     | number and birth date                       | A81002
            B     | local identifier of a number and birth date | A81002
            U     | number of several people                    |
            U     | nothing to link by                          |
            """)));
    }

    /// <summary>From one night to the next the register learns of somebody under a number that was somebody's.</summary>
    [Test]
    public void Who_was_there_first_keeps_the_pseudonym_of_the_number_and_the_other_has_one_that_lasts()
    {
        string Ids(string register)
        {
            using var flow = new Flow().Land("gp_registrations", register).Link();
            return string.Join(' ', flow.Warehouse.Query("select distinct practice, person_id from registration join person using (person_key) order by all").Rows.Select(row => $"{row[0]}={row[1]}"));
        }
        var alone = Ids("""
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
            102        | p3         | COX         | CAL        | 1990-07-21 | A81009   | 2010-01-01
            """);
        var both = Ids(Two);
        var turned = Ids("""
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            102        | p3         | COX         | CAL        | 1990-07-21 | A81001   | 2010-01-01
            101        | p2         | BEN         | BOB        | 1985-02-03 | A81002   | 2015-01-01
            101        | p1         | ADA         | ANN        | 1940-05-17 | A81001   | 2010-01-01
            """);

        Assert.Multiple(() =>
        {
            Assert.That(alone, Does.StartWith("A81001=101 "), "in these tests a number is its own pseudonym");
            Assert.That(both, Does.StartWith("A81001=101 A81001=102 A81002="));
            Assert.That(turned, Is.EqualTo(both));
        });
    }

    /// <summary>Nine people of nine birth dates: no slip of a clerk, but a number that a practice fills in when it has none.</summary>
    [Test]
    public void A_number_of_too_many_people_is_a_dummy_and_nobody_s()
    {
        var rows = Enumerable.Range(0, 9).Select(i => $"101 | p{i} | FAMILY{(char)('A' + i)} | GIVEN{(char)('A' + i)} | {1940 + (3 * i)}-0{1 + i}-1{i} | A81001 | 2010-01-01");
        using var flow = Contacts($"""
            nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date
            {string.Join('\n', rows)}
            """, "101 | 1940-01-10");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select count(*) as people, count(token) as numbers from person"), Is.EqualTo("people | numbers\n9 | 0"));
            Assert.That(Links(flow), Is.EqualTo("grade | reason | practice\nU | nothing to link by | "), "a record under it is as one without a number");
        });
    }

    private static Flow Contacts(string register, string numberAndBirthDate) => new Flow()
        .Land("gp_registrations", register)
        .Land("community_contacts", $"""
            nhs_number | birth_date | source_id | contact_date
            {numberAndBirthDate} | c1 | 2024-06-01
            """)
        .Run();

    private static string Links(Flow flow) => flow.Draw("select grade, reason, practice from person_link left join (select person_key, min(practice) as practice from registration group by person_key) using (person_key) order by row_id");
}
