namespace Stratify.Datasets.Acute;

/// <summary>Admitted patient care: consultant episodes. A spell is priced once, an episode never.</summary>
public static class AcuteInpatients
{
    /// <summary>NHS Data Dictionary, Admission Method (hospital provider spell); 28 and 2A to 2D are emergencies as 21 to 25 are. Its default codes 98 (not applicable) and 99 (not known) are legal too: the stay took place.</summary>
    private static string[] AdmissionMethods =>
        ["11", "12", "13", "21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D", "31", "32", "81", "82", "83", "84", "89", "98", "99"];

    /// <summary>
    /// Codes that came with version 6-2 of the Commissioning Data Sets, available from 1 November 2012 (NHS Data Dictionary, Commissioning Data Set
    /// XML message schema versions): version 6-1 lets no 25 flow, and 2A to 2D take the place of 28, whose last day no release of the dictionary says.
    /// </summary>
    private static IReadOnlyList<CodeDates> Since => [.. new[] { "25", "2A", "2B", "2C", "2D" }.Select(code => new CodeDates(code, new DateOnly(2012, 11, 1), null, "NHS Data Dictionary, Admission Method"))];

    public static Dataset Dataset { get; } = new()
    {
        Name = "acute_inpatients",
        Title = "Admitted patient care",
        Sector = "acute",
        Role = DatasetRole.Activity,
        Row = "one finished consultant episode, in the shape of Hospital Episode Statistics (HES APC)",
        Grain = ["provider", "source_id"],
        FactsScript = "acute_inpatients_facts",
        Pounds = "cost",
        // The Commissioning Data Set Submission Protocol recommends net change (NHS Data Dictionary, CDS protocol 010).
        Delivery = DeliveryKind.NetChange,
        // CDS Activity Date of a finished episode is its end (NHS Data Dictionary); an unfinished one has only begun.
        Days = ["end_date", "start_date"],
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NEWNHSNO", "The person's NHS number.") { InHeader = true, Also = ["NHS Number", "NHSNO"] },
            SharedColumns.TracedFrom("NHS Number Trace Status"),
            new("source_id", ColumnKind.Text, "EPIKEY", "Key of the episode.") { Required = true },
            new("family_name", ColumnKind.Name, "SURNAME", "Family name."),
            new("given_name", ColumnKind.Name, "FORENAME", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("sex", ColumnKind.Code, "SEX", "1 male, 2 female.") { OneOf = ["1", "2", "9"], Unknown = ["0"] },
            new("ethnic_group", ColumnKind.Code, "ETHNOS", "NHS ethnic category, A to S; says in which groups records find their person.") { Also = ["ETHNIC CATEGORY", "Ethnic Group"], Unknown = ["Z", "X", "99"] },
            new("area", ColumnKind.Code, "LSOA11", "Lower layer super output area of residence; says the same by deprivation.") { Also = ["LSOA21", "LSOA 2011", "LSOA"], Unknown = ["Z99999999"] },
            new("provider", ColumnKind.Code, "PROCODE", "ODS code of the provider; the first three characters are the trust.") { Required = true, Unknown = ["89997", "89999"] },
            new("spell_number", ColumnKind.Text, "PROVSPNOPS", "The provider's number of the spell; episodes of one spell share it."),
            new("episode_order", ColumnKind.Integer, "EPIORDER", "Place of the episode in its spell, from 1.") { Unknown = ["98", "99"] },
            new("episode_status", ColumnKind.Code, "EPISTAT", "3 finished, 1 or 9 unfinished. Blank counts as finished.") { OneOf = ["1", "3", "9"] },
            new("admission_date", ColumnKind.Date, "ADMIDATE", "First day of the spell."),
            new("start_date", ColumnKind.Date, "EPISTART", "First day of the episode.") { Required = true },
            new("end_date", ColumnKind.Date, "EPIEND", "Last day of the episode; blank while it is unfinished."),
            new("discharge_date", ColumnKind.Date, "DISDATE", "Last day of the spell; on its last episode only."),
            new("method", ColumnKind.Code, "ADMIMETH", "Admission method: 11 to 13 elective, 21 to 2D emergency, 31 and 32 maternity, 81 transfer, 82 and 83 birth, 98 and 99 not told.") { Required = true, OneOf = AdmissionMethods, Dated = Since },
            new("patient_class", ColumnKind.Code, "CLASSPAT", "1 ordinary, 2 day case, 3 and 4 regular attender, 5 mother and baby.") { OneOf = ["1", "2", "3", "4", "5"], Unknown = ["8", "9"] },
            new("discharge_method", ColumnKind.Code, "DISMETH", "4 died; 8 still in hospital.") { Unknown = ["9"] },
            new("discharge_destination", ColumnKind.Code, "DISDEST", "Where the person went: 51 to 53 another hospital of the NHS, 79 died.") { Unknown = ["98", "99"] },
            new("admission_source", ColumnKind.Code, "ADMISORC", "Where the person came from: 51 to 53 another hospital of the NHS.") { Unknown = ["98", "99"] },
            new("ready_date", ColumnKind.Date, "DISREADYDATE", "Day on which the person was ready to leave; rarely sent."),
            new("main_specialty", ColumnKind.Code, "MAINSPEF", "Main specialty of the consultant; 700 to 715 are those of mental health and learning disability.") { Unknown = ["&"] },
            new("treatment_function", ColumnKind.Code, "TRETSPEF", "Treatment function.") { Unknown = ["&"] },
            new("hrg", ColumnKind.Code, "SUSHRG", "Healthcare resource group of the spell.") { Also = ["Spell Core HRG"] },
            .. Enumerable.Range(1, 20).Select(Diagnosis),
            .. Enumerable.Range(1, 24).Select(Procedure),
            SharedColumns.CommissionerFrom("PURCODE", "Commissioner Code", "Organisation Identifier (Code of Commissioner)"),
            new("cost", ColumnKind.Money, "TARIFF_TOTAL_PAYMENT", "Price of the spell in pounds where the sender carries one."),
            new("update_type", ColumnKind.Code, "CDS UPDATE TYPE", "1 deletes the record of this key, 9 is an original or a replacement; sent with net changes only (NHS Data Dictionary).") { Also = ["CDS_UPDATE_TYPE", "UPDATE TYPE"], OneOf = ["1", "9"], Deletes = ["1"] },
            .. ReportPeriod.Columns,
        ],
    };

    /// <summary>Hospital Episode Statistics hold twenty diagnoses and twenty-four procedures of an episode.</summary>
    private static Column Diagnosis(int place) => new($"diagnosis_{place}", ColumnKind.Code, $"DIAG_{place:00}", place == 1 ? "Primary diagnosis, ICD-10." : $"Diagnosis {place}, ICD-10.") { IsFurther = place > 1 };

    /// <summary>A dash is none, an ampersand not known; X997 to X999 are no procedure, as a cleaning of HES has it (HFAnalyticsLab/HES_pipeline).</summary>
    private static Column Procedure(int place) =>
        new($"procedure_{place}", ColumnKind.Code, $"OPERTN_{place:00}", place == 1 ? "Primary procedure, OPCS-4." : $"Procedure {place}, OPCS-4.") { IsFurther = place > 1, Unknown = ["-", "&", "X997", "X998", "X999"] };
}
