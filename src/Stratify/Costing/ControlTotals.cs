using System.Globalization;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>What the accounts say a setting cost in a year, to hold the computed cost against.</summary>
/// <param name="Year">A year of the run.</param>
public sealed record ControlTotal(string Setting, string Year, long Pence);

/// <summary>The control totals of a job, as keys of the job itself or as a CSV file of setting, pounds and, where the run has several years, year.</summary>
public static class ControlTotals
{
    /// <param name="years">Those of the run: a total without a year is of its only one.</param>
    internal static IReadOnlyList<ControlTotal> Of(YamlMap map, IReadOnlyList<string> years, List<Problem> problems) => Unique(
        map.Entries.Select(entry => (entry.Key.Place, Row(entry.Key.Value, (entry.Value as YamlText)?.Value ?? "", "", years))), ProblemKinds.YamlWrongValue, problems);

    /// <inheritdoc cref="Of"/>
    /// <exception cref="DefinitionException">The file is no CSV, or lacks a column.</exception>
    internal static IReadOnlyList<ControlTotal> Read(Stream stream, string file, IReadOnlyList<string> years, List<Problem> problems) => Unique(
        ReferenceCsv.Read(stream, file, ProblemKinds.ControlTotalsWrong, ["setting", "pounds"], ["year"]).Select(row => (row.Place, Row(row.Fields["setting"], row.Fields["pounds"], row.Fields["year"], years))),
        ProblemKinds.ControlTotalsWrong, problems);

    private static List<ControlTotal> Unique(IEnumerable<(Place Place, (ControlTotal? Total, string Fault) Row)> rows, ProblemKind kind, List<Problem> problems)
    {
        var totals = new List<ControlTotal>();
        foreach (var (place, (total, fault)) in rows)
        {
            if (total is null) { problems.Add(kind.At(place, fault)); }
            else if (totals.Any(other => (other.Setting, other.Year) == (total.Setting, total.Year))) { problems.Add(kind.At(place, $"The control total of {total.Setting} is given twice.")); }
            else { totals.Add(total); }
        }
        return totals;
    }

    private static (ControlTotal?, string) Row(string setting, string pounds, string year, IReadOnlyList<string> years)
    {
        string[] known = [.. Setting.All.Select(one => one.Name)];
        if (!known.Contains(setting)) { return (null, $"There is no setting '{setting}'. {Nearest.Hint(setting, known, "settings")}".TrimEnd()); }
        if (Pence(pounds) is not { } pence) { return (null, "A control total must be pounds above 0, such as £123,000,000."); }
        if (year.Length == 0 && years.Count > 1) { return (null, $"The run is of {string.Join(" and ", years)}: give control totals in a CSV with a column 'year'."); }
        if (year.Length > 0 && !years.Contains(year)) { return (null, $"The run is not of '{year}', but of {string.Join(" and ", years)}."); }
        return (new ControlTotal(setting, year.Length > 0 ? year : years[0], pence), "");
    }

    /// <summary>Pounds as people write them, in pence.</summary>
    private static long? Pence(string text) =>
        decimal.TryParse(text.StartsWith('£') ? text[1..] : text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds)
        && pounds is > 0 and < 1_000_000_000_000 && pounds * 100 == decimal.Truncate(pounds * 100) ? (long)(pounds * 100) : null;
}
