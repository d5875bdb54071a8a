using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The rules by which records without a usable number are linked, each with its grade, and a job's choice of them.</summary>
public sealed class LinkRulesSpec
{
    private const string Register = """
        nhs_number | patient_id | family_name | given_name | birth_date | sex | postcode | practice
        101        | p1         | ADA         | ANN        | 1940-05-17 | 2   | TA19 0AB | A81001
        102        | p2         | BEN         | BOB        | 1985-02-03 | 1   | TA19 0AB | A81001
        103        | p3         | BEN         | BILL       | 1985-02-03 | 1   | TA19 0AB | A81002
        104        | p4         | NEW         | YEAR       | 1950-01-01 | 2   | TA1 1AA  | A81001
        105        | p5         | NOF         | ABODE      | 1950-06-01 | 2   | ZZ99 3VZ | A81001
        """;

    [TestCase("L1", "", "", "B", "101", "local identifier of a number and birth date")]
    [TestCase("L1", "1940-05-19", "", "B", "101", "local identifier of a number and birth date", Description = "two parts of three")]
    [TestCase("L1", "1985-02-03", "", "U", "", "nothing to link by", Description = "a birth date that contradicts the number of the key")]
    [TestCase("L2", "", "", "U", "", "nothing to link by", Description = "two numbers under one key")]
    [TestCase("L3", "", "", "U", "", "nothing to link by", Description = "a number whose own birth date does not agree")]
    [TestCase("L4", "", "", "U", "", "nothing to link by", Description = "a key that nobody has a number under")]
    public void A_sender_s_own_key_is_of_whoever_has_a_number_under_it(string reference, string born, string family, string grade, string token, string reason)
    {
        using var flow = new Flow()
            .Land("gp_registrations", Register)
            .Land("social_care_services", $"""
                nhs_number | authority | person_reference | source_id | birth_date | start_date | family_name
                101        | LA1       | L1               | a         | 1940-05-17 | 2024-06-01 |
                101        | LA1       | L2               | b         | 1940-05-17 | 2024-06-01 |
                102        | LA1       | L2               | c         | 1985-02-03 | 2024-06-01 |
                102        | LA1       | L3               | d         | 1999-09-09 | 2024-06-01 |
                101        | LA2       | L4               | e         | 1940-05-17 | 2024-06-01 |
                           | LA1       | {reference}      | f         | {born}     | 2024-06-01 | {family}
                """)
            .Link();

        Assert.That(Last(flow), Is.EqualTo($"{grade} | {token} | {reason}"));
    }

    [TestCase("1940-05-17", "FEMALE", "TA19 0AB", "A81001", "C", "101", "birth date, sex, postcode and practice")]
    [TestCase("1985-02-03", "MALE", "TA19 0AB", "A81002", "C", "103", "birth date, sex, postcode and practice", Description = "the practice tells brothers apart")]
    [TestCase("1985-02-03", "MALE", "TA19 0AB", "", "U", "", "nothing to link by", Description = "two people")]
    [TestCase("1940-05-17", "FEMALE", "TA19 0AB", "", "D", "101", "birth date, sex and postcode")]
    [TestCase("1940-05-17", "MALE", "TA19 0AB", "A81001", "U", "", "nothing to link by")]
    [TestCase("1940-05-17", "OTHER", "TA19 0AB", "A81001", "U", "", "nothing to link by")]
    [TestCase("1950-01-01", "FEMALE", "TA1 1AA", "A81001", "U", "", "nothing to link by", Description = "the first of January is a birthday not known")]
    [TestCase("1950-06-01", "FEMALE", "ZZ99 3VZ", "A81001", "U", "", "nothing to link by", Description = "no fixed abode is no address")]
    public void Birth_date_sex_and_postcode_are_enough_where_they_are_one_person_s(string born, string gender, string postcode, string practice, string grade, string token, string reason)
    {
        using var flow = Place(LinkRules.Names, born, gender, postcode, practice);

        Assert.That(Last(flow), Is.EqualTo($"{grade} | {token} | {reason}"));
    }

    [TestCase("birth_date_sex_postcode", "D")]
    [TestCase("birth_date_sex_postcode_practice", "C")]
    [TestCase("number_and_birth_date, number", "U")]
    public void A_job_has_the_rules_that_it_names(string rules, string grade)
    {
        using var flow = Place(rules.Split(", "), "1940-05-17", "FEMALE", "TA19 0AB", "A81001");

        Assert.That(Last(flow), Does.StartWith($"{grade} |"));
    }

    [Test]
    public void What_only_place_and_birth_date_say_links_nobody_unless_the_job_names_the_rule()
    {
        using var flow = Place(new LinkageSettings().Rules, "1940-05-17", "FEMALE", "TA19 0AB", "");

        Assert.That(Last(flow), Is.EqualTo("U |  | nothing to link by"));
    }

    [Test]
    public void A_job_without_a_rule_says_so_of_what_the_rule_would_have_found()
    {
        using var flow = new Flow { Linkage = new LinkageSettings { Rules = ["number"] } }
            .Land("gp_registrations", Register)
            .Land("community_contacts", """
                nhs_number | source_id | family_name | given_name | birth_date | contact_date
                101        | a         |             |            |            | 2024-06-01
                101        | b         |             |            | 1940-05-17 | 2024-06-01
                           | c         | ADA         | ANN        | 1940-05-17 | 2024-06-01
                """)
            .Link();

        Assert.That(flow.Draw("select grade, reason from person_link order by row_id"), Is.EqualTo(Table.Normal("""
            grade | reason
            B     | number
            U     | a number, by which the job does not link
            U     | a name and birth date, by which the job does not link
            """)));
    }

    private static Flow Place(IReadOnlyCollection<string> rules, string born, string gender, string postcode, string practice) => new Flow { Linkage = new LinkageSettings { Rules = rules } }
        .Land("gp_registrations", Register)
        .Land("social_care_services", $"""
            authority | source_id | birth_date | gender   | postcode   | practice   | start_date
            LA1       | a         | {born}     | {gender} | {postcode} | {practice} | 2024-06-01
            """)
        .Link();

    private static string Last(Flow flow) =>
        flow.Draw("select grade, token, reason from person_link left join person using (person_key) where dataset = 'social_care_services' order by row_id desc limit 1").Split('\n')[1];
}
