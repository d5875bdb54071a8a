namespace Stratify.Model;

/// <summary>Emergency admissions for reasons that are on a list.</summary>
/// <param name="Name">As the list's codes and the field are named.</param>
/// <param name="Title">As it stands in descriptions.</param>
/// <param name="AgeFrom">Nobody younger is counted, and the number of theirs is missing.</param>
public sealed record AdmissionList(string Name, string Title, int AgeFrom = 0);

/// <summary>
/// The lists that ship, in the order of their columns; their codes, each with its source, are in <c>Settings/CodeLists/admissions.csv</c>.
/// Lists of ambulatory care sensitive conditions differ much from each other, so all are counted side by side; that of the NHS Institute is the first.
/// </summary>
public static class AdmissionLists
{
    public static IReadOnlyList<AdmissionList> All { get; } =
    [
        new("acsc_admissions", "Emergency admissions for ambulatory care sensitive conditions, NHS Institute's list of 19"),
        new("acsc_phs_admissions", "Emergency admissions that were potentially preventable, Public Health Scotland's list"),
        new("acsc_carey_admissions", "Emergency admissions for ambulatory care sensitive conditions, list of Carey and others 2017"),
        new("acsc_chronic_admissions", "Emergency admissions for chronic ambulatory care sensitive conditions, after NHS Outcomes Framework 2.3.i; its codes are not checked"),
        new("acsc_acute_admissions", "Emergency admissions for acute conditions that should not usually need them, after NHS Outcomes Framework 3a; its codes are not checked"),
        new("falls_admissions", "Emergency admissions after a fall, of people aged 65 and over", AgeFrom: 65),
    ];

    /// <summary>Codes of stays that the counting of readmissions leaves out.</summary>
    public const string CancerCare = "cancer_care";
}
