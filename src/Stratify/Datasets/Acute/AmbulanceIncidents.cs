namespace Stratify.Datasets.Acute;

/// <summary>Ambulance incidents, one row for each person of an incident; priced by what was done.</summary>
public static class AmbulanceIncidents
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "ambulance_incidents",
        Title = "Ambulance incidents",
        Sector = "acute",
        Role = DatasetRole.Activity,
        Row = "one person in one incident, in a plain shape: no layout of the national Ambulance Data Set was found",
        // The incident's number and the conveying trust are items of the Commissioning Data Sets; the other headers and the words of the outcome are from memory,
        // not checked against a sender. The kinds of outcome are those that the National Cost Collection prices.
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS NUMBER", "The person's NHS number; often not known at the scene.") { InHeader = true },
            new("source_id", ColumnKind.Text, "AMBULANCE INCIDENT NUMBER", "Key of the person in the incident: where several share its number, the sender's key of each.") { Required = true },
            new("family_name", ColumnKind.Name, "PERSON FAMILY NAME", "Family name."),
            new("given_name", ColumnKind.Name, "PERSON GIVEN NAME", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "PERSON BIRTH DATE", "Date of birth."),
            new("provider", ColumnKind.Code, "ORGANISATION IDENTIFIER (AMBULANCE TRUST)", "ODS code of the ambulance trust.") { Also = ["ORGANISATION CODE (CONVEYING AMBULANCE TRUST)"] },
            new("incident_date", ColumnKind.Date, "INCIDENT DATE", "Date of the call.") { Required = true },
            new("outcome", ColumnKind.Code, "INCIDENT OUTCOME", "Hear and treat (by telephone), see and treat (at the scene), see and convey, or other.")
            {
                OneOf = ["HEAR AND TREAT", "SEE AND TREAT", "SEE AND CONVEY", "HEAR & TREAT", "SEE & TREAT", "SEE & CONVEY", "OTHER"],
                Unknown = ["UNKNOWN"],
            },
            new("cost", ColumnKind.Money, "COST", "Cost in pounds where the sender carries one."),
        ],
    };
}
