namespace Stratify.Datasets.Gp;

/// <summary>Medicines that a practice issued: what conditions known by prescription are found in. They cost nothing, as issued is not dispensed: what was dispensed is in <see cref="PrescribedItems"/>.</summary>
public static class GpMedications
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "gp_medications",
        Title = "GP medication issued",
        Sector = "gp",
        Role = DatasetRole.Clinical,
        // Headers: the medication file that an NHS trust's OMOP mapping reads (OxfordGPParser); "Date of Issue" and "Patient Details' NHS Number" are those of an EMIS search export.
        Row = "one medicine of a GP record with the day on which it was issued, in the shape of a GP medication extract",
        Grain = ["practice", "source_id"],
        FactsScript = "gp_medications_facts",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true, Also = ["Patient Details' NHS Number"] },
            new("source_id", ColumnKind.Text, "GP Medications Primary Key", "Key of the entry.") { Required = true, Also = ["Unique Key"] },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("practice", ColumnKind.Code, "GP Practice Code", "ODS code of the issuing practice."),
            new("issue_date", ColumnKind.Date, "Last Issue Date", "When it was issued; blank on what was authorised and never issued, which then says nothing.") { InHeader = true, Also = ["Date of Issue"] },
            new("code", ColumnKind.Code, "Supplied Code", "The medicine's code as text; blank where it was written by hand.") { InHeader = true, CaseSensitive = true },
            new("code_system", ColumnKind.Code, "Code Set", "DMD or SNOMED for the dictionary of medicines and devices, whose codes are SNOMED CT's; READ2, CTV3 or BNF.") { InHeader = true, OneOf = ["DMD", "DM+D", "SNOMED", "READ2", "CTV3", "BNF"] },
            new("bnf_code", ColumnKind.Code, "BNF_REFERENCE", "British National Formulary code, where the system gives one beside its own.") { Also = ["BNF Code"] },
            new("quantity", ColumnKind.Text, "Quantity", "As the practice writes it: a number, or text such as '63 tablet'. It is kept as it stands, as nothing is counted by it."),
            new("repeats", ColumnKind.Code, "Repeat Medication Flag", "Whether it is issued again and again."),
        ],
    };
}
