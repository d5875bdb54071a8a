namespace Stratify.Datasets.SocialCare;

/// <summary>Adult social care Client Level Data as councils submit it, release 1 or 2: requests, assessments, services and reviews in one file, a quarter after a quarter.</summary>
public static class ClientLevelData
{
    private static Dataset Events { get; } = new()
    {
        Name = "client_level_data",
        Title = "Adult social care Client Level Data",
        Sector = "social_care",
        Role = DatasetRole.Related,
        Row = "one request, assessment, service or review, as a council submits it; the latest submission that covers a row tells it, and it counts as social_care_services",
        // References are not to be trusted as keys, so only a row that is the same in all that tells services apart is a repeat.
        Grain =
        [
            "extract", "authority", "period_end", "person_reference", "nhs_number", "event_type", "source_id", "start_date", "end_date", "client_type",
            "service_type", "service_component", "delivery", "unit_cost", "frequency", "units_per_week",
        ],
        PersonKeys = ["authority", "person_reference"],
        Pounds = "unit_cost",
        DateFormats = ["dd/MM/yyyy", "yyyy-MM-dd"],
        Columns =
        [
            .. SocialCareServices.Dataset.Columns.Where(column => column.Name is not ("source_id" or "units_per_week" or "event_type" or "frequency" or "person_reference")),
            SocialCareServices.Dataset.Column("person_reference") with { InHeader = true },
            SocialCareServices.Dataset.Column("source_id") with { Required = false },
            SocialCareServices.Dataset.Column("frequency") with { InHeader = true },
            SocialCareServices.Dataset.Column("units_per_week") with { Unknown = ["one-off"] },
            SocialCareServices.Dataset.Column("event_type") with { Required = true },
            new("period_start", ColumnKind.Date, "Reporting Period Start Date", "First day that the submission covers."),
            new("period_end", ColumnKind.Date, "Reporting Period End Date", "Last day that the submission covers."),
            new("client_type", ColumnKind.Code, "Client Type", "Service user, carer, or carer known by association."),
            new("delivery", ColumnKind.Code, "Delivery Mechanism", "Direct payment, managed personal budget, commissioned support."),
        ],
    };

    public static RelatedSet Set { get; } = new()
    {
        Name = Events.Name,
        Title = Events.Title,
        Care = SocialCareServices.Dataset,
        Tables = [new RelatedTable("CLD", RelatedPart.CareEvent, Events, Needed: true)],
    };
}
