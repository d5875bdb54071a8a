namespace Stratify.Model;

/// <summary>A long-term condition that is counted: a need, found in diagnoses and never in use of care.</summary>
/// <param name="Name">As conditions of a cohort name it; its column is <c>has_NAME</c>.</param>
/// <param name="Title">As it stands in reports.</param>
public sealed record Condition(string Name, string Title);

/// <summary>The conditions, in the order of columns and charts: twelve of Symphony's kind and five extras. How many of them a person has is <c>conditions</c>.</summary>
public static class Conditions
{
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("hypertension", "Hypertension"),
        new("diabetes", "Diabetes"),
        new("chd", "Coronary heart disease"),
        new("heart_failure", "Heart failure"),
        new("atrial_fibrillation", "Atrial fibrillation"),
        new("stroke", "Stroke or transient ischaemic attack"),
        new("ckd", "Chronic kidney disease"),
        new("copd", "Chronic obstructive pulmonary disease"),
        new("asthma", "Asthma"),
        new("cancer", "Cancer"),
        new("depression", "Depression or anxiety"),
        new("severe_mental_illness", "Severe mental illness"),
        new("dementia", "Dementia"),
        new("epilepsy", "Epilepsy"),
        new("parkinsons", "Parkinson's disease"),
        new("osteoarthritis", "Osteoarthritis"),
        new("learning_disability", "Learning disability"),
    ];
}
