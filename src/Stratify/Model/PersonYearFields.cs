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

    /// <summary>Known only when the year is over, and not what it was chosen to tell: it selects nobody for the year to come.</summary>
    public bool IsRetrospective { get; init; }

    /// <summary>Adds up over people, so that somebody has a share of its total.</summary>
    public bool AddsUp => Type == FieldType.Money || (Type == FieldType.Number && Kind == FieldKind.Activity && Unit is not ("share" or "settings"));

    /// <summary>Has an order, so that people can be ranked by it.</summary>
    public bool IsOrdered => Type is FieldType.Number or FieldType.Money;
}

/// <summary>The fields that the conditions of a job may name.</summary>
public sealed record KnownFields(IReadOnlyList<PersonYearField> All)
{
    private readonly Dictionary<string, PersonYearField> _byName = All.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names { get; } = [.. All.Select(field => field.Name)];

    /// <summary>Null when no field has the name; case does not matter.</summary>
    public PersonYearField? Find(string name) => _byName.GetValueOrDefault(name);
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
        Number("deprivation_decile", FieldKind.Place, "Index of Multiple Deprivation decile of the area: 1 is the most deprived tenth; missing where neither the register nor a look-up of areas tells it.", "decile"),
        Text("ethnic_group", FieldKind.Demographic, "Ethnic group, as the register codes it."),
        Number("days_registered", FieldKind.Demographic, "Days of the year on which the person was registered and alive.", "days"),
        Flag("died", FieldKind.Demographic, "The person died in the year. Known only afterwards, so it selects nobody for the year to come.") with { IsRetrospective = true },
        .. Conditions.All.Select(Has),
        .. Groupings.All.SelectMany(Of),
        .. Setting.All.Select(Cost),
        Money("cost", "Cost of all care in the year: as a standard, or as it is paid where the job costs by that."),
        Money("paid_cost", "What is paid for all care in the year, as senders tell it; the cost where they do not."),
        Money("standard_cost", "Cost of all care in the year at standard prices, so that places compare."),
        Money("mff_cost", "Standard cost with each provider's market forces factor; missing where the job has no list of those."),
        Number("settings_used", FieldKind.Activity, "How many settings of care the person used in the year.", "settings"),
        Number("setting_entropy", FieldKind.Activity, "How evenly the cost is spread over the settings: 0 when it is all in one, 1 when each has the same share; missing without cost.", "share"),
        Number("gp_appointments", FieldKind.Activity, "Appointments in general practice that took place.", "appointments"),
        Number("prescriptions", FieldKind.Activity, "Items dispensed; missing where no prescribing extract is loaded.", "items"),
        Number("admissions", FieldKind.Activity, "Admissions to hospital, one for each stay.", "admissions"),
        Number("continuous_stays", FieldKind.Activity, "Stays in hospital: admissions that another hospital went on with are one; missing where no admitted care is loaded.", "stays"),
        Number("emergency_admissions", FieldKind.Activity, "Admissions to hospital that were emergencies.", "admissions"),
        Number("zero_stay_admissions", FieldKind.Activity, "Emergency admissions that ended on the day on which they began; missing where no admitted care is loaded.", "admissions"),
        .. AdmissionLists.All.Select(list => Number(list.Name, FieldKind.Activity, $"{list.Title}; missing where no admitted care is loaded.", "admissions")),
        Number("readmissions", FieldKind.Activity, "Emergency admissions up to 29 days after the last discharge, day cases, maternity and cancer left out; missing where no admitted care is loaded.", "admissions"),
        Number("in_scope_admissions", FieldKind.Activity, "Admissions that a published rule of avoidance or of same day emergency care has in scope, each once: no promise that any can be done without; missing where no admitted care is loaded.", "admissions"),
        Money("in_scope_cost", "Cost of those stays, critical care apart; missing where no admitted care is loaded."),
        Number("elective_admissions", FieldKind.Activity, "Planned admissions to hospital, day cases included.", "admissions"),
        Number("bed_days", FieldKind.Activity, "Nights in hospital.", "nights"),
        Number("emergency_bed_days", FieldKind.Activity, "Nights in hospital of stays that began as emergencies; missing where no admitted care is loaded.", "nights"),
        Number("delayed_days", FieldKind.Activity, "Nights in hospital after the day on which the person was ready to leave; missing where no sender tells that day.", "nights"),
        Number("outpatient_attendances", FieldKind.Activity, "Outpatient appointments that were attended.", "attendances"),
        Number("ae_attendances", FieldKind.Activity, "Attendances at an emergency department.", "attendances"),
        Flag("frequent_attender", FieldKind.Activity, "Five or more attendances at an emergency department in the year; missing where none of anybody are loaded."),
        Number("community_contacts", FieldKind.Activity, "Contacts with community services.", "contacts"),
        Number("mental_health_contacts", FieldKind.Activity, "Contacts with mental health services.", "contacts"),
        Number("care_weeks", FieldKind.Activity, "Weeks of social care; two services side by side count twice.", "weeks"),
        Money("last_year_cost", "Cost of all care in the year before; missing where the person was not registered in it or the run does not have it. To choose people by it and report on this year leaves less to chance than to choose and report on one year."),
        Number("last_year_emergency_admissions", FieldKind.Activity, "Admissions to hospital that were emergencies, in the year before; missing as its cost is, and where no admitted care is loaded.", "admissions"),
    ];

    /// <summary>The fields of every run; a job with lists of its own has more.</summary>
    public static KnownFields Shipped { get; } = new(All);

    /// <summary>Null when no field has the name; case does not matter.</summary>
    public static PersonYearField? Find(string name) => Shipped.Find(name);

    public static IReadOnlyList<string> Names => Shipped.Names;

    /// <summary>The field of a condition: false when nothing of it was recorded.</summary>
    public static PersonYearField Has(Condition condition) =>
        new(condition.Name, $"has_{condition.Name}", FieldType.Flag, FieldKind.Need, $"{condition.Title}: recorded by the end of the year.", "");

    /// <summary>A grouping's score, its number of conditions, and whether something is missing that it looks at.</summary>
    private static IEnumerable<PersonYearField> Of(Grouping grouping)
    {
        if (grouping.Score.Length > 0) { yield return Number(grouping.Name, FieldKind.Need, $"{grouping.Score}{Limits(grouping)}.", "points"); }
        if (grouping.Name == Groupings.Frailty)
        {
            yield return Text("hfrs_band", FieldKind.Need, "Frailty by that score: low below 5, intermediate to 15, high above; missing with it.") with { OneOf = Groupings.FrailtyBands };
        }
        if (grouping.Count.Length > 0)
        {
            yield return Number(grouping.Count, FieldKind.Need, grouping.Name == Groupings.Default ? "How many of the long-term conditions the person has." : $"How many conditions of this grouping the person has: {grouping.Title}; missing where no code that it knows is loaded.", "conditions");
        }
        foreach (var condition in grouping.Flags) { yield return Has(condition) with { Meaning = $"{condition.Title}: recorded by the end of the year; missing where no code that tells it is loaded." }; }
        yield return Flag(grouping.Partial, FieldKind.Need, $"Something that this grouping looks at was not loaded, so it may miss conditions: {grouping.Title}.");
    }

    private static string Limits(Grouping grouping) => grouping.Name == Groupings.Frailty
        ? $", of people aged {Groupings.FrailtyAge} and over who were in hospital in two years; missing for others"
        : "; missing where no code that it knows is loaded";

    private static PersonYearField Cost(Setting setting) => Money($"cost_{setting.Name}", $"Cost in the year, setting: {setting.Title}.");

    private static PersonYearField Money(string name, string meaning) => new(name, name, FieldType.Money, FieldKind.Activity, meaning, "pounds");

    private static PersonYearField Number(string name, FieldKind kind, string meaning, string unit) => new(name, name, FieldType.Number, kind, meaning, unit);

    private static PersonYearField Text(string name, FieldKind kind, string meaning) => new(name, name, FieldType.Text, kind, meaning, "");

    private static PersonYearField Flag(string name, FieldKind kind, string meaning) => new(name, name, FieldType.Flag, kind, meaning, "");
}
