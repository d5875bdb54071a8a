using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class LinkageSpec
{
    private const string Register = """
        nhs_number | patient_id | family_name | given_name | birth_date | sex | practice | start_date
        -----------+------------+-------------+------------+------------+-----+----------+-----------
        101        | p1         | ADA         | ANN        | 1940-05-17 | 2   | A81001   | 2010-01-01
        102        | p2         | BEN         | BOB        | 1985-02-03 | 1   | A81001   | 2010-01-01
        103        | p3         | DOE         | SAM        | 2001-01-09 | 1   | A81001   | 2010-01-01
        104        | p4         | DOE         | SAM        | 2001-01-09 | 2   | A81002   | 2010-01-01
                   | p5         | EVE         | EVA        | 1960-12-24 | 2   | A81002   | 2010-01-01
        """;

    [TestCase("101", "ADA", "ANN", "1940-05-17", "A", "number and birth date")]
    [TestCase("101", "", "", "", "B", "number")]
    [TestCase("101", "ADA", "ANN", "1940-05-18", "A", "number and birth date", Description = "two parts of three")]
    [TestCase("101", "ADA", "ANN", "1941-05-18", "U", "birth date contradicts number")]
    [TestCase("999", "ADA", "ANN", "1940-05-17", "U", "number not on the register", Description = "a number is never overruled by a name")]
    [TestCase("", "BEN", "BOB", "1985-02-03", "C", "name and birth date")]
    [TestCase("", "DOE", "SAM", "2001-01-09", "U", "name and birth date of several people")]
    [TestCase("", "BEN", "BOB", "1985-03-02", "U", "name and birth date of nobody")]
    [TestCase("", "", "", "1985-02-03", "U", "nothing to link by")]
    [TestCase("", "EVE", "EVA", "1960-12-24", "C", "name and birth date", Description = "a person without a number is on the register too")]
    public void A_record_is_graded_by_what_it_says_of_its_person(string number, string family, string given, string born, string grade, string reason)
    {
        using var flow = new Flow()
            .Land("gp_registrations", Register)
            .Land("community_contacts", $"""
                nhs_number | source_id | family_name | given_name | birth_date | contact_date
                -----------+-----------+-------------+------------+------------+-------------
                {number}   | c1        | {family}    | {given}    | {born}     | 2024-06-01
                """)
            .Run();

        Assert.That(flow.Draw("select grade, reason from person_link"), Is.EqualTo(Table.Normal($"""
            grade   | reason
            {grade} | {reason}
            """)));
    }

    [Test]
    public void Identity_is_gone_when_linkage_is_done()
    {
        using var flow = new Flow().Land("gp_registrations", Register).Run();

        Assert.That(flow.Warehouse.Count("""
            select count(*) from information_schema.columns
            where column_name in ('family_name', 'given_name', 'birth_date', 'postcode', 'address', 'uprn')
            """), Is.Zero);
    }

    [Test]
    public void Age_is_whole_years_on_the_first_day_and_nought_for_those_born_later()
    {
        using var flow = new Flow()
            .Land("gp_registrations", """
                nhs_number | patient_id | birth_date | practice | start_date
                -----------+------------+------------+----------+-----------
                1          | p1         | 1940-04-01 | A81001   | 2010-01-01
                2          | p2         | 1940-04-02 | A81001   | 2010-01-01
                3          | p3         | 2024-09-30 | A81001   | 2024-09-30
                4          | p4         | 2004-02-29 | A81001   | 2010-01-01
                """)
            .Run();

        Assert.That(flow.Draw("select token, age from person join person_age using (person_key) order by token"), Is.EqualTo(Table.Normal("""
            token | age
            1     | 84
            2     | 83
            3     | 0
            4     | 20
            """)));
    }
}
