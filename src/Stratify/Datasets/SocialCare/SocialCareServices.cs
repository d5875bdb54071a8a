namespace Stratify.Datasets.SocialCare;

/// <summary>Services of adult social care. Their cost is unit cost × units × weeks inside the period; a missing cost is not zero.</summary>
public static class SocialCareServices
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "social_care_services",
        Title = "Adult social care services",
        Sector = "social_care",
        Role = DatasetRole.Activity,
        Row = "one service of one person, in the shape of adult social care Client Level Data; whole submissions are client_level_data",
        // Headers: the Department's published checks of Client Level Data; frequencies and event types: its cost rule. Names are ours.
        Grain = ["authority", "person_reference", "source_id", "start_date"],
        LocalKeys = ["authority", "person_reference"],
        Pounds = "unit_cost",
        // A submission covers twelve months and holds what went before again; to join several repeats services whose start was reset (DHSC on Client Level Data).
        Delivery = DeliveryKind.Replace,
        DateFormats = ["dd/MM/yyyy", "yyyy-MM-dd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number; missing for some.") { InHeader = true },
            new("authority", ColumnKind.Code, "LA Code", "Code of the council.") { Required = true },
            new("person_reference", ColumnKind.Text, "LA Person Unique Identifier", "The council's own key of the person; unique within the council only."),
            new("source_id", ColumnKind.Text, "Event Reference", "The council's reference of the service.") { Required = true },
            new("family_name", ColumnKind.Name, "Client Surname", "Family name; not part of the national set, sent locally where linkage needs it."),
            new("given_name", ColumnKind.Name, "Client Forename", "First given name; as the family name."),
            new("birth_date", ColumnKind.BirthDate, "Date of Birth", "Date of birth."),
            new("gender", ColumnKind.Code, "Gender", "What the person considers themselves to be; only male and female are compared, to tell people without a number apart."),
            new("ethnic_group", ColumnKind.Code, "Ethnicity", "Ethnic group as the defined list has it in words, such as White: Irish; says in which groups records find their person."),
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode."),
            new("address", ColumnKind.Address, "Address Line 1", "House and street; not part of the national set, sent locally where linkage needs it."),
            new("uprn", ColumnKind.Address, "UPRN", "Unique property reference number, which councils keep of every address; as the address."),
            new("practice", ColumnKind.Code, "GP Practice Code", "ODS code of the person's practice.") { Unknown = ["V81997", "V81998", "V81999"] },
            new("service_type", ColumnKind.Text, "Service Type", "Long term support: nursing care, residential care, community; short term support; unpaid carer support."),
            new("service_component", ColumnKind.Text, "Service Component", "What is provided, such as home support, day support, equipment."),
            new("start_date", ColumnKind.Date, "Event Start Date", "First day of the service.") { Required = true },
            new("end_date", ColumnKind.Date, "Event End Date", "Last day; blank while the service goes on."),
            new("unit_cost", ColumnKind.Money, "Unit Cost", "Planned gross cost of one unit in pounds; a negative amount counts as positive, with a flag."),
            new("client_contribution", ColumnKind.Money, "Client Contribution", "What the person pays of the unit cost, in pounds; not part of the national set, sent locally where it is known.") { IsByArrangement = true },
            new("frequency", ColumnKind.Code, "Cost Frequency (Unit Type)", "What the unit is.")
            {
                OneOf = ["PER SESSION", "HOURLY", "DAILY", "WEEKLY", "FORTNIGHTLY", "4-WEEKLY", "MONTHLY", "QUARTERLY", "ANNUALLY", "ONE-OFF", "NO CHARGE TO CLIENT"],
            },
            new("units_per_week", ColumnKind.Quantity, "Planned units per week", "Units a week, for units more frequent than weekly."),
            new("event_type", ColumnKind.Code, "Event Type", "Service, where it is left out; requests, assessments and reviews are counted and cost nothing.") { OneOf = ["REQUEST", "ASSESSMENT", "SERVICE", "REVIEW"] },
        ],
    };
}
