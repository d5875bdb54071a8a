using System.Globalization;
using Stratify.Results;
using Stratify.Statistics;
using static Stratify.Planning.PlanCells;

namespace Stratify.Planning.Risks;

/// <summary>How well a risk foretold, as it may be seen: by the strictest rule, as whoever reads of a model may not see people.</summary>
public sealed record RiskTables(ResultTable Models, ResultTable Calibration, ResultTable Lists, ResultTable Equity, ResultTable Weights)
{
    /// <summary>A risk is called calibrated where slope and observed over expected are in this band, and so is each group of tenths as far as chance lets be told.</summary>
    public static (double From, double To) Band { get; } = (0.8, 1.25);

    /// <summary>To so many of a group of tenths it came, and to so many not: to round to fives moves what is made of them by an eighth at the most.</summary>
    private const long Fewest = 20;

    internal static RiskTables Of(IReadOnlyList<TestedRisk> risks, RiskPeople fitted, long seed)
    {
        var groups = risks.Select(risk => (Risk: risk, Groups: Shown(risk))).ToList();
        return new RiskTables(
            OfModels(groups, new RiskYears(fitted.Before, fitted.Next)),
            OfTenths(groups),
            RiskLists.Table([.. risks.Select(risk => RiskLists.Of(risk, seed))]),
            RiskEquity.Of(risks),
            OfWeights(risks, fitted));
    }

    /// <summary>Tenths, the lowest told with those above as long as few of them had it or few had not.</summary>
    private static List<ExpectedGroup> Shown(TestedRisk risk)
    {
        var shown = new List<ExpectedGroup>();
        ExpectedGroup? open = null;
        foreach (var tenth in Statistics.Calibration.Tenths(risk.Probabilities, risk.Happens))
        {
            open = open?.With(tenth) ?? tenth;
            if (!IsEnough(open)) { continue; }
            shown.Add(open);
            open = null;
        }
        if (open is not null && shown.Count > 0) { shown[^1] = shown[^1].With(open); }
        return shown;
    }

    private static bool IsEnough(ExpectedGroup group) => group.Happened >= Fewest && group.People - group.Happened >= Fewest;

    /// <summary>A count as it is published, of which everything beside it is made: a share or an interval of the true one would give that back.</summary>
    internal static double Seen(long count) => Safe.Door.Count(count).Number ?? 0;

    private static ResultTable OfModels(List<(TestedRisk Risk, List<ExpectedGroup> Groups)> risks, RiskYears fitted) => new("risk_models", "How well each risk foretells",
        [
            Label("outcome", "What is foretold of a person's next year."), Label("fitted_on", "The years that it was learnt from."), Label("tested_on", "The years that it was tested on."),
            new("fitted_people", "People that it was fitted to.", Unit.Count), new("fitted_happened", "Those of them to whom it came.", Unit.Count), new("people", "People that it was tested on.", Unit.Count), new("happened", "Those of them to whom it came.", Unit.Count),
            new("penalty", "What holds the coefficients back: the λ of −2 log L + λ Σ β².", Unit.Number),
            .. With("area", "How often, of two people of whom it came to one, that one had the higher risk (area under the curve, c statistic)"), .. With("observed_over_expected", "To how many it came, over to how many it was expected to"),
            .. With("slope", "Slope of what came on the log-odds that were expected; 1 is as it should be"), .. With("intercept", "By how much the log-odds of all were expected too low (above 0) or too high"),
            new("band_from", "Least of the stated band.", Unit.Number), new("band_to", "Most of it.", Unit.Number),
            Label("verdict", string.Create(CultureInfo.InvariantCulture, $"calibrated where slope and observed over expected, of all and as far as chance lets be told of each group of tenths, are from {Band.From} to {Band.To}; else not calibrated.")),
        ],
        [.. risks.Select(one => Row(one.Risk, one.Groups, fitted))]);

    private static IReadOnlyList<Cell> Row(TestedRisk risk, List<ExpectedGroup> groups, RiskYears fitted)
    {
        var (fit, people, happened) = (risk.Fit, risk.People, risk.Happens.Count(one => one));
        var (slope, expected) = (Statistics.Calibration.Slope(risk.Probabilities, risk.Happens), risk.Probabilities.Sum());
        var isCalibrated = IsIn(slope.Value) && IsIn(happened / expected) && groups.Select(group => Statistics.Calibration.Ratio(group.Happened, group.Expected)).All(ratio => ratio.Lower <= Band.To && ratio.Upper >= Band.From);
        return
        [
            new TextCell(risk.Outcome.Name), new TextCell(fitted.ToString()), new TextCell(new RiskYears(people.Before, people.Next).ToString()), Safe.Door.Count(fit.People), Safe.Door.Count(fit.Happened), Safe.Door.Count(people.Count), Safe.Door.Count(happened), Given(fit.Penalty),
            .. Cells(Discrimination.Area(risk.Probabilities, risk.Happens)), .. Cells(Statistics.Calibration.Ratio(Seen(happened), expected)), .. Cells(slope), .. Cells(Statistics.Calibration.Intercept(risk.Probabilities, risk.Happens)), Given(Band.From), Given(Band.To), new TextCell(isCalibrated ? "calibrated" : "not calibrated"),
        ];
    }

    private static bool IsIn(double value) => value >= Band.From && value <= Band.To;

    private static ResultTable OfTenths(List<(TestedRisk Risk, List<ExpectedGroup> Groups)> risks) => new("risk_calibration", "What came, beside what was expected",
        [
            Label("outcome", "What is foretold of a person's next year."), Label("tenths", "Tenths of people by risk, 1 the lowest; told together where it came to few."), new("people", "People of them.", Unit.Count),
            new("expected", "To how many it was expected to come.", Unit.Count), new("observed", "To how many it came.", Unit.Count), new("expected_share", "The first over the people.", Unit.Share), new("observed_share", "The second over the people.", Unit.Share),
            .. With("observed_over_expected", "The second over the first"),
        ],
        [.. risks.SelectMany(one => one.Groups.Select(group => (IReadOnlyList<Cell>)
        [
            new TextCell(one.Risk.Outcome.Name), new TextCell(group.From == group.To ? group.From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{group.From} to {group.To}")), Safe.Door.Count(group.People),
            Given(Math.Round(group.Expected / 5) * 5), Safe.Door.Count(group.Happened), Given(group.Expected / group.People), Disclosure.Ratio(Safe.Door.Count(group.Happened), Safe.Door.Count(group.People), 3), .. Cells(Statistics.Calibration.Ratio(Seen(group.Happened), group.Expected)),
        ]))]);

    private static ResultTable OfWeights(IReadOnlyList<TestedRisk> risks, RiskPeople fitted)
    {
        long[] with = [.. Enumerable.Range(0, RiskPredictor.All.Count).Select(predictor => (long)Enumerable.Range(0, fitted.Count).Count(person => fitted.Has(person, predictor)))];
        return new ResultTable("risk_weights", "What a risk looks at",
            [Label("outcome", "What is foretold of a person's next year."), Label("predictor", "What is so of a person in the year before."), Label("title", "The same in words."), new("people", "People of whom it is so, of those it was fitted to.", Unit.Count), .. With("odds", "By how much it multiplies the odds, everything else being as it is; held back, so nearer to 1 than it may be. It is no effect")],
            [.. risks.SelectMany(risk => RiskPredictor.All.Select((predictor, i) => (IReadOnlyList<Cell>)
            [
                new TextCell(risk.Outcome.Name), new TextCell(predictor.Name), new TextCell(predictor.Title), Safe.Door.Count(with[i]), .. Odds(risk.Fit.Fit, i + 1).Select(odds => with[i] == 0 || !double.IsFinite(odds) ? NotApplicableCell.Instance : Safe.Door.IsFew(with[i]) || Safe.Door.IsFew(fitted.Count - with[i]) ? HiddenCell.Instance : Given(odds)),
            ]))]);
    }

    /// <summary>The odds with 1.96 errors either way.</summary>
    private static double[] Odds(GlmFit fit, int column)
    {
        var (weight, error) = (fit.Coefficients[column], fit.StandardErrors[column]);
        return [Math.Exp(weight), Math.Exp(weight - (1.96 * error)), Math.Exp(weight + (1.96 * error))];
    }

    /// <summary>A figure and the ends of its interval.</summary>
    internal static IReadOnlyList<ResultColumn> With(string name, string meaning) => [new(name, $"{meaning}.", Unit.Number), new($"{name}_lower", "Lower end of its 95% interval.", Unit.Number), new($"{name}_upper", "Upper end of it.", Unit.Number)];

    internal static IReadOnlyList<Cell> Cells(Estimate of) => [.. new[] { of.Value, of.Lower, of.Upper }.Select(value => double.IsFinite(value) ? Given(value) : NotApplicableCell.Instance)];

    internal static IReadOnlyList<Cell> Hidden => [HiddenCell.Instance, HiddenCell.Instance, HiddenCell.Instance];
}
