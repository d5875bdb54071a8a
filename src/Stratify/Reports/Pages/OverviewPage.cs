using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>The report in one page: who was counted, what they cost, how unequally, and what follows.</summary>
internal static class OverviewPage
{
    internal static Page Make(ResultSet results, RunFacts facts)
    {
        var headline = Headlines.Concentration(results["concentration"], facts.Year);
        return new Page("In one page", headline,
        [
            new KeyFigures(Keys(results, facts)),
            new Paragraph(Summary(results["population"], facts)),
            Chart(results["concentration"], facts, headline),
            new Caveat("This report shows what care cost and for whom. A high cost is a reason to look and not a saving: what joined-up care would change has to be tested against a comparison group."),
            new Contents(),
        ]);
    }

    internal static IReadOnlyList<(string Figure, string Meaning)> Keys(ResultSet results, RunFacts facts)
    {
        var (population, row) = (results["population"], results["population"].Where(("year", facts.Year)).FirstOrDefault(-1));
        if (row < 0) { return [("0", $"people were registered in {facts.Year}")]; }
        var keys = new List<(string, string)>
        {
            (Format.Count(population[row, "people"]), $"people registered in {facts.Year}, those who used nothing included"),
            (population[row, "cost"].Number is { } cost ? Format.ShortPounds(cost) : population[row, "cost"].Csv, $"cost of their care, {Format.Pounds(population[row, "mean_cost"])} a person"),
        };
        if (Headlines.Concentrated(results["concentration"], facts.Year) is { } point) { keys.Add((Format.Percent(point.Cost), $"of cost is for the costliest {Format.Percent(point.Share)} of people")); }
        return keys;
    }

    private static string Summary(ResultTable population, RunFacts facts)
    {
        if (population.Where(("year", facts.Year)).FirstOrDefault(-1) is var row && row < 0) { return "Nobody was registered in the period, so there is nothing to show."; }
        var died = population[row, "died"];
        return $"Everyone registered with {Practices(population[row, "practices"])} on at least one day of {facts.Year} is counted once. "
            + $"Half of them cost less than {Format.Pounds(population[row, "median_cost"])}; {Format.Count(population[row, "zero_cost_people"])} had no cost recorded"
            + (died.IsHidden ? ". " : $" and {Format.Count(died)} died. ")
            + "Cost is the value of care from general practice, hospitals, community and mental health trusts and councils, as far as they sent it.";
    }

    private static string Practices(Cell practices) => practices.Number switch { null => "a practice", 1 => "1 practice", { } number => $"{Format.Whole(number)} practices" };

    private static Figure Chart(ResultTable concentration, RunFacts facts, string headline) => new("concentration",
        ConcentrationCurve.Draw(concentration, facts.Year, headline),
        $"Share of all cost by share of people, costliest first, {facts.Place}, {facts.Year}", facts.Source,
        concentration.Part("concentration", headline, concentration.Where(("year", facts.Year)), "year", "top_share", "people", "share_of_cost"));
}
