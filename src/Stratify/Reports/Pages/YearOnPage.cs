using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What became of the costliest people a year on, when nothing was done to them for it: what any programme for such people must be held against.</summary>
internal static class YearOnPage
{
    private static readonly string[] _bands = ["costliest 1%", "next 4%", "next 15%", "next 30%", "other half"];

    /// <summary>None where the run has no two years that follow each other.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "persistence") is not { } table) { yield break; }
        var rows = table.Where(("next_year", facts.Year)).Where(row => table[row, "people"].Number is not null).ToList();
        if (rows.Count == 0) { yield break; }
        var before = table.Text(rows[0], "year");
        var headline = Headline(table, rows, before);
        yield return new Page("A year on", headline,
        [
            new Paragraph($"People who are chosen because they cost much cost less afterwards, whatever is done: some were ill for once, some die. These were chosen by their cost in {before} and followed into {facts.Year}, with no programme for them."),
            .. Chart(table, rows, (before, headline), facts),
            new DataTable($"The costliest of {before}, a year on", ["Costliest", "People", "Died", "Still here", "Still as costly", "Mean before", "Mean after", "Fall"],
                [.. rows.Select(row => (IReadOnlyList<string>)
                [
                    Part(table.Text(row, "top_share")), Format.Count(table[row, "people"]), Format.Count(table[row, "died"]), Format.Count(table[row, "stayed"]), table.Text(row, "top_share") == "1.0" ? "" : Format.Share(table[row, "share_still_top"]),
                    Format.Pounds(table[row, "mean_before"]), Format.Pounds(table[row, "mean_after"]), Format.Pounds(table[row, "fall"]),
                ])]),
            .. Moves(results["cost_transitions"], before),
            new Caveat("Means before and after are of those still registered. Any before-and-after of people chosen on cost contains this fall: without a comparison group chosen in the same way, it shows no effect of anything."),
        ]);
    }

    private static string Headline(ResultTable table, IReadOnlyList<int> rows, string before)
    {
        var top = rows.Where(row => table.Text(row, "top_share") is "0.05" or "0.1" or "0.2").FirstOrDefault(-1);
        return top >= 0 && table[top, "share_still_top"].Number is { } still && table[top, "fall"].Number is { } fall
            ? $"Of the costliest {Part(table.Text(top, "top_share"))} in {before}, {Format.Percent(still)} of those still here are as costly a year on; their mean {(fall > 0 ? $"fell by {Format.Pounds(fall)}" : $"rose by {Format.Pounds(-fall)}")} untouched"
            : $"The costliest of {before}, a year on";
    }

    private static IEnumerable<Block> Chart(ResultTable table, IReadOnlyList<int> rows, (string Before, string Headline) of, RunFacts facts)
    {
        var drawn = rows.Where(row => table[row, "mean_before"].Number is not null && table[row, "mean_after"].Number is not null).ToList();
        if (drawn.Count == 0) { yield break; }
        yield return new Figure("year-on", Dumbbell.Draw([.. drawn.Select(row => Fall(table, row))], (of.Before, facts.Year, "Change"), of.Headline),
            $"Mean cost a person of the costliest of {of.Before} who are still registered, then and a year on, {facts.Place}", facts.Source,
            table.Part("year-on", of.Headline, drawn, "year", "next_year", "top_share", "people", "stayed", "mean_before", "mean_after", "fall", "fall_lower", "fall_upper"));
    }

    private static DumbbellRow Fall(ResultTable table, int row)
    {
        double? Number(string column) => table[row, column].Number;
        var (part, fall) = (Part(table.Text(row, "top_share")), Number("fall") ?? 0);
        var interval = (Number("fall_lower"), Number("fall_upper")) is ({ } lower, { } upper) ? (-upper, -lower) : ((double, double)?)null;
        return new DumbbellRow(part == "everybody" ? "Everybody" : $"Costliest {part}", Number("mean_before") ?? 0, Number("mean_after") ?? 0, Format.Change(-fall))
        {
            Interval = interval,
            Note = interval is var (least, most) ? $"{Format.Change(least)} to {Format.Change(most)}" : "",
        };
    }

    private static IEnumerable<Block> Moves(ResultTable moves, string before)
    {
        string[] after = [.. _bands, "died", "left"];
        var cells = moves.Where(("year", before)).ToDictionary(row => (moves.Text(row, "before"), moves.Text(row, "after")), row => Format.Count(moves[row, "people"]));
        yield return new DataTable($"From where people stood by cost in {before} to where they stand a year on", ["Stood", .. after],
            [.. _bands.Append("not registered").Select(band => (IReadOnlyList<string>)[band, .. after.Select(to => cells.GetValueOrDefault((band, to), band == "not registered" && to is "died" or "left" ? "" : "0"))])]);
    }

    private static string Part(string share) => share == "1.0" ? "everybody" : Format.Percent(double.Parse(share, System.Globalization.CultureInfo.InvariantCulture));
}
