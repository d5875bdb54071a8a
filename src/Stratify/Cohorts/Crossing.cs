using System.Globalization;
using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>
/// Generates the cohorts of a grid: a band of each field, such as <c>age: [0-17, 18-64, 65+]</c> by <c>conditions: [0, 1, 2+]</c>.
/// The bands of a number follow each other without gap; those of a text are its values.
/// </summary>
internal sealed partial class Crossing(KnownFields fields, List<Problem> problems)
{
    private const int MaxCohorts = 500;

    /// <summary>The first field changes slowest.</summary>
    public IReadOnlyList<Cohort> Cohorts(YamlNode cross)
    {
        if (cross is not YamlMap { Entries: { Count: > 0 } entries })
        {
            problems.Add(ProblemKinds.YamlWrongValue.At(cross.Place, "'cross' must name fields with their bands.", "As in: cross: {age: [0-17, 18-64, 65+], conditions: [0, 1, 2+]}."));
            return [];
        }
        var before = problems.Count;
        var axes = entries.Select(entry => Axis(entry.Key, entry.Value)).ToList();
        if (problems.Count > before) { return []; }
        if (axes.Aggregate(1m, (cells, axis) => cells * axis.Count) > MaxCohorts)
        {
            problems.Add(ProblemKinds.SchemeWrong.At(cross.Place, $"The crossing makes more than {MaxCohorts} cohorts.", "Use fewer bands."));
            return [];
        }
        IEnumerable<IReadOnlyList<Band>> cells = [[]];
        foreach (var axis in axes) { cells = [.. cells.SelectMany(cell => axis.Select(band => (IReadOnlyList<Band>)[.. cell, band]))]; }
        return [.. cells.Select(Cohort).OfType<Cohort>()];
    }

    private Cohort? Cohort(IReadOnlyList<Band> bands)
    {
        var where = string.Join(" and ", bands.Select(band => band.Where));
        return ConditionParser.Parse(where, _ => bands[0].Place, problems, fields) is { } criterion
            ? new Cohort(string.Join('-', bands.Select(band => band.Id)), string.Join(", ", bands.Select(band => band.Title)), where, criterion)
            : null;
    }

    private List<Band> Axis(YamlText name, YamlNode node)
    {
        if (fields.Find(name.Value) is not { Type: FieldType.Number or FieldType.Text } field)
        {
            problems.Add(ProblemKinds.ConditionUnknownField.At(name.Place, $"'{name.Value}' is no field of number or text, so it has no bands.",
                Nearest.Hint(name.Value, [.. fields.All.Where(known => known.Type is FieldType.Number or FieldType.Text).Select(known => known.Name)], "fields")));
            return [];
        }
        var bands = Written(node).Select(written => field.Type == FieldType.Text ? OfText(field, written) : OfNumber(field, written)).OfType<Band>().ToList();
        for (var i = 1; i < bands.Count && field.Type == FieldType.Number; i++) { CheckFollows(bands[i - 1], bands[i]); }
        return bands;
    }

    /// <summary>A list of bands, or bands with their titles.</summary>
    private IEnumerable<(YamlText Band, string? Title)> Written(YamlNode node)
    {
        switch (node)
        {
            case YamlList list when list.Items.All(item => item is YamlText): return list.Items.Select(item => ((YamlText)item, (string?)null));
            case YamlMap map when map.Entries.All(entry => entry.Value is YamlText): return map.Entries.Select(entry => (entry.Key, (string?)((YamlText)entry.Value).Value));
            default:
                problems.Add(ProblemKinds.YamlWrongValue.At(node.Place, "Bands are a list, as in [0-17, 18-64, 65+], or have a title each."));
                return [];
        }
    }

    private static Band OfText(PersonYearField field, (YamlText Band, string? Title) written) => new(
        written.Band.Place,
        $"{SchemeReader.Slug(field.Name)}-{SchemeReader.Slug(written.Band.Value)}",
        written.Title ?? $"{field.Name} {written.Band.Value}",
        $"{field.Name} is \"{written.Band.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", 0, 0);

    private Band? OfNumber(PersonYearField field, (YamlText Band, string? Title) written)
    {
        var match = NumberBand().Match(written.Band.Value);
        var from = match.Success ? int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture) : 0;
        var to = match.Groups["to"].Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : match.Groups["open"].Success ? int.MaxValue : from;
        if (!match.Success || to < from)
        {
            problems.Add(ProblemKinds.SchemeWrong.At(written.Band.Place, $"'{written.Band.Value}' is not a band of {field.Name}.", "Bands are written 3, 18-64 or 65+."));
            return null;
        }
        var where = to == int.MaxValue ? $"{field.Name} >= {from}" : to == from ? $"{field.Name} = {from}" : $"{field.Name} between {from} and {to}";
        return new Band(written.Band.Place, $"{SchemeReader.Slug(field.Name)}-{written.Band.Value.Replace("+", "-plus", StringComparison.Ordinal)}", written.Title ?? $"{field.Name} {written.Band.Value}", where, from, to);
    }

    private void CheckFollows(Band band, Band next)
    {
        if (band.To != int.MaxValue && next.From == band.To + 1) { return; }
        problems.Add(ProblemKinds.SchemeWrong.At(next.Place, $"The band '{next.Where}' does not follow '{band.Where}'.", "Each band begins one above the end of the one before; only the last is open."));
    }

    private sealed record Band(Place Place, string Id, string Title, string Where, int From, int To);

    [GeneratedRegex(@"^(?<from>\d{1,6})(-(?<to>\d{1,6})|(?<open>\+))?$")]
    private static partial Regex NumberBand();
}
