namespace Stratify.Datasets.Gp;

/// <summary>Appointments of general practice; priced by minutes and role.</summary>
public static class GpAppointments
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "gp_appointments",
        Title = "GP appointments",
        Sector = "gp",
        Role = DatasetRole.Activity,
        Row = "one slot in a practice's appointment book, in the shape of a GP appointments extract",
        Grain = ["practice", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true },
            new("source_id", ColumnKind.Text, "GP Appointments Primary Key", "Key of the appointment.") { Required = true },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "DOB", "Date of birth."),
            new("practice", ColumnKind.Code, "GP Practice Code", "ODS code of the practice."),
            new("appointment_date", ColumnKind.Date, "Appointment Date", "Start of the slot.") { Required = true },
            new("status", ColumnKind.Code, "StatusDescription", "What became of it; a slot that the person did not attend is kept and not costed.")
            {
                Required = true,
                OneOf = ["ARRIVED", "IN PROGRESS", "FINISHED", "VISIT", "WAITING", "PATIENT WALKED OUT", "ATTENDED", "BOOKED", "DID NOT ATTEND", "CANCELLED BY PATIENT", "CANCELLED BY UNIT", "CANCELLED BY OTHER SERVICE", "NO ACCESS VISIT", "CANCELLED DUE TO DEATH", "REQUESTED", "BLOCKED"],
            },
            new("clinician", ColumnKind.Code, "ClinicianType", "Role of the professional: GP, NURSE, HCA, PHARMACIST, PHYSIO, PARAMEDIC, SOCIAL PRESCRIBER, OTHER."),
            new("mode", ColumnKind.Code, "DeliveryMethodText", "Face to face, telephone, video or online, home visit."),
            new("planned_minutes", ColumnKind.Integer, "PlannedMinutesDuration", "Length of the slot."),
            new("actual_minutes", ColumnKind.Integer, "ActualMinutesDuration", "How long it took; 0 where it was not timed."),
            new("cost", ColumnKind.Money, "Cost", "Cost in pounds where the sender carries one; else the price book is used."),
        ],
    };
}
