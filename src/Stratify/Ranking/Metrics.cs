using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Ranking;

/// <summary>A measure of joined-up care that somebody publishes or asks for.</summary>
/// <param name="Name">As it stands in tables.</param>
/// <param name="Panel">The set to which it belongs, as it stands on pages.</param>
/// <param name="Definition">What is counted, over what.</param>
/// <param name="Differs">Where it differs from what the source counts; empty where we know of nothing.</param>
/// <param name="Unit">Of the rate, in words.</param>
/// <param name="Per">The rate is of so many of what it is over; 100 is a share, which no count of <paramref name="Over"/> can exceed.</param>
/// <param name="Counts">The fact that is counted; empty where no extract can tell it.</param>
/// <param name="Over">The fact that it is held against; empty for person-years.</param>
/// <param name="Within">A fact that holds the counted one and that other tables publish: what is left of it must be of enough people too; empty for none.</param>
/// <param name="AgeFrom">Nobody younger counts, on either side.</param>
/// <param name="IsMonthly">Whether it is told by the month too.</param>
/// <param name="Needs">Datasets, and columns of them after a point, without which it is missing.</param>
/// <param name="Source">Who publishes or asks for it.</param>
public sealed record Metric(string Name, string Panel, string Title, string Definition, string Differs, string Unit, long Per, string Counts, string Over, string Within, long AgeFrom, bool IsMonthly, IReadOnlyList<string> Needs, string Source);

/// <summary>The measures of joined-up care, declared in <c>Reference/metrics.csv</c>, in the order of pages.</summary>
public static class Metrics
{
    private const string File = "metrics.csv";

    private static readonly Lazy<IReadOnlyList<Metric>> Read = new(() =>
    {
        using var stream = ReferenceCsv.Shipped($"ranking/{File}")!;
        return [.. ReferenceCsv.Read(stream, File, ProblemKinds.CodeListWrong, "metric", "panel", "title", "definition", "differs", "unit", "per", "counts", "over", "within", "age_from", "monthly", "needs", "source").Select(row => Of(row.Fields))];
    });

    public static IReadOnlyList<Metric> All => Read.Value;

    /// <summary>Makes <c>metric</c>: a row for each measure.</summary>
    internal static CodeStep Step => new("metric", ["metric"], warehouse => MemoryTable.Create(
        warehouse,
        "metric",
        [
            ("metric", "varchar"), ("position", "bigint"), ("panel", "varchar"), ("title", "varchar"), ("definition", "varchar"), ("differs", "varchar"), ("unit", "varchar"), ("per", "bigint"),
            ("counts", "varchar"), ("over_fact", "varchar"), ("within_fact", "varchar"), ("age_from", "bigint"), ("is_monthly", "boolean"), ("dataset", "varchar"), ("needs", "varchar"), ("source", "varchar"),
        ],
        All.Select((one, i) => new object?[]
        {
            one.Name, (long)i, one.Panel, one.Title, one.Definition, one.Differs, one.Unit, one.Per, one.Counts, one.Over, one.Within, one.AgeFrom, one.IsMonthly, one.Needs is [var dataset, ..] ? dataset : null, string.Join(", ", one.Needs), one.Source,
        })));

    /// <summary>Makes <c>metric_need</c>: a row for each dataset or column that a measure needs.</summary>
    internal static CodeStep Needs => new("metric_need", ["metric", "input"], warehouse => MemoryTable.Create(
        warehouse, "metric_need", [("metric", "varchar"), ("input", "varchar")], All.SelectMany(one => one.Needs.Select(input => new object?[] { one.Name, input }))));

    private static Metric Of(IReadOnlyDictionary<string, string> fields) => new(
        fields["metric"], fields["panel"], fields["title"], fields["definition"], fields["differs"], fields["unit"], Number(fields["per"]), fields["counts"], fields["over"], fields["within"],
        Number(fields["age_from"]), fields["monthly"] == "yes", fields["needs"].Split(' ', StringSplitOptions.RemoveEmptyEntries), fields["source"]);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
