using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The Hospital Frailty Risk Score: Gilbert and others 2018, Lancet 391:1775.</summary>
public sealed class FrailtySpec
{
    /// <summary>Dementia in Alzheimer's disease 7.1, hemiplegia 4.4, Alzheimer's disease 4.0, other urinary disorders 3.2, lipid disorders are no part of it. Below 5, to 15, above.</summary>
    [TestCase("N390 E780", "3.2", "low")]
    [TestCase("G819", "4.4", "low")]
    [TestCase("F009 F001", "7.1", "intermediate", Description = "three characters count, and once")]
    [TestCase("F009 G819", "11.5", "intermediate")]
    [TestCase("F009 G819 G309", "15.5", "high")]
    [TestCase("E780", "0", "low")]
    public void The_score_is_the_sum_of_its_points_and_has_three_bands(string codes, string score, string band)
    {
        using var flow = Stay("1940-05-17", "2024-05-02", codes).Run();

        Assert.That(flow.Draw("select hfrs, hfrs_band from person_year"), Is.EqualTo($"hfrs | hfrs_band\n{score} | {band}"));
    }

    [Test]
    public void All_its_codes_together_have_the_sum_of_its_published_points()
    {
        using var flow = Stay("1940-05-17", "2024-05-02", "Z000")
            .Land("gp_events", $"nhs_number | source_id | event_date | code | code_system\n{string.Join('\n', ConditionCodes.Of("hfrs").Codes.Select((code, i) => $"1 | {i} | 2024-05-02 | {code.Code}9 | ICD10"))}")
            .Run();

        Assert.That(flow.Draw("select hfrs from person_year"), Is.EqualTo("hfrs\n173.2"));
    }

    /// <summary>Aged 75 on the first day of the year, and in hospital in the two years to its end.</summary>
    [TestCase("1949-04-01", "2024-05-02", "7.1")]
    [TestCase("1949-04-02", "2024-05-02", "", Description = "74 on the first day")]
    [TestCase("1940-05-17", "2023-04-02", "7.1")]
    [TestCase("1940-05-17", "2023-03-31", "", Description = "longer ago")]
    public void It_is_of_people_aged_75_and_over_who_were_in_hospital_in_two_years(string born, string left, string score)
    {
        using var flow = Stay(born, left, "F009").Run();

        Assert.That(flow.Draw("select hfrs from person_year"), Is.EqualTo($"hfrs\n{score}"));
    }

    private static Flow Stay(string born, string left, string codes) => new Flow()
        .Land("gp_registrations", $"""
            nhs_number | patient_id | birth_date | practice
            1          | p1         | {born}     | A81001
            """)
        .Land("acute_inpatients", $"""
            nhs_number | source_id | provider | start_date | end_date | discharge_date | method | {string.Join(" | ", codes.Split(' ').Select((_, i) => $"diagnosis_{i + 1}"))}
            1          | e1        | RA4      | {left}     | {left}   | {left}         | 21     | {string.Join(" | ", codes.Split(' '))}
            """);
}
