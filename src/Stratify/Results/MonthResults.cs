using Stratify.Model;

namespace Stratify.Results;

/// <summary>The published table of care and cost month by month.</summary>
internal static class MonthResults
{
    internal const string Whole = "whole";

    /// <summary>A person may be counted in several months, whose people are together no fewer than those of the largest.</summary>
    internal static ResultDefinition Activity { get; } = new("activity_by_month", "Emergency admissions, A&E attendances and cost month by month", "select *, strftime(month, '%Y-%m') as month_name from measure_month order by position, month",
        [
            ResultCatalogue.Year, ColumnRule.Label("month_name", "").Called("month", "The month in which it counts: a stay in that of its discharge, unless the job counts stays otherwise."),
            ColumnRule.Label("measure", "emergency_admissions, ae_attendances or cost; of what no extract tells there are no rows."),
            new(new ResultColumn("measure_title", "What it is called.", Unit.Text), (_, grid, row) => new TextCell(MonthMeasures.Of(grid.Get<string>(row, "measure")!).Title)),
            ColumnRule.Label("state", "whole; not over: nothing of the kind is told of the month's last days, so what there is of it is not shown; part of the period."),
            ColumnRule.Rows("days", "Days of the month."),
            ColumnRule.Count("people", "People who had any of it in the month."),
            ColumnRule.CountOf("events", "people", "Admissions or attendances; not applicable to cost."),
            ColumnRule.Total("cost", ("pence", "people"), "Cost of care that counts on one day; what goes on for days and is put into years day by day is in no month. Not applicable to events."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "year", "measure") { Overlap = true }], Then = ControlLimits.Of };
}
