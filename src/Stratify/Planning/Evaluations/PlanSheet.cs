using Stratify.Results;
using static Stratify.Planning.PlanCells;

namespace Stratify.Planning.Evaluations;

/// <summary>What a programme was to change beside what came, for all its people who are compared: baseline, plan, actual, how far these are apart, and how much of it the programme made.</summary>
internal static class PlanSheet
{
    /// <summary>Null where the programme states no plan.</summary>
    internal static ResultTable? Of(Evaluated found, IReadOnlyList<Cell> labels)
    {
        if (found.Programme.Plan is not { } plan) { return null; }
        var people = Safe.Door.Count(found.Kind == Counterfactual.None ? found.Counts.Eligible : found.Counts.Compared).Number;
        return new ResultTable("evaluation_plan", $"{found.Programme.Title}: plan against actual, a year",
            [
                .. EvaluationTables.Labels, Label("outcome", "What was to change; the last two rows are the programme's own cost, and that with the effect on the cost of all care."), Label("unit", "pounds, or times."),
                new("baseline", "What the programme's people had in a year before.", Unit.Number), new("planned_change", "What was planned, as a part of it.", Unit.Share), new("planned", "What they were to have.", Unit.Number), new("actual", "What they had in a year after.", Unit.Number), new("variance", "Actual less planned. It is no effect.", Unit.Number),
                new("effect", "How much the programme changed, beside those with whom its people are compared; below 0 is less.", Unit.Number), new("effect_lower", "Lower end of its interval.", Unit.Number), new("effect_upper", "Upper end of it.", Unit.Number),
            ],
            [
                .. plan.Expected.Select(expected => Row(found, labels, expected, people)),
                [.. labels, new TextCell("programme_cost"), new TextCell("pounds"), NotApplicableCell.Instance, NotApplicableCell.Instance, Given(plan.Cost), .. Enumerable.Repeat<Cell>(NotApplicableCell.Instance, 5)],
                [.. labels, new TextCell("net"), new TextCell("pounds"), .. Enumerable.Repeat<Cell>(NotApplicableCell.Instance, 5), .. Net(found, plan, people)],
            ]);
    }

    private static IReadOnlyList<Cell> Row(Evaluated found, IReadOnlyList<Cell> labels, (Outcome Outcome, double Change) expected, double? people)
    {
        var change = found.Changes.Single(one => one.Outcome == expected.Outcome);
        IReadOnlyList<Cell> begin = [.. labels, new TextCell(expected.Outcome.Name), new TextCell(expected.Outcome.IsMoney ? "pounds" : "times")];
        if (change.IsHidden || people is not { } many) { return [.. begin, HiddenCell.Instance, Given(expected.Change), .. Enumerable.Repeat<Cell>(HiddenCell.Instance, 6)]; }
        double All(double each) => Math.Round(many * (EvaluationTables.Each(expected.Outcome, each).Number ?? 0));
        var (baseline, actual) = (All(change.Members.Before), All(change.Members.After));
        var planned = Math.Round(baseline * (1 + expected.Change));
        return [.. begin, Given(baseline), Given(expected.Change), Given(planned), Given(actual), Given(actual - planned), .. change.Effect is { } effect ? new[] { effect.Value, effect.Lower, effect.Upper }.Select(each => Given(All(each))) : Enumerable.Repeat<Cell>(NotApplicableCell.Instance, 3)];
    }

    /// <summary>Above 0 it costs more than it changed of the cost of care.</summary>
    private static IEnumerable<Cell> Net(Evaluated found, Intended plan, double? people) => found.Changes[0] switch
    {
        { Effect: null } => Enumerable.Repeat<Cell>(NotApplicableCell.Instance, 3),
        { IsHidden: true } => Enumerable.Repeat<Cell>(HiddenCell.Instance, 3),
        { Effect: { } effect } => people is { } many ? new[] { effect.Value, effect.Lower, effect.Upper }.Select(each => Given(plan.Cost + Math.Round(many * Math.Round(each / 100)))) : Enumerable.Repeat<Cell>(HiddenCell.Instance, 3),
    };
}
