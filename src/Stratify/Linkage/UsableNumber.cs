using Stratify.Datasets;

namespace Stratify.Linkage;

/// <summary>SQL over a landed row of whether its NHS number may be linked by: not where its sender says that it is unsure, nor where the register shows that it is a dummy.</summary>
internal static class UsableNumber
{
    /// <summary>The number's token; null where it may not be used. The NHS Data Dictionary's codes: 04 to 08 are traces that failed, are under way, put off, or never meant.</summary>
    internal static string Sql(Dataset dataset)
    {
        var isDummy = "landed.nhs_number in (select token from shared_number where is_dummy)";
        var isUnsure = Has(dataset) ? $"coalesce({Code} in ('04', '05', '06', '07', '08'), false) or {isDummy}" : isDummy;
        return $"case when not ({isUnsure}) then landed.nhs_number end";
    }

    /// <summary>Present and not traced (02), or to be traced (03).</summary>
    internal static string IsUntraced(Dataset dataset) => Has(dataset) ? $"coalesce({Code} in ('02', '03'), false)" : "false";

    /// <summary>A spreadsheet takes the zero away.</summary>
    private const string Code = $"lpad(landed.{SharedColumns.Traced}, 2, '0')";

    private static bool Has(Dataset dataset) => dataset.Columns.Any(column => column.Name == SharedColumns.Traced);
}
