namespace Stratify.Datasets.Acute;

/// <summary>The period that a bulk replacement of a Commissioning Data Set covers, as each of its rows says (NHS Data Dictionary, CDS Report Period Start Date and End Date).</summary>
internal static class ReportPeriod
{
    internal static IReadOnlyList<Column> Columns { get; } =
    [
        new("report_from", ColumnKind.Date, "CDS REPORT PERIOD START DATE", "First day of the period that a bulk replacement covers; sent with those only.") { Also = ["REPORT PERIOD START DATE"], Covers = PeriodEdge.First },
        new("report_to", ColumnKind.Date, "CDS REPORT PERIOD END DATE", "Last day of that period.") { Also = ["REPORT PERIOD END DATE"], Covers = PeriodEdge.Last },
    ];
}
