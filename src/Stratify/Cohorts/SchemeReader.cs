using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>Reads a scheme from YAML. Every fault of the file is added to the list with its place.</summary>
public sealed partial class SchemeReader
{
    private readonly SchemeSource _source;
    private readonly KnownFields _fields;
    private readonly List<Problem> _problems;

    private SchemeReader(string text, KnownFields fields, List<Problem> problems) => (_source, _fields, _problems) = (new SchemeSource(text), fields, problems);

    /// <param name="file">The name to use in places.</param>
    /// <param name="known">What its conditions may name; those of every run when none are given.</param>
    /// <returns>Null when there was a fault.</returns>
    public static Scheme? Read(string text, string file, List<Problem> problems, KnownFields? known = null)
    {
        var before = problems.Count;
        try
        {
            var fields = YamlFields.Of(Yaml.Parse(text, file), problems, "A scheme");
            var scheme = new SchemeReader(text, known ?? PersonYearFields.Shipped, problems).Scheme(fields);
            return problems.Count > before ? null : scheme with { DefinitionHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) };
        }
        catch (DefinitionException unreadable)
        {
            problems.AddRange(unreadable.Problems);
            return null;
        }
    }

    private Scheme Scheme(YamlFields fields)
    {
        var name = Name(fields, "scheme");
        var title = Title(fields);
        var crossed = fields.Node("cross") is { } cross ? new Crossing(_fields, _problems).Cohorts(cross) : [];
        var kind = fields.OneOf("kind", Cohorts.Scheme.Kinds) ?? Cohorts.Scheme.Partition;
        var discovery = fields.Node("discover") is { } discover ? new DiscoveryReader(_fields, _problems).Read(discover) : null;
        var listed = fields.Items("cohorts", required: kind == Cohorts.Scheme.Partition).Select(Cohort).ToList();
        fields.OneOf("assign", ["first-match"]);
        var scheme = new Scheme(name, title, [.. crossed.Select(cohort => cohort with { IsGenerated = true }), .. listed.OfType<Cohort>()])
        {
            Place = fields.Place with { Line = 0, Column = 0 },
            Kind = kind,
            Discovery = discovery,
            Version = fields.Integer("version", 1, 100_000) ?? 1,
            Source = fields.Text("source") ?? "",
            Status = fields.Text("status") ?? "",
        };
        fields.Done();
        CheckWhole(fields, scheme, lastIsKnown: fields.Node("cohorts") is YamlList && listed is not [.., null]);
        return scheme;
    }

    private Cohort? Cohort(YamlNode node)
    {
        var fields = YamlFields.Of(node, _problems, "A cohort");
        var id = Name(fields, "id");
        var title = Title(fields);
        var where = fields.Required("where");
        fields.Done();
        if (where is YamlText { Value: var written } condition)
        {
            return Condition(condition) is { } criterion ? new Cohort(id, title, written.Trim(), criterion) : null;
        }
        if (where is not null) { fields.Wrong(where, "'where' must be a condition.", "As in: where: dementia and age >= 65."); }
        return null;
    }

    private Criterion? Condition(YamlText where)
    {
        var comment = Comment(where.Value);
        if (comment < 0 || !_source.IsFolded(where)) { return ConditionParser.Parse(where.Value, offset => _source.PlaceOf(where, offset), _problems, _fields); }
        _problems.Add(ProblemKinds.ConditionSyntax.At(_source.PlaceOf(where, comment), "A comment stands in a value whose lines run together, so it would hide what follows.",
            "Put | behind 'where:' and the condition on the next lines."));
        return null;
    }

    /// <summary>Where a comment begins; -1 for none. What stands between quotes is a text, whatever is in it.</summary>
    private static int Comment(string condition)
    {
        char? quote = null;
        for (var i = 0; i < condition.Length; i++)
        {
            if (quote is { } open) { quote = condition[i] == open ? null : open; }
            else if (condition[i] is '"' or '\'') { quote = condition[i]; }
            else if (condition[i] == '#') { return i; }
        }
        return -1;
    }

    private string Name(YamlFields fields, string key)
    {
        var name = fields.RequiredText(key);
        if (name.Length > 0 && (name.Length > 80 || !PlainName().IsMatch(name)))
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(fields.Node(key)!.Place, $"'{name}' cannot be {(key == "id" ? "a cohort's id" : "a scheme's name")}.",
                $"Use small letters, digits and hyphens{(Slug(name) is { Length: > 0 and <= 80 } slug ? $", as in {slug}" : "")}."));
        }
        return name;
    }

    private static string Title(YamlFields fields)
    {
        var title = fields.RequiredText("title");
        if (title.Any(char.IsControl) || title.Length > 120) { fields.Wrong(fields.Node("title")!, "A title is one line of at most 120 characters."); }
        return title;
    }

    /// <summary>What can only be said of the cohorts together.</summary>
    private void CheckWhole(YamlFields fields, Scheme scheme, bool lastIsKnown)
    {
        var place = fields.Node("cohorts")?.Place ?? fields.Place;
        foreach (var repeated in scheme.Cohorts.Where(cohort => cohort.Id.Length > 0).GroupBy(cohort => cohort.Id).Where(same => same.Count() > 1))
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(repeated.Last().Place, $"Two cohorts have the id '{repeated.Key}'."));
        }
        if (scheme.IsSets)
        {
            CheckSets(fields, scheme);
            return;
        }
        if (fields.Node("discover") is { } discover) { _problems.Add(ProblemKinds.SchemeWrong.At(discover.Place, "Sets that are discovered overlap, so they are no partition.", "Write: kind: sets.")); }
        foreach (var unreachable in scheme.Cohorts.SkipWhile(cohort => cohort.Criterion is not Everyone).Skip(1).Take(1))
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(unreachable.Place, $"Nobody can reach the cohort '{unreachable.Id}': 'everyone' stands before it.", "Put the cohort of 'everyone' last."));
        }
        if (lastIsKnown && !scheme.Cohorts.Any(cohort => cohort.Criterion is Everyone))
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(place, "The last cohort must be everyone else, so that nobody is left out.", "Add: {id: everyone-else, title: Everyone else, where: everyone}."));
        }
    }

    private void CheckSets(YamlFields fields, Scheme scheme)
    {
        if (fields.Node("assign") is { } assign) { _problems.Add(ProblemKinds.SchemeWrong.At(assign.Place, "Sets have no order, so nobody is put into the first that matches.", "Leave 'assign' out, or write: kind: partition.")); }
        if (fields.Node("cohorts") is null && fields.Node("cross") is null && fields.Node("discover") is null)
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(fields.Place, "The scheme has no sets.", "List them under 'cohorts', or say under 'discover' which are looked for."));
        }
        else if (scheme.Discovery is null && fields.Node("cohorts") is YamlList { Items.Count: 0 } empty)
        {
            _problems.Add(ProblemKinds.SchemeWrong.At(empty.Place, "The scheme has no sets.", "List at least one."));
        }
    }

    /// <summary>The nearest plain name: small letters, digits, and hyphens for the rest.</summary>
    internal static string Slug(string text) => NotPlain().Replace(text.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainName();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotPlain();
}
