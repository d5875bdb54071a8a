namespace Stratify.Datasets.MentalHealth;

/// <summary>Care contacts of specialist mental health services.</summary>
public static class MentalHealthContacts
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "mental_health_contacts",
        Title = "Mental health care contacts",
        Sector = "mental_health",
        Role = DatasetRole.Activity,
        Row = "one care contact, in the shape of the Mental Health Services Data Set (MHS201, with the person and team of its referral)",
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHSNumber", "The person's NHS number.") { InHeader = true },
            SharedColumns.TracedFrom("NHSNumberStatus"),
            new("source_id", ColumnKind.Text, "UniqCareContID", "Key of the contact.") { Required = true },
            new("family_name", ColumnKind.Name, "FamilyName", "Family name."),
            new("given_name", ColumnKind.Name, "GivenName", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "PersonBirthDate", "Date of birth."),
            SharedColumns.GenderFrom("Gender", "GenderIDCode"),
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode."),
            new("provider", ColumnKind.Code, "OrgIDProv", "ODS code of the provider."),
            new("contact_date", ColumnKind.Date, "CareContDate", "Date of the contact.") { Required = true },
            new("attended", ColumnKind.Code, "AttendStatus", "5 and 6 attended; 2, 3, 4 and 7 not.") { Also = ["AttendOrDNACode"], OneOf = ["2", "3", "4", "5", "6", "7"] },
            new("medium", ColumnKind.Code, "ConsMechanismMH", "01 face to face, 02 telephone, others remote.") { Also = ["ConsMediumUsed"] },
            new("team", ColumnKind.Code, "ServTeamTypeRefToMH", "Type of the team, A01 to Z02."),
            new("minutes", ColumnKind.Integer, "ClinContDurOfCareCont", "Minutes of clinical contact."),
            SharedColumns.CommissionerFrom("OrgIDComm"),
            new("cost", ColumnKind.Money, "Cost", "Cost in pounds where the sender carries one."),
        ],
    };
}
