using Stratify.Results;

namespace Stratify.Reports;

/// <summary>Records of activity of a dataset, by how they were linked.</summary>
/// <param name="Dataset">Its title.</param>
/// <param name="ByGrade">Records, by grade; those of nobody under <see cref="Unlinked"/>.</param>
internal sealed record LinkedRecords(string Dataset, IReadOnlyDictionary<string, double> ByGrade)
{
    internal const string Unlinked = "U";

    internal double Records => ByGrade.Values.Sum();

    /// <summary>The part of the records that is somebody's.</summary>
    internal double Linked => Records > 0 ? 1 - Share(Unlinked) : 0;

    /// <summary>The part of the records that is linked so surely.</summary>
    internal double Share(string grade) => Records > 0 ? ByGrade.GetValueOrDefault(grade) / Records : 0;

    /// <summary>Of each dataset with records of activity, in the order of the table.</summary>
    internal static IReadOnlyList<LinkedRecords> Of(ResultTable linkage, RunFacts facts) =>
        [.. Enumerable.Range(0, linkage.Rows.Count).GroupBy(row => linkage.Text(row, "dataset"))
            .Select(dataset => new LinkedRecords(facts.Datasets[dataset.Key], dataset.ToDictionary(row => linkage.Text(row, "grade"), row => linkage[row, "records"].Number ?? 0)))
            .Where(dataset => dataset.Records > 0)];

    /// <summary>Of all datasets together.</summary>
    internal static LinkedRecords Together(IReadOnlyList<LinkedRecords> all) =>
        new("All together", all.SelectMany(dataset => dataset.ByGrade).GroupBy(grade => grade.Key).ToDictionary(grade => grade.Key, grade => grade.Sum(one => one.Value)));
}
