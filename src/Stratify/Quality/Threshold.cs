using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Quality;

/// <summary>From which share of violations a check warns or fails, for one column of one dataset, one dataset, or all (<c>*</c>).</summary>
/// <param name="WarnOver">Null when it never warns.</param>
/// <param name="FailOver">Null when it never fails.</param>
/// <param name="AtLeast">Fewer than this are not judged: one of three would be a third.</param>
/// <param name="Why">Where the numbers come from.</param>
public sealed record Threshold(string Check, string Dataset, string Column, decimal? WarnOver, decimal? FailOver, long AtLeast, string Why);

/// <summary>The thresholds of a run. They are no part of the checks, so that counts can be judged again by others.</summary>
public sealed record Thresholds(IReadOnlyList<Threshold> All)
{
    private const string Any = "*";
    private static readonly string[] Columns = ["check", "dataset", "column", "warn_over", "fail_over", "at_least", "why"];

    public static Thresholds Shipped { get; } = ReadShipped();

    /// <summary>The user's own stand in place of those that ship for the same check, dataset and column.</summary>
    public Thresholds With(Thresholds own) => new([.. own.All, .. All.Where(one => !own.All.Any(other => (other.Check, other.Dataset, other.Column) == (one.Check, one.Dataset, one.Column)))]);

    /// <summary>The one that says most of the column: its own, else its dataset's, else everyone's.</summary>
    public Threshold Of(string check, string dataset, string column) => All
        .Where(one => one.Check == check && (one.Dataset == dataset || one.Dataset == Any) && (one.Column == column || one.Column == Any))
        .MaxBy(one => (one.Dataset == Any ? 0 : 2) + (one.Column == Any ? 0 : 1)) ?? throw new ArgumentException($"The check {check} has no threshold.");

    /// <exception cref="DefinitionException">A row names no check, or holds no share; every fault is listed.</exception>
    public static Thresholds Read(Stream stream, string file)
    {
        var problems = new List<Problem>();
        var all = new List<Threshold>();
        foreach (var (place, fields) in ReferenceCsv.Read(stream, file, ProblemKinds.ThresholdsWrong, Columns))
        {
            if (Row(fields, place, problems) is { } threshold) { all.Add(threshold); }
        }
        return problems.Count == 0 ? new Thresholds(all) : throw new DefinitionException(problems);
    }

    private static Threshold? Row(IReadOnlyDictionary<string, string> fields, Place place, List<Problem> problems)
    {
        var before = problems.Count;
        void Wrong(string message, string hint = "") => problems.Add(ProblemKinds.ThresholdsWrong.At(place, message, hint));

        var check = fields["check"];
        if (CheckCatalogue.Find(check) is null) { Wrong($"There is no check '{check}'.", Nearest.Hint(check, [.. CheckCatalogue.All.Select(known => known.Name)], "checks")); }
        var (warn, fail) = (Share("warn_over"), Share("fail_over"));
        if (!long.TryParse(fields["at_least"], NumberStyles.None, CultureInfo.InvariantCulture, out var atLeast)) { Wrong("'at_least' must be a whole number."); }
        if (warn > fail) { Wrong("A check would fail before it warns."); }
        return problems.Count == before ? new Threshold(check, fields["dataset"], fields["column"], warn, fail, atLeast, fields["why"]) : null;

        decimal? Share(string key)
        {
            if (fields[key].Length == 0) { return null; }
            if (decimal.TryParse(fields[key], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) { return share; }
            Wrong($"'{key}' must be a share from 0 to 1, such as 0.05, or blank.");
            return null;
        }
    }

    private static Thresholds ReadShipped()
    {
        using var stream = ReferenceCsv.Shipped("quality/thresholds.csv")!;
        return Read(stream, "thresholds.csv");
    }
}
