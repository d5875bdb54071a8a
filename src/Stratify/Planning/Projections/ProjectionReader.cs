using System.Globalization;
using System.Text.RegularExpressions;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Planning.Projections;

/// <summary>Reads a projection: a CSV with the columns year, sex, age and people, and if need be area and need; a row for each.</summary>
public static partial class ProjectionReader
{
    private const int Most = 20;

    /// <param name="area">The one to take of a file that tells several; null for a file of one.</param>
    /// <exception cref="DefinitionException">The file is no projection; its faults are listed, the first twenty of them.</exception>
    public static Projection Read(string path, string? area)
    {
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "There is no such file.", "Give a projection of the population; 'stratify describe projections' says how it is written.")); }
        using var stream = File.OpenRead(path);
        return Parse(stream, path, area);
    }

    /// <inheritdoc cref="Read"/>
    public static Projection Parse(Stream stream, string path, string? area)
    {
        var lines = ReferenceCsv.Read(stream, path, ProblemKinds.ProjectionWrong, ["year", "sex", "age", "people"], ["area", "need"]);
        if (lines.Count == 0) { throw new DefinitionException(Wrong(new Place(path, 1), "The projection has no row.", "Each row is a year, sex and age with its people.")); }
        var problems = new List<Problem>();
        var rows = OfArea(lines, path, area).Select(line => Row.Of(line.Place, line.Fields, problems)).OfType<Row>().ToList();
        Stop(problems);
        var sexes = Sexes(rows, path);
        Repeats(rows, problems);
        Stop(problems);
        var parts = rows.GroupBy(row => (row.Year, row.Sex)).OrderBy(part => part.Key).ToDictionary(part => part.Key, part => part.OrderBy(row => row.Ages.From).ToList());
        var classes = parts.First().Value.ConvertAll(row => row.Ages);
        foreach (var part in parts.Values) { Whole(part, classes, problems); }
        var years = rows.Select(row => row.Year).Distinct().Order().ToList();
        foreach (var year in years.Where(year => sexes.Any(sex => !parts.ContainsKey((year, sex))))) { problems.Add(Wrong(rows.First(row => row.Year == year).Place, $"The year {year} does not tell both sexes.", "Give every year the same sexes and ages.")); }
        Stop(problems);
        return new Projection(years, sexes, classes, years.ToDictionary(year => year, year => (IReadOnlyList<ProjectedPeople>)[.. sexes.SelectMany(sex => parts[(year, sex)]).Select(row => new ProjectedPeople(row.People, row.Need))]), lines.Any(line => line.Fields["need"].Length > 0));
    }

    private static IEnumerable<(Place Place, IReadOnlyDictionary<string, string> Fields)> OfArea(IReadOnlyList<(Place Place, IReadOnlyDictionary<string, string> Fields)> lines, string path, string? area)
    {
        var areas = lines.Select(line => line.Fields["area"]).Distinct().Order(StringComparer.Ordinal).ToList();
        if (area is null)
        {
            return areas.Count == 1 ? lines : throw new DefinitionException(Wrong(new Place(path), string.Create(CultureInfo.InvariantCulture, $"The projection tells {areas.Count} areas."), $"Say which with --area, such as --area {areas.First(name => name.Length > 0)}."));
        }
        return areas.Contains(area) ? lines.Where(line => line.Fields["area"] == area)
            : throw new DefinitionException(Wrong(new Place(path), $"The projection has no area '{area}'.", areas is [""] ? "It has no column 'area': leave --area out." : Nearest.Hint(area, areas, "areas")));
    }

    private static List<string> Sexes(List<Row> rows, string path)
    {
        var sexes = rows.Select(row => row.Sex).Distinct().Order(StringComparer.Ordinal).ToList();
        return sexes is [Projection.Persons] or [Projection.Female, Projection.Male] ? sexes
            : throw new DefinitionException(Wrong(rows.Find(row => row.Sex == Projection.Persons)?.Place ?? new Place(path), $"The projection tells {string.Join(", ", sexes)}.", "Give females and males, or persons alone: a total beside its parts would be counted twice."));
    }

    private static void Repeats(List<Row> rows, List<Problem> problems) =>
        problems.AddRange(rows.GroupBy(row => (row.Year, row.Sex, row.Ages.From)).Where(same => same.Count() > 1).Select(same => Wrong(same.ElementAt(1).Place, "The year, sex and age stand in an earlier row too.", "Leave one of them out; where rows are of several areas, name these in a column 'area'.")));

    /// <summary>Ages from nought on, each once, the last open; and the same for each year and sex.</summary>
    private static void Whole(List<Row> part, List<AgeClass> classes, List<Problem> problems)
    {
        var next = 0;
        foreach (var row in part)
        {
            if (row.Ages.From != next)
            {
                problems.Add(Wrong(row.Place, string.Create(CultureInfo.InvariantCulture, $"The ages of {row.Year}, {row.Sex}, {(row.Ages.From > next ? $"lack {AgeClass.Between(next, row.Ages.From - 1)}" : $"tell {row.Ages.From} twice")}."), "Ages go from 0 upward, each once, up to an open class such as 90+."));
                return;
            }
            next = row.Ages.To is { } to ? to + 1 : int.MaxValue;
        }
        if (next != int.MaxValue) { problems.Add(Wrong(part[^1].Place, string.Create(CultureInfo.InvariantCulture, $"Nobody of {next} or older is in {part[^1].Year}, {part[^1].Sex}."), "End with an open class, such as 90+.")); }
        else if (!part.Select(row => row.Ages).SequenceEqual(classes)) { problems.Add(Wrong(part[0].Place, string.Create(CultureInfo.InvariantCulture, $"The ages of {part[0].Year}, {part[0].Sex}, are cut otherwise than those of the first year."), "Give every year and sex the same ages.")); }
    }

    private static void Stop(List<Problem> problems)
    {
        if (problems.Count > 0) { throw new DefinitionException([.. problems.Take(Most)]); }
    }

    private static Problem Wrong(Place place, string message, string hint) => ProblemKinds.ProjectionWrong.At(place, message, hint);

    [GeneratedRegex(@"^(\d{1,3})(?:\s*(\+|and over|or over)|\s*(?:-|to)\s*(\d{1,3}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    private sealed record Row(Place Place, int Year, string Sex, AgeClass Ages, decimal People, decimal Need)
    {
        internal static Row? Of(Place place, IReadOnlyDictionary<string, string> fields, List<Problem> problems)
        {
            var before = problems.Count;
            var year = int.TryParse(fields["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1900 and <= 2200 ? told : Said(0, "year", "a calendar year such as 2035");
            var sex = fields["sex"].ToLowerInvariant() switch
            {
                "female" or "females" or "f" or "women" => Projection.Female,
                "male" or "males" or "m" or "men" => Projection.Male,
                "persons" or "person" or "people" or "both" or "all" => Projection.Persons,
                _ => Said("", "sex", "female, male or persons"),
            };
            var ages = Class(fields["age"]) ?? Said(new AgeClass(0, 0), "age", "an age such as 47, a band such as 65-69, or the last class such as 90+; a total of all ages is left out");
            var people = Number(fields["people"], 1e9m) ?? Said(0, "people", "a number of people");
            var need = fields["need"].Length == 0 ? 1 : Number(fields["need"], 10) ?? Said(1, "need", "a number up to 10, 1 being as much care as now");
            return problems.Count == before ? new Row(place, year, sex, ages, people, need) : null;

            T Said<T>(T instead, string column, string what)
            {
                problems.Add(Wrong(place, $"The column '{column}' must hold {what}.", "'stratify describe projections' says how a projection is written."));
                return instead;
            }
        }

        private static AgeClass? Class(string age)
        {
            if (Pattern().Match(age) is not { Success: true } found) { return null; }
            var from = int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            int? to = found.Groups[2].Success ? null : found.Groups[3].Success ? int.Parse(found.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : from;
            return to < from ? null : new AgeClass(from, to);
        }

        private static decimal? Number(string text, decimal most) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
    }
}
