namespace Stratify.Datasets.Acute;

/// <summary>Hospital outpatient appointments. Those not attended are kept as activity and not costed.</summary>
public static class AcuteOutpatients
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "acute_outpatients",
        Title = "Outpatient appointments",
        Sector = "acute",
        Role = DatasetRole.Activity,
        Row = "one outpatient appointment, in the shape of Hospital Episode Statistics (HES OP)",
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        // The Commissioning Data Set Submission Protocol recommends net change (NHS Data Dictionary, CDS protocol 010).
        Delivery = DeliveryKind.NetChange,
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NEWNHSNO", "The person's NHS number.") { InHeader = true, Also = ["NHS Number", "NHSNO"] },
            SharedColumns.TracedFrom("NHS Number Trace Status"),
            new("source_id", ColumnKind.Text, "ATTENDKEY", "Key of the appointment.") { Required = true },
            new("family_name", ColumnKind.Name, "SURNAME", "Family name."),
            new("given_name", ColumnKind.Name, "FORENAME", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("sex", ColumnKind.Code, "SEX", "1 male, 2 female.") { OneOf = ["1", "2", "9"], Unknown = ["0"] },
            new("ethnic_group", ColumnKind.Code, "ETHNOS", "NHS ethnic category, A to S; says in which groups records find their person.") { Also = ["ETHNIC CATEGORY", "Ethnic Group"], Unknown = ["Z", "X", "99"] },
            new("area", ColumnKind.Code, "LSOA11", "Lower layer super output area of residence; says the same by deprivation.") { Also = ["LSOA21", "LSOA 2011", "LSOA"], Unknown = ["Z99999999"] },
            new("provider", ColumnKind.Code, "PROCODE", "ODS code of the provider.") { Required = true, Unknown = ["89997", "89999"] },
            new("appointment_date", ColumnKind.Date, "APPTDATE", "Date of the appointment.") { Required = true },
            new("attended", ColumnKind.Code, "ATTENDED", "5 and 6 seen; 2, 3, 4 and 7 not seen; 0 in the future.") { Required = true, OneOf = ["0", "2", "3", "4", "5", "6", "7"] },
            new("first_attendance", ColumnKind.Code, "FIRSTATT", "1 first and 2 follow-up face to face; 3 first and 4 follow-up by telephone or video.") { OneOf = ["1", "2", "3", "4", "5"], Unknown = ["9", "X"] },
            new("treatment_function", ColumnKind.Code, "TRETSPEF", "Treatment function.") { Unknown = ["&"] },
            new("hrg", ColumnKind.Code, "SUSHRG", "Healthcare resource group; WF01 and WF02 are attendances, others procedures."),
            SharedColumns.CommissionerFrom("PURCODE", "Commissioner Code", "Organisation Identifier (Code of Commissioner)"),
            new("cost", ColumnKind.Money, "TARIFF_TOTAL_PAYMENT", "Price in pounds where the sender carries one."),
            new("update_type", ColumnKind.Code, "CDS UPDATE TYPE", "1 deletes the record of this key, 9 is an original or a replacement; sent with net changes only (NHS Data Dictionary).") { Also = ["CDS_UPDATE_TYPE", "UPDATE TYPE"], OneOf = ["1", "9"], Deletes = ["1"] },
            .. ReportPeriod.Columns,
        ],
    };
}
