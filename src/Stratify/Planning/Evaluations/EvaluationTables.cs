using Stratify.Results;
using static Stratify.Planning.PlanCells;

namespace Stratify.Planning.Evaluations;

/// <summary>An evaluation's figures as they may be seen. Every row of every table says what it is compared with, or that there is no counterfactual.</summary>
/// <param name="Whole">One row: who was compared, and whether they are alike.</param>
/// <param name="Plan">Null where the programme states none.</param>
public sealed record EvaluationTables(ResultTable Whole, ResultTable Outcomes, ResultTable Balance, ResultTable Months, ResultTable Checks, ResultTable Donors, ResultTable? Plan)
{
    /// <summary>What stands in place of a comparison.</summary>
    public const string NoCounterfactual = "no counterfactual";

    /// <summary>Those that have something to tell.</summary>
    public IReadOnlyList<ResultTable> All => [Whole, Outcomes, .. new[] { Balance, Months, Checks, Donors, Plan }.OfType<ResultTable>().Where(table => table.Rows.Count > 0)];

    internal static EvaluationTables Of(Evaluated found)
    {
        IReadOnlyList<Cell> labels = [new TextCell(found.Programme.Name), new TextCell(found.Kind switch { Counterfactual.People => "matched people", Counterfactual.Practices => "weighted practices", _ => NoCounterfactual })];
        return new EvaluationTables(OfWhole(found, labels), OfOutcomes(found, labels), OfBalance(found, labels), OfMonths(found, labels), OfChecks(found, labels), OfDonors(found, labels), PlanSheet.Of(found, labels));
    }

    /// <summary>The columns with which every table begins.</summary>
    internal static IReadOnlyList<ResultColumn> Labels { get; } = [Label("programme", "Name of the programme."), Label("counterfactual", "What its people are compared with: matched people, weighted practices, or no counterfactual, and then nothing tells what it changed.")];

    private static ResultTable OfWhole(Evaluated found, IReadOnlyList<Cell> labels)
    {
        var counts = found.Counts;
        var chain = found.Programme.Members is null ? [NotApplicableCell.Instance, Safe.Door.Count(counts.Eligible), NotApplicableCell.Instance, NotApplicableCell.Instance] : Hiding.Chain(found.Kind == Counterfactual.None ? [counts.Eligible, counts.Found, counts.Given] : [counts.Compared, counts.Eligible, counts.Found, counts.Given]);
        if (found.Programme.Members is not null && found.Kind == Counterfactual.None) { chain = [ZeroCell.Instance, .. chain]; }
        var worst = found.Balance.Count == 0 ? (double?)null : found.Balance.Max(one => Math.Abs(one.Difference.After));
        return new ResultTable("evaluation", found.Programme.Title,
            [
                .. Labels, Label("starts", "The first month of the programme; of whoever joined later their own."), Label("reading", "Whether the estimate may be read: alike, not alike (then it may not), or no counterfactual."),
                new("members_listed", "People in the list of members.", Unit.Count), new("members_found", "Those of them who are people of the run.", Unit.Count), new("members_eligible", "Those who were registered throughout the year before and when it began; of practices, people registered on the mean of the years.", Unit.Count),
                new("members_compared", "Those who have somebody to be compared with. Whoever died or left afterwards is among them.", Unit.Count), new("controls", "People, or practices, that they are compared with.", Unit.Count), new("controls_eligible", "People, or practices, that they could have been compared with.", Unit.Count),
                new("months_before", "Months before that are looked at.", Unit.Rows), new("months_after", "Months after that are known of everybody.", Unit.Rows),
                new("largest_difference", "The largest standardised difference between members and controls in what was known before; below 0.1 they are alike.", Unit.Number), new("gap_before", "Of practices, the root of the mean squared gap before over the level; below 0.1 they are alike.", Unit.Share),
                new("registered_after", "Share of the days after the start on which members were registered.", Unit.Share), new("controls_registered_after", "The same of controls.", Unit.Share),
                .. Three("effect_allowing", "Of people, the effect on the cost of all care, pounds a person a year, where what matching left them apart is allowed for by a regression of matched sets"),
                new("level", "How sure the intervals are.", Unit.Share),
            ],
            [[
                .. labels, new TextCell(found.Programme.Starts.ToString()), new TextCell(found.Kind == Counterfactual.None ? NoCounterfactual : found.IsAlike ? "alike" : "not alike"),
                chain[3], chain[2], chain[1], chain[0],
                found.Programme.Members is null ? Number(counts.Controls) : Safe.Door.Count(counts.Controls), found.Programme.Members is null ? Number(counts.Others) : Safe.Door.Count(counts.Others),
                Number(found.MonthsBefore), Number(found.MonthsAfter), worst is { } difference ? Given(difference) : NotApplicableCell.Instance, found.Kind == Counterfactual.Practices ? Given(found.Fit) : NotApplicableCell.Instance,
                Share(counts.Registered?.Members), Share(counts.Registered?.Controls),
                .. new[] { found.Allowing?.Value, found.Allowing?.Lower, found.Allowing?.Upper }.Select(pence => Each(Outcome.Cost, pence)), Given(found.Level),
            ]]);
    }

    private static Cell Number(long number) => number == 0 ? ZeroCell.Instance : new ValueCell(number);

    /// <summary>A whole percentage: of more decimals one who left early could be told.</summary>
    private static Cell Share(double? share) => share is { } part ? Given(Math.Round(part, 2)) : NotApplicableCell.Instance;

    private static ResultTable OfOutcomes(Evaluated found, IReadOnlyList<Cell> labels) => new("evaluation_outcomes", $"{found.Programme.Title}: before and after, beside those with whom its people are compared",
        [
            .. Labels, Label("outcome", "What may have changed."), Label("unit", "pounds, or times: a person a year."),
            .. Two("members", "The programme's people"), .. Two("controls", "Those with whom they are compared"),
            .. Three("naive", "After less before of the programme's people alone. It holds what would have come without the programme, and is no effect"),
            .. Three("came_anyway", "The same of those with whom they are compared: regression to the mean, and whatever changed for everybody"),
            .. Three("effect", "The one less the other"), .. Three("effect_share", "The effect over what would have come without the programme"),
            new("p", "How likely so large an effect would be by chance alone.", Unit.Share), new("p_adjusted", "The same as adjusted for how many outcomes are looked at (Benjamini and Hochberg).", Unit.Share),
        ],
        [.. found.Changes.Select(change => (IReadOnlyList<Cell>)[.. labels, new TextCell(change.Outcome.Name), new TextCell(change.Outcome.IsMoney ? "pounds" : "times"), .. Figures(change)])]);

    private static IEnumerable<ResultColumn> Two(string name, string meaning) => [new($"{name}_before", $"{meaning}, before.", Unit.Number), new($"{name}_after", $"{meaning}, after.", Unit.Number)];

    private static IEnumerable<ResultColumn> Three(string name, string meaning) => [new(name, $"{meaning}.", Unit.Number), new($"{name}_lower", "Lower end of its interval.", Unit.Number), new($"{name}_upper", "Upper end of it.", Unit.Number)];

    private static IEnumerable<Cell> Figures(OutcomeChange change)
    {
        var cells = new List<double?> { change.Members.Before, change.Members.After, change.Controls?.Before, change.Controls?.After };
        foreach (var estimate in new[] { change.Naive, change.Others, change.Effect }) { cells.AddRange([estimate?.Value, estimate?.Lower, estimate?.Upper]); }
        var shares = change is { Effect: { } effect, Expected: > 0 and var expected } ? new double?[] { effect.Value / expected, effect.Lower / expected, effect.Upper / expected } : [null, null, null];
        return change.IsHidden ? Enumerable.Repeat<Cell>(HiddenCell.Instance, cells.Count + 5) : [.. cells.Select(cell => Each(change.Outcome, cell)), .. shares.Concat([change.Effect?.P, Real(change.Adjusted)]).Select(share => share is { } part && double.IsFinite(part) ? Given(part) : NotApplicableCell.Instance)];
    }

    private static double? Real(double number) => double.IsNaN(number) ? null : number;

    /// <summary>Whole pounds, or times to the thousandth.</summary>
    internal static Cell Each(Outcome outcome, double? number) => number is not { } real || !double.IsFinite(real) ? NotApplicableCell.Instance : Given(outcome.IsMoney ? Math.Round(real / 100) : real);

    private static ResultTable OfBalance(Evaluated found, IReadOnlyList<Cell> labels) => new("evaluation_balance", $"{found.Programme.Title}: whether members and controls are alike in what was known before",
        [
            .. Labels, Label("covariate", "What was known of people before the start."), new("members_before", "Mean of eligible members.", Unit.Number), new("others_before", "Mean of everybody else who is eligible.", Unit.Number), new("difference_before", "Their standardised difference.", Unit.Number),
            new("members", "Mean of members compared.", Unit.Number), new("controls", "Mean of their controls.", Unit.Number), new("difference", "Their standardised difference; below 0.1 they are alike.", Unit.Number),
        ],
        [.. found.Balance.Select(one => (IReadOnlyList<Cell>)[.. labels, new TextCell(one.Covariate), Given(Math.Round(one.Before.Members, 2)), Given(Math.Round(one.Before.Others, 2)), Difference(one.Difference.Before), Given(Math.Round(one.After.Members, 2)), Given(Math.Round(one.After.Controls, 2)), Difference(one.Difference.After)])]);

    private static Cell Difference(double difference) => double.IsFinite(difference) ? Given(difference) : NotApplicableCell.Instance;

    private static ResultTable OfMonths(Evaluated found, IReadOnlyList<Cell> labels) => new("evaluation_months", $"{found.Programme.Title}: cost of a person by month",
        [
            .. Labels, Label("month", "The month, or where people began in different ones how many months it is from the start."), Label("when", "before or after."), new("members", "Pounds of one of the programme's people.", Unit.PoundsEach), new("controls", "Pounds of one of those with whom they are compared.", Unit.PoundsEach),
            new("gap", "The first less the second, less what that was before on the mean.", Unit.PoundsEach), new("gap_lower", "Lower end of its interval.", Unit.PoundsEach), new("gap_upper", "Upper end of it.", Unit.PoundsEach),
        ],
        [.. found.Months.Select(month => (IReadOnlyList<Cell>)[.. labels, new TextCell(month.Name), new TextCell(month.IsAfter ? "after" : "before"), .. month.Members is null ? Enumerable.Repeat<Cell>(HiddenCell.Instance, 5) : new[] { month.Members, month.Controls, month.Gap?.Value, month.Gap?.Lower, month.Gap?.Upper }.Select(value => Each(Outcome.Cost, value))])]);

    private static ResultTable OfChecks(Evaluated found, IReadOnlyList<Cell> labels) => new("evaluation_checks", $"{found.Programme.Title}: what would be nothing if the groups were alike but for the programme",
        [.. Labels, Label("check", "Its name."), Label("meaning", "What it looks at."), new("estimate", "Pounds a person a year; of a trend, a month.", Unit.Number), new("estimate_lower", "Lower end of its interval.", Unit.Number), new("estimate_upper", "Upper end of it.", Unit.Number), new("p", "How likely so much would be by chance alone.", Unit.Share), Label("passes", "yes, no where p is below 0.05, or not known.")],
        [.. found.Checks.Select(check => (IReadOnlyList<Cell>)[.. labels, new TextCell(check.Name), new TextCell(check.Meaning), .. check.IsHidden ? Enumerable.Repeat<Cell>(HiddenCell.Instance, 4) : Told(check), new TextCell(check.IsHidden ? "not known" : check.Passes switch { true => "yes", false => "no", _ => "not known" })])]);

    private static IEnumerable<Cell> Told(Check check) => [.. new[] { check.Estimate?.Value, check.Estimate?.Lower, check.Estimate?.Upper }.Select(value => Each(check.Of, value)), double.IsNaN(check.P) ? NotApplicableCell.Instance : Given(check.P)];

    private static ResultTable OfDonors(Evaluated found, IReadOnlyList<Cell> labels) => new("evaluation_donors", $"{found.Programme.Title}: of which practices what would have come is made",
        [.. Labels, Label("practice", "Code of the practice."), new("weight", "Its weight for the cost of all care; they add up to one.", Unit.Share)],
        [.. found.Donors.Select(donor => (IReadOnlyList<Cell>)[.. labels, new TextCell(donor.Practice), Given(donor.Weight)])]);
}
