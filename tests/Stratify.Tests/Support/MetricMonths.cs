using System.Globalization;
using Stratify.Results;

namespace Stratify.Tests.Support;

/// <summary>Published measures by the month as they are drawn: so many a month of as many person-years or discharges.</summary>
public static class MetricMonths
{
    private static readonly IReadOnlyList<ResultColumn> Columns =
        [.. new[] { "year", "metric", "title", "month", "state", "unit" }.Select(name => new ResultColumn(name, "", Unit.Text)), .. new[] { "days", "per" }.Select(name => new ResultColumn(name, "", Unit.Rows)), .. new[] { "numerator", "person_years", "denominator", "lot", "rate" }.Select(name => new ResultColumn(name, "", Unit.Number))];

    /// <param name="numbers">Of the months from April 2024 on, each of thirty days: a number, [c] or [z]; a blank leaves a month without a row.</param>
    /// <param name="over">Person-years of a month, or discharges where the rate is a share.</param>
    public static ResultTable Of(string numbers, int over, int per = 1000, double lot = 1, string metric = "m", string title = "Measure") => new("metrics_by_month", "", Columns,
        [.. numbers.Split(' ').Select((text, i) => (Text: text, Month: new DateOnly(2024, 4, 1).AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture))).Where(month => month.Text != "-").Select(month => (IReadOnlyList<Cell>)
        [
            .. new[] { "2024/25", metric, title, month.Month, month.Text == "[z]" ? "not over" : "whole", per == 100 ? "%" : "per 1,000 person-years" }.Select(text => new TextCell(text)), new ValueCell(30), new ValueCell(per),
            Cell(month.Text, 1), per == 100 ? NotApplicableCell.Instance : new ValueCell(over), per == 100 ? new ValueCell(over) : NotApplicableCell.Instance, new ValueCell((decimal)lot), Cell(month.Text, (decimal)per / over),
        ])]);

    /// <summary>Several one after another.</summary>
    public static ResultTable All(params ResultTable[] tables) => tables[0] with { Rows = [.. tables.SelectMany(table => table.Rows)] };

    private static Cell Cell(string text, decimal by) => text switch { "[c]" => HiddenCell.Instance, "[z]" => NotApplicableCell.Instance, "0" => ZeroCell.Instance, _ => new ValueCell(decimal.Parse(text, CultureInfo.InvariantCulture) * by) };
}
