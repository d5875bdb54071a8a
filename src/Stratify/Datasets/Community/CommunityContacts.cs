namespace Stratify.Datasets.Community;

/// <summary>Care contacts of community health services. The contact is counted and priced, never its activities.</summary>
public static class CommunityContacts
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "community_contacts",
        Title = "Community care contacts",
        Sector = "community",
        Role = DatasetRole.Activity,
        Row = "one care contact, in the shape of the Community Services Data Set (CSDS CYP201, with the person and team of its referral)",
        // Headers as in Csds; CURRENCY CODE and COST are ours, as no table of the data set has them.
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS NUMBER", "The person's NHS number.") { InHeader = true, Also = ["NHSNumber"] },
            SharedColumns.TracedFrom("NHS NUMBER STATUS INDICATOR CODE"),
            new("source_id", ColumnKind.Text, "UNIQUE CARE CONTACT IDENTIFIER", "Key of the contact.") { Required = true, Also = ["Unique_CareContactID"] },
            new("family_name", ColumnKind.Name, "PERSON FAMILY NAME", "Family name."),
            new("given_name", ColumnKind.Name, "PERSON GIVEN NAME", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "PERSON BIRTH DATE", "Date of birth.") { Also = ["DateOfBirth"] },
            SharedColumns.GenderFrom("PERSON STATED GENDER CODE", "Gender"),
            new("postcode", ColumnKind.Postcode, "POSTCODE OF USUAL ADDRESS", "Postcode.") { Also = ["Postcode"] },
            SharedColumns.PracticeFrom("GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)", "GENERAL MEDICAL PRACTICE (PATIENT REGISTRATION)", "OrgID_GP"),
            new("provider", ColumnKind.Code, "ORGANISATION IDENTIFIER (CODE OF PROVIDER)", "ODS code of the provider.") { Also = ["ORGANISATION CODE (PROVIDER)", "OrgID_Provider"] },
            new("contact_date", ColumnKind.Date, "CARE CONTACT DATE", "Date of the contact.") { Required = true, Also = ["Contact_Date"] },
            new("attended", ColumnKind.Code, "ATTENDANCE STATUS", "5 and 6 attended; 2, 3, 4 and 7 not.") { Also = ["AttendanceStatus", "ATTENDED OR DID NOT ATTEND CODE", "AttendOrNot"], OneOf = ["2", "3", "4", "5", "6", "7"] },
            new("medium", ColumnKind.Code, "CONSULTATION MECHANISM (COMMUNITY CARE)", "01 face to face, 02 telephone, others remote.") { Also = ["CONSULTATION MEDIUM USED", "ConsMechanism"] },
            new("location", ColumnKind.Code, "ACTIVITY LOCATION TYPE CODE", "A01 home, G01 and G02 care home, and others.") { Also = ["Activity_LocationType"] },
            new("team", ColumnKind.Code, "SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE)", "Type of the team.") { Also = ["TeamType"] },
            new("currency", ColumnKind.Code, "CURRENCY CODE", "National Cost Collection currency of the contact, such as N02AF, where the sender derives it."),
            new("minutes", ColumnKind.Integer, "CLINICAL CONTACT DURATION OF CARE CONTACT", "Minutes of clinical contact.") { Also = ["CareContact_Duration"] },
            SharedColumns.CommissionerFrom("ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)"),
            new("cost", ColumnKind.Money, "COST", "Cost in pounds where the sender carries one."),
        ],
    };
}
