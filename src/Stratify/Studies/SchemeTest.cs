using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Studies;

/// <summary>A made-up person with the cohorts that they are expected in, and those that they are in.</summary>
/// <param name="File">The file of tests, as the user named it.</param>
/// <param name="Person">What the test calls them.</param>
public sealed record TestedPerson(string File, string Scheme, string Person, Place Place, IReadOnlyList<string> Expected, IReadOnlyList<string> Got)
{
    public bool IsRight => Expected.SequenceEqual(Got);
}

/// <summary>
/// Tests of a scheme that a researcher writes beside it: people who do not exist, each with the cohort that they must come to.
/// What a test does not say of a person is no condition, no care and no cost; who and where they are is missing.
/// </summary>
public static class SchemeTest
{
    /// <param name="file">A YAML file: a scheme and people.</param>
    /// <param name="fields">What conditions may name.</param>
    /// <exception cref="DefinitionException">The file, or the scheme that it tests, is wrong.</exception>
    public static IReadOnlyList<TestedPerson> Run(string file, KnownFields fields)
    {
        var problems = new List<Problem>();
        var test = YamlFields.Of(Yaml.Parse(Text(file), file), problems, "A test");
        var named = test.RequiredText("scheme");
        var scheme = named.Length == 0 ? null : Scheme(named, file, fields, problems);
        var people = test.Items("people", required: true).Select(node => Person(node, scheme, fields, problems)).OfType<MadeUp>().ToList();
        test.Done();
        if (problems.Count > 0) { throw new DefinitionException(problems); }
        var cohorts = Cohorts(scheme!, fields, people);
        return [.. people.Select((person, i) => new TestedPerson(file, scheme!.Name, person.Name, person.Place, person.Expected, cohorts[i]))];
    }

    /// <summary>A scheme that is a file lies where the test's own path leads.</summary>
    private static Scheme? Scheme(string named, string file, KnownFields fields, List<Problem> problems)
    {
        try
        {
            return SchemeFile.Read(Schemes.IsFile(named) ? Path.Combine(Path.GetDirectoryName(file) ?? "", named) : named, fields);
        }
        catch (DefinitionException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    private static string Text(string file)
    {
        try { return File.ReadAllText(file); }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(file), "The test cannot be read.")); }
    }

    private static MadeUp? Person(YamlNode node, Scheme? scheme, KnownFields fields, List<Problem> problems)
    {
        var said = YamlFields.Of(node, problems, "A person");
        var name = said.RequiredText("person");
        said.Required("expect");
        var expected = said.Texts("expect").Select(text => text.Value).ToList();
        foreach (var cohort in expected.Where(cohort => scheme is not null && scheme.Cohorts.All(known => known.Id != cohort)))
        {
            problems.Add(ProblemKinds.UnknownName.At(said.Node("expect")!.Place, $"The scheme has no cohort '{cohort}'.", Nearest.Hint(cohort, [.. scheme!.Cohorts.Select(known => known.Id)], "cohorts")));
        }
        var values = new Dictionary<string, object?>();
        foreach (var (key, value) in node is YamlMap map ? map.Entries.Where(entry => entry.Key.Value is not ("person" or "expect")) : [])
        {
            said.Node(key.Value);
            if (fields.Find(key.Value) is not { } field) { problems.Add(ProblemKinds.ConditionUnknownField.At(key.Place, $"'{key.Value}' is not a field of person_year.", Nearest.Hint(key.Value, fields.Names, "fields"))); }
            else if (Value(field, value) is { } read) { values[field.Column] = read == DBNull.Value ? null : read; }
            else { problems.Add(ProblemKinds.YamlWrongValue.At(value.Place, $"This is no value of {field.Name}.", Wanted(field))); }
        }
        return new MadeUp(name, node.Place, expected, values);
    }

    /// <summary>Null where the text is no value of the field; <see cref="DBNull"/> for <c>missing</c>.</summary>
    private static object? Value(PersonYearField field, YamlNode node) => node is not YamlText { Value: var text } ? null
        : text == "missing" ? DBNull.Value
        : field.Type switch
        {
            FieldType.Flag => text switch { "true" => true, "false" => false, _ => null },
            FieldType.Number => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
            FieldType.Money => decimal.TryParse(text.TrimStart('£'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds) && Math.Abs(pounds) < 1_000_000_000_000m ? (long)decimal.Round(pounds * 100) : null,
            _ => field.OneOf.Count == 0 || field.OneOf.Contains(text) ? text : null,
        };

    private static string Wanted(PersonYearField field) => field.Type switch
    {
        FieldType.Flag => "Write true, false or missing.",
        FieldType.Number => "Write a number, or missing.",
        FieldType.Money => "Write pounds, such as £5,000, or missing.",
        _ => field.OneOf.Count == 0 ? "Write a text, or missing." : $"Write one of {string.Join(", ", field.OneOf)}, or missing.",
    };

    private static List<IReadOnlyList<string>> Cohorts(Scheme scheme, KnownFields fields, List<MadeUp> people)
    {
        var columns = scheme.Cohorts.SelectMany(cohort => cohort.Fields).Concat(fields.All.Where(field => people.Any(person => person.Values.ContainsKey(field.Column)))).DistinctBy(field => field.Column).ToList();
        var work = Directory.CreateTempSubdirectory("stratify-test-");
        try
        {
            using var warehouse = new Warehouse(new WarehouseOptions(work.FullName) { Reads = 0 });
            InventedPeople.Make(warehouse, columns, people.Select(person => (IReadOnlyList<object?>)[.. columns.Select(field => person.Values.TryGetValue(field.Column, out var value) ? value : InventedPeople.Default(field))]));
            var rows = warehouse.Query($"select person_key, cohort from ({CohortTables.Members([scheme]).Sql}) order by all").Rows.ToLookup(row => (long)row[0]!, row => (string)row[1]!);
            return [.. people.Select((_, i) => (IReadOnlyList<string>)[.. scheme.Cohorts.Select(cohort => cohort.Id).Where(id => rows[i].Contains(id))])];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private sealed record MadeUp(string Name, Place Place, IReadOnlyList<string> Expected, IReadOnlyDictionary<string, object?> Values);
}
