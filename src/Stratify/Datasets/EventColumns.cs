using Stratify.Model;

namespace Stratify.Datasets;

/// <summary>The one shape that every dataset's activity takes. A dataset's script gives the columns that it knows; the others are null.</summary>
public static class EventColumns
{
    public static IReadOnlyList<(string Name, string Type, string Meaning)> All { get; } =
    [
        ("dataset", Catalogue.NameType, "The dataset that sent it."),
        ("source_id", "varchar", "The sender and its key of the event: two senders may use the same keys."),
        ("row_id", "bigint", "The landed row."),
        ("setting", TextList.Of(Setting.Names), "One of the settings in which money is counted."),
        ("activity", TextList.Of(Activities), "What was done."),
        ("counted_on", "date", "The day that puts it into a year; null while it is unfinished."),
        ("start_date", "date", "First day."),
        ("end_date", "date", "Last day; null while it goes on."),
        ("costed", "boolean", "False for what was booked and did not happen: kept as activity, without cost."),
        ("provider", "varchar", "Who did it."),
        ("carried_pence", "bigint", "Cost that the sender carries; null where the price book is to be used."),
        ("unit", TextList.Of(Units), "What quantity counts."),
        ("quantity", "bigint", "How many units."),
        ("price_key", "varchar", "Keys of the price that fits best, three parts with bars between."),
        ("second_key", "varchar", "Keys of the next best price."),
        ("average_key", "varchar", "Keys of the average that stands in when neither is in the book."),
        ("by_days", "boolean", "True when each day inside a year is counted in that year."),
        ("rate_pence", "bigint", "Cost of a unit that is paid again and again."),
        ("rate_numerator", "bigint", "Units a week, over rate_denominator."),
        ("rate_denominator", "bigint", "See rate_numerator."),
        ("client_rate_pence", "bigint", "Social care: what the person pays of a unit; null where that is not told."),
        ("commissioner", "varchar", "Code of the organisation that commissioned it; null where the sender does not say."),
        ("spell_number", "varchar", "Admitted care: the provider's number of the spell."),
        ("admitted_on", "date", "Admitted care: first day of the spell, as the episode says it."),
        ("discharged_on", "date", "Admitted care: last day of the spell, on its last episode."),
        ("episode_order", "bigint", "Admitted care: place of the episode in its spell."),
        ("goes_on", "boolean", "Admitted care: the episode did not end in a discharge, as far as it says."),
        ("method", "varchar", "Admitted care: admission method."),
        ("patient_class", "varchar", "Admitted care: patient classification."),
        ("hrg", "varchar", "Admitted care: healthcare resource group."),
        ("specialty", "varchar", "Admitted care: main specialty, else treatment function."),
        ("kind", TextList.Of(Kinds), "What sort of it, where measures of joined-up care ask and the sender tells: whom one saw, first or follow-up, the type of department, care for good or reablement."),
        ("team", "varchar", "Community and mental health care: the type of the team; null where it is not told."),
    ];

    /// <summary>What can have been done: a dataset's script says one of these of each event.</summary>
    private static IReadOnlyList<string> Activities =>
    [
        "ae_attendance", "ambulance_incident", "birth", "care_assessment", "care_request", "care_review", "care_service", "community_contact",
        "continuing_care_package", "critical_care", "day_case", "dispensed_item", "elective_admission", "emergency_admission", "gp_appointment",
        "maternity_admission", "mental_health_contact", "mental_health_ward_stay", "other_admission", "outpatient_appointment", "regular_attendance", "talking_therapies_contact",
    ];

    private static IReadOnlyList<string> Kinds => ["care_home", "first", "follow_up", "gp", "other_role", "other_type", "procedure", "reablement", "type_1"];

    private static IReadOnlyList<string> Units => ["attendance", "contact", "day", "incident", "item", "minute", "spell"];

    /// <summary>The union of the scripts' tables, each column present and typed.</summary>
    public static string Union(IEnumerable<string> scripts)
    {
        var empty = string.Join(",\n    ", All.Select(column => $"null::{column.Type} as {column.Name}"));
        // A script's own texts are of no list, so a column of one is a text again until the end.
        var typed = string.Join(",\n    ", All.Select(column => $"cast({column.Name} as {column.Type}) as {column.Name}"));
        return string.Concat(scripts.Select(sql => $"\nunion all by name\nselect * from (\n{sql})"))
            .Insert(0, $"select\n    {typed}\nfrom (\nselect\n    {empty}\nwhere false") + "\n)";
    }
}
