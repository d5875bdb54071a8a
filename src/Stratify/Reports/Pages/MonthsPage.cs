using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Emergency admissions, attendances and cost month by month, between the limits of chance.</summary>
internal static class MonthsPage
{
    /// <summary>Of a measure that can be seen in fewer months there is no course to follow.</summary>
    private const int Fewest = 6;

    /// <summary>None where too few people can be seen in most months.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        var table = results["activity_by_month"];
        var measures = MonthMeasures.All.Select(measure => (Measure: measure, Rows: table.Where(("measure", measure.Name)).ToList())).Where(measure => measure.Rows.Count(row => table[row, "per_day"].Number > 0) >= Fewest).ToList();
        if (measures.Count == 0) { yield break; }
        var outside = measures.SelectMany(measure => measure.Rows).Where(row => IsOutside(table, row)).ToList();
        yield return new Page("Month by month", Headline(table, outside, measures.SelectMany(measure => measure.Rows)),
        [
            new Paragraph("Values are a day, for months are not of one length. The limits are where nearly all months would lie if nothing changed but chance and what months usually differ by: a month outside is worth asking about, and a rise within them is not."),
            .. measures.Select(measure => Chart(table, measure, facts)),
            .. outside.Count == 0 ? Array.Empty<Block>() : [new Bullets([.. outside.Select(row => Says(table, row))])],
            List(table, measures, facts) with { IsPrinted = false },
            new Caveat(Care(table, measures.SelectMany(measure => measure.Rows).ToList())),
        ]);
    }

    private static Figure Chart(ResultTable table, (MonthMeasure Measure, List<int> Rows) of, RunFacts facts)
    {
        var (id, outside) = ($"by-month-{of.Measure.Name.Replace('_', '-')}", of.Rows.Count(row => IsOutside(table, row)));
        var title = outside > 0 ? $"{of.Measure.Title}: {outside} {(outside == 1 ? "month lies" : "months lie")} beyond the limits of chance" : of.Rows.Exists(row => table[row, "centre"].Number is not null) ? $"{of.Measure.Title}: no month lies beyond the limits of chance" : $"{of.Measure.Title} month by month";
        var unit = of.Measure.IsMoney ? "Pounds a day" : $"{of.Measure.Title} a day";
        return new Figure(id, MonthlyTrend.Draw([.. of.Rows.Select(row => Point(table, row))], (unit, of.Measure.IsMoney ? Format.ShortPounds : Number), title),
            $"{of.Measure.Title} a day by month, with mean and limits of chance, {facts.Place}, {facts.Years[0]}{(facts.Years.Count > 1 ? $" to {facts.Year}" : "")}", facts.Source,
            table.Part(id, title, of.Rows, "year", "month", "measure", "state", "days", "people", "events", "cost", "per_day", "centre", "lower", "upper", "verdict"));
    }

    private static string Number(double value) => value >= 1000 ? Format.ShortWhole(value) : value.ToString("0.##", CultureInfo.InvariantCulture);

    private static MonthPoint Point(ResultTable table, int row) => new(
        Month(table, row), table[row, "per_day"].Number, table[row, "centre"].Number, table[row, "lower"].Number, table[row, "upper"].Number, IsOutside(table, row), table.Text(row, "verdict") == ControlLimits.LeftOut);

    private static DateOnly Month(ResultTable table, int row) => DateOnly.ParseExact(table.Text(row, "month"), "yyyy-MM", CultureInfo.InvariantCulture);

    private static bool IsOutside(ResultTable table, int row) => table.Text(row, "verdict") is ControlLimits.Above or ControlLimits.Below;

    private static string Headline(ResultTable table, List<int> outside, IEnumerable<int> all) => outside.Count switch
    {
        0 when !all.Any(row => table[row, "centre"].Number is not null) => "Care and cost month by month",
        0 => "No month lies beyond the limits of chance",
        1 => $"{table.Text(outside[0], "measure_title")} in {Name(table, outside[0])}: {(table.Text(outside[0], "verdict") == ControlLimits.Above ? "higher" : "lower")} than chance explains",
        var many => $"{many} monthly figures lie beyond the limits of chance",
    };

    private static string Name(ResultTable table, int row) => Month(table, row).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Says(ResultTable table, int row) =>
        $"{table.Text(row, "measure_title")} in {Name(table, row)}: {Daily(table, row)} a day, where {Text(table[row, "lower"], table, row)} to {Text(table[row, "upper"], table, row)} would be within chance.";

    private static string Daily(ResultTable table, int row) => Text(table[row, "per_day"], table, row);

    private static string Text(Cell cell, ResultTable table, int row) => table.Text(row, "measure") == MonthMeasures.Cost ? Format.Pounds(cell) : cell.Number is { } number ? number.ToString("0.0", CultureInfo.InvariantCulture) : cell.Csv;

    private static DataTable List(ResultTable table, List<(MonthMeasure Measure, List<int> Rows)> measures, RunFacts facts)
    {
        var cells = measures.SelectMany(measure => measure.Rows).ToDictionary(row => (table.Text(row, "month"), table.Text(row, "measure")), row => row);
        var months = cells.Keys.Select(key => key.Item1).Distinct().Order(StringComparer.Ordinal).ToList();
        return new DataTable($"{(measures.Count == 1 ? "The same" : "All of them")} in figures, {facts.Place}", ["Month", .. measures.SelectMany(measure => new[] { measure.Measure.Title, "a day" })],
            [.. months.Select(month => (IReadOnlyList<string>)[Label(month), .. measures.SelectMany(measure => cells.TryGetValue((month, measure.Measure.Name), out var row) ? Cells(table, row) : ["", ""])])]);
    }

    private static string Label(string month) => MonthlyTrend.Short(DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture));

    private static string[] Cells(ResultTable table, int row) => table.Text(row, "state") != MonthResults.Whole
        ? [table.Text(row, "state"), ""]
        : [table.Text(row, "measure") == MonthMeasures.Cost ? Format.Pounds(table[row, "cost"]) : Format.Count(table[row, "events"]), Daily(table, row)];

    private static string Care(ResultTable table, List<int> rows)
    {
        var leftOut = rows.Where(row => table.Text(row, "verdict") == ControlLimits.LeftOut).Select(row => $"{Format.Inside(table.Text(row, "measure_title"))} in {MonthlyTrend.Short(Month(table, row))}").ToList();
        var open = rows.Where(row => table.Text(row, "state") != MonthResults.Whole).Select(row => MonthlyTrend.Short(Month(table, row))).Distinct().ToList();
        return "A stay counts in the month of its discharge unless the job says otherwise. Cost here is that of care which counts on one day: packages that go on are in no month. With so many months one or another lies outside by chance too; winter does each year."
            + (leftOut.Count > 0 ? $" Hollow, and not in the limits, for under a third of a usual month came: {string.Join("; ", leftOut.Take(6))}{(leftOut.Count > 6 ? $" and {leftOut.Count - 6} more" : "")}." : "")
            + (open.Count > 0 ? $" Not over, so not shown: {string.Join(", ", open.Take(12))}." : "");
    }
}
