namespace Stratify.Datasets.Acute;

/// <summary>Critical care periods: days of a hospital stay in a unit that supports organs, paid by the day on top of the stay.</summary>
public static class CriticalCare
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "critical_care",
        Title = "Critical care periods",
        Sector = "acute",
        Role = DatasetRole.Activity,
        Row = "one critical care period (Critical Care Minimum Data Set), in the shape of a trust's extract from SUS, with the person and the spell of its episode",
        // Headers of the period: the critical care file that an NHS trust's OMOP mapping reads (SusCCMDSParser), which has none of the person: those are its episode's.
        // ORGSUPMAX and the unit functions of children (04, 16 to 19) are of HES and the Commissioning Data Sets; 13 to 15, 92 and the markers 98 and 99 from memory.
        Grain = ["provider", "source_id"],
        Pounds = "cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true },
            new("source_id", ColumnKind.Text, "Critical Care Period Local Identifier", "Key of the period; the provider's own, as is the spell's.") { Required = true },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "Date of Birth", "Date of birth."),
            new("provider", ColumnKind.Code, "Organisation Code Code of Provider", "ODS code of the provider.") { Required = true, Unknown = ["89997", "89999"] },
            new("spell_number", ColumnKind.Text, "Hospital Provider Spell Number", "The provider's number of the spell that the period belongs to."),
            new("start_date", ColumnKind.Date, "Critical Care Start Date", "First day in the unit.") { Required = true },
            new("end_date", ColumnKind.Date, "Critical Care Period Discharge Date", "Last day in the unit; blank while the person is there."),
            new("unit_function", ColumnKind.Code, "Critical Care Unit Function", "What the unit is for: 04 and 16 to 19 and 92 children, 13 to 15 newborns, others adults."),
            new("organs", ColumnKind.Integer, "Organ Support Maximum", "The greatest number of organs supported on one day.") { Also = ["ORGSUPMAX"], Unknown = ["98", "99"] },
            new("hrg", ColumnKind.Code, "HRG Code", "Unbundled healthcare resource group of the period: XA newborns, XB children, XC adults."),
            SharedColumns.CommissionerFrom("Organisation Identifier (Code of Commissioner)"),
            new("cost", ColumnKind.Money, "Cost", "Cost of the period in pounds where the sender carries one."),
        ],
    };
}
