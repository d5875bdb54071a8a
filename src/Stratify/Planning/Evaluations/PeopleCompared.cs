using Stratify.Problems;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>A programme of people, beside people as like them as can be found.</summary>
internal static class PeopleCompared
{
    internal static Evaluated Of(Study study, Programme programme, Calendar calendar, long seed)
    {
        var candidates = Candidates.Of(study, programme, calendar, seed);
        var propensity = Propensity.Of(candidates.Names, candidates.Covariates, candidates.Chosen, study.Warehouse.Threads);
        IReadOnlyList<Match> matches = propensity.Fit.IsEmpty ? [] : Matching.Nearest(propensity.Logits, candidates.Chosen, candidates.Strata, programme.Caliper * propensity.Spread, programme.Controls);
        if (!candidates.Chosen.Any(one => one)) { throw new DefinitionException(ProblemKinds.YamlWrongValue.At(programme.Place, "None of the members is among the people of the run who were registered throughout the year before and when it began.", "A member is named by the person_id that restricted/person_year.parquet of this run has: another key gives other ones.")); }
        // Of fewer pairs than may be told of, nothing may be told.
        var isCompared = matches.Count > 0 && !Safe.Door.IsFew(matches.Count);
        var members = Enumerable.Range(0, candidates.Keys.Length).Where(i => candidates.Chosen[i]).ToList();
        if (!isCompared) { matches = [.. members.Select(member => new Match(member, []))]; }
        var followed = Followed.Of(study.Warehouse, candidates, [.. matches.SelectMany(match => match.Controls.Prepend(match.Member))], calendar);
        var comparison = new Comparison(matches, candidates.Practices);
        var changes = Changes(followed, comparison, isCompared);
        return new Evaluated(programme, isCompared ? Counterfactual.People : Counterfactual.None, changes)
        {
            Counts = Counted(candidates, followed, matches, isCompared),
            Balance = isCompared ? [.. Enumerable.Range(0, candidates.Names.Count).Select(i => Balanced(candidates, matches, i))] : [],
            Months = PeopleMonths.Of(followed, comparison, isCompared, programme.Members!.Values.Distinct().Count() == 1 ? programme.Members.Values.First() : null),
            Checks = isCompared ? Checks(followed, comparison, changes, programme) : [],
            // Sets of one practice are not apart by themselves, so that their regression would say too surely what it says.
            Allowing = isCompared && candidates.Practices is null && !changes[0].IsHidden ? DifferenceInDifferences.Allowing(followed.Differences(0, matches, Span.Before, Span.After), [.. matches.Select(match => Apart(candidates, match))]) : null,
            MonthsBefore = candidates.Before,
            MonthsAfter = followed.Months.Length == 0 ? 0 : followed.Months[0].Length - candidates.Before,
            Notices = programme.Notices,
        };
    }

    private static Counts Counted(Candidates candidates, Followed followed, IReadOnlyList<Match> matches, bool isCompared)
    {
        return new Counts(candidates.Members.Given, candidates.Members.Found, candidates.Chosen.Count(one => one), isCompared ? matches.Count : 0, matches.Sum(match => (long)match.Controls.Count), candidates.Chosen.Count(one => !one),
            isCompared ? (Share([.. matches.Select(match => match.Member)]), Share([.. matches.SelectMany(match => match.Controls)])) : null);

        double Share(List<int> people) => people.Sum(person => followed.Registered.Days[followed.Place[person]]) / (double)people.Sum(person => followed.Registered.Of[followed.Place[person]]);
    }

    private static IReadOnlyList<OutcomeChange> Changes(Followed followed, Comparison comparison, bool isCompared)
    {
        var matches = comparison.Matches;
        var all = Outcome.All.Select((outcome, i) => Change(followed, comparison, (outcome, i), isCompared)).ToList();
        var groups = Groups(matches).ToList();
        var hidden = Hiding.Hidden(
            [.. all.Select((change, i) => (change.Outcome, groups.Exists(group => IsUnsafe(followed, [i], group)), groups.Count == 0 ? 0 : groups[0].Count(person => followed.Then[i][followed.Place[person]] != 0), groups.Exists(group => group.Exists(person => Spans(followed).Any(span => span[i][followed.Place[person]] != 0)))))],
            parts => groups.Exists(group => IsUnsafe(followed, parts, group)));
        var adjusted = Contrast.Adjusted([.. all.Select(change => change.Effect?.P ?? double.NaN)]);
        return [.. all.Select((change, i) => change with { IsHidden = hidden.Contains(change.Outcome) || Safe.Door.IsFew(matches.Count), Adjusted = adjusted[i] })];
    }

    /// <summary>Members, and their controls.</summary>
    internal static IEnumerable<List<int>> Groups(IReadOnlyList<Match> matches) => new[] { matches.Select(match => match.Member).ToList(), [.. matches.SelectMany(match => match.Controls)] }.Where(group => group.Count > 0);

    /// <summary>Of some outcomes together, before or after.</summary>
    private static bool IsUnsafe(Followed followed, IReadOnlyList<int> outcomes, List<int> group) => Spans(followed).Any(span => Safe.IsUnsafe(group.Select(person => outcomes.Sum(outcome => span[outcome][followed.Place[person]]))));

    private static long[][][] Spans(Followed followed) => [followed.Past, followed.Then];

    private static OutcomeChange Change(Followed followed, Comparison comparison, (Outcome Outcome, int At) of, bool isCompared)
    {
        var matches = comparison.Matches;
        double Yearly(int person, Span span) => followed.Yearly(of.At, followed.Place[person], span);
        double Grew(int person) => Yearly(person, Span.After) - Yearly(person, Span.Before);
        double Mean(Func<Match, double> of) => matches.Count == 0 ? double.NaN : matches.Average(of);
        double Theirs(Match match, Span span) => match.Controls.Average(person => Yearly(person, span));
        var own = (Mean(match => Yearly(match.Member, Span.Before)), Mean(match => Yearly(match.Member, Span.After)));
        return !isCompared ? new OutcomeChange(of.Outcome, own, null, comparison.Own(Grew), null, null)
            : new OutcomeChange(of.Outcome, own, (Mean(match => Theirs(match, Span.Before)), Mean(match => Theirs(match, Span.After))), comparison.Own(Grew), comparison.Theirs(Grew), comparison.Apart(Grew));
    }

    private static double[] Apart(Candidates candidates, Match match) => [.. candidates.Covariates[match.Member].Select((value, i) => value - match.Controls.Average(person => candidates.Covariates[person][i]))];

    private static BalanceOf Balanced(Candidates candidates, IReadOnlyList<Match> matches, int covariate)
    {
        double[] Values(bool chosen) => [.. candidates.Covariates.Where((_, person) => candidates.Chosen[person] == chosen).Select(person => person[covariate])];
        var (members, others) = (Values(true), Values(false));
        var scale = (Balance.Variance(members), Balance.Variance(others));
        var after = (Members: matches.Average(match => candidates.Covariates[match.Member][covariate]), Controls: matches.Average(match => match.Controls.Average(person => candidates.Covariates[person][covariate])));
        return new BalanceOf(candidates.Names[covariate], (members.Average(), others.Average()), after, (Balance.Difference(members.Average(), others.Average(), scale), Balance.Difference(after.Members, after.Controls, scale)));
    }

    private static List<Check> Checks(Followed followed, Comparison comparison, IReadOnlyList<OutcomeChange> changes, Programme programme)
    {
        var placebo = comparison.Apart(person => followed.Yearly(0, followed.Place[person], Span.Late) - followed.Yearly(0, followed.Place[person], Span.Early));
        return
        [
            .. Trends(followed, comparison),
            new("placebo start", followed.IsHalved ? "The same as if it had begun in the middle of the time before; people were matched on these months, so it shows only whether that left a trend" : "The same as if it had begun a period earlier, from months that people were not matched on", Outcome.Cost, placebo, placebo.P),
            .. programme.Untouched.Select(outcome => (Outcome: outcome, Change: changes.Single(change => change.Outcome == outcome))).Select(one => new Check($"untouched: {one.Outcome.Name}", "An outcome that the programme cannot have touched", one.Outcome, one.Change.Effect, one.Change.Effect!.P) { IsHidden = one.Change.IsHidden }),
        ];
    }

    private static IEnumerable<Check> Trends(Followed followed, Comparison comparison)
    {
        const string name = "trend before", meaning = "How much the gap between the groups grew from month to month before the start";
        if (comparison.Practices is not null)
        {
            var middle = (followed.Before - 1) / 2.0;
            var spread = Enumerable.Range(0, followed.Before).Sum(month => (month - middle) * (month - middle));
            var grew = comparison.Apart(person => followed.Months[followed.Place[person]].Take(followed.Before).Select((pence, month) => (month - middle) * pence).Sum() / spread);
            return [new Check(name, meaning, Outcome.Cost, grew, grew.P)];
        }
        var gaps = comparison.Matches.Select(match => followed.Months[followed.Place[match.Member]].Take(followed.Before).Select((pence, month) => pence - match.Controls.Average(person => (double)followed.Months[followed.Place[person]][month])).ToArray()).ToList();
        var quarters = gaps.ConvertAll(gap => Enumerable.Range(0, followed.Before / 3).Select(quarter => gap.Skip(3 * quarter).Take(3).Sum()).ToArray());
        var slope = DifferenceInDifferences.Slope(gaps);
        return [new Check(name, meaning, Outcome.Cost, slope, slope.P), new Check("quarters before", "Whether the gap was the same in all quarters before the start", Outcome.Cost, null, DifferenceInDifferences.Joint(quarters))];
    }
}
