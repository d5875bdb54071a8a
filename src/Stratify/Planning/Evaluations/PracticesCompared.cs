using Stratify.Problems;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>A programme of practices, beside other practices weighted so that before they were as the programme's.</summary>
internal static class PracticesCompared
{
    /// <summary>Of fewer there is no telling how unusual one is.</summary>
    internal const int LeastDonors = 5;

    /// <summary>No more than these are tried, the nearest over the time before: of very many some fit by chance.</summary>
    private const int MostDonors = 30;

    /// <exception cref="DefinitionException">The run has too few months about the start, or no such practice.</exception>
    internal static Evaluated Of(Study study, Programme programme, Calendar calendar)
    {
        RequireMonths(programme, calendar);
        var months = PracticeMonths.Of(study, programme, calendar);
        var isCompared = months.Names.Count >= LeastDonors;
        var fits = isCompared ? Outcome.All.Select((_, i) => Fit(months, i)).ToList() : [];
        var all = Outcome.All.Select((outcome, i) => Change(months, (outcome, i), isCompared ? fits[i] : null)).ToList();
        var hidden = Hidden(months, [.. all.Select(change => change.Outcome)], fits);
        var adjusted = Contrast.Adjusted([.. all.Select(change => change.Effect?.P ?? double.NaN)]);
        IReadOnlyList<OutcomeChange> changes = [.. all.Select((change, i) => change with { IsHidden = hidden.Contains(change.Outcome), Adjusted = adjusted[i] })];
        return new Evaluated(programme, isCompared ? Counterfactual.Practices : Counterfactual.None, changes)
        {
            Counts = new Counts(programme.Practices.Count, programme.Practices.Count, (long)Math.Round(months.People[0]), isCompared ? (long)Math.Round(months.People[0]) : 0, isCompared ? fits[0].Donors.Count : 0, months.Names.Count, null),
            Months = ByMonth(months, programme, isCompared ? fits[0] : null),
            Checks = isCompared ? Checks(months, programme, changes) : [],
            MonthsBefore = months.Before,
            MonthsAfter = months.After,
            Level = isCompared ? fits[0].Placebo.Level : 0.95,
            Donors = isCompared ? [.. fits[0].Used.Select(donor => (months.Names[donor], fits[0].Weight(donor)))] : [],
            Fit = isCompared && months.Values[0][0].Take(months.Before).Average() is > 0 and var level ? fits[0].Control.ErrorBefore / level : 0,
            Notices = programme.Notices,
        };
    }

    private static void RequireMonths(Programme programme, Calendar calendar)
    {
        if (calendar.Before(programme.Starts) >= Calendar.LeastBefore && calendar.After(programme.Starts) >= 1) { return; }
        calendar.Require(programme.Starts, programme.Place);
    }

    /// <param name="Donors">Which practices were tried, by their number among all.</param>
    private sealed record Made(SyntheticControl Control, PlaceboInSpace Placebo, IReadOnlyList<int> Donors)
    {
        /// <summary>Those that count for something.</summary>
        internal IEnumerable<int> Used => Donors.Where((_, i) => Control.Weights[i] >= 0.005);

        internal double Weight(int donor) => Control.Weights[Donors.ToList().IndexOf(donor)];
    }

    private static Made Fit(PracticeMonths months, int outcome, int shift = 0)
    {
        var (values, before) = (months.Values[outcome], months.Before - shift);
        var one = shift == 0 ? values[0] : values[0][..months.Before];
        double Apart(int donor) => Enumerable.Range(0, before).Sum(month => (values[donor + 1][month] - one[month]) * (values[donor + 1][month] - one[month]));
        var donors = Enumerable.Range(0, months.Names.Count).OrderBy(Apart).ThenBy(donor => donor).Take(MostDonors).Order().ToList();
        List<double[]> others = [.. donors.Select(donor => values[donor + 1][..one.Length])];
        var control = SyntheticControl.Of(one, others, before);
        return new Made(control, PlaceboInSpace.Of(control, others), donors);
    }

    private static OutcomeChange Change(PracticeMonths months, (Outcome Outcome, int At) of, Made? made)
    {
        var own = months.Values[of.At][0];
        var (before, after) = (12 * own[..months.Before].Average(), 12 * own[months.Before..].Average());
        var naive = Naive(own, months);
        if (made is null) { return new OutcomeChange(of.Outcome, (before, after), null, naive, null, null); }
        var theirs = own.Zip(made.Control.Gaps, (value, gap) => value - gap).ToArray();
        var (effect, placebo) = (made.Control.Effect, made.Placebo);
        return new OutcomeChange(of.Outcome, (before, after), (12 * theirs[..months.Before].Average(), 12 * theirs[months.Before..].Average()), naive, Naive(theirs, months),
            new TestedEstimate(12 * effect, double.NaN, 12 * placebo.Lower, 12 * placebo.Upper, placebo.P));
    }

    /// <summary>Each month after less the same one of the year before where it is known: months in pairs, so that winter is held against winter.</summary>
    private static TestedEstimate Naive(double[] values, PracticeMonths months)
    {
        var pairs = Enumerable.Range(months.Before, months.After).Where(month => month >= 12 && month - 12 < months.Before).Select(month => 12 * (values[month] - values[month - 12])).ToList();
        return pairs.Count > 1 ? DifferenceInDifferences.Of(pairs) : DifferenceInDifferences.Of([.. Enumerable.Range(0, Math.Min(months.Before, months.After)).Select(i => 12 * (values[months.Before + i] - values[months.Before - 1 - i]))]);
    }

    private static List<MonthOf> ByMonth(PracticeMonths months, Programme programme, Made? made)
    {
        var all = months.Before + months.After;
        List<int> seen = made is null ? [0] : [0, .. made.Used.Select(donor => donor + 1)];
        bool IsUnsafe(IReadOnlyList<int> of) => seen.Exists(practice => PracticeMonths.IsUnsafe(of.Select(month => months.Months[month][practice])));
        var hidden = Hiding.Months(months.Before, [.. months.Months.Select(month => seen.Exists(practice => month[practice].Users > 0))], month => IsUnsafe([month]), IsUnsafe);
        return [.. Enumerable.Range(0, all).Select(month =>
        {
            var (name, own, isAfter) = (new Month(programme.Starts.Number + month - months.Before).ToString(), months.Values[0][0][month], month >= months.Before);
            return hidden.Contains(month) ? new MonthOf(name, isAfter, null, null, null) : new MonthOf(name, isAfter, own, made is null ? null : own - made.Control.Gaps[month], null);
        })];
    }

    /// <summary>An outcome shows the programme's practices and those of which its own counterfactual is made, before and after.</summary>
    private static HashSet<Outcome> Hidden(PracticeMonths months, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Made> fits)
    {
        List<int> Seen(int outcome) => fits.Count == 0 ? [0] : [0, .. fits[outcome].Used.Select(donor => donor + 1)];
        bool IsUnsafe(IReadOnlyList<int> parts) => parts.SelectMany(Seen).Distinct().Any(practice => Enumerable.Range(0, 2).Any(span => PracticeMonths.IsUnsafe(parts.Select(part => months.Outcomes[part][practice][span]))));
        return Hiding.Hidden([.. outcomes.Select((outcome, i) => (outcome, IsUnsafe([i]), months.Users[i], Seen(i).Exists(practice => months.Outcomes[i][practice].Any(had => had.Users > 0))))], IsUnsafe);
    }

    /// <summary>A start half-way through the time before, at which nothing began, judged as the true one is.</summary>
    private static List<Check> Checks(PracticeMonths months, Programme programme, IReadOnlyList<OutcomeChange> changes)
    {
        var early = Fit(months, 0, months.Before / 2);
        var estimate = new TestedEstimate(12 * early.Control.Effect, double.NaN, 12 * early.Placebo.Lower, 12 * early.Placebo.Upper, early.Placebo.P);
        return
        [
            new("placebo start", "The same as if it had begun in the middle of the time before", Outcome.Cost, estimate, estimate.P) { IsHidden = changes[0].IsHidden },
            .. programme.Untouched.Select(outcome => changes.Single(change => change.Outcome == outcome)).Select(change => new Check($"untouched: {change.Outcome.Name}", "An outcome that the programme cannot have touched", change.Outcome, change.Effect, change.Effect!.P) { IsHidden = change.IsHidden }),
        ];
    }
}
