namespace Stratify.Datasets.MentalHealth;

/// <summary>Care contacts of NHS Talking Therapies for anxiety and depression.</summary>
public static class TalkingTherapies
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "talking_therapies",
        Title = "Talking therapies contacts",
        Sector = "mental_health",
        Role = DatasetRole.Activity,
        Row = "one care contact, in the shape of the Improving Access to Psychological Therapies data set (IDS201, with the person of its referral)",
        // Headers: NHS Digital's own extracts and validation of the data set, versions 2.0 and 2.1 (IDS001, IDS201), the latter with ConsMechanism; names and cost are ours.
        // What the codes of AppType mean: the groups of the National Cost Collection 2024/25, which prices them, and from memory beyond those.
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHSNumber", "The person's NHS number.") { InHeader = true },
            SharedColumns.TracedFrom("NHSNumberStatus"),
            new("source_id", ColumnKind.Text, "CareContactId", "Key of the contact.") { Required = true, Also = ["Unique_CareContactID"] },
            new("family_name", ColumnKind.Name, "FamilyName", "Family name; not part of the national set, sent locally where linkage needs it."),
            new("given_name", ColumnKind.Name, "GivenName", "First given name; as the family name."),
            new("birth_date", ColumnKind.BirthDate, "PersonBirthDate", "Date of birth."),
            SharedColumns.GenderFrom("Gender", "GenderIDCode"),
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode."),
            new("provider", ColumnKind.Code, "OrgIDProv", "ODS code of the provider.") { Also = ["OrgID_Provider"] },
            new("contact_date", ColumnKind.Date, "CareContDate", "Date of the contact.") { Required = true },
            new("attended", ColumnKind.Code, "AttendOrDNACode", "5 and 6 attended; 2, 3, 4 and 7 not.") { Also = ["AttendStatus"], OneOf = ["2", "3", "4", "5", "6", "7"] },
            new("medium", ColumnKind.Code, "ConsMediumUsed", "01 face to face, 02 telephone, others remote.") { Also = ["ConsMechanism"] },
            new("appointment_type", ColumnKind.Code, "AppType", "01 assessment, 02 treatment, 03 both, 04 review, 05 review and treatment, 06 follow-up after the end of treatment, 10 employment support, 98 other.") { Unknown = ["99"] },
            new("minutes", ColumnKind.Integer, "ClinContDurOfCareCont", "Minutes of clinical contact."),
            new("cost", ColumnKind.Money, "Cost", "Cost in pounds where the sender carries one."),
        ],
    };
}
