using System.Text.Json;
using Stratify.Cohorts;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Two hundred names that would be code elsewhere: as titles and values of a scheme they stay data, and where they cannot stand they are refused with a place.</summary>
public sealed class HostileNamesSpec
{
    private static readonly string[] _parts =
    [
        "'", "''", "\"", "\\", ";", "--", "/*", "*/", "#", "$1", "%", "&", "|", "{x}", "[0]", "=cmd()", "null", "</script>", "drop table person_year", "or 'x' = 'x'",
        "\u202E", "\u200F", "\u0301", "\uFEFF", "é", "東京", "🏥", ": ", "- ", "!tag", "*anchor", "@", "`", "~", "✓",
    ];

    internal static IReadOnlyList<string> Names { get; } = [.. _parts.SelectMany(one => _parts.Select(other => $"a{one} {other}b")).Where((_, i) => i % 6 == 0).Distinct().Take(200)];

    [Test]
    public void They_are_titles_and_values_of_a_scheme_and_nothing_else()
    {
        var people = Names.Select((name, i) => new MadeUp(i + 1, $"p{i}", "2024/25", new Dictionary<string, object> { ["neighbourhood"] = name })).ToList();
        var problems = new List<Problem>();
        var scheme = SchemeReader.Read(Yaml(Names), "hostile.yml", problems);
        Assert.That(problems.Select(problem => problem.ToString()), Is.Empty);
        using var town = new CohortTown(people);

        Stages.Run(CohortStage.Make([scheme!]), town.Warehouse);

        Assert.Multiple(() =>
        {
            Assert.That(Names, Has.Count.EqualTo(200));
            Assert.That(town.Warehouse.Query("select person_id, cohort from cohort_member join person_year using (person_key, year) order by person_key").Rows.Select(row => $"{row[0]} {row[1]}"), Is.EqualTo(Names.Select((_, i) => $"p{i} n-{i}")));
            Assert.That(town.Warehouse.Query("select title from cohort order by position").Rows.Select(row => (string)row[0]!), Is.EqualTo(Names));
        });
    }

    [Test]
    public void With_a_control_character_in_them_they_are_refused_where_they_stand()
    {
        foreach (var control in new[] { "\t", "\n", "\r", "\0", "\u001B", "\u0007", "\u0085" })
        {
            var problems = new List<Problem>();
            var scheme = SchemeReader.Read(Yaml([$"a{control}b"]), "hostile.yml", problems);
            Assert.That(scheme is null && problems.All(problem => problem.Place is { Line: > 0, Column: > 0 }), $"U+{(int)control[0]:X4}");
        }
    }

    [Test]
    public void They_are_no_name_of_a_scheme_or_a_cohort()
    {
        foreach (var name in Names)
        {
            var problems = new List<Problem>();
            var scheme = SchemeReader.Read($"scheme: {Quoted(name)}\ntitle: A\nkind: sets\ncohorts: [{{id: {Quoted(name)}, title: A, where: everyone}}]", "hostile.yml", problems);
            Assert.That((scheme, problems.Count), Is.EqualTo(((Scheme?)null, 2)), name);
        }
    }

    internal static string Yaml(IReadOnlyList<string> names) => $"scheme: hostile\ntitle: {Quoted(names[0])}\nkind: sets\ncohorts:\n"
        + string.Concat(names.Select((name, i) => $"  - {{id: n-{i}, title: {Quoted(name)}, where: {Quoted($"neighbourhood is \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")}}}\n"));

    /// <summary>In double quotes, with what is not plain as escapes, which YAML and JSON share.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text).Replace("\\u0022", "\\\"", StringComparison.Ordinal);
}
