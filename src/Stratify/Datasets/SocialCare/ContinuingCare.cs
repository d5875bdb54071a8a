namespace Stratify.Datasets.SocialCare;

/// <summary>Packages of NHS continuing healthcare and NHS-funded nursing care: paid by the health payer, week by week, for as long as they go on.</summary>
public static class ContinuingCare
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "continuing_care",
        Title = "Continuing care packages",
        Sector = "social_care",
        Role = DatasetRole.Activity,
        Row = "one package of one person, in a plain shape: no layout of the All Age Continuing Care data set was found",
        Grain = ["commissioner", "source_id", "start_date"],
        Pounds = "weekly_cost",
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHS Number", "The person's NHS number.") { InHeader = true },
            new("commissioner", ColumnKind.Code, "Commissioner Code", "ODS code of the integrated care board that pays."),
            new("source_id", ColumnKind.Text, "Package Reference", "The commissioner's reference of the package.") { Required = true },
            new("family_name", ColumnKind.Name, "Surname", "Family name."),
            new("given_name", ColumnKind.Name, "Forename", "First given name."),
            new("birth_date", ColumnKind.BirthDate, "Date of Birth", "Date of birth."),
            new("package_type", ColumnKind.Code, "Package Type", "CHC continuing healthcare; FAST TRACK near the end of life; FNC funded nursing care; JOINT the health payer's part of a package shared with a council; PHB personal health budget.")
            {
                Required = true,
                OneOf = ["CHC", "FAST TRACK", "FNC", "JOINT", "PHB"],
            },
            new("start_date", ColumnKind.Date, "Package Start Date", "First day of the package.") { Required = true },
            new("end_date", ColumnKind.Date, "Package End Date", "Last day; blank while the package goes on."),
            new("weekly_cost", ColumnKind.Money, "Weekly Cost", "What a week costs the health payer, in pounds; nought or less counts as not known."),
        ],
    };
}
