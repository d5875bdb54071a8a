namespace Stratify.Datasets.Community;

/// <summary>The Community Services Data Set as its tables. Headers are those of its technical output specification, v1.6 first; the older ones of v1.0 to v1.5 are known too, those of a warehouse that holds both versions (dbt-ncl-analytics, raw layer), and the short ones of the submission file (NHS Digital's own validation of v1.6).</summary>
public static class Csds
{
    private static readonly string[] Attended = ["2", "3", "4", "5", "6", "7"];

    private static readonly RelatedColumns Columns = new("csds", "community",
    [
        new("provider", ColumnKind.Code, "ORGANISATION IDENTIFIER (CODE OF PROVIDER)", "ODS code of the provider.") { Also = ["ORGANISATION CODE (PROVIDER)", "OrgID_Provider"] },
        new("submission", ColumnKind.Text, "UNIQUE SUBMISSION ID", "The submission that the row came with.") { Also = ["UniqueSubmissionID"] },
        new("month_id", ColumnKind.Integer, "UNIQUE MONTH ID", "The month that was submitted.") { Also = ["Unique_MonthID"] },
        new("period_end", ColumnKind.Date, "REPORTING PERIOD END DATE", "Last day of that month.") { Also = ["RP_EndDate"] },
        new("file_type", ColumnKind.Code, "FILE TYPE", "Primary or refresh: a refresh stands in place of the primary."),
        new("received", ColumnKind.Date, "EFFECTIVE FROM", "When the submission was received."),
    ]);

    private static Column Request => new("request", ColumnKind.Text, "UNIQUE SERVICE REQUEST IDENTIFIER", "Key of the referral.")
    {
        InHeader = true,
        Also = ["SERVICE REQUEST IDENTIFIER", "Unique_ServiceRequestID", "ServiceRequestID"],
    };

    private static Column Contact => new("contact", ColumnKind.Text, "UNIQUE CARE CONTACT IDENTIFIER", "Key of the contact; unique within its referral only.")
    {
        Required = true,
        Also = ["CARE CONTACT IDENTIFIER", "Unique_CareContactID", "CareContactID"],
    };

    private static Column Patient => new("patient", ColumnKind.Text, "LOCAL PATIENT IDENTIFIER (EXTENDED)", "The provider's key of the person.") { Also = ["LOCAL PATIENT IDENTIFIER", "LocalPatientID"] };

    private static Column Person => new("person", ColumnKind.Text, "PERSON ID", "The national key of the person, in national outputs.");

    private static Column Team => new("team_key", ColumnKind.Text, "UNIQUE CARE PROFESSIONAL TEAM LOCAL IDENTIFIER", "Key of the team.") { Also = ["CARE PROFESSIONAL TEAM LOCAL IDENTIFIER", "Unique_TeamID_Local", "TeamID_Local"] };

    public static RelatedSet Set { get; } = new()
    {
        Name = "csds",
        Title = "Community Services Data Set",
        Contacts = CommunityContacts.Dataset,
        Tables =
        [
            Columns.Table("CYP001", RelatedPart.Person, ("CSDS master patient index", "one person of a submission (CSDS CYP001)"), ["patient", "person"],
            [
                new("nhs_number", ColumnKind.NhsNumber, "NHS NUMBER", "The person's NHS number.") { InHeader = true, Also = ["NHSNumber"] },
                SharedColumns.TracedFrom("NHS NUMBER STATUS INDICATOR CODE"),
                Patient, Person,
                new("family_name", ColumnKind.Name, "PERSON FAMILY NAME", "Family name; not part of the national set, sent locally where linkage needs it."),
                new("given_name", ColumnKind.Name, "PERSON GIVEN NAME", "First given name; as the family name."),
                new("birth_date", ColumnKind.BirthDate, "PERSON BIRTH DATE", "Date of birth.") { Also = ["DateOfBirth"] },
                SharedColumns.GenderFrom("PERSON STATED GENDER CODE", "Gender"),
                new("postcode", ColumnKind.Postcode, "POSTCODE OF USUAL ADDRESS", "Postcode.") { Also = ["Postcode"] },
            ], needed: true),
            Columns.Table("CYP002", RelatedPart.Registration, ("CSDS registrations with a practice", "one registration of a person with a practice, as the provider knows it (CSDS CYP002)"), ["patient", "person", "practice", "start_date"],
            [
                Patient, Person,
                new("practice", ColumnKind.Code, "GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)", "ODS code of the practice.") { InHeader = true, Also = ["GENERAL MEDICAL PRACTICE (PATIENT REGISTRATION)", "OrgID_GP"], Unknown = ["V81997", "V81998", "V81999"] },
                new("start_date", ColumnKind.Date, "START DATE (GMP PATIENT REGISTRATION)", "First day of the registration.") { Also = ["GPRegistration_StartDate"] },
                new("end_date", ColumnKind.Date, "END DATE (GMP PATIENT REGISTRATION)", "Last day; blank while it lasts.") { Also = ["GPRegistration_EndDate"] },
            ]),
            Columns.Table("CYP101", RelatedPart.Referral, ("CSDS referrals", "one referral of a submission (CSDS CYP101)"), ["request"],
            [
                Request with { InHeader = false, Required = true },
                Patient, Person,
                new("requested_on", ColumnKind.Date, "REFERRAL REQUEST RECEIVED DATE", "When the referral was received.") { Also = ["ReferralRequest_ReceivedDate"] },
                new("discharged_on", ColumnKind.Date, "SERVICE DISCHARGE DATE", "When it ended; blank while it is open.") { Also = ["Discharge_Date"] },
            ], needed: true),
            Columns.Table("CYP102", RelatedPart.Service, ("CSDS services referred to", "one service or team that a referral is to (CSDS CYP102)"), ["request", "team_key", "team"],
            [
                Request, Team,
                new("team", ColumnKind.Code, "SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE)", "Type of the team.") { InHeader = true, Also = ["TeamType"] },
            ]),
            Columns.Table("CYP201", RelatedPart.Contact, ("CSDS care contacts", "one care contact of a submission (CSDS CYP201)"), ["request", "contact"],
            [
                Request, Contact, Person, Team,
                new("contact_date", ColumnKind.Date, "CARE CONTACT DATE", "Date of the contact.") { Required = true, Also = ["Contact_Date"] },
                new("attended", ColumnKind.Code, "ATTENDANCE STATUS", "5 and 6 attended; 2, 3, 4 and 7 not.") { Also = ["AttendanceStatus", "ATTENDED OR DID NOT ATTEND CODE", "AttendOrNot"], OneOf = Attended },
                new("medium", ColumnKind.Code, "CONSULTATION MECHANISM (COMMUNITY CARE)", "01 face to face, 02 telephone, others remote.") { Also = ["CONSULTATION MEDIUM USED", "ConsMechanism"] },
                new("location", ColumnKind.Code, "ACTIVITY LOCATION TYPE CODE", "A01 home, G01 and G02 care home, and others.") { Also = ["Activity_LocationType"] },
                new("currency", ColumnKind.Code, "CURRENCY CODE", "National Cost Collection currency of the contact, where the sender derives it."),
                SharedColumns.CommissionerFrom("ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)"),
                new("minutes", ColumnKind.Integer, "CLINICAL CONTACT DURATION OF CARE CONTACT", "Minutes of clinical contact.") { Also = ["CareContact_Duration"] },
                new("cost", ColumnKind.Money, "COST", "Cost in pounds where the sender carries one."),
            ], needed: true),
            Columns.Table("CYP202", RelatedPart.Activity, ("CSDS care activities", "one activity of a contact, which is never counted beside it (CSDS CYP202)"), ["activity"],
            [
                new("activity", ColumnKind.Text, "UNIQUE CARE ACTIVITY IDENTIFIER", "Key of the activity.") { Required = true, Also = ["CARE ACTIVITY IDENTIFIER", "Unique_CareActivityID", "CareActivityID"] },
                Contact with { Required = false, InHeader = true },
                Person,
                new("activity_type", ColumnKind.Code, "COMMUNITY CARE ACTIVITY TYPE CODE", "What was done.") { Also = ["COMMUNITY CARE ACTIVITY TYPE", "Activity_Type"] },
            ]),
            Columns.Table("ActiveSubmission", RelatedPart.Submission, ("CSDS active submissions", "one submission that counts, where the sender lists them; without a list they are worked out"), [], []),
        ],
    };
}
