namespace Stratify.Datasets.Gp;

/// <summary>
/// NHS numbers that others replaced, as when two records of the Personal Demographics Service turn out to be of one person. All other rows
/// are read under the newest number, and who opted out under one of them opted out under all.
/// </summary>
public static class NhsNumberChanges
{
    // Headers as in the participant extracts of NHS England's Cohorting as a Service (NHSDigital/dtos-cohort-manager). A header such as
    // SUPERSEDED_NHS_NUMBER is taken for neither: some senders mean the old number by it and some the new, so a profile must say which.
    public static Dataset Dataset { get; } = new()
    {
        Name = "nhs_number_changes",
        Title = "Superseded NHS numbers",
        Sector = "gp",
        Role = DatasetRole.NumberChange,
        Row = "one NHS number and the number that replaced it, named as in the extracts that NHS England makes of the Personal Demographics Service",
        Grain = ["old_number", "new_number"],
        DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy"],
        Columns =
        [
            new("old_number", ColumnKind.NhsNumber, "NHS Number", "The number that was replaced.") { Required = true, Also = ["Old NHS Number"] },
            new("new_number", ColumnKind.NhsNumber, "Superseded By NHS Number", "The number that replaced it, which another may have replaced since; blank where the number still stands.") { InHeader = true, Also = ["New NHS Number"] },
            new("changed_on", ColumnKind.Date, "Change Date", "When it was replaced; it decides nothing.") { Also = ["Superseded Date"] },
        ],
    };
}
