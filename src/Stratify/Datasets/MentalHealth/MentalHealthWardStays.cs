namespace Stratify.Datasets.MentalHealth;

/// <summary>Stays on the wards of specialist mental health services: priced by the night and the type of ward.</summary>
public static class MentalHealthWardStays
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "mental_health_ward_stays",
        Title = "Mental health ward stays",
        Sector = "mental_health",
        Role = DatasetRole.Activity,
        Row = "one stay on a ward, in the shape of the Mental Health Services Data Set (MHS502, with the person of its referral); a spell whose wards are not told is one stay",
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHSNumber", "The person's NHS number.") { InHeader = true },
            SharedColumns.TracedFrom("NHSNumberStatus"),
            new("source_id", ColumnKind.Text, "UniqWardStayID", "Key of the stay.") { Required = true },
            new("spell", ColumnKind.Text, "UniqHospProvSpellID", "Key of the spell: its stays share no night.") { Also = ["UniqHospProvSpellNum"] },
            new("family_name", ColumnKind.Name, "FamilyName", "Family name."),
            new("given_name", ColumnKind.Name, "GivenName", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "PersonBirthDate", "Date of birth."),
            SharedColumns.GenderFrom("Gender", "GenderIDCode"),
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode."),
            new("provider", ColumnKind.Code, "OrgIDProv", "ODS code of the provider."),
            new("start_date", ColumnKind.Date, "StartDateWardStay", "First day on the ward.") { Required = true },
            new("end_date", ColumnKind.Date, "EndDateWardStay", "Day of leaving the ward; blank while the stay goes on."),
            new("ward_type", ColumnKind.Code, "MHAdmittedPatientClass", "Type of bed: 200 to 213 for adults, 300 to 311 for children and young people; older codes have the average price.") { Also = ["HospitalBedTypeMH"] },
            SharedColumns.CommissionerFrom("OrgIDComm"),
            new("cost", ColumnKind.Money, "Cost", "Cost in pounds of the whole stay where the sender carries one."),
        ],
    };
}
