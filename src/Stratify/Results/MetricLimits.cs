using System.Globalization;
using Stratify.Statistics;

namespace Stratify.Results;

/// <summary>
/// Holds each month's rate against the others of its measure, over all years of the run, as NHS England's Making Data Count reads it. All of it is made
/// from published rows, so that it tells no more than they do; a month that is hidden, was perhaps not sent whole, or is missing between two others
/// ends every row of months.
/// </summary>
public static class MetricLimits
{
    internal const string Above = "above the limit", Below = "below the limit", None = "no sign of change", LeftOut = "left out", TooFew = "too few months";

    /// <summary>Of fewer months that are shown limits say little.</summary>
    internal const int Fewest = 12;

    private static readonly ResultColumn[] Columns =
    [
        new("centre", $"Mean rate of the months that are held against each other; not applicable to fewer than {Fewest} that are shown.", Unit.Number),
        new("lower", "Lower limit of chance for a month with so much of what the rate is over, three standard deviations below: Laney's u′ chart (p′ of a share), which of months alike is the XmR chart of Making Data Count.", Unit.Number),
        new("upper", "Upper limit of it.", Unit.Number),
        new("sign", $"above or below the limit; run above or run below (seven in a row on one side of the mean); rising or falling (seven in a row, each beyond the one before); near the upper or lower limit (of three in a row on one side two in the outer third); {None}. {LeftOut}: under a third of a usual month, so perhaps not all was sent; {TooFew}; blank where there is nothing to see.", Unit.Text),
        new("series", "How many months the limits are made of, and where the series breaks, so that no row of months goes on over it.", Unit.Text),
    ];

    /// <param name="table">Rates by measure and month.</param>
    public static ResultTable Of(ResultTable table)
    {
        var cells = new IReadOnlyList<Cell>[table.Rows.Count];
        foreach (var metric in Enumerable.Range(0, table.Rows.Count).GroupBy(row => table.Text(row, "metric")))
        {
            foreach (var (row, added) in Added(Line(metric.Select(row => Month.Of(table, row))))) { cells[row] = [.. table.Rows[row], .. added]; }
        }
        return table with { Columns = [.. table.Columns, .. Columns], Rows = cells };
    }

    /// <summary>In order, with null where months are missing that no year of the run has.</summary>
    private static List<Month?> Line(IEnumerable<Month> months)
    {
        var line = new List<Month?>();
        foreach (var month in months.OrderBy(month => month.First).ThenBy(month => month.Row))
        {
            if (line.Count > 0 && month.First > line[^1]!.First.AddMonths(1)) { line.Add(null); }
            line.Add(month);
        }
        return line;
    }

    private static IEnumerable<(int Row, IEnumerable<Cell> Cells)> Added(List<Month?> line)
    {
        var seen = line.OfType<Month>().Where(month => month.Rate is not null).ToList();
        var least = seen.Count == 0 ? 0 : Quantile.OfSorted([.. seen.Select(month => month.Came).Order()], 0.5) * ControlLimits.Gap;
        var held = line.ConvertAll(month => month is { Rate: { } rate } && month.Came >= least ? (rate, month.Over) : ((double Value, double Days)?)null);
        var chart = held.Count(month => month is not null) >= Fewest ? Chart(held, seen) : null;
        var signs = chart is null ? null : SignsOfChange.Read(held, chart);
        var series = new TextCell(Series(line, held));
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] is not { } month) { continue; }
            var sign = month.Rate is null ? "" : signs is null ? TooFew : held[i] is null ? LeftOut : Words(signs[i]);
            yield return (month.Row, [.. Limits(month, chart), new TextCell(sign), series]);
        }
    }

    /// <summary>People who come again come together, so that chance deals out lots.</summary>
    private static ControlChart? Chart(List<(double Value, double Days)?> held, List<Month> seen)
    {
        var lot = seen.Average(month => month.Lot);
        return ControlChart.Of(held, centre => lot * (seen[0].Per == MetricRates.Share ? ControlChart.OfShares(centre) : ControlChart.OfCounts(centre)));
    }

    private static Cell[] Limits(Month month, ControlChart? chart)
    {
        if (month.Rate is null) { return month.IsHidden ? [HiddenCell.Instance, HiddenCell.Instance, HiddenCell.Instance] : [NotApplicableCell.Instance, NotApplicableCell.Instance, NotApplicableCell.Instance]; }
        if (chart is null) { return [NotApplicableCell.Instance, NotApplicableCell.Instance, NotApplicableCell.Instance]; }
        var (lower, upper) = chart.Limits(month.Over);
        return [MetricRates.Number(chart.Centre * month.Per, month.Per), MetricRates.Number(lower * month.Per, month.Per), MetricRates.Number((month.Per == MetricRates.Share ? Math.Min(1, upper) : upper) * month.Per, month.Per)];
    }

    private static string Series(List<Month?> line, List<(double Value, double Days)?> held)
    {
        var (first, last, count) = (held.FindIndex(month => month is not null), held.FindLastIndex(month => month is not null), held.Count(month => month is not null));
        var breaks = Enumerable.Range(Math.Max(0, first), Math.Max(0, last - first)).Where(i => held[i] is null)
            .Select(i => line[i] is not { } month ? "months that the run does not have" : $"{month.Name} ({(month.IsHidden ? "hidden" : month.Rate is null ? "not told" : LeftOut)})").ToList();
        return $"{count} months{(count < Fewest ? $" of the {Fewest} that limits need" : "")}{(breaks.Count > 0 ? $", broken at {string.Join(", ", breaks)}" : "")}";
    }

    private static string Words(Sign sign) => sign switch
    {
        Sign.AboveLimit => Above,
        Sign.BelowLimit => Below,
        Sign.RunAbove => "run above",
        Sign.RunBelow => "run below",
        Sign.Rising => "rising",
        Sign.Falling => "falling",
        Sign.NearUpper => "near the upper limit",
        Sign.NearLower => "near the lower limit",
        _ => None,
    };

    /// <param name="Rate">Of one of what it is over; null where there is none to see.</param>
    /// <param name="Over">Person-years, or discharges.</param>
    /// <param name="Came">A day, of what tells that all was sent: what the rate is over where that is counted too.</param>
    private sealed record Month(int Row, string Name, double? Rate, double Over, double Came, long Per, double Lot, bool IsHidden)
    {
        internal DateOnly First => DateOnly.ParseExact(Name, "yyyy-MM", CultureInfo.InvariantCulture);

        internal static Month Of(ResultTable table, int row)
        {
            var isOverYears = table[row, "denominator"] is NotApplicableCell;
            var (had, over, days) = (table[row, "numerator"].Number, table[row, isOverYears ? "person_years" : "denominator"].Number, table[row, "days"].Number ?? 1);
            var isSeen = table[row, "rate"].Number is not null && over > 0;
            return new Month(row, table.Text(row, "month"), isSeen ? had / over : null, over ?? 0, (isOverYears ? had : over) / days ?? 0, (long)(table[row, "per"].Number ?? 1), Math.Max(1, table[row, "lot"].Number ?? 1), table[row, "rate"].IsHidden);
        }
    }
}
