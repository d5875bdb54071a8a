using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Medicines issued: what they say of a person's conditions, and that they are neither care nor cost.</summary>
public sealed class GpMedicationsSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | start_date
        -----------+------------+------------+----------+-----------
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01
        """;

    /// <summary>A list that knows dementia by its medicines alone: the whole section 4.11 of the formulary, and one product.</summary>
    private static ConditionCodes ByMedicine { get; } = new(
    [
        new("dementia", "BNF", "0411", "prefix", "by hand"),
        new("dementia", "DMD", "322211000001104", "exact", "by hand"),
        new("dementia", "READ2", "dB1..", "exact", "by hand"),
    ]);

    [TestCase("DMD", "322211000001104", "", "yes")]
    [TestCase("DM+D", "322211000001104", "", "yes")]
    [TestCase("SNOMED", "322211000001104", "", "yes", Description = "the dictionary's codes are SNOMED CT's")]
    [TestCase("BNF", "0411000D0AAAAAA", "", "yes")]
    [TestCase("BNF", "04.11.00.0D0 AAAAAA", "", "yes", Description = "written with dots")]
    [TestCase("DMD", "1", "0411000D0AAAAAA", "yes", Description = "the code beside the practice's own")]
    [TestCase("READ2", "dB1..", "", "yes")]
    [TestCase("READ2", "DB1..", "", "no", Description = "case carries meaning")]
    [TestCase("BNF", "0601022B0AAABAB", "", "no")]
    [TestCase("", "", "", "no", Description = "written by hand")]
    [TestCase("", "0411000D0AAAAAA", "", "no", Description = "a code of no known system")]
    public void A_condition_may_be_known_by_what_was_issued(string system, string code, string bnf, string known)
    {
        using var flow = new Flow { Codes = ByMedicine }.Land("gp_registrations", Register).Land("gp_medications", $"""
            nhs_number | source_id | practice | issue_date | code   | code_system | bnf_code
            1          | m1        | A81001   | 2024-06-01 | {code} | {system}    | {bnf}
            """).Run();

        Assert.That(flow.Draw("select has_dementia from person_year"), Is.EqualTo($"has_dementia\n{known}"));
    }

    [TestCase("2025-03-31", "yes")]
    [TestCase("2025-04-01", "no", Description = "after the year")]
    [TestCase("", "no", Description = "authorised and never issued")]
    public void It_is_known_from_the_day_of_issue_and_not_before(string issued, string known)
    {
        using var flow = new Flow { Codes = ByMedicine }.Land("gp_registrations", Register).Land("gp_medications", $"""
            nhs_number | source_id | issue_date | code            | code_system
            1          | m1        | {issued}   | 0411000D0AAAAAA | BNF
            """).Run();

        Assert.That(flow.Draw("select has_dementia from person_year"), Is.EqualTo($"has_dementia\n{known}"));
    }

    [Test]
    public void What_was_issued_and_then_dispensed_costs_once_and_is_no_contact()
    {
        using var flow = new Flow().Land("gp_registrations", Register)
            .Land("gp_medications", """
                nhs_number | source_id | practice | issue_date | code            | code_system
                1          | m1        | A81001   | 2024-06-01 | 0411000D0AAAAAA | BNF
                1          | m2        | A81001   | 2024-07-01 | 0411000D0AAAAAA | BNF
                """)
            .Land("prescribed_items", """
                nhs_number | source_id | processed_on | bnf_code        | actual_cost
                1          | i1        | 2024-06-30   | 0411000D0AAAAAA | 930
                """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select cost, prescriptions, gp_appointments, settings_used, conditions from person_year"), Is.EqualTo("cost | prescriptions | gp_appointments | settings_used | conditions\n930 | 1 | 0 | 1 | 0"),
                "The list that ships knows no condition by medicine alone");
            Assert.That(flow.Draw("select dataset from event"), Is.EqualTo("dataset\nprescribed_items"));
        });
    }
}
