using Stratify.Statistics;

namespace Stratify.Planning.Evaluations;

/// <summary>Members and those with whom they are matched, as means and errors are made of them: by matched set, or where whole practices are of the programme by practice.</summary>
/// <param name="Practices">Of every candidate; null where each matched set stands alone.</param>
internal sealed record Comparison(IReadOnlyList<Match> Matches, int[]? Practices)
{
    /// <summary>The mean of members.</summary>
    internal TestedEstimate Own(Func<int, double> of) => Practices is null ? DifferenceInDifferences.Of([.. Matches.Select(match => of(match.Member))]) : ClusteredMeans.Of(Members(of));

    /// <summary>The mean of their controls, each member's together counting for one.</summary>
    internal TestedEstimate Theirs(Func<int, double> of) => Practices is null ? DifferenceInDifferences.Of([.. Matches.Select(match => match.Controls.Average(of))]) : ClusteredMeans.Of(Controls(of));

    /// <summary>The one less the other.</summary>
    internal TestedEstimate Apart(Func<int, double> of) => Practices is null ? DifferenceInDifferences.Of([.. Matches.Select(match => of(match.Member) - match.Controls.Average(of))]) : ClusteredMeans.Difference(Members(of), Controls(of));

    private List<ClusteredValue> Members(Func<int, double> of) => [.. Matches.Select(match => new ClusteredValue(of(match.Member), 1, Practices![match.Member]))];

    private List<ClusteredValue> Controls(Func<int, double> of) => [.. Matches.SelectMany(match => match.Controls.Select(person => new ClusteredValue(of(person), 1.0 / match.Controls.Count, Practices![person])))];
}
