namespace Stratify.Model;

/// <summary>What a field of a person-year is compared with.</summary>
public enum FieldType
{
    Number,
    /// <summary>Written in pounds, kept in pence.</summary>
    Money,
    Text,
    /// <summary>True or false; named alone in a condition.</summary>
    Flag,
}

/// <summary>Where a field comes from, which decides what it may explain.</summary>
public enum FieldKind
{
    /// <summary>Who the person is: age, sex, deprivation.</summary>
    Person,
    /// <summary>What the person has: conditions and their number.</summary>
    Need,
    /// <summary>What was done, and what it cost. A scheme built on it selects on the very thing that it then reports.</summary>
    Activity,
}

/// <summary>A field that a cohort's condition may name.</summary>
/// <param name="Name">As it is written in a condition.</param>
/// <param name="Column">As it stands in <c>person_year</c>.</param>
/// <param name="Unit">What a number counts; empty for flags and text.</param>
public sealed record Field(string Name, string Column, FieldType Type, FieldKind Kind, string Meaning, string Unit = "");

/// <summary>The fields of a person-year, in the order in which they are described.</summary>
public static class PersonYearFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new("age", "age", FieldType.Number, FieldKind.Person, "Whole years on the first day of the year.", "years"),
        new("sex", "sex", FieldType.Text, FieldKind.Person, "male or female; missing when not specified."),
        new("practice", "practice", FieldType.Text, FieldKind.Person, "ODS code of the latest practice of registration."),
        new("neighbourhood", "neighbourhood", FieldType.Text, FieldKind.Person, "Primary care network or neighbourhood."),
        new("area", "area", FieldType.Text, FieldKind.Person, "Lower layer super output area of residence."),
        new("deprivation_decile", "deprivation_decile", FieldType.Number, FieldKind.Person, "Index of Multiple Deprivation decile of the area, 1 most deprived."),
        new("ethnic_group", "ethnic_group", FieldType.Text, FieldKind.Person, "NHS ethnic category, A to S."),
        new("days_registered", "days_registered", FieldType.Number, FieldKind.Person, "Days of the year on which the person was registered.", "days"),
        new("died", "died", FieldType.Flag, FieldKind.Person, "The person died in the year."),
        new("conditions", "conditions", FieldType.Number, FieldKind.Need, "Number of long-term conditions recorded by the end of the year.", "conditions"),
        .. Conditions.All.Select(condition => new Field(condition.Name, $"has_{condition.Name}", FieldType.Flag, FieldKind.Need, $"{condition.Title}: recorded by the end of the year.")),
        new("cost", "cost", FieldType.Money, FieldKind.Activity, "Cost of all settings.", "pounds"),
        .. Setting.All.Select(setting => new Field($"cost_{setting.Name}", $"cost_{setting.Name}", FieldType.Money, FieldKind.Activity, $"Cost of {setting.Title.ToLowerInvariant()}.", "pounds")),
        new("settings_used", "settings_used", FieldType.Number, FieldKind.Activity, "Number of settings in which something was done for the person.", "settings"),
        new("gp_appointments", "gp_appointments", FieldType.Number, FieldKind.Activity, "Appointments of general practice that took place.", "appointments"),
        new("prescriptions", "prescriptions", FieldType.Number, FieldKind.Activity, "Items dispensed; missing while no prescribing extract is loaded.", "items"),
        new("admissions", "admissions", FieldType.Number, FieldKind.Activity, "Hospital spells that ended in the year.", "spells"),
        new("emergency_admissions", "emergency_admissions", FieldType.Number, FieldKind.Activity, "Spells that began as an emergency.", "spells"),
        new("elective_admissions", "elective_admissions", FieldType.Number, FieldKind.Activity, "Planned spells, day cases included.", "spells"),
        new("bed_days", "bed_days", FieldType.Number, FieldKind.Activity, "Nights of the spells that ended in the year.", "nights"),
        new("outpatient_attendances", "outpatient_attendances", FieldType.Number, FieldKind.Activity, "Outpatient appointments attended.", "attendances"),
        new("ae_attendances", "ae_attendances", FieldType.Number, FieldKind.Activity, "Attendances at emergency departments.", "attendances"),
        new("community_contacts", "community_contacts", FieldType.Number, FieldKind.Activity, "Community care contacts attended.", "contacts"),
        new("mental_health_contacts", "mental_health_contacts", FieldType.Number, FieldKind.Activity, "Mental health care contacts attended.", "contacts"),
        new("care_weeks", "care_weeks", FieldType.Number, FieldKind.Activity, "Weeks of social care services, services side by side counted each.", "weeks"),
    ];

    public static Field? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
