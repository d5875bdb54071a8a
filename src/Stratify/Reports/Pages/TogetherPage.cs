using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Which services the same people use: where care that is joined up would meet.</summary>
internal static class TogetherPage
{
    private const int Most = 12;

    internal static Page Make(ResultSet results, RunFacts facts)
    {
        var combinations = results["setting_combinations"];
        var shown = combinations.Where(("year", facts.Year)).Where(row => !combinations[row, "people"].IsHidden && combinations.Text(row, "settings") != "none")
            .OrderByDescending(row => combinations[row, "cost"].Number).Take(Most).ToList();
        var headline = Headlines.Together(combinations, results["population"], facts.Year);
        // Where one person has nearly all the pounds, the mean is hidden though the people may be seen: such a column would stand on £0.
        var drawn = shown.Where(row => combinations[row, "mean_cost"].Number is not null).Take(UpsetPlot.Most).ToList();
        return new Page("Where services meet", headline,
        [
            new Paragraph("Each person stands in one row: the set of settings from which they had a contact in the year. Organisations that share a row share its people."),
            new Figure("settings-together", UpsetPlot.Draw([.. drawn.Select(row => new Combination(Titles(combinations.Text(row, "settings")), combinations[row, "people"].Number ?? 0, combinations[row, "mean_cost"].Number!.Value))], headline),
                $"People and mean cost a person of {Format.Inside(Largest(drawn.Count))}, {facts.Place}, {facts.Year}", facts.Source,
                combinations.Part("settings-together", headline, drawn, "year", "settings", "people", "cost", "mean_cost")),
            new DataTable(Largest(shown.Count), ["Settings used by the same people", "People", "Cost", "Cost a person"],
                [.. shown.Select(row => (IReadOnlyList<string>)[Names(combinations.Text(row, "settings")), Format.Count(combinations[row, "people"]), Format.Pounds(combinations[row, "cost"]), Format.Pounds(combinations[row, "mean_cost"])])]) { IsPrinted = false },
            Settings(results["cost_by_setting"], results["payer_by_setting"], facts.Year),
            new Caveat("Combinations of 1 to 7 people are hidden and not counted in the headline. That people use several services does not show that one of them could be done without."),
        ]);
    }

    private static string Largest(int seen) => seen switch { 0 => "Combinations of settings", 1 => "The one combination of settings that may be shown", _ => $"The {seen} combinations of settings with the largest cost" };

    private static string[] Titles(string settings) => [.. Setting.All.Where(setting => settings.Split('+').Contains(setting.Name)).Select(setting => setting.Title)];

    private static string Names(string settings) => string.Join(" + ", Titles(settings).Select((title, i) => i == 0 ? title : Format.Inside(title)));

    private static DataTable Settings(ResultTable settings, ResultTable payers, string year) => new(
        $"Cost of each setting and who pays{Unused(settings, year)}",
        ["Setting", "Payer", "People", "Contacts", "Cost", "Cost a user"],
        [.. settings.Where(("year", year)).Where(row => !IsUnused(settings, row)).Select(row => (IReadOnlyList<string>)
        [
            Setting.Of(settings.Text(row, "setting")).Title, Payers(payers, settings.Text(row, "setting"), year), Format.Count(settings[row, "users"]), Format.Count(settings[row, "contacts"]), Format.Pounds(settings[row, "cost"]),
            Format.Pounds(settings[row, "mean_cost_per_user"]),
        ])])
    {
        Words = [0, 1],
    };

    private static bool IsUnused(ResultTable settings, int row) => settings[row, "users"] is ZeroCell && settings[row, "cost"] is ZeroCell;

    private static string Unused(ResultTable settings, string year)
    {
        var unused = settings.Where(("year", year)).Where(row => IsUnused(settings, row)).Select(row => Format.Inside(Setting.Of(settings.Text(row, "setting")).Title)).ToList();
        return unused.Count == 0 ? "" : $" (nothing was received for {string.Join(" and ", unused)})";
    }

    private static string Payers(ResultTable payers, string setting, string year) =>
        string.Join(", ", payers.Where(("year", year), ("setting", setting)).Select(row => Payer.Of(payers.Text(row, "payer")).Title).Distinct());
}
