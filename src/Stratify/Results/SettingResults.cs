namespace Stratify.Results;

/// <summary>The published tables of everybody's cost by setting, and by what is parted further.</summary>
internal static class SettingResults
{
    private const string Bands = "case when conditions_band = '5 or more' then 5 else cast(conditions_band as integer) end";

    internal static ResultDefinition Settings { get; } = new("cost_by_setting", "Cost by setting", $"""
        select measure.*, measure.pence / 100 / measure.people as mean_cost_per_person from measure_setting as measure order by year, {ResultCatalogue.Order("measure.setting")}
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Count("users", "People with at least one contact."),
            ColumnRule.CountOf("contacts", "users", "Contacts, attendances, spells or services that took place."),
            ColumnRule.Total("cost", ("pence", "users"), "Cost of the setting."),
            ColumnRule.Mean("mean_cost_per_user", ("pence", "users"), "Cost a user."),
            ColumnRule.PerHead("mean_cost_per_person", ("pence", "users", "people"), "Cost a person registered, users or not."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("users", "year") { Overlap = true }] };

    internal static ResultDefinition Payers { get; } = new("payer_by_setting", "Who pays", $"select * from measure_payer order by year, payer, {ResultCatalogue.Order("setting")}",
        [
            ResultCatalogue.Year, ColumnRule.Label("payer", "icb, local_authority, nhs_england or client: whom the commissioner or the job says, else the setting's own; what a person pays of social care is the client's."), ColumnRule.Label("setting", "Setting of care."),
            ColumnRule.Count("people", "People for whom it paid."), ColumnRule.Total("cost", ("pence", "people"), "What it paid for, valued at cost."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "year", "setting") { Overlap = true }, new PartsGuard("people", "year") { Overlap = true }], Above = [new Above(Settings, "year", "setting")] };

    internal static ResultDefinition Conditions { get; } = new("cost_by_conditions", "Cost by number of conditions and setting", $"""
        select * from measure_conditions_setting order by year, {Bands}, {ResultCatalogue.Order("setting")}
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("conditions_band", "Number of long-term conditions."), ColumnRule.Label("setting", "Setting of care."),
            ColumnRule.Count("people", "People with that many conditions."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person of the band."),
            ColumnRule.Mean("mean_cost_all", ("all_pence", "people"), "Cost a person of the band in all settings."),
        ])
    {
        Money = ["all_pence"],
        Guards = [new PartsGuard("people", "year", "setting")],
        Above = [new Above(Settings, "year", "setting")],
        Users = new CellGuard([("mean_cost", "users", "pence")], ["year", "conditions_band"], ["year", "setting"]),
    };

    internal static ResultDefinition AgeAndConditions { get; } = new("cost_by_age_and_conditions", "Cost by age and number of conditions", $"""
        select measure.*, age_band.age_from from measure_age_conditions as measure join age_band on age_band.name = measure.age_band
        order by year, age_from, {Bands}
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("age_band", "Age in years at the start of the year."), ColumnRule.Label("conditions_band", "Number of long-term conditions."),
            ColumnRule.Count("people", "People."), ColumnRule.Total("cost", ("pence", "people"), "Their cost."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "year", "conditions_band"), new PartsGuard("people", "year")], Above = [new Above(Conditions, "year", "conditions_band")] };
}
