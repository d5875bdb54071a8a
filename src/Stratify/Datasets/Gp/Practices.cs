namespace Stratify.Datasets.Gp;

/// <summary>
/// Which practices there are, in which primary care network each was and when: fills in the neighbourhood where the register leaves it
/// blank. No row is of a person.
/// </summary>
public static class Practices
{
    // Headers as the Organisation Data Service names the columns of its report of PCN core partners (ePCN). As downloaded, the report has
    // no header of its own: these names are to be put in front. The codes of no practice are those that HES clears (V81997 and others).
    public static Dataset Dataset { get; } = new()
    {
        Name = "practices",
        Title = "Practices and their neighbourhoods",
        Sector = "gp",
        Role = DatasetRole.LookUp,
        Row = "one practice and, while it lasts, its place in a primary care network, as the Organisation Data Service tells core partners",
        Grain = ["practice", "start_date"],
        Delivery = DeliveryKind.Replace,
        DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy"],
        Columns =
        [
            new("practice", ColumnKind.Code, "Partner Organisation Code", "ODS code of the practice.") { Required = true, Also = ["GP Practice Code", "Practice Code", "Organisation Code"], Unknown = ["V81997", "V81998", "V81999"] },
            new("name", ColumnKind.Text, "Partner Name", "Name of the practice.") { Also = ["Practice Name", "Organisation Name"] },
            new("sub_icb", ColumnKind.Code, "Practice Parent Sub ICB Location Code", "Sub-location of the integrated care board that the practice belongs to.") { Also = ["Practice Parent Sub ICB Loc Code", "Sub ICB Location Code"] },
            new("pcn", ColumnKind.Code, "PCN Code", "ODS code of the primary care network."),
            new("neighbourhood", ColumnKind.Text, "PCN Name", "Primary care network or neighbourhood team of the practice; where it is blank, its code stands for it.") { Also = ["Neighbourhood"] },
            new("practice_group", ColumnKind.Text, "Practice Group", "A group of your own that the practice is of, such as a federation or a partnership; by it a job may ask for those practices together (place: {practice_group: ...}).") { Also = ["Federation", "practice_group"] },
            new("provider", ColumnKind.Text, "Responsible Provider", "The provider that answers for the practice's people, by name or code, such as a trust or a network; by it a job may ask for them (place: {provider: ...}).") { Also = ["Provider", "Lead Provider"] },
            new("start_date", ColumnKind.Date, "Practice to PCN Relationship Start Date", "First day in the network; blank counts as before the period."),
            new("end_date", ColumnKind.Date, "Practice to PCN Relationship End Date", "Last day in the network; blank while it lasts."),
        ],
    };
}
