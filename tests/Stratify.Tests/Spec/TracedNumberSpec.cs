using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How far a record's sender has traced its NHS number, by the codes of the NHS Data Dictionary.</summary>
public sealed class TracedNumberSpec
{
    private const string Register = """
        nhs_number | patient_id | family_name | given_name | birth_date | sex | postcode | practice
        101        | p1         | ADA         | ANN        | 1940-05-17 | 2   | TA19 0AB | A81001
        102        | p2         | BEN         | BOB        | 1985-02-03 | 1   | TA19 0CD | A81001
        """;

    [TestCase("01", "1940-05-17", "A", "number and birth date")]
    [TestCase("", "1940-05-17", "A", "number and birth date", Description = "a sender who does not say")]
    [TestCase("02", "1940-05-17", "B", "number and birth date, not traced")]
    [TestCase("03", "1940-05-17", "B", "number and birth date, not traced")]
    [TestCase("3", "1940-05-17", "B", "number and birth date, not traced", Description = "a spreadsheet took the zero away")]
    [TestCase("02", "", "C", "number, not traced")]
    [TestCase("02", "1985-02-03", "U", "birth date contradicts number")]
    public void A_number_that_is_not_traced_makes_a_weaker_link(string traced, string born, string grade, string reason)
    {
        using var flow = Contact($"101 | {traced} | | | {born}");

        Assert.That(flow.Draw("select grade, reason from person_link"), Is.EqualTo($"grade | reason\n{grade} | {reason}"));
    }

    [TestCase("04", "BEN", "BOB", "1985-02-03", "C", "102", "name and birth date", Description = "of whoever it says")]
    [TestCase("05", "", "", "1940-05-17", "U", "", "nothing to link by")]
    [TestCase("06", "ADA", "ANN", "1940-05-17", "C", "101", "name and birth date")]
    [TestCase("07", "", "", "", "U", "", "nothing to link by")]
    [TestCase("8", "", "", "1940-05-17", "U", "", "nothing to link by")]
    public void By_a_number_whose_trace_failed_or_is_not_done_nothing_is_linked(string traced, string family, string given, string born, string grade, string token, string reason)
    {
        using var flow = Contact($"101 | {traced} | {family} | {given} | {born}");

        Assert.That(flow.Draw("select grade, token, reason from person_link left join person using (person_key)"), Is.EqualTo($"grade | token | reason\n{grade} | {token} | {reason}"));
    }

    private static Flow Contact(string row) => new Flow()
        .Land("gp_registrations", Register)
        .Land("mental_health_contacts", $"""
            nhs_number | nhs_number_traced | family_name | given_name | birth_date | source_id | contact_date
            {row} | c1 | 2024-06-01
            """)
        .Run();
}
