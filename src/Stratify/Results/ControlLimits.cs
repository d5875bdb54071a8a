using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Results;

/// <summary>
/// Holds each month against the others of its measure. All of it is made from published rows, so that it tells no more than they do. A month that is
/// not over is told nothing of: from one night's run to the next it would grow by what one day brought.
/// </summary>
internal static class ControlLimits
{
    internal const string Above = "above", Below = "below", Within = "within", LeftOut = "left out";

    /// <summary>With fewer months limits say little.</summary>
    private const int Fewest = 10;

    /// <summary>A month with less than this part of a usual one is one that was not sent, as the checks of data quality have it.</summary>
    internal const double Gap = 1 / 3.0;

    private static readonly ResultColumn[] Columns =
    [
        new("per_day", "Events or pounds for each day of the month: months are not of one length.", Unit.Number),
        new("centre", "Mean a day over the months that are held against each other; not applicable to fewer than ten of them.", Unit.Number),
        new("lower", "Lower limit of chance for a month so long, three standard deviations below: Laney's u′ chart, whose limits allow for what months differ by beyond chance.", Unit.Number),
        new("upper", "Upper limit of it.", Unit.Number),
        new("verdict", "above, below or within the limits; left out: under a third of a usual month, so perhaps not all was sent, and no part of the limits; blank where there is nothing to say.", Unit.Text),
    ];

    internal static ResultTable Of(ResultTable table)
    {
        var cells = new IReadOnlyList<Cell>[table.Rows.Count];
        foreach (var group in Enumerable.Range(0, table.Rows.Count).GroupBy(row => table.Text(row, "measure")))
        {
            var months = group.Select(row => Read(table, row)).ToList();
            var known = months.Select(month => month.PerDay).OfType<double>().Order().ToArray();
            var usual = known.Length == 0 ? 0 : Quantile.OfSorted(known, 0.5);
            var isMoney = MonthMeasures.Of(group.Key).IsMoney;
            var held = months.ConvertAll(month => month.PerDay is { } value && value >= usual * Gap ? (value, (double)month.Days) : ((double, double)?)null);
            var chart = held.Count(month => month is not null) < Fewest ? null : ControlChart.Of(held, isMoney ? null : ControlChart.OfCounts);
            for (var i = 0; i < months.Count; i++) { cells[months[i].Row] = [.. Shown(table, months[i]), .. Added(months[i], chart, held[i] is not null, isMoney ? 0 : 2)]; }
        }
        return table with { Columns = [.. table.Columns, .. Columns], Rows = cells };
    }

    private static Month Read(ResultTable table, int row)
    {
        var (value, days) = (table[row, "events"].Number ?? table[row, "cost"].Number, (int)(table[row, "days"].Number ?? 1));
        return new Month(row, days, table.Text(row, "state") == MonthResults.Whole ? value / days : null, table.Text(row, "state") == MonthResults.Whole);
    }

    /// <summary>Of a month that is not over, nothing that could be seen is.</summary>
    private static IEnumerable<Cell> Shown(ResultTable table, Month month) =>
        table.Rows[month.Row].Select((cell, i) => month.IsWhole || cell is TextCell or HiddenCell || table.Columns[i].Unit == Unit.Rows ? cell : NotApplicableCell.Instance);

    private static IEnumerable<Cell> Added(Month month, ControlChart? chart, bool isHeld, int decimals)
    {
        if (month.PerDay is not { } value)
        {
            Cell none = month.IsWhole ? HiddenCell.Instance : NotApplicableCell.Instance;
            return [none, none, none, none, new TextCell("")];
        }
        var limits = chart?.Limits(month.Days);
        var verdict = !isHeld ? LeftOut : limits is not { } known ? "" : value > known.Upper ? Above : value < known.Lower ? Below : Within;
        return [Number(value, decimals), Number(chart?.Centre, decimals), Number(limits?.Lower, decimals), Number(limits?.Upper, decimals), new TextCell(verdict)];
    }

    private static Cell Number(double? number, int decimals) => number is not { } value ? NotApplicableCell.Instance : value == 0 ? ZeroCell.Instance : new ValueCell(decimal.Round((decimal)value, decimals, MidpointRounding.AwayFromZero));

    /// <param name="PerDay">Null where there is none to see.</param>
    private sealed record Month(int Row, int Days, double? PerDay, bool IsWhole);
}
