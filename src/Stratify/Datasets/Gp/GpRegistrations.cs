namespace Stratify.Datasets.Gp;

/// <summary>The register: one row per person and span of registration with a practice. Everyone in it has a person-year.</summary>
public static class GpRegistrations
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "gp_registrations",
        Title = "GP registrations",
        Sector = "gp",
        Role = DatasetRole.Register,
        Row = "one span of registration of one person with one practice, in the shape of a GP system's demographics extract",
        // Practices' list downloads carry five lines of address (list reconciliation of Primary Care Support England), and a supplier matches property
        // numbers to them (OpenSAFELY on TPP); the headers of both are our own words.
        Grain = ["practice", "patient_id", "start_date"],
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number; may be missing for new arrivals.") { InHeader = true },
            new("patient_id", ColumnKind.Text, "Patient Identifier", "The supplier's key of the patient; not stable across practices.") { Required = true },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth.") { Required = true, Also = ["Date of Birth"] },
            new("sex", ColumnKind.Code, "Sex", "1 male, 2 female, 9 not specified.") { OneOf = ["1", "2", "9"], Unknown = ["0", "X"] },
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode of usual residence."),
            new("address", ColumnKind.Address, "Address Line 1", "House and street, where linkage by probability may compare them."),
            new("uprn", ColumnKind.Address, "UPRN", "Unique property reference number of the address, as matched by the sender."),
            new("practice", ColumnKind.Code, "GP Practice Code", "ODS code of the practice.") { Required = true, Unknown = ["V81997", "V81998", "V81999"] },
            new("neighbourhood", ColumnKind.Text, "Neighbourhood", "Primary care network or neighbourhood team of the practice."),
            new("area", ColumnKind.Code, "LSOA", "Lower layer super output area of residence.") { Also = ["LSOA11", "LSOA 2011"], Unknown = ["Z99999999"] },
            new("deprivation_decile", ColumnKind.Integer, "IMD Decile", "Index of Multiple Deprivation decile of the area, 1 most deprived."),
            new("ethnic_group", ColumnKind.Code, "Ethnic Category", "NHS ethnic category, A to S.") { Unknown = ["Z", "X", "99"] },
            new("start_date", ColumnKind.Date, "Registration Start Date", "First day of the registration; blank counts as before the period."),
            new("end_date", ColumnKind.Date, "Registration End Date", "Last day of the registration; blank or 9999-12-31 while it lasts."),
            new("death_date", ColumnKind.Date, "DateofDeath", "Date of death, where known to the practice.") { Also = ["Date of Death"] },
        ],
    };
}
