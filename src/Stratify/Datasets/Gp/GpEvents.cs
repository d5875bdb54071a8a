namespace Stratify.Datasets.Gp;

/// <summary>Coded clinical events of general practice: what the long-term conditions are found in. They cost nothing.</summary>
public static class GpEvents
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "gp_events",
        Title = "GP coded events",
        Sector = "gp",
        Role = DatasetRole.Clinical,
        Row = "one coded entry in a GP record, in the shape of a GP event extract",
        // Headers: the event and demographic files that an NHS trust's OMOP mapping reads (OxfordGPParser); which words its Code Set holds is from memory.
        Grain = ["practice", "source_id"],
        FactsScript = "gp_events_facts",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true },
            new("source_id", ColumnKind.Text, "GP Events Primary Key", "Key of the entry.") { Required = true, Also = ["Unique Key"] },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("practice", ColumnKind.Code, "GP Practice Code", "ODS code of the recording practice."),
            new("event_date", ColumnKind.Date, "Event Date", "When the entry was true; may be the year of onset, long ago.") { Required = true },
            new("code", ColumnKind.Code, "Supplied Code", "The clinical code: SNOMED CT concept, Read v2 or CTV3, as text.") { Required = true, CaseSensitive = true },
            new("code_system", ColumnKind.Code, "Code Set", "SNOMED, READ2, CTV3 or ICD10.") { Required = true, OneOf = ["SNOMED", "READ2", "CTV3", "ICD10"] },
        ],
    };
}
