using System.Globalization;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Measures of joined-up care month by month, between limits of chance, with what is a sign of change.</summary>
internal static class MetricTrendsPage
{
    /// <summary>Drawn first, where they are told: those that a board asks after.</summary>
    private static readonly string[] Leading = ["emergency_65", "acsc_chronic", "usual_residence", "discharge_delay", "emergency_bed_days_65", "ae_type1", "settings_after_discharge", "community_contacts"];

    /// <summary>None where no measure is shown in as many months as limits need.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Find(MetricResults.Months) is not { } table) { yield break; }
        var all = Enumerable.Range(0, table.Rows.Count).GroupBy(row => table.Text(row, "metric")).Select(metric => metric.OrderBy(row => table.Text(row, "month"), StringComparer.Ordinal).ToList()).ToList();
        var held = all.Where(rows => rows.Exists(row => table[row, "centre"].Number is not null)).ToList();
        if (held.Count == 0) { yield break; }
        var changed = held.Count(rows => rows.Exists(row => IsSign(table, row)));
        yield return new Page(MetricsPage.Kicker, Headline(changed, held.Count),
        [
            new Paragraph("Each rate is held against its own other months. The limits are where nearly all months would lie if nothing changed but chance and what months usually differ by. Signs are those of NHS England's Making Data Count: a month beyond a limit, seven in a row on one side of the mean, seven in a row that rise or fall, or two of three near a limit."),
            Chart(table, held, facts),
            List(table, held, facts),
            .. Unheld(table, all.Except(held).ToList()),
            new Caveat(Care(table, held)),
        ]);
    }

    private static string Headline(int changed, int all) => (changed, all) switch
    {
        (0, 1) => "The one measure followed month by month shows no sign of change",
        (0, _) => $"None of {all} measures followed month by month shows a sign of change",
        (_, 1) => "The one measure followed month by month shows a sign of change",
        _ => $"{changed} of {all} measures followed month by month {(changed == 1 ? "shows" : "show")} a sign of change",
    };

    private static Figure Chart(ResultTable table, List<List<int>> held, RunFacts facts)
    {
        var drawn = held.OrderBy(rows => Array.IndexOf(Leading, table.Text(rows[0], "metric")) is >= 0 and var place ? place : Leading.Length).Take(ControlPanels.Most).ToList();
        var changed = drawn.Count(rows => rows.Exists(row => IsSign(table, row)));
        var title = changed == 0 ? "No sign of change in the leading measures" : $"{changed} of {drawn.Count} leading measures {(changed == 1 ? "shows" : "show")} a sign of change";
        return new Figure("metric-trends", ControlPanels.Draw([.. drawn.Select(rows => new ControlPanel(table.Text(rows[0], "title"), table.Text(rows[0], "unit"), [.. rows.Select(row => Point(table, row))]))], title),
            $"Rates by month with mean and limits of chance, each panel on a scale of its own that need not begin at 0, {facts.Place}, {facts.Years[0]}{(facts.Years.Count > 1 ? $" to {facts.Year}" : "")}", facts.Source,
            table.Part("metric-trends", title, drawn.SelectMany(rows => rows), "year", "month", "metric", "title", "state", "numerator", "person_years", "denominator", "unit", "rate", "centre", "lower", "upper", "sign", "series"));
    }

    private static ControlPoint Point(ResultTable table, int row) => new(
        Month(table, row), table[row, "rate"].Number, table[row, "centre"].Number, table[row, "lower"].Number, table[row, "upper"].Number,
        table.Text(row, "sign") switch { MetricLimits.LeftOut => PointKind.LeftOut, MetricLimits.Above or MetricLimits.Below => PointKind.Beyond, _ => IsSign(table, row) ? PointKind.Sign : PointKind.Usual });

    private static DateOnly Month(ResultTable table, int row) => DateOnly.ParseExact(table.Text(row, "month"), "yyyy-MM", CultureInfo.InvariantCulture);

    private static bool IsSign(ResultTable table, int row) => table.Text(row, "sign") is not ("" or MetricLimits.None or MetricLimits.LeftOut or MetricLimits.TooFew);

    private static DataTable List(ResultTable table, List<List<int>> held, RunFacts facts) => new($"All that are followed, {facts.Place}", ["Measure", "Mean", "Limits", "Last month", "Sign of change"],
        [.. held.Select(rows =>
        {
            var last = rows.Last(row => table[row, "rate"].Number is not null);
            var limits = rows.Last(row => table[row, "centre"].Number is not null);
            return (IReadOnlyList<string>)
            [
                $"{table.Text(last, "title")}, {table.Text(last, "unit")}", Number(table[limits, "centre"]), Format.Between(table[limits, "lower"], table[limits, "upper"], Number),
                $"{Number(table[last, "rate"])} ({MonthlyTrend.Short(Month(table, last))})", Signs(table, rows),
            ];
        })])
    { Words = [0, 4], Sentences = [0, 4] };

    private static string Number(Cell cell) => cell.Number is { } number ? ControlPanels.Number(number) : cell.Csv;

    /// <summary>Months that follow each other with one sign are told together.</summary>
    private static string Signs(ResultTable table, List<int> rows)
    {
        var told = new List<(string Sign, int First, int Last)>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!IsSign(table, rows[i])) { continue; }
            var sign = table.Text(rows[i], "sign");
            if (told.Count > 0 && told[^1].Sign == sign && told[^1].Last == i - 1) { told[^1] = told[^1] with { Last = i }; }
            else { told.Add((sign, i, i)); }
        }
        string Name(int i) => MonthlyTrend.Short(Month(table, rows[i]));
        return told.Count == 0 ? MetricLimits.None : string.Join("; ", told.Select(each => $"{each.Sign}, {Name(each.First)}{(each.Last > each.First ? $" to {Name(each.Last)}" : "")}"));
    }

    private static IEnumerable<Block> Unheld(ResultTable table, List<List<int>> rest)
    {
        var seen = rest.Where(rows => rows.Exists(row => table[row, "rate"].Number is not null)).ToList();
        if (seen.Count > 0) { yield return new Paragraph($"Shown in too few months for limits: {string.Join("; ", seen.Select(rows => $"{Format.Inside(table.Text(rows[0], "title"))} ({table.Text(rows[0], "series")})"))}."); }
    }

    private static string Care(ResultTable table, List<List<int>> held)
    {
        var broken = held.Where(rows => table.Text(rows[0], "series").Contains("broken", StringComparison.Ordinal)).Select(rows => $"{Format.Inside(table.Text(rows[0], "title"))} ({table.Text(rows[0], "series")})").ToList();
        return "A sign says that something changed, not why, and not that it is for the better: no counterfactual. Where nothing changes about one measure in twenty shows a sign in twelve months by chance, one in seven in two years and one in four in three; winter makes one each year, and so does a sender who begins or stops."
            + (broken.Count > 0 ? $" Rows of months end where one is hidden or not whole: {string.Join("; ", broken)}." : "");
    }
}
