using Stratify.Statistics;

namespace Stratify.Results;

/// <summary>
/// Rates with their intervals, made of the published row alone. The same people come again, so chance is that of a count of lots: Byar's limits, exact
/// below ten, of a rate; Wilson's of a share, of as many independent ones as its denominator has lots.
/// </summary>
internal static class MetricRates
{
    /// <summary>A rate of so many is a share, in per cent.</summary>
    internal const long Share = 100;

    private static readonly ResultColumn[] Columns =
    [
        new("rate", "What is counted over person-years, or over the denominator, for so many as 'per' says.", Unit.Number),
        new("rate_lower", "Lower end of its 95% interval: Byar's limits of a count of lots, exact below ten; of a share, Wilson's.", Unit.Number), new("rate_upper", "Upper end of it.", Unit.Number),
    ];

    internal static ResultTable Of(ResultTable table) => table with { Columns = [.. table.Columns, .. Columns], Rows = [.. table.Rows.Select((row, i) => (IReadOnlyList<Cell>)[.. row, .. Rate(table, i)])] };

    /// <summary>Of a month that is not over nothing is told: from one night to the next it would grow by what one day brought.</summary>
    internal static ResultTable OfMonths(ResultTable table) => MetricLimits.Of(Of(table with
    {
        Rows = [.. table.Rows.Select((row, i) => table.Text(i, "state") == MonthResults.Whole ? row
            : [.. row.Select((cell, j) => cell is TextCell or HiddenCell || table.Columns[j].Unit == Unit.Rows ? cell : NotApplicableCell.Instance)])],
    }));

    private static IEnumerable<Cell> Rate(ResultTable table, int row)
    {
        var over = table[row, "denominator"] is NotApplicableCell ? table[row, "person_years"] : table[row, "denominator"];
        if (table[row, "numerator"].IsHidden || over.IsHidden || table[row, "people"].IsHidden) { return Columns.Select(_ => HiddenCell.Instance); }
        if ((table[row, "numerator"].Number, over.Number, table[row, "per"].Number) is not ({ } had, { } all, { } per) || all <= 0) { return Columns.Select(_ => NotApplicableCell.Instance); }
        var rate = Rate(had, all, (long)per, Math.Max(1, table[row, "lot"].Number ?? 1));
        return [Number(rate.Value, (long)per), Number(rate.Lower, (long)per), Number(rate.Upper, (long)per)];
    }

    /// <param name="lot">How many come together, at least 1.</param>
    internal static Estimate Rate(double had, double all, long per, double lot)
    {
        if (per == Share)
        {
            var share = Rates.Share(Math.Min(had, all) / lot, all / lot);
            return new Estimate(per * share.Value, per * Math.Max(0, share.Lower), per * share.Upper);
        }
        var (lower, upper) = Rates.Count(had / lot);
        return new Estimate(per * had / all, per * lot * lower / all, per * lot * upper / all);
    }

    /// <summary>To as many decimals as a rate of so many is told.</summary>
    internal static Cell Number(double number, long per) => decimal.Round((decimal)number, per switch { 1 => 2, < 10_000 => 1, _ => 0 }, MidpointRounding.AwayFromZero) is var value && value == 0 ? ZeroCell.Instance : new ValueCell(value);
}
