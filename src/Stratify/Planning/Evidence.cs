namespace Stratify.Planning;

/// <summary>What programmes of joined-up care were found to do, beside which every scenario is to be read.</summary>
/// <param name="Found">In a sentence, with its measure.</param>
public sealed record Evidence(string Of, string Found, string Source)
{
    public static IReadOnlyList<Evidence> All { get; } =
    [
        new("South Somerset and Salford, vanguards", "Secondary care cost £45 and £74 more for each registered patient a year than in comparison areas; no effect on health status or experience.", "peer-reviewed evaluation of both programmes"),
        new("Integrated care pilots, case management", "9% more emergency admissions, 21% fewer elective ones, 22% fewer outpatient attendances, 9% less cost.", "national evaluation of the integrated care pilots, with matched controls"),
        new("Evercare, case management of older people", "No effect on emergency admissions, bed days or deaths.", "national evaluation of the Evercare pilots"),
        new("Thirteen reviews of integrated care", "Three of thirteen found significantly fewer admissions; case management had no effect.", "University of Oxford, 2017"),
        new("Better Care Fund, 2015/16", "Planned: 106,000 emergency admissions fewer. Came: 87,000 more.", "National Audit Office, 2017"),
    ];
}
