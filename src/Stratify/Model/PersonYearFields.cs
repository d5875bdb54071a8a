namespace Stratify.Model;

/// <summary>What the values of a field are.</summary>
public enum FieldType
{
    Number,
    /// <summary>Stored in pence; conditions and people say pounds.</summary>
    Money,
    Text,
    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>What a field says about a person. A scheme built on activity may not explain cost, since it was made from it.</summary>
public enum FieldKind
{
    /// <summary>What is wrong with a person: known from diagnoses, never from use of care.</summary>
    Need,
    /// <summary>What care a person had, and what it cost.</summary>
    Activity,
    /// <summary>Where a person lives or is registered.</summary>
    Place,
    /// <summary>Who a person is.</summary>
    Demographic,
}

/// <summary>A field of <c>person_year</c> that conditions may name.</summary>
/// <param name="Name">As conditions name it.</param>
/// <param name="Column">As it is stored in <c>person_year</c>.</param>
/// <param name="Meaning">One sentence for a reader who does not know the table.</param>
/// <param name="Unit">Years, pounds, days; empty for text and flags.</param>
public sealed record PersonYearField(string Name, string Column, FieldType Type, FieldKind Kind, string Meaning, string Unit)
{
    /// <summary>The only texts that the field can hold; empty when any may stand there.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Has an order, so that people can be ranked by it.</summary>
    public bool IsOrdered => Type is FieldType.Number or FieldType.Money;
}

/// <summary>Every field that conditions may name, in the order of the table's columns. No field has a second name.</summary>
public static class PersonYearFields
{
    public static IReadOnlyList<PersonYearField> All { get; } =
    [
        Number("age", FieldKind.Demographic, "Age in whole years on the first day of the year.", "years"),
        Text("sex", FieldKind.Demographic, "Sex as registered; missing when it is neither or is not stated.") with { OneOf = ["female", "male"] },
        Text("practice", FieldKind.Place, "Code of the general practice at which the person is registered."),
        Text("sub_icb", FieldKind.Place, "Sub-location of the integrated care board that the practice belongs to; missing without a look-up of practices."),
        Text("neighbourhood", FieldKind.Place, "Neighbourhood in which local services work together."),
        Text("area", FieldKind.Place, "Small area (LSOA) of residence."),
        Text("msoa", FieldKind.Place, "Middle layer super output area of residence; missing without a look-up of areas."),
        Text("local_authority", FieldKind.Place, "Local authority district of residence; missing without a look-up of areas."),
        Number("deprivation_decile", FieldKind.Place, "Index of Multiple Deprivation decile of the area: 1 is the most deprived tenth.", "decile"),
        Text("ethnic_group", FieldKind.Demographic, "Ethnic group, as the register codes it."),
        Number("days_registered", FieldKind.Demographic, "Days of the year on which the person was registered and alive.", "days"),
        Flag("died", FieldKind.Demographic, "The person died in the year. Known only afterwards, so it selects nobody for the year to come."),
        .. Conditions.All.Select(Has),
        Number("conditions", FieldKind.Need, "How many of the long-term conditions the person has.", "conditions"),
        .. Setting.All.Select(Cost),
        Money("cost", "Cost of all care in the year."),
        Number("settings_used", FieldKind.Activity, "How many settings of care the person used in the year.", "settings"),
        Number("gp_appointments", FieldKind.Activity, "Appointments in general practice that took place.", "appointments"),
        Number("prescriptions", FieldKind.Activity, "Items dispensed; missing where no prescribing extract is loaded.", "items"),
        Number("admissions", FieldKind.Activity, "Admissions to hospital, one for each stay.", "admissions"),
        Number("emergency_admissions", FieldKind.Activity, "Admissions to hospital that were emergencies.", "admissions"),
        Number("elective_admissions", FieldKind.Activity, "Planned admissions to hospital, day cases included.", "admissions"),
        Number("bed_days", FieldKind.Activity, "Nights in hospital.", "nights"),
        Number("outpatient_attendances", FieldKind.Activity, "Outpatient appointments that were attended.", "attendances"),
        Number("ae_attendances", FieldKind.Activity, "Attendances at an emergency department.", "attendances"),
        Number("community_contacts", FieldKind.Activity, "Contacts with community services.", "contacts"),
        Number("mental_health_contacts", FieldKind.Activity, "Contacts with mental health services.", "contacts"),
        Number("care_weeks", FieldKind.Activity, "Weeks of social care; two services side by side count twice.", "weeks"),
    ];

    /// <summary>Null when no field has the name; case does not matter.</summary>
    public static PersonYearField? Find(string name) => ByName.GetValueOrDefault(name);

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(field => field.Name)];

    private static Dictionary<string, PersonYearField> ByName { get; } = All.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    private static PersonYearField Has(Condition condition) =>
        new(condition.Name, $"has_{condition.Name}", FieldType.Flag, FieldKind.Need, $"{condition.Title}: recorded by the end of the year.", "");

    private static PersonYearField Cost(Setting setting) => Money($"cost_{setting.Name}", $"Cost in the year, setting: {setting.Title}.");

    private static PersonYearField Money(string name, string meaning) => new(name, name, FieldType.Money, FieldKind.Activity, meaning, "pounds");

    private static PersonYearField Number(string name, FieldKind kind, string meaning, string unit) => new(name, name, FieldType.Number, kind, meaning, unit);

    private static PersonYearField Text(string name, FieldKind kind, string meaning) => new(name, name, FieldType.Text, kind, meaning, "");

    private static PersonYearField Flag(string name, FieldKind kind, string meaning) => new(name, name, FieldType.Flag, kind, meaning, "");
}
