using Stratify.Statistics;

namespace Stratify.Planning.Evaluations;

/// <summary>What stands for what would have become of a programme's people without it.</summary>
public enum Counterfactual
{
    /// <summary>Nothing: there is nobody to compare with, or nobody alike.</summary>
    None,

    /// <summary>People as like each member as could be found.</summary>
    People,

    /// <summary>Other practices, weighted so that before they were as the programme's.</summary>
    Practices,
}

/// <summary>A programme as it was found, before disclosure control.</summary>
/// <param name="Changes">By outcome, the cost of all care first.</param>
internal sealed record Evaluated(Programme Programme, Counterfactual Kind, IReadOnlyList<OutcomeChange> Changes)
{
    internal required Counts Counts { get; init; }

    internal IReadOnlyList<BalanceOf> Balance { get; init; } = [];

    internal IReadOnlyList<MonthOf> Months { get; init; } = [];

    internal IReadOnlyList<Check> Checks { get; init; } = [];

    internal int MonthsBefore { get; init; }

    internal int MonthsAfter { get; init; }

    /// <summary>Of people, the effect on the cost of all care where what matching left them apart is allowed for; null where it cannot be.</summary>
    internal TestedEstimate? Allowing { get; init; }

    /// <summary>Of practices: how sure the intervals are, as few of them cannot give 95%.</summary>
    internal double Level { get; init; } = 0.95;

    /// <summary>Donors with their weights for the cost of all care.</summary>
    internal IReadOnlyList<(string Practice, double Weight)> Donors { get; init; } = [];

    /// <summary>Whether the groups are alike enough that the estimate may be read: of people every standardised difference is below 0.1; of practices the gap before is below a tenth of the level.</summary>
    internal bool IsAlike => Kind != Counterfactual.None && Balance.All(one => one.IsAlike) && Fit < 0.1;

    /// <summary>Of practices the root of the mean squared gap before over the mean level.</summary>
    internal double Fit { get; init; }

    internal IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>People or practices from the list to those compared.</summary>
/// <param name="Registered">The share of the days after on which members and controls were registered.</param>
internal sealed record Counts(long Given, long Found, long Eligible, long Compared, long Controls, long Others, (double Members, double Controls)? Registered);

/// <summary>An outcome of a person a year, pence or things.</summary>
/// <param name="Naive">After less before, of the programme's people alone.</param>
/// <param name="Others">The same of those with whom they are compared: what came without any programme.</param>
/// <param name="Effect">The one less the other.</param>
internal sealed record OutcomeChange(Outcome Outcome, (double Before, double After) Members, (double Before, double After)? Controls, TestedEstimate Naive, TestedEstimate? Others, TestedEstimate? Effect)
{
    /// <summary>Whether it is of too few people, or nearly all one person's, or would give such a one back.</summary>
    internal bool IsHidden { get; init; }

    /// <summary>P as adjusted for how many outcomes were looked at.</summary>
    internal double Adjusted { get; init; } = double.NaN;

    /// <summary>What would have come without the programme.</summary>
    internal double? Expected => Effect is null ? null : Members.After - Effect.Value;
}

internal sealed record BalanceOf(string Covariate, (double Members, double Others) Before, (double Members, double Controls) After, (double Before, double After) Difference)
{
    internal const double Limit = 0.1;

    internal bool IsAlike => Math.Abs(Difference.After) < Limit;
}

/// <summary>A month of the cost of all care, pence a person; null where it may not be seen.</summary>
/// <param name="Gap">The programme's people less the others, and that less what it was before on the mean.</param>
internal sealed record MonthOf(string Name, bool IsAfter, double? Members, double? Controls, TestedEstimate? Gap);

/// <summary>Something that would be nothing if the groups were alike but for the programme.</summary>
/// <param name="Of">The outcome.</param>
/// <param name="Estimate">A person a year; of a trend a month; null where it is of several at once.</param>
internal sealed record Check(string Name, string Meaning, Outcome Of, TestedEstimate? Estimate, double P)
{
    internal bool IsHidden { get; init; }

    /// <summary>Null where it cannot be told.</summary>
    internal bool? Passes => double.IsNaN(P) ? null : P >= 0.05;
}
