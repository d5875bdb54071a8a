using System.Globalization;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Planning.Evaluations;

/// <summary>What a programme was to change, and what it costs.</summary>
/// <param name="Cost">Pounds a year.</param>
/// <param name="Expected">By outcome, as a part of what its people had before: −0.1 is a tenth less.</param>
public sealed record Intended(double Cost, IReadOnlyList<(Outcome Outcome, double Change)> Expected);

/// <summary>A programme that has begun: who is of it and since when. Of people, or of everybody of some practices.</summary>
/// <param name="Members">Pseudonyms with the first month of each; null where it is of practices.</param>
/// <param name="Practices">Their codes; empty where it is of people.</param>
/// <param name="Starts">Its first month, for whoever has none of their own.</param>
/// <param name="Notices">What is to be said of how it was read.</param>
public sealed record Programme(string Name, string Title, IReadOnlyDictionary<string, Month>? Members, IReadOnlyList<string> Practices, Month Starts, IReadOnlyList<string> Notices, Place Place)
{
    /// <summary>What people are alike in without fail: fields of a person's year, and <c>age_band</c>.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>In standard deviations of the logit; a fifth takes away 99% of the bias of a covariate (Austin 2011).</summary>
    public double Caliper { get; init; } = 0.2;

    /// <summary>The most controls of a member. One unless said: of more each is less alike, and the interval is hardly narrower where the members are few.</summary>
    public int Controls { get; init; } = 1;

    /// <summary>Outcomes that the programme cannot have touched, to see whether they stayed alike.</summary>
    public IReadOnlyList<Outcome> Untouched { get; init; } = [];

    public Intended? Plan { get; init; }

    /// <summary>Whether people of the programme's practices are held against people of other practices, one by one; else practices against practices.</summary>
    public bool MatchesPeople { get; init; }

    /// <exception cref="DefinitionException">The file is no programme; every fault is listed.</exception>
    public static Programme Read(string path, KnownFields known)
    {
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "There is no such file.", "Give a programme's file; 'stratify describe programmes' tells how to write one.")); }
        var problems = new List<Problem>();
        var fields = YamlFields.Of(Yaml.Parse(File.ReadAllText(path), path), problems, "A programme");
        var (name, title, notices) = (fields.RequiredText("programme"), fields.RequiredText("title"), new List<string>());
        if (name.Any(letter => letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_'))) { fields.Wrong(fields.Node("programme")!, "A programme's name has small letters, digits and hyphens only.", "Its title may say anything."); }
        var starts = Start(fields, notices);
        var (members, practices) = Who(fields, path, starts, (notices, problems));
        var exact = fields.Texts("exact");
        foreach (var wrong in exact.Where(field => field.Value != "age_band" && known.Find(field.Value) is not { Type: FieldType.Text or FieldType.Flag or FieldType.Number, IsRetrospective: false })) { problems.Add(ProblemKinds.UnknownName.At(wrong.Place, $"People cannot be alike in '{wrong.Value}': it is no field of a person's year that is known before.", Nearest.Hint(wrong.Value, [.. known.Names, "age_band"], "fields"))); }
        var programme = new Programme(name, title, members, practices, starts, notices, fields.Place)
        {
            Exact = [.. exact.Select(field => field.Value)],
            Caliper = Range.Read(fields, "caliper", (0.01, 5)) is { } caliper ? caliper.Likely : 0.2,
            Controls = fields.Integer("controls", 1, 5) ?? 1,
            Untouched = [.. Settings(fields).Select(setting => Outcome.Of($"cost_{setting}"))],
            MatchesPeople = Matches(fields, practices),
            Plan = fields.Node("plan") is { } plan ? Intention(YamlFields.Of(plan, problems, "'plan'"), problems) : null,
        };
        fields.Done();
        return problems.Count > 0 ? throw new DefinitionException(problems) : programme;
    }

    /// <summary>How far practices go by themselves is seen from two on.</summary>
    private static bool Matches(YamlFields fields, IReadOnlyList<string> practices)
    {
        if (fields.OneOf("match", ["people", "practices"]) is not "people" || fields.Node("match") is not { } node) { return false; }
        if (practices.Count < 2) { fields.Wrong(node, practices.Count == 1 ? "One practice tells nothing of how far practices go by themselves, so its people are not matched one by one." : "People of a list of members are matched one by one as it is.", practices.Count == 1 ? "Leave 'match' away: the practice is held against others, weighted." : "Leave 'match' away: it is for a programme of practices."); }
        return true;
    }

    private static Month Start(YamlFields fields, List<string> notices)
    {
        if (fields.Required("starts") is not YamlText node) { return default; }
        if (!Month.TryFrom(node.Value, out var month, out var isMoved)) { fields.Wrong(node, "'starts' must be a day such as 2024-10-01."); }
        if (isMoved) { notices.Add($"It starts within a month, so the comparison begins with the next, {month}."); }
        return month;
    }

    private static (IReadOnlyDictionary<string, Month>?, IReadOnlyList<string>) Who(YamlFields fields, string path, Month starts, (List<string> Notices, List<Problem> Problems) said)
    {
        var practices = fields.Texts("practices").Select(practice => practice.Value).Distinct().ToList();
        if (fields.Node("members") is YamlText file == (practices.Count > 0))
        {
            fields.Wrong(fields.Node("members") ?? fields.Node("programme") ?? new YamlMap(fields.Place, []), "A programme is of 'members' or of 'practices': one of the two.", "'members' is a CSV file with a column person_id, and 'from' where people joined on different days; 'practices' is a list of codes.");
            return (null, practices);
        }
        return fields.Text("members") is { } members ? (Listed(Path.Combine(Path.GetDirectoryName(path) ?? "", members), starts, ((YamlText)fields.Node("members")!).Place, said), []) : (null, practices);
    }

    /// <summary>Of somebody who is listed twice the first month counts.</summary>
    private static Dictionary<string, Month> Listed(string path, Month starts, Place named, (List<string> Notices, List<Problem> Problems) said)
    {
        var members = new Dictionary<string, Month>();
        if (!File.Exists(path)) { said.Problems.Add(ProblemKinds.FileMissing.At(named, "There is no such list of members.", "Its path is as seen from the programme's file.")); return members; }
        using var stream = File.OpenRead(path);
        var (moved, twice) = (false, false);
        foreach (var (place, row) in ReferenceCsv.Read(stream, path, ProblemKinds.YamlWrongValue, ["person_id"], ["from"]))
        {
            var month = starts;
            if (row["person_id"].Length == 0) { said.Problems.Add(ProblemKinds.YamlWrongValue.At(place, "The line has no person_id.", "It is the pseudonym, as person_year.parquet of the run has it.")); continue; }
            if (row["from"].Length > 0)
            {
                if (!Month.TryFrom(row["from"], out month, out var isMoved)) { said.Problems.Add(ProblemKinds.YamlWrongValue.At(place, "'from' must be a day such as 2024-10-01.")); }
                moved |= isMoved;
            }
            twice |= members.ContainsKey(row["person_id"]);
            members[row["person_id"]] = members.TryGetValue(row["person_id"], out var first) && first.Number < month.Number ? first : month;
        }
        if (moved) { said.Notices.Add("Whoever joined within a month is compared from the next."); }
        if (twice) { said.Notices.Add("Somebody is listed more than once; the first month counts."); }
        return members;
    }

    private static IEnumerable<string> Settings(YamlFields fields)
    {
        foreach (var setting in fields.Texts("untouched"))
        {
            if (Setting.Names.Contains(setting.Value)) { yield return setting.Value; }
            else { fields.Wrong(setting, $"'{setting.Value}' is no setting.", Nearest.Hint(setting.Value, Setting.Names, "settings")); }
        }
    }

    private static Intended Intention(YamlFields fields, List<Problem> problems)
    {
        fields.Required("cost");
        var cost = Range.Read(fields, "cost", (0, 1e10))?.Likely ?? 0;
        var expected = new List<(Outcome, double)>();
        foreach (var item in fields.Items("expected").Select(item => YamlFields.Of(item, problems, "What is expected")))
        {
            item.Required("change");
            var (outcome, change) = (item.Required("outcome") is null ? null : item.OneOf("outcome", Outcome.Names), Range.Read(item, "change", (-1, 5)));
            if (outcome is not null && Outcome.Names.Contains(outcome) && change is not null) { expected.Add((Outcome.Of(outcome), change.Likely)); }
            item.Done();
        }
        fields.Done();
        return new Intended(cost, expected);
    }
}

/// <summary>A month, by how many went before it since year nought.</summary>
public readonly record struct Month(int Number)
{
    public DateOnly FirstDay => new(Number / 12, (Number % 12) + 1, 1);

    public static Month Of(DateOnly day) => new((day.Year * 12) + day.Month - 1);

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The month that a day begins, or the next where it is within one.</summary>
    internal static bool TryFrom(string text, out Month month, out bool isMoved)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900;
        isMoved = isDay && day.Day > 1;
        month = isDay ? new Month(Of(day).Number + (isMoved ? 1 : 0)) : default;
        return isDay;
    }
}
