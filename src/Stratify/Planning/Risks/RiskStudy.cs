using Stratify.Problems;
using Stratify.Results;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Risks;

/// <summary>A risk as it was tested on people whom it was not fitted to, or on a later year.</summary>
internal sealed record TestedRisk(RiskOutcome Outcome, RiskFit Fit, RiskPeople People, bool[] Happens, double[] Probabilities);

/// <summary>A year that is known, and the one after it.</summary>
public sealed record RiskYears(string Before, string Next)
{
    public override string ToString() => $"{Before} to {Next}";
}

/// <summary>
/// The risk of what may come to people in the next year, from their need and use in this one. With three years it is fitted from the first to the second
/// and tested from the second to the third; with two, it is fitted to half of the people and tested on the others.
/// </summary>
/// <param name="FittedOn">The year before and the year foretold, of those it was fitted to; <paramref name="TestedOn"/> of those it was tested on.</param>
public sealed record RiskStudy(RiskYears FittedOn, RiskYears TestedOn, RiskTables Tables)
{
    /// <summary>With fewer people to whom it came, in fitting or in testing, nothing is made of an outcome.</summary>
    public const int FewestEvents = 50;

    internal IReadOnlyList<TestedRisk> Tested { get; init; } = [];

    /// <summary>Titles of outcomes that came to too few people to be foretold.</summary>
    public required IReadOnlyList<string> TooFew { get; init; }

    /// <exception cref="DefinitionException">The run has no two years that follow each other, or too little came to anybody in them.</exception>
    public static RiskStudy Make(Study study, long seed)
    {
        var pairs = Pairs(study);
        if (pairs.Count == 0) { throw new DefinitionException(ProblemKinds.RiskNotTold.At(new Place(study.Run), "The run has no two years that follow each other.", "A risk is learnt from one year and what came in the next: run the job with 'period: [2023/24, 2024/25]', and extracts of both.")); }
        var people = RiskPeople.Of(study, pairs[^1].Before, pairs[^1].Next);
        var half = Half(people.Count, seed);
        var (fitted, tested) = pairs.Count > 1 ? (RiskPeople.Of(study, pairs[^2].Before, pairs[^2].Next), people) : (people.Where(person => half[person]), people.Where(person => !half[person]));
        var threads = study.Warehouse.Threads;
        var outcomes = RiskOutcome.All.Select(outcome => (Outcome: outcome, Fitted: outcome.Of(fitted), Tested: outcome.Of(tested))).ToList();
        var (told, few) = (outcomes.Where(one => IsEnough(one.Fitted) && IsEnough(one.Tested)).ToList(), outcomes.Where(one => !IsEnough(one.Fitted) || !IsEnough(one.Tested)).Select(one => one.Outcome.Title).ToList());
        if (told.Count == 0) { throw new DefinitionException(ProblemKinds.RiskNotTold.At(new Place(study.Run), "Too little came to anybody in the run's years for a risk to be learnt and tested.", $"At least {FewestEvents} people must have had an emergency admission, or been among the costliest, in each of the years that are foretold: load acute inpatients of every year, or a larger place.")); }
        var risks = told.ConvertAll(one =>
        {
            var fit = RiskFit.Of(fitted, one.Fitted, seed, threads);
            return new TestedRisk(one.Outcome, fit, tested, one.Tested, fit.Probabilities(tested));
        });
        return new RiskStudy(new RiskYears(fitted.Before, fitted.Next), new RiskYears(tested.Before, tested.Next), RiskTables.Of(risks, fitted, seed)) { Tested = risks, TooFew = few };
    }

    /// <summary>All tables, for a folder.</summary>
    public IReadOnlyList<ResultTable> All => [Tables.Models, Tables.Calibration, Tables.Lists, Tables.Equity, Tables.Weights];

    /// <summary>What an outcome is called, after "the risk of".</summary>
    public static string Title(string outcome) => RiskOutcome.All.Single(one => one.Name == outcome).Title;

    /// <summary>How well each risk foretold, of every row of its table the outcome, area, slope and verdict.</summary>
    internal IReadOnlyList<string> Tests() => [.. Enumerable.Range(0, Tables.Models.Rows.Count).Select(row => $"{Tables.Models.Text(row, "outcome")}: area under the curve {Tables.Models[row, "area"].Csv}, slope {Tables.Models[row, "slope"].Csv}, {Tables.Models.Text(row, "verdict")}")];

    private static bool IsEnough(bool[] happens) => happens.Count(one => one) >= FewestEvents && happens.Count(one => !one) >= FewestEvents;

    private static bool[] Half(int people, long seed)
    {
        var random = Xoshiro.For(seed, "half of the people");
        return [.. Enumerable.Range(0, people).Select(_ => random.Chance(0.5))];
    }

    private static List<(string Before, string Next)> Pairs(Study study) =>
        [.. study.Warehouse.Query("select earlier.year, later.year from period as earlier join period as later on later.date_from = earlier.date_to + 1 order by later.date_from").Rows.Select(row => ((string)row[0]!, (string)row[1]!))];
}
