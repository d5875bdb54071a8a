using Stratify.Model;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>Whether the deprived and each ethnic group have what everybody of their age and sex has.</summary>
internal static class EquityPage
{
    private static readonly (string Kind, string Title)[] _kinds = [("deprivation", "Fifths of areas by deprivation"), ("ethnic_group", "Ethnic groups")];

    private static readonly (string Measure, string Head)[] _measures = [(PlaceMeasures.Cost, "Cost"), (PlaceMeasures.Emergencies, "Emergency admissions"), ("ae_attendances", "A&E attendances")];

    /// <summary>None where the register tells neither, or too little of either can be seen.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        var table = results["equity"];
        var seen = _kinds.Where(kind => Groups(table, facts.Year, kind.Kind).Count(group => group != NotStated && Row(table, facts.Year, (kind.Kind, group, PlaceMeasures.Cost)) is { } row && table[row, "ratio"].Number is not null) > 1).ToList();
        if (seen.Count == 0) { yield break; }
        yield return new Page("Fair shares", Headline(table, facts.Year),
        [
            new Paragraph("Each group is held against what its own people would have at the rates of everybody of their age and sex in this population: 1 is as much as expected."),
            .. seen.Select(kind => List(table, facts.Year, kind)),
            new Caveat("More care than expected may be more illness, and less care may be need that nobody met: neither is good or bad by itself. Only age and sex are allowed for. Groups of whom the register tells nothing stand apart."),
        ]);
    }

    private const string NotStated = "not stated";

    /// <summary>The most deprived fifth, where chance does not explain it.</summary>
    private static string Headline(ResultTable table, string year)
    {
        foreach (var (measure, head) in _measures.Reverse())
        {
            if (Groups(table, year, "deprivation").FirstOrDefault(group => group.StartsWith('1')) is not { } most || Row(table, year, ("deprivation", most, measure)) is not { } row) { continue; }
            if ((table[row, "ratio"].Number, table[row, "ratio_lower"].Number, table[row, "ratio_upper"].Number) is ({ } ratio, { } lower, { } upper) && (lower > 1 || upper < 1))
            {
                return $"The most deprived fifth has {Format.Ratio(ratio)} times the {(measure == PlaceMeasures.Cost ? "cost" : head.StartsWith("A&E", StringComparison.Ordinal) ? head : Format.Inside(head))} of everybody of its age and sex";
            }
        }
        return "Who has more care than everybody of their age and sex, and who has less";
    }

    private static DataTable List(ResultTable table, string year, (string Kind, string Title) kind) => new(
        $"{kind.Title}, against everybody of their age and sex (95% interval)",
        ["Group", "People", .. _measures.Select(measure => measure.Head)],
        [.. Groups(table, year, kind.Kind).Select(group => (IReadOnlyList<string>)
        [
            group, Row(table, year, (kind.Kind, group, PlaceMeasures.Cost)) is { } people ? Format.Count(table[people, "people"]) : "", .. _measures.Select(measure => Cell(table, Row(table, year, (kind.Kind, group, measure.Measure)))),
        ])]);

    private static IEnumerable<string> Groups(ResultTable table, string year, string kind) => table.Where(("year", year), ("kind", kind)).Select(row => table.Text(row, "group")).Distinct();

    private static int? Row(ResultTable table, string year, (string Kind, string Group, string Measure) of) => table.Where(("year", year), ("kind", of.Kind), ("group", of.Group), ("measure", of.Measure)).Select(row => (int?)row).FirstOrDefault();

    private static string Cell(ResultTable table, int? row) => row is not { } at ? "" : table[at, "ratio"].Number is { } ratio ? $"{Format.Ratio(ratio)} ({Format.Between(table[at, "ratio_lower"], table[at, "ratio_upper"], cell => cell.Number is { } end ? Format.Ratio(end) : cell.Csv)})" : table[at, "ratio"].Csv;
}
