namespace Stratify.Results;

/// <summary>The published tables about the data behind the figures. They count rows, events and months, exactly, and hold no value of any.</summary>
internal static class QualityResults
{
    internal static ResultDefinition Checks { get; } = new("data_quality_checks", "Checks of data quality", "select * from measure_check order by position",
        [
            ColumnRule.Label("check_name", "The check, by which thresholds are given."), ColumnRule.Label("category", "conformance: as agreed; completeness: there; plausibility: can be true."),
            ColumnRule.Label("dataset", "The extract's dataset."), ColumnRule.Label("column_name", "The column, where the check is of one."),
            ColumnRule.Label("counts", "What is counted as a violation."), ColumnRule.Label("out_of", "What could have been one."),
            ColumnRule.Rows("violations", "Rows, events or months that break the check."), ColumnRule.Rows("counted", "Rows, events or months that could."),
            ColumnRule.ShareOfRows("share", ("violations", "counted"), "Violations over counted."),
            ColumnRule.Label("outcome", "clean, passed with violations, warn, fail or not applicable."), ColumnRule.Label("reason", "The limit that it is over, or why it is not applicable."),
        ]);

    internal static ResultDefinition Verdicts { get; } = new("data_quality_verdicts", "May this figure be used?", "select * from measure_verdict order by position",
        [
            ColumnRule.Label("output", "population, conditions, the cost of a sector, or all_care."), ColumnRule.Label("title", "The same in words."),
            ColumnRule.Label("may_be_used", "yes; with care; no."), ColumnRule.Label("why", "The checks that warn or fail, and what was not delivered."),
        ]);
}
