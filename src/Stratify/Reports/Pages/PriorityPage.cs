using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Which cohorts of a scheme to look at first, why each stands where it does, and what would not survive scrutiny.</summary>
internal static class PriorityPage
{
    private const int Explained = 3;

    internal static Page Make(ResultSet results, RunFacts facts, string scheme)
    {
        var table = results["priorities"];
        var rows = table.Where(("scheme", scheme), ("year", facts.Year)).Where(row => table[row, "priority"].Number is not null).ToList();
        var title = results["cohorts"].Where(("scheme", scheme)).Select(row => results["cohorts"].Text(row, "scheme_title")).First();
        var headline = Headline(table, rows);
        return new Page($"Where to look first: {title}", headline,
        [
            new Paragraph($"Each cohort has a place by each of these: {string.Join("; ", RankComponents.All.Where(component => rows.Exists(row => table[row, $"place_{component.Name}"].Number is not null)).Select(component => Format.Inside(component.Title)))}. {Weighed(table, rows)}"),
            new Figure($"priorities-{scheme}", PlaceRanges.Draw([.. rows.Take(PlaceRanges.Most).Select(row => PlaceRange.Of(table, row))], headline),
                $"Place, with the 90% interval by chance between people (dark) and the places that nine tenths of all weights give (light): {title}, {facts.Place}, {facts.Year}", facts.Source,
                table.Part($"priorities-{scheme}", headline, rows.Take(PlaceRanges.Most), "scheme", "cohort", "title", "year", "people", "priority", "priority_lower", "priority_upper", "weights_lower", "weights_upper")),
            .. rows.Count < 2 ? Array.Empty<Block>() : [new Heading("Why the first stand where they do"), new Bullets([.. rows.Take(Explained).Select(row => Why(table, row, rows.Count))])],
            List(table, rows),
            .. Shared(results, scheme, facts.Year),
            new Caveat("A place says where to look, and no more: nothing here shows that any of this cost can be avoided. Cost beyond what is expected may be need that age, sex and deprivation do not tell. A cohort chosen because it is costly will cost less next year whatever is done."),
        ]);
    }

    private static string Headline(ResultTable table, IReadOnlyList<int> rows)
    {
        if (rows.Count < 2) { return "Too few cohorts can be seen to put them in order"; }
        var first = rows[0];
        return (table[first, "priority_upper"].Number, table[first, "weights_upper"].Number) switch
        {
            (1, 1) => $"First, under nearly all weights: {table.Text(first, "title")}",
            (1, { } worst) => $"First: {table.Text(first, "title")}; under other weights it may be {Ordinal(worst)}",
            ({ } chance, _) => $"First: {table.Text(first, "title")}; by chance alone it could be {Ordinal(chance)}",
            _ => "Cohorts in the order of their places",
        };
    }

    private static string Weighed(ResultTable table, IReadOnlyList<int> rows) => rows.Count == 0 ? "" : $"Their weights: {table.Text(rows[0], "weights")}.";

    /// <summary>From the figures alone: the best and the worst of its places, and how far they hold.</summary>
    private static string Why(ResultTable table, int row, int cohorts)
    {
        var places = RankComponents.All.Select(component => (Component: component, Place: table[row, $"place_{component.Name}"].Number)).Where(place => place.Place is not null).Select(place => (place.Component, Place: place.Place!.Value)).ToList();
        var (best, worst) = (places.MinBy(place => place.Place), places.MaxBy(place => place.Place));
        var (lower, upper) = (table[row, "priority_lower"], table[row, "priority_upper"]);
        return $"{table.Text(row, "title")}: {Format.Count(table[row, "people"])} people. {Sentence(best.Component, best.Place, table, row)}"
            + (worst.Place > best.Place ? $" {Sentence(worst.Component, worst.Place, table, row)}" : "")
            + $" In nine of ten samples of people it comes {(lower == upper ? Ordinal(lower.Number ?? 0) : $"between {Ordinal(lower.Number ?? 0)} and {Ordinal(upper.Number ?? 0)}")}, and under nine of ten sets of weights between {Ordinal(table[row, "weights_lower"].Number ?? 0)} and {Ordinal(table[row, "weights_upper"].Number ?? 0)} of {cohorts}."
            + (table[row, "front"].Number is 1 ? " No other cohort is as well placed in everything." : " Some other cohort is as well placed in everything, and better in something.")
            + (table[row, "priority_of_large"].Number is null ? " It is small, and no risk pool by itself." : "");
    }

    private static string Sentence(RankComponent component, double place, ResultTable table, int row) => component.Name switch
    {
        RankComponents.ExcessCost => table[row, "excess_cost"].Number is { } pounds ? $"It costs {Format.Pounds(Math.Abs(pounds))} {(pounds < 0 ? "less" : "more")} than is expected of people of their age, sex and deprivation ({Ordinal(place)})." : "",
        RankComponents.SettingsUsed => $"Its people use {Format.Decimal(table[row, "settings_used"])} settings each ({Ordinal(place)}).",
        RankComponents.InScope => $"By the cost of care in scope it comes {Ordinal(place)}.",
        RankComponents.Stability => $"Its mean cost varies by {Format.Share(table[row, "stability"])} from year to year by chance ({Ordinal(place)}).",
        _ => $"{Format.Share(table[row, "persistence"])} of its people are in the same tenth of cost as the year before ({Ordinal(place)}).",
    };

    private static DataTable List(ResultTable table, IReadOnlyList<int> rows) => new(
        "Cohorts by place, and what each place is made of" + (rows.Count > PlaceRanges.Most ? $"; the first {PlaceRanges.Most}, tables/priorities.csv has all" : ""),
        ["Cohort", "Place", "90% interval", "Beyond expected", "Settings", "Place in scope", "Steady to", "Front"],
        [.. rows.Take(PlaceRanges.Most).Select(row => (IReadOnlyList<string>)
        [
            table.Text(row, "title"), Format.Count(table[row, "priority"]), Format.Between(table[row, "priority_lower"], table[row, "priority_upper"], Format.Count), Format.Pounds(table[row, "excess_cost"]),
            Format.Decimal(table[row, "settings_used"]), Format.Count(table[row, "place_in_scope"]), Format.Share(table[row, "stability"]), Format.Count(table[row, "front"]),
        ])]);

    /// <summary>Of sets, the pairs that share most, so that nobody is counted twice.</summary>
    private static IEnumerable<Block> Shared(ResultSet results, string scheme, string year)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "cohort_overlap") is not { } overlap) { yield break; }
        var rows = overlap.Where(("scheme", scheme), ("year", year)).Where(row => overlap[row, "jaccard"].Number is not null).OrderByDescending(row => overlap[row, "jaccard"].Number).Take(8).ToList();
        if (rows.Count == 0) { yield break; }
        yield return new DataTable("Cohorts that share the most people: choose both, and these count once", ["Cohort", "Other", "In both", "Part of the first", "Part of the other", "Cost of both"],
            [.. rows.Select(row => (IReadOnlyList<string>)[overlap.Text(row, "title"), overlap.Text(row, "other_title"), Format.Count(overlap[row, "both"]), Format.Share(overlap[row, "share_of_cohort"]), Format.Share(overlap[row, "share_of_other"]), Format.Pounds(overlap[row, "cost"])])])
        { Words = [0, 1] };
    }

    private static string Ordinal(double place) => (long)place switch
    {
        var number when number % 100 is 11 or 12 or 13 => $"{number}th",
        var number => $"{number}{(number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" }}",
    };
}
