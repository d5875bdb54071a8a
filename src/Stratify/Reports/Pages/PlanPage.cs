using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What would have to be true of one change of service.</summary>
public static class PlanPage
{
    private const string Nobody = "no effect";

    /// <param name="scenario">Its title, and where it comes from.</param>
    /// <param name="tables">By setting, and by payer.</param>
    /// <param name="beside">What published programmes were found to do, and the run.</param>
    public static Page Make((string Title, string Source) scenario, ResultTable net, (ResultTable Settings, ResultTable Payers) tables, (IReadOnlyList<(string Of, string Found, string Source)> Evidence, RunFacts Facts) beside)
    {
        var (name, year) = (net.Text(0, "scenario"), net.Text(0, "year"));
        var headline = Headline(scenario.Title, net);
        if (net[0, "people"].IsHidden || net[0, "people"].Number is not > 0) { return new Page($"What if: {scenario.Title}", headline, [new Bullets(PlanWords.Of(net)), new Caveat($"Where it comes from: {scenario.Source}.")]); }
        var shown = Enumerable.Range(0, tables.Settings.Rows.Count).Where(row => tables.Settings[row, "cost_before"].Number is > 0).ToList();
        return new Page($"What if: {scenario.Title}", headline,
        [
            new Bullets(PlanWords.Of(net)),
            new Figure($"scenario-{name}", Dumbbell.Draw([.. shown.Select(row => Row(tables.Settings, row))], ("Now", "As the scenario has it", "Change a year"), headline),
                $"Cost a year of the scenario's people by setting, with 95% intervals of the change, {beside.Facts.Place}, {year}", beside.Facts.Source,
                tables.Settings.Part($"scenario-{name}", headline, shown, "scenario", "year", "setting", "cost_before", "cost_change", "cost_change_lower", "cost_change_upper")),
            Settings(tables.Settings),
            Payers(tables.Payers),
            new DataTable("What programmes of joined-up care were found to do", ["Programme", "Found", "Source"], [.. beside.Evidence.Select(found => (IReadOnlyList<string>)[found.Of, found.Found, found.Source])]) { Words = [1, 2], Sentences = [0, 1, 2] },
            new Caveat($"Where it comes from: {scenario.Source}. Nothing here is a forecast: each change is what the scenario states, zero where it states none, and whether anything changed can be told only by a comparison group. Intervals hold the stated ranges and how people's costs differ from year to year; they do not hold that the ranges are wrong. Falls of cost free no cash until somebody closes what they freed."),
        ]);
    }

    private static string Headline(string title, ResultTable net) => (net[0, "net_lower"].Number, net[0, "net_upper"].Number, net[0, "net"].Number) switch
    {
        (null, _, _) or (_, null, _) => net[0, "shared"].Number is > 0 ? $"{title}: its people are all in an earlier scenario" : $"{title}: too few people to say what it would change",
        ( > 0, _, _) => $"{title}: as stated, it costs more than it frees",
        (_, < 0, _) => $"{title}: as stated, it frees more than it costs",
        _ => $"{title}: it may cost more than it frees, or less",
    };

    private static DumbbellRow Row(ResultTable table, int row)
    {
        var (from, change) = (table[row, "cost_before"].Number ?? 0, table[row, "cost_change"].Number ?? 0);
        return new DumbbellRow(Setting.Of(table.Text(row, "setting")).Title, from, from + change, change == 0 ? Nobody : Format.Change(change))
        {
            Interval = (table[row, "cost_change_lower"].Number ?? 0, table[row, "cost_change_upper"].Number ?? 0) is var (lower, upper) && upper > lower ? (lower, upper) : null,
        };
    }

    private static DataTable Settings(ResultTable table) => new("Setting by setting, a year", ["Setting", "Users", "Cost", "Change", "Change of cost", "95% from", "to", "Activity", "Change"],
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (IReadOnlyList<string>)
        [
            Setting.Of(table.Text(row, "setting")).Title, Format.Count(table[row, "users"]), Format.Pounds(table[row, "cost_before"]), Range(table, row), Format.Pounds(table[row, "cost_change"]),
            Format.Pounds(table[row, "cost_change_lower"]), Format.Pounds(table[row, "cost_change_upper"]), Format.Count(table[row, "activity_before"]), Format.Count(table[row, "activity_change"]),
        ])]);

    private static string Range(ResultTable table, int row)
    {
        var (least, likely, most) = (table[row, "change_least"].Number ?? 0, table[row, "change_likely"].Number ?? 0, table[row, "change_most"].Number ?? 0);
        return least == 0 && most == 0 ? "none" : least == most ? Percent(likely) : $"{Percent(least)} to {Percent(most)}";
    }

    private static string Percent(double share) => share.ToString("+0.#%;-0.#%;0%", CultureInfo.InvariantCulture);

    private static DataTable Payers(ResultTable table) => new("Who pays, a year", ["Payer", "Care", "Programme", "Both"],
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (IReadOnlyList<string>)[Payer.Of(table.Text(row, "payer")).Title, Format.Pounds(table[row, "care_change"]), Format.Pounds(table[row, "programme_cost"]), Format.Pounds(table[row, "net"])])]);
}
