namespace Stratify.Datasets.Gp;

/// <summary>A list of registered deaths: completes and corrects what practices know of when their people died. Costs nothing.</summary>
public static class Deaths
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "deaths",
        Title = "Registered deaths",
        Sector = "gp",
        Role = DatasetRole.Death,
        Row = "one registered death, its dates named as in the mortality file of the Office for National Statistics",
        // DEC_CONF_NHS_NUMBER, REG_DATE and REG_DATE_OF_DEATH: published code that reads the Civil Registrations of Death. DOD and DOR: HES-ONS linked mortality.
        // The registration's reference, names, birth date, sex and postcode are our own words for them, not checked against a sender: the informant
        // tells the registrar sex, usual address and date of birth (Civil Registrations of Death, as the UK Longitudinal Linkage Collaboration describes it).
        Grain = ["source_id"],
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true, Also = ["DEC_CONF_NHS_NUMBER"] },
            new("source_id", ColumnKind.Text, "Registration Reference", "Key of the registration.") { Required = true },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("sex", ColumnKind.Code, "Sex", "1 male, 2 female: compared, to tell people without a number apart.") { Also = ["DEC_SEX"] },
            new("postcode", ColumnKind.Postcode, "Postcode", "Postcode of usual residence."),
            new("death_date", ColumnKind.Date, "DOD", "Date of death; blank where a coroner has not found it.") { Also = ["REG_DATE_OF_DEATH"] },
            new("registered_on", ColumnKind.Date, "DOR", "Date on which the death was registered.") { Required = true, Also = ["REG_DATE"] },
        ],
    };
}
