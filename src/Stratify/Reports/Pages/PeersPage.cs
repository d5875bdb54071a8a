using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Practices, and neighbourhoods, against what is expected of them: no page where there are not two.</summary>
internal static class PeersPage
{
    private const int EachWay = 3, MostOfQuadrant = 12;

    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts) =>
        new[] { ("practices", "practice"), ("neighbourhoods", "neighbourhood") }.Where(kind => Named(results[kind.Item1], facts.Year) > 1).Select((kind, i) => Make(results[kind.Item1], kind, facts, isSaid: i > 0));

    private static int Named(ResultTable table, string year) => table.Where(("year", year)).Select(row => table.Text(row, "place")).Distinct().Count(place => place != PlaceResults.NotStated);

    private static Page Make(ResultTable table, (string Many, string One) kind, RunFacts facts, bool isSaid)
    {
        var all = PlaceMeasures.All.Select(measure => ComparedPlace.Of(table, facts.Year, measure.Name)).ToList();
        // Emergency admissions where they can be compared, else the first measure that can.
        var shown = all.OrderBy(places => places.Count == 0 || places[0].Measure != PlaceMeasures.Emergencies).FirstOrDefault(places => places.Count > 1);
        var kicker = $"Places against their peers: {kind.Many}";
        if (shown is null) { return new Page(kicker, $"{Capital(kind.Many)} have too few people to be held against each other", [new Paragraph($"Fewer than two {kind.Many} can be seen by any measure; tables/{kind.Many}.csv has what can.")]); }
        var measure = PlaceMeasures.Of(shown[0].Measure);
        var headline = Headline(shown, measure, kind);
        return new Page(kicker, headline,
        [
            new Paragraph($"Each {kind.One} is held against what its own people would have at the rates of everybody of their age and sex in {facts.Place}: 1 is as much as expected. {Chance(shown, kind.Many)}"),
            new Figure($"{kind.Many}-funnel", FunnelPlot.Draw(shown, Format.Inside(measure.Title), measure.IsMoney, headline), $"{measure.Title} over what is expected, by what is expected, {facts.Place}, {facts.Year}", facts.Source,
                table.Part($"{kind.Many}-funnel", headline, shown.Select(place => place.Row), "year", "place", "measure", "people", "events", "expected_events", "cost", "expected_cost", "ratio", "inner_lower", "inner_upper", "outer_lower", "outer_upper", "verdict_95", "verdict_998")),
            Largest(table, [.. all.SelectMany(places => places)], kind),
            .. Spending(table, kind, facts).Select(block => block with { IsPrinted = false }),
            new Caveat(Care(table, kind.Many, facts.Year, isSaid)),
        ]);
    }

    private static string Headline(IReadOnlyList<ComparedPlace> places, PlaceMeasure measure, (string Many, string One) kind)
    {
        var (outside, far) = (places.Count(place => place.IsOutside), places.Count(place => place.IsFarOutside));
        var what = $"from expected in {Format.Inside(measure.Title)}";
        return far > 0 ? $"{far} of {places.Count} {kind.Many} {(far == 1 ? "differs" : "differ")} {what} by more than chance"
            : outside > 0 ? $"{outside} of {places.Count} {kind.Many} may differ {what}, which chance can do"
            : $"No {kind.One} differs {what} by more than chance";
    }

    /// <summary>Many places are looked at, so some lie outside whatever they do.</summary>
    private static string Chance(IReadOnlyList<ComparedPlace> places, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"Of {places.Count} {many} about {places.Count * 0.05:0.#} would lie beyond the 95% limits by chance alone, and {(places.Count < 5 ? "next to none" : (places.Count * 0.002).ToString("0.##", CultureInfo.InvariantCulture))} beyond those of 99.8%. ")
        + (places[0].Between > 0 ? $"They differ by some {Format.Percent(places[0].Between)} beyond chance (one standard deviation), for which the limits allow." : "All together they differ by no more than chance.");

    private static DataTable Largest(ResultTable table, IReadOnlyList<ComparedPlace> places, (string Many, string One) kind)
    {
        var apart = places.Where(place => place.Measure != PlaceMeasures.CostGivenDeprivation).ToList();
        var rows = apart.Where(place => place.Z > 0).OrderByDescending(place => place.Z).Take(EachWay).Concat(apart.Where(place => place.Z < 0).OrderBy(place => place.Z).Take(EachWay).Reverse());
        return new DataTable("The largest differences both ways, by all measures", [Capital(kind.One), "What", "Observed", "Expected", "Ratio", "95% interval", "Drawn to the mean", "Beyond"],
            [.. rows.Select(place => (IReadOnlyList<string>)
            [
                place.Place, PlaceMeasures.Of(place.Measure).Title, Amount(table, place, "events", "cost"), Amount(table, place, "expected_events", "expected_cost"), Format.Ratio(place.Ratio),
                $"{Format.Ratio(place.Lower)} to {Format.Ratio(place.Upper)}", Ratio(table[place.Row, "shrunken_ratio"]), Beyond(place),
            ])])
        {
            Words = [0, 1, 7],
            Sentences = [1],
        };
    }

    private static string Amount(ResultTable table, ComparedPlace place, string events, string pounds) => PlaceMeasures.Of(place.Measure).IsMoney ? Format.Pounds(table[place.Row, pounds]) : Format.Count(table[place.Row, events]);

    private static string Beyond(ComparedPlace place) => place.IsFarOutside ? "99.8%" : place.IsOutside ? "95%" : "neither";

    /// <summary>None where there are not two places of which both can be seen.</summary>
    private static IEnumerable<Block> Spending(ResultTable table, (string Many, string One) kind, RunFacts facts)
    {
        var places = SpendAndOutcome.Of(ComparedPlace.Of(table, facts.Year, PlaceMeasures.Cost), ComparedPlace.Of(table, facts.Year, PlaceMeasures.Emergencies));
        if (places.Count < 2) { yield break; }
        var (dear, busy) = (places.Count(place => place.Spend.IsOutside), places.Count(place => place.Outcome.IsOutside));
        var title = dear + busy == 0 ? $"No {kind.One} differs in cost or in emergency admissions by more than chance" : $"{(dear == 0 ? "None" : Format.Whole(dear))} of {places.Count} {kind.Many} may differ in cost, and {(busy == 0 ? "none" : Format.Whole(busy))} in emergency admissions";
        yield return new Heading("What is spent and what comes of it");
        yield return new Figure($"{kind.Many}-quadrant", Quadrant.Draw(places, title), $"Cost and emergency admissions over what is expected, with 95% intervals, {facts.Place}, {facts.Year}", facts.Source,
            table.Part($"{kind.Many}-quadrant", title, places.SelectMany(place => new[] { place.Spend.Row, place.Outcome.Row }), "year", "place", "measure", "people", "ratio", "ratio_lower", "ratio_upper", "verdict_95", "verdict_998"));
        yield return new DataTable($"Cost beside emergency admissions{(places.Count > MostOfQuadrant ? $", the {MostOfQuadrant} furthest from expected of {places.Count}" : "")}", [Capital(kind.One), "Cost", "95% interval", "Emergency admissions", "95% interval", "Beyond the 95% limits"],
            [.. places.OrderByDescending(place => place.Distance).Take(MostOfQuadrant).Select(place => (IReadOnlyList<string>)
            [
                place.Place, Format.Ratio(place.Spend.Ratio), $"{Format.Ratio(place.Spend.Lower)} to {Format.Ratio(place.Spend.Upper)}", Format.Ratio(place.Outcome.Ratio), $"{Format.Ratio(place.Outcome.Lower)} to {Format.Ratio(place.Outcome.Upper)}", Where(place),
            ])])
        {
            Words = [0, 5],
        };
    }

    private static string Where(SpendAndOutcome place) => string.Join(", ", new[]
    {
        place.Spend.IsOutside ? place.Spend.Z > 0 ? "costs more" : "costs less" : "",
        place.Outcome.IsOutside ? place.Outcome.Z > 0 ? "more emergencies" : "fewer emergencies" : "",
    }.Where(word => word.Length > 0).DefaultIfEmpty("neither"));

    /// <param name="isSaid">Whether the page before has said what such differences are.</param>
    private static string Care(ResultTable table, string many, string year, bool isSaid)
    {
        var hidden = table.Where(("year", year)).Where(row => table[row, "people"].IsHidden).Select(row => table.Text(row, "place")).Distinct().Count();
        return (isSaid ? "As among practices, a difference is a question and not a verdict. "
            : "A difference is a question and not a verdict: what age and sex do not tell of need, how care is recorded and where it is offered all make differences, and none shows that care was good or bad. "
            + "Figures are made of rounded counts. Nobody is held against the best few, who are partly lucky: what is left of a difference is in the column 'drawn to the mean'. ")
            + $"tables/{many}.csv has every measure, and cost with deprivation allowed for too."
            + (hidden > 0 ? $" By one measure or more {hidden} {(hidden == 1 ? "place is" : "places are")} hidden for few people." : "");
    }

    private static string Ratio(Cell cell) => cell.Number is { } number ? Format.Ratio(number) : cell.Csv;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
