namespace Stratify.Datasets.MentalHealth;

/// <summary>The Mental Health Services Data Set as its tables. Headers are those of its technical output specification from v5 on; those up to v4 are known too, as a warehouse that holds all versions has them (dbt-ncl-analytics, raw layer).</summary>
public static class Mhsds
{
    private static readonly string[] Attended = ["2", "3", "4", "5", "6", "7"];

    private static readonly RelatedColumns Columns = new("mhsds", "mental_health",
    [
        new("provider", ColumnKind.Code, "OrgIDProv", "ODS code of the provider.") { Also = ["OrgIDProvider"] },
        new("submission", ColumnKind.Text, "UniqSubmissionID", "The submission that the row came with."),
        new("month_id", ColumnKind.Integer, "UniqMonthID", "The month that was submitted: 1489 is April 2024."),
        new("period_end", ColumnKind.Date, "ReportingPeriodEndDate", "Last day of that month."),
        new("file_type", ColumnKind.Code, "FileType", "Primary or refresh: a refresh stands in place of the primary."),
        new("received", ColumnKind.Date, "EFFECTIVE_FROM", "When the submission was received."),
    ]);

    private static Column Request => new("request", ColumnKind.Text, "UniqServReqID", "Key of the referral.") { InHeader = true, Also = ["ServiceRequestId"] };

    private static Column Contact => new("contact", ColumnKind.Text, "UniqCareContID", "Key of the contact; unique within its referral only.") { Required = true, Also = ["CareContactId"] };

    private static Column Spell => new("spell", ColumnKind.Text, "UniqHospProvSpellID", "Key of the spell.") { InHeader = true, Also = ["UniqHospProvSpellNum", "HospProvSpellID", "HospProvSpellNum"] };

    private static Column Patient => new("patient", ColumnKind.Text, "LocalPatientId", "The provider's key of the person.");

    private static Column Person => new("person", ColumnKind.Text, "Person_ID", "The national key of the person, in national outputs.");

    private static Column Team => new("team_key", ColumnKind.Text, "UniqCareProfTeamID", "Key of the team.") { Also = ["UniqCareProfTeamLocalID", "CareProfTeamLocalId", "UniqOtherCareProfTeamLocalID", "OtherCareProfTeamLocalID"] };

    public static RelatedSet Set { get; } = new()
    {
        Name = "mhsds",
        Title = "Mental Health Services Data Set",
        Contacts = MentalHealthContacts.Dataset,
        Stays = MentalHealthWardStays.Dataset,
        Tables =
        [
            Columns.Table("MHS001", RelatedPart.Person, ("MHSDS master patient index", "one person of a submission (MHSDS MHS001)"), ["patient", "person"],
            [
                new("nhs_number", ColumnKind.NhsNumber, "NHSNumber", "The person's NHS number.") { InHeader = true },
                SharedColumns.TracedFrom("NHSNumberStatus"),
                Patient, Person,
                new("family_name", ColumnKind.Name, "FamilyName", "Family name; not part of the national set, sent locally where linkage needs it."),
                new("given_name", ColumnKind.Name, "GivenName", "First given name; as the family name."),
                new("birth_date", ColumnKind.BirthDate, "PersonBirthDate", "Date of birth."),
                SharedColumns.GenderFrom("Gender", "GenderIDCode"),
                new("postcode", ColumnKind.Postcode, "Postcode", "Postcode."),
            ], needed: true),
            Columns.Table("MHS101", RelatedPart.Referral, ("MHSDS referrals", "one referral of a submission (MHSDS MHS101)"), ["request"],
            [
                Request with { InHeader = false, Required = true },
                Patient, Person, Team,
                new("team", ColumnKind.Code, "ServTeamType", "Type of the team that is first responsible: from v6 on it stands here, and MHS102 names the others."),
                new("requested_on", ColumnKind.Date, "ReferralRequestReceivedDate", "When the referral was received."),
                new("discharged_on", ColumnKind.Date, "ServDischDate", "When it ended; blank while it is open."),
            ], needed: true),
            Columns.Table("MHS102", RelatedPart.Service, ("MHSDS services referred to", "one service or team that a referral is to (MHSDS MHS102)"), ["request", "team_key", "team"],
                [Request, Team, new("team", ColumnKind.Code, "ServTeamTypeRefToMH", "Type of the team, A01 to Z02.") { InHeader = true }]),
            Columns.Table("MHS201", RelatedPart.Contact, ("MHSDS care contacts", "one care contact of a submission (MHSDS MHS201)"), ["request", "contact"],
            [
                Request, Contact, Person, Team,
                new("contact_date", ColumnKind.Date, "CareContDate", "Date of the contact.") { Required = true },
                new("attended", ColumnKind.Code, "AttendStatus", "5 and 6 attended; 2, 3, 4 and 7 not.") { Also = ["AttendOrDNACode"], OneOf = Attended },
                new("medium", ColumnKind.Code, "ConsMechanismMH", "01 face to face, 02 telephone, others remote.") { Also = ["ConsMediumUsed"] },
                new("minutes", ColumnKind.Integer, "ClinContDurOfCareCont", "Minutes of clinical contact."),
                SharedColumns.CommissionerFrom("OrgIDComm"),
                new("cost", ColumnKind.Money, "Cost", "Cost in pounds where the sender carries one."),
            ]),
            Columns.Table("MHS202", RelatedPart.Activity, ("MHSDS care activities", "one activity of a contact, which is never counted beside it (MHSDS MHS202)"), ["activity"],
            [
                new("activity", ColumnKind.Text, "UniqCareActID", "Key of the activity.") { Required = true, Also = ["CareActId"] },
                Contact with { Required = false, InHeader = true },
                Person,
            ]),
            Columns.Table("MHS501", RelatedPart.Spell, ("MHSDS hospital provider spells", "one stay in hospital; counted itself only where no ward stay tells of it (MHSDS MHS501)"), ["spell"],
            [
                Spell with { InHeader = false, Required = true }, Request, Person,
                new("start_date", ColumnKind.Date, "StartDateHospProvSpell", "Day of admission.") { Required = true },
                new("end_date", ColumnKind.Date, "DischDateHospProvSpell", "Day of discharge; blank while the spell goes on."),
            ]),
            Columns.Table("MHS502", RelatedPart.WardStay, ("MHSDS ward stays", "one stay on a ward (MHSDS MHS502)"), ["stay"],
            [
                new("stay", ColumnKind.Text, "UniqWardStayID", "Key of the stay.") { Required = true, Also = ["WardStayId"] },
                Spell, Person,
                new("start_date", ColumnKind.Date, "StartDateWardStay", "First day on the ward.") { Required = true },
                new("end_date", ColumnKind.Date, "EndDateWardStay", "Day of leaving the ward; blank while the stay goes on."),
                new("ward_type", ColumnKind.Code, "MHAdmittedPatientClass", "Type of bed, 200 to 311.") { Also = ["HospitalBedTypeMH"] },
                SharedColumns.CommissionerFrom("OrgIDComm"),
                new("cost", ColumnKind.Money, "Cost", "Cost in pounds of the whole stay where the sender carries one."),
            ]),
            Columns.Table("ActiveSubmission", RelatedPart.Submission, ("MHSDS active submissions", "one submission that counts, where the sender lists them; without a list they are worked out"), [], []),
        ],
    };
}
