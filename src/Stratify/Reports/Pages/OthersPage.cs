using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What people with each condition cost by how many others they have: the picture by which Symphony told its story.</summary>
internal static class OthersPage
{
    private static readonly (string Name, string Mark, string Head)[] Bands = [("0", "0", "Alone"), ("1", "1", "1 other"), ("2", "2", "2 others"), ("3 or more", "3+", "3 or more others")];

    /// <summary>None where too few people have any condition to be shown.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        var costs = results["cost_by_condition_and_others"];
        var spokes = Spokes(costs, facts.Year);
        if (spokes.Count == 0) { yield break; }
        var headline = Headline(costs, facts.Year);
        yield return new Page("Each condition with others", headline,
        [
            new Paragraph("Each spoke is a condition, and each line the people who have it with so many others: alone, with one, with two, with three or more. Where the lines lie far apart, what else people have says more than the condition itself."),
            new Figure("condition-others", Radar.Draw(spokes, [.. Bands.Select(band => band.Mark)], headline),
                $"Mean cost a person by condition and number of other conditions{(Seen(costs, facts.Year) > spokes.Count ? $", the {spokes.Count} commonest of {Seen(costs, facts.Year)}" : "")}, {facts.Place}, {facts.Year}", facts.Source,
                costs.Part("condition-others", headline, costs.Where(("year", facts.Year)), "year", "condition", "others", "people", "mean_cost")),
            List(costs, facts.Year, "Mean cost a person by number of other conditions", row => Format.Pounds(costs[row, "mean_cost"])) with { IsPrinted = false },
            List(costs, facts.Year, "People by number of other conditions", row => Format.Count(costs[row, "people"])) with { IsPrinted = false },
            new Caveat("A person with several conditions is under each of them, so nothing adds up over conditions. Areas mean nothing in such a picture: read along one spoke. Who has more conditions is also older, which is not allowed for here."),
        ]);
    }

    /// <summary>The commonest conditions; among them those of which all bands may be seen and then the costliest first, by people with the most others.</summary>
    private static List<RadarSpoke> Spokes(ResultTable costs, string year) =>
        [.. Shown(costs, year).OrderByDescending(condition => condition.Sum(row => costs[row, "people"].Number ?? 0)).Take(Radar.Most)
            .Select(condition => new RadarSpoke(condition.Key, [.. Bands.Select(band => condition.Where(row => costs.Text(row, "others") == band.Name).Select(row => costs[row, "mean_cost"].Number).FirstOrDefault())]))
            .OrderByDescending(spoke => spoke.Values.All(value => value is not null)).ThenByDescending(spoke => spoke.Values.Last(value => value is not null))];

    private static int Seen(ResultTable costs, string year) => Shown(costs, year).Count();

    private static IEnumerable<IGrouping<string, int>> Shown(ResultTable costs, string year) =>
        costs.Where(("year", year)).GroupBy(row => costs.Text(row, "condition")).Where(condition => condition.Any(row => costs[row, "mean_cost"].Number is not null));

    /// <summary>Of the commonest condition of which both ends may be seen.</summary>
    private static string Headline(ResultTable costs, string year)
    {
        var ends = costs.Where(("year", year)).GroupBy(row => costs.Text(row, "condition"))
            .Select(condition => (Name: condition.Key, People: condition.Sum(row => costs[row, "people"].Number ?? 0), Alone: At(condition, Bands[0].Name), Many: At(condition, Bands[^1].Name)))
            .Where(condition => condition is { Alone: > 0, Many: not null }).OrderByDescending(condition => condition.People).ToList();
        return ends.Count > 0 && ends[0].Many / ends[0].Alone is { } ratio and >= 1.5
            ? $"{ends[0].Name} with three or more others costs {Format.Times(ratio)} as much as alone"
            : "What each condition costs by the number of others";

        double? At(IEnumerable<int> rows, string band) => rows.Where(row => costs.Text(row, "others") == band).Select(row => costs[row, "mean_cost"].Number).FirstOrDefault();
    }

    private static DataTable List(ResultTable costs, string year, string caption, Func<int, string> cell) => new(caption, ["Condition", .. Bands.Select(band => band.Head)],
        [.. costs.Where(("year", year)).GroupBy(row => costs.Text(row, "condition")).Select(condition => (IReadOnlyList<string>)
            [condition.Key, .. Bands.Select(band => condition.Where(row => costs.Text(row, "others") == band.Name).Select(cell).FirstOrDefault() ?? "0")])]);
}
