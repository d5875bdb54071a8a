namespace Stratify.Model;

/// <summary>A kind of care as money is counted: Symphony's eight settings, with prescribing apart.</summary>
/// <param name="Name">As it stands in tables and result columns.</param>
/// <param name="Title">As it stands in reports.</param>
/// <param name="Sector">One of <see cref="Sectors"/>: the organisations whose extract carries it.</param>
/// <param name="Payer">Who pays unless the job or the event says otherwise, one of <see cref="Model.Payer"/>.</param>
public sealed record Setting(string Name, string Title, string Sector, string Payer)
{
    /// <summary>How the cost of its stays and services is put into years unless the job says otherwise, one of <see cref="Windows"/>; null where all its care is of one day.</summary>
    public string? Window { get; init; }

    /// <summary>
    /// Whether the same care has a unit cost that holds in the whole country (National Cost Collection, Unit Costs of Health and Social Care). A
    /// standard cost rests on it before what a sender carries. Medicines have the Drug Tariff's own amounts, and what councils and health payers
    /// buy has none but what they pay.
    /// </summary>
    public bool HasNationalPrice { get; init; }

    /// <summary>The field of a person-year that counts what was done in it, and what one of those is called; null where nothing is counted.</summary>
    public (string Field, string Unit)? Activity { get; init; }

    /// <summary>Whether those who give it are paid by the national payment scheme, whose prices are multiplied by a market forces factor.</summary>
    public bool HasMarketForces => Sector is "acute" or "community" or "mental_health";

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("primary_care", "General practice", "gp", "icb") { HasNationalPrice = true, Activity = ("gp_appointments", "appointments") },
        new("prescribing", "Prescribing", "gp", "icb") { Activity = ("prescriptions", "items") },
        new("inpatient", "Inpatient", "acute", "icb") { Window = Windows.Discharge, HasNationalPrice = true, Activity = ("admissions", "admissions") },
        new("outpatient", "Outpatient", "acute", "icb") { HasNationalPrice = true, Activity = ("outpatient_attendances", "attendances") },
        new("emergency", "Emergency department", "acute", "icb") { HasNationalPrice = true, Activity = ("ae_attendances", "attendances") },
        new("community", "Community", "community", "icb") { HasNationalPrice = true, Activity = ("community_contacts", "contacts") },
        new("mental_health", "Mental health", "mental_health", "icb") { Window = Windows.Days, HasNationalPrice = true, Activity = ("mental_health_contacts", "contacts") },
        new("social_care", "Social care", "social_care", "local_authority") { Window = Windows.Days, Activity = ("care_weeks", "weeks") },
        // Paid by the health payer, yet shown with social care and on its own.
        new("continuing_care", "Continuing care", "social_care", "icb") { Window = Windows.Days },
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(setting => setting.Name)];

    public static IReadOnlyList<string> Sectors { get; } = ["gp", "acute", "community", "mental_health", "social_care"];

    public static Setting Of(string name) => All.Single(setting => setting.Name == name);
}
