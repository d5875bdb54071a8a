namespace Stratify.Datasets;

/// <summary>Columns that several data sets have under names of their own, and that mean the same in all.</summary>
internal static class SharedColumns
{
    /// <summary>The name under which linkage looks for it.</summary>
    internal const string Traced = "nhs_number_traced";

    /// <summary>NHS NUMBER STATUS INDICATOR CODE of the NHS Data Dictionary: 01 verified, 02 not traced, 03 to be traced, 04 no match or several, 05 conflict, 06 in progress, 07 no number, 08 postponed.</summary>
    internal static Column TracedFrom(string header) => new(Traced, ColumnKind.Code, header, "How far the number was traced: 01 verified; 02 and 03 make a weaker link; by a number of 04 to 08 nothing is linked.");

    /// <summary>The person's practice as the sender knows it; its codes of no practice are those that HES clears.</summary>
    internal static Column PracticeFrom(string header, params string[] also) =>
        new("practice", ColumnKind.Code, header, "ODS code of the person's practice, to tell people without a number apart.") { Also = also, Unknown = ["V81997", "V81998", "V81999"] };

    /// <summary>Who commissioned the care, by which a job may say who pays (NHS Data Dictionary, Organisation Identifier (Code of Commissioner)).</summary>
    internal static Column CommissionerFrom(string header, params string[] also) =>
        new("commissioner", ColumnKind.Code, header, "ODS code of the organisation that commissioned the care; says who pays, where a job names the codes of specialised commissioning.") { Also = also, IsByArrangement = true };

    internal static Column GenderFrom(string header, params string[] also) =>
        new("gender", ColumnKind.Code, header, "What the person considers themselves to be; only male (1) and female (2) are compared, to tell people without a number apart.") { Also = also };
}
