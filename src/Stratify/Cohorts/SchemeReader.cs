using System.Text.RegularExpressions;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>Reads a scheme from YAML. Every fault is added to the list with its place.</summary>
public static partial class SchemeReader
{
    private const int MaxCohorts = 500;

    /// <param name="file">The name to use in places.</param>
    /// <returns>Null when there was a fault.</returns>
    public static Scheme? Read(string text, string file, List<Problem> problems)
    {
        var before = problems.Count;
        YamlNode root;
        try
        {
            root = Yaml.Parse(text, file);
        }
        catch (DefinitionException unreadable)
        {
            problems.AddRange(unreadable.Problems);
            return null;
        }
        var fields = YamlFields.Of(root, problems, "A scheme");
        var scheme = new Scheme
        {
            Name = Id(fields, "scheme", problems),
            Title = fields.RequiredText("title"),
            Version = fields.Integer("version", 1, 1_000_000) ?? 1,
            Source = fields.Text("source") ?? "",
            Status = fields.Text("status") ?? "",
            Cohorts = [.. Bands(fields, problems), .. fields.Items("cohorts").Select(item => Cohort(item, problems)).OfType<Cohort>()],
            Text = text,
        };
        fields.OneOf("assign", ["first-match"]);
        fields.Done();
        Check(scheme, fields.Place, problems);
        return problems.Count == before ? scheme : null;
    }

    /// <summary>A scheme that ships, by name; null when there is none.</summary>
    public static Scheme? Shipped(string name)
    {
        using var stream = typeof(SchemeReader).Assembly.GetManifestResourceStream($"schemes/{name}.yml");
        if (stream is null) { return null; }
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        return Read(reader.ReadToEnd(), $"{name}.yml", problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    /// <summary>The names of the schemes that ship.</summary>
    public static IReadOnlyList<string> ShippedNames { get; } =
        [.. typeof(SchemeReader).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("schemes/", StringComparison.Ordinal))
            .Select(name => name["schemes/".Length..^".yml".Length])
            .Order(StringComparer.Ordinal)];

    private static Cohort? Cohort(YamlNode item, List<Problem> problems)
    {
        var fields = YamlFields.Of(item, problems, "A cohort");
        var id = Id(fields, "id", problems);
        var title = fields.RequiredText("title");
        var where = fields.Required("where") is YamlText text ? Parser.Parse(text.Value, text.Place, problems) : null;
        fields.Done();
        return where is null ? null : new Cohort(id, title, where, item.Place);
    }

    /// <summary>Crossed bands: each first band with each second, in order, as <c>cross: [{of: age, bands: […]}, {of: conditions, bands: […]}]</c>.</summary>
    private static IEnumerable<Cohort> Bands(YamlFields fields, List<Problem> problems)
    {
        var crossed = fields.Items("cross").Select(item => Band(item, problems)).ToList();
        if (crossed.Count == 0) { return []; }
        IEnumerable<Cohort> cohorts = crossed[0];
        foreach (var bands in crossed.Skip(1))
        {
            cohorts = cohorts.SelectMany(left => bands, (left, right) =>
                new Cohort($"{left.Id}-{right.Id}", $"{left.Title}, {right.Title}", new And(left.Place, [left.Where, right.Where]), left.Place));
        }
        return cohorts.ToList();
    }

    private static List<Cohort> Band(YamlNode item, List<Problem> problems)
    {
        var fields = YamlFields.Of(item, problems, "A set of bands");
        var bands = fields.Items("bands", required: true).Select(band => Cohort(band, problems)).OfType<Cohort>().ToList();
        fields.Done();
        return bands;
    }

    private static string Id(YamlFields fields, string key, List<Problem> problems)
    {
        var id = fields.RequiredText(key);
        if (id.Length > 0 && !Names().IsMatch(id))
        {
            problems.Add(ProblemKinds.SchemeWrong.At(fields.Node(key)!.Place, $"'{id}' cannot be a name here.", "Use small letters, digits and hyphens, as in severe-frailty."));
        }
        return id;
    }

    private static void Check(Scheme scheme, Place place, List<Problem> problems)
    {
        if (scheme.Cohorts.Count is 0 or > MaxCohorts)
        {
            problems.Add(ProblemKinds.SchemeWrong.At(place, $"A scheme has 1 to {MaxCohorts} cohorts; this one has {scheme.Cohorts.Count}."));
            return;
        }
        foreach (var repeated in scheme.Cohorts.GroupBy(cohort => cohort.Id).Where(group => group.Count() > 1))
        {
            problems.Add(ProblemKinds.SchemeWrong.At(repeated.Last().Place, $"The id '{repeated.Key}' is given to {repeated.Count()} cohorts."));
        }
        if (scheme.Cohorts[^1].Where is not Everyone)
        {
            problems.Add(ProblemKinds.SchemeWrong.At(scheme.Cohorts[^1].Place, "The last cohort does not take everyone who is left.", "End the scheme with a cohort whose 'where' is: everyone."));
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Names();
}
