using System.Globalization;
using Stratify.Results;

namespace Stratify;

/// <summary>A cohort with links that are sure enough for costs, and with those too that are likely, as published.</summary>
public sealed record CoverageCohort(string Title, Cell Mean, Cell MeanAtCoverage, Cell Rank, Cell RankAtCoverage);

/// <summary>One scheme's ranking at both thresholds in one year.</summary>
/// <param name="Concordance">Spearman's correlation of the two ranks.</param>
/// <param name="Top">Cohorts among the ten costliest with the threshold for costs.</param>
/// <param name="TopAtBoth">How many of them are with that for coverage too.</param>
public sealed record CoverageRanking(string Scheme, string Year, Cell Concordance, Cell Top, Cell TopAtBoth, IReadOnlyList<CoverageCohort> Cohorts)
{
    private const string Table = "cohorts_at_coverage";

    /// <summary>The comparison in a sentence, of what may be seen.</summary>
    public string Says
    {
        get
        {
            var moved = Cohorts.Where(cohort => cohort.Rank.Number is { } rank && cohort.RankAtCoverage.Number is { } other && rank != other).ToList();
            var hidden = Cohorts.Count(cohort => cohort.MeanAtCoverage.IsHidden || cohort.RankAtCoverage.IsHidden);
            return Same + $"; {(moved.Count == 0 ? "no rank that may be seen changes" : $"{moved.Count.ToString(CultureInfo.InvariantCulture)} of {Cohorts.Count.ToString(CultureInfo.InvariantCulture)} ranks change")}"
                + (Most is { } most ? $", and the mean changes most for '{most.Title}', from £{most.Mean.Csv} to £{most.MeanAtCoverage.Csv}" : "")
                + (hidden == 0 ? "." : $" ({hidden.ToString(CultureInfo.InvariantCulture)} cohorts are hidden).");
        }
    }

    private string Same => Top.Number is null ? "the costliest cohorts may not be compared" : $"{TopAtBoth.Csv} of the {Top.Csv} costliest cohorts are the same{(Concordance.Number is null ? "" : $", ranks agree at {Concordance.Csv} (Spearman)")}";

    private CoverageCohort? Most => Cohorts.Where(cohort => cohort.Mean.Number is not null && cohort.MeanAtCoverage.Number is not null && cohort.Mean != cohort.MeanAtCoverage)
        .MaxBy(cohort => Math.Abs(cohort.MeanAtCoverage.Number!.Value - cohort.Mean.Number!.Value));

    /// <summary>None where the run linked by rules alone.</summary>
    /// <param name="folder">The run's own folder.</param>
    internal static IReadOnlyList<CoverageRanking> Read(string folder) => !PublishedTable.IsThere(folder, Table) ? [] :
    [
        .. PublishedTable.Read(folder, Table, "scheme", "title", "year", "mean_cost", "mean_cost_at_coverage", "rank", "coverage_rank", "concordance", "top", "top_at_both")
            .GroupBy(row => (Scheme: row.Text("scheme"), Year: row.Text("year")))
            .Select(scheme => new CoverageRanking(scheme.Key.Scheme, scheme.Key.Year, Seen(scheme, "concordance"), Seen(scheme, "top"), Seen(scheme, "top_at_both"),
                [.. scheme.Select(row => new CoverageCohort(row.Text("title"), row.Figure("mean_cost"), row.Figure("mean_cost_at_coverage"), row.Figure("rank"), row.Figure("coverage_rank")))])),
    ];

    /// <summary>What every row of a scheme says, where any may be seen.</summary>
    private static Cell Seen(IEnumerable<PublishedRow> scheme, string column) => scheme.Select(row => row.Figure(column)).OrderBy(cell => cell.IsHidden).First();
}
