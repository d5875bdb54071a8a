namespace Stratify.Datasets.Acute;

/// <summary>Attendances at emergency departments, minor injury units and walk-in centres.</summary>
public static class EmergencyAttendances
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "emergency_attendances",
        Title = "Emergency department attendances",
        Sector = "acute",
        Role = DatasetRole.Activity,
        Row = "one attendance, in the shape of Hospital Episode Statistics (HES A&E)",
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        // The Commissioning Data Set Submission Protocol recommends net change (NHS Data Dictionary, CDS protocol 010).
        Delivery = DeliveryKind.NetChange,
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NEWNHSNO", "The person's NHS number.") { InHeader = true, Also = ["NHS Number", "NHSNO"] },
            SharedColumns.TracedFrom("NHS Number Trace Status"),
            new("source_id", ColumnKind.Text, "AEKEY", "Key of the attendance.") { Required = true },
            new("family_name", ColumnKind.Name, "SURNAME", "Family name."),
            new("given_name", ColumnKind.Name, "FORENAME", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("sex", ColumnKind.Code, "SEX", "1 male, 2 female.") { OneOf = ["1", "2", "9"], Unknown = ["0"] },
            new("ethnic_group", ColumnKind.Code, "ETHNOS", "NHS ethnic category, A to S; says in which groups records find their person.") { Also = ["ETHNIC CATEGORY", "Ethnic Group"], Unknown = ["Z", "X", "99"] },
            new("area", ColumnKind.Code, "LSOA11", "Lower layer super output area of residence; says the same by deprivation.") { Also = ["LSOA21", "LSOA 2011", "LSOA"], Unknown = ["Z99999999"] },
            new("provider", ColumnKind.Code, "PROCODE", "ODS code of the provider.") { Required = true, Unknown = ["89997", "89999"] },
            new("arrival_date", ColumnKind.Date, "ARRIVALDATE", "Date of arrival.") { Required = true },
            new("category", ColumnKind.Code, "AEATTENDCAT", "1 first unplanned, 2 follow-up planned, 3 follow-up unplanned.") { OneOf = ["1", "2", "3"], Unknown = ["9"] },
            new("department", ColumnKind.Code, "AEDEPTTYPE", "01 consultant-led, 02 single specialty, 03 minor injury or urgent treatment, 04 walk-in, 05 same day emergency care.") { OneOf = ["01", "02", "03", "04", "05"], Unknown = ["99"] },
            new("arrival_mode", ColumnKind.Code, "AEARRIVALMODE", "1 by ambulance, 2 other.") { OneOf = ["1", "2"], Unknown = ["9"] },
            new("disposal", ColumnKind.Code, "AEATTENDDISP", "01 admitted; 12 left before treatment.") { Unknown = ["99"] },
            new("hrg", ColumnKind.Code, "SUSHRG", "Healthcare resource group, VB01Z to VB11Z and VB99Z."),
            SharedColumns.CommissionerFrom("PURCODE", "Commissioner Code", "Organisation Identifier (Code of Commissioner)"),
            new("cost", ColumnKind.Money, "TARIFF_TOTAL_PAYMENT", "Price in pounds where the sender carries one."),
            new("update_type", ColumnKind.Code, "CDS UPDATE TYPE", "1 deletes the record of this key, 9 is an original or a replacement; sent with net changes only (NHS Data Dictionary).") { Also = ["CDS_UPDATE_TYPE", "UPDATE TYPE"], OneOf = ["1", "9"], Deletes = ["1"] },
            .. ReportPeriod.Columns,
        ],
    };
}
