using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Hospital stays that published rules have in scope, what is known of changing that, and how much would have to change to be seen.</summary>
internal static class ScopePage
{
    internal const string Kicker = "In scope, which is not a saving";

    private const int Told = 3;

    /// <summary>No page where no admitted care was loaded, or nobody was registered.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "opportunity") is not { } rules || !rules.Where(("year", facts.Year)).Any()) { yield break; }
        var all = rules.Where(("year", facts.Year)).ToList();
        var seen = all.Where(row => rules[row, "people"] is ValueCell).ToList();
        var counted = seen.Where(row => rules[row, "net_cost"].Number is > 0).OrderByDescending(row => rules[row, "net_cost"].Number).ToList();
        var headline = Headline(rules, all);
        yield return new Page(Kicker, headline,
        [
            new Paragraph($"{all.Count} published rules ask of each stay in hospital whether something else, or less of it, might have been possible: a condition that other care could have met, care on the same day in place of a bed, or fewer nights. A stay that several rules have counts once, under the first of them, so that what counts once adds up; stays, nights and cost by themselves do not."),
            .. counted.Count == 0 ? Array.Empty<Block>() : [Chart(rules, counted, headline, facts)],
            .. seen.Count == 0 ? Array.Empty<Block>() : [List(rules, seen, all.Count(row => rules[row, "people"].IsHidden))],
            .. Convertible(rules, counted),
            new Heading("What would have to vanish"),
            .. Required(results["required_reduction"], facts.Year),
            new Caveat("A stay in scope is one that a rule has, and nobody knows how many of them care outside hospital would prevent. Programmes that target ambulatory care sensitive conditions or costly people have not reliably cut admissions (Orlowski and others 2021, a review of 20 papers), and emergency admissions rose by 9% among people case-managed in England's integrated care pilots. What a change did has to be held against people like those whom it was for, who did not have it."),
        ]);
    }

    private static string Headline(ResultTable rules, IReadOnlyList<int> all) => all.Where(row => rules.Text(row, "lever") != "length_of_stay").Sum(row => rules[row, "net_cost"].Number ?? 0) is var pounds and > 0
        ? $"Published rules have {(all.Any(row => rules.Text(row, "lever") != "length_of_stay" && rules[row, "net_cost"].IsHidden) ? "at least " : "")}{Format.ShortPounds(pounds)} of hospital admissions in scope; how much could be done without, they do not say"
        : "Which hospital stays published rules have in scope";

    private static Figure Chart(ResultTable rules, IReadOnlyList<int> counted, string headline, RunFacts facts) => new("in-scope",
        SideBars.Draw([.. counted.Select(row => new SideBar(rules.Text(row, "title"), 0, rules[row, "net_cost"].Number ?? 0, Format.ShortPounds(rules[row, "net_cost"].Number ?? 0)))], headline, 600, 300),
        $"Cost of stays in scope by rule, each stay once, {facts.Place}, {facts.Year}", facts.Source,
        rules.Part("in-scope", headline, counted, "year", "rule", "title", "lever", "people", "net_admissions", "net_cost"));

    private static DataTable List(ResultTable rules, IReadOnlyList<int> seen, int hidden) => new(
        $"Stays in scope by rule, in the order in which they count once{(hidden == 0 ? "" : $"; {hidden} more {(hidden == 1 ? "rule has" : "rules have")} too few people to be shown")}",
        ["Rule", "What would change", "People", "Stays", "Nights", "Cost", "Stays, once", "Cost, once"],
        [.. seen.Select(row => (IReadOnlyList<string>)
        [
            rules.Text(row, "title"), Lever(rules.Text(row, "lever")), Format.Count(rules[row, "people"]), Format.Count(rules[row, "admissions"]), Format.Count(rules[row, "nights"]), Format.Pounds(rules[row, "cost"]),
            Format.Count(rules[row, "net_admissions"]), Format.Pounds(rules[row, "net_cost"]),
        ])])
    {
        Words = [0, 1],
        Sentences = [0, 1],
    };

    /// <summary>Where something is published of how much of such care could be given otherwise.</summary>
    private static IEnumerable<Block> Convertible(ResultTable rules, IReadOnlyList<int> counted)
    {
        var told = counted.Where(row => rules[row, "convertible_high"].Number is > 0).ToList();
        if (told.Count > 0)
        {
            yield return new Paragraph($"Of the cost that counts once, the Directory of Ambulatory Emergency Care takes as convertible to care on the same day: {string.Join("; ", told.Select(row => $"{Format.Inside(rules.Text(row, "title"))} {Format.Between(rules[row, "convertible_low"], rules[row, "convertible_high"], Format.Pounds)}"))}. Care on the same day costs too.");
        }
    }

    private static string Lever(string lever) => lever switch { "avoidance" => "no admission", "shift_to_sdec" => "same day care", _ => "fewer nights" };

    private static IEnumerable<Block> Required(ResultTable required, string year)
    {
        var seen = required.Where(("year", year)).Where(row => required[row, "emergency_admissions"].Number is > 0).ToList();
        if (seen.Count == 0)
        {
            yield return new Paragraph("No cohort has emergency admissions of enough people to say what share of them would have to vanish for everybody's to fall.");
            yield break;
        }
        var scheme = required.Text(seen[0], "scheme");
        yield return new Bullets([.. seen.Where(row => required.Text(row, "scheme") == scheme).OrderByDescending(row => required[row, "emergency_admissions"].Number).Take(Told).Select(row =>
            $"{required.Text(row, "title")}: for everybody's emergency admissions to fall by 1%, {Share(required[row, "admissions_for_1"])} of the {Format.Count(required[row, "emergency_admissions"])} that these people had would have to vanish, and for 10% {Share(required[row, "admissions_for_10"])}; "
            + $"for all cost to fall by 1%, {Share(required[row, "cost_for_1"])} of what they cost, and for 10% {Share(required[row, "cost_for_10"])}.")]);
        var never = seen.Count(row => required[row, "admissions_for_10"] is NotApplicableCell);
        yield return new Paragraph($"Of the {seen.Count} cohorts of all schemes whose emergency admissions may be shown, in {never} not even all of them would be enough for a fall by 10%. tables/required_reduction.csv has every cohort.");
    }

    private static string Share(Cell cell) => cell is NotApplicableCell ? "more than all (impossible)" : Format.Share(cell);
}
