using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Planning;

/// <summary>How care in a setting would change for those who are reached: −0.1 is a tenth less.</summary>
/// <param name="Source">Where the range comes from, in the words of whoever wrote the scenario.</param>
public sealed record Change(Setting Setting, Range By, string Source);

/// <summary>
/// A change of service that somebody thinks of: for whom, how many of them it would reach, what it would change, and what it would cost. Nothing has an
/// effect by itself: a setting that is not named stays as it is, and what a change costs must be said.
/// </summary>
/// <param name="Who">A condition over a person's year.</param>
/// <param name="Reach">The share of those people whom it would reach.</param>
/// <param name="Cost">Pounds of the programme itself in a year.</param>
/// <param name="Payer">Who would pay that.</param>
public sealed record Scenario(string Name, string Title, string Source, Criterion Who, Range Reach, IReadOnlyList<Change> Changes, Range Cost, string Payer, int Years, Place Place)
{
    /// <summary>Pounds before it begins, once.</summary>
    public Range Once { get; init; } = Range.Of(0);

    /// <param name="path">A file, or the name of a worked example that ships.</param>
    /// <exception cref="DefinitionException">The file is no scenario; every fault is listed.</exception>
    public static Scenario Read(string path, KnownFields known)
    {
        if (ShippedScenarios.Text(path) is { } shipped) { return Parse(shipped, $"scenarios/{path}.yml", known); }
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "There is no such file.", "Give a scenario's file; 'stratify describe scenarios' prints one to start from.")); }
        return Parse(File.ReadAllText(path), path, known);
    }

    /// <inheritdoc cref="Read"/>
    public static Scenario Parse(string text, string path, KnownFields known)
    {
        var problems = new List<Problem>();
        var fields = YamlFields.Of(Yaml.Parse(text, path), problems, "A scenario");
        var scenario = new Scenario(
            fields.RequiredText("scenario"), fields.RequiredText("title"), fields.RequiredText("source"), WrittenCriterion.Of(fields, "who", known, problems),
            Range.Read(fields, "reach", (0, 1)) ?? Range.Of(1),
            [.. fields.Items("changes").Select(item => Changed(YamlFields.Of(item, problems, "A change"))).OfType<Change>()],
            Programme(fields, problems, out var once, out var payer), payer, fields.Integer("years", 1, 20) ?? 1, fields.Place)
        { Once = once };
        fields.Done();
        foreach (var twice in scenario.Changes.GroupBy(change => change.Setting.Name).Where(same => same.Count() > 1)) { fields.Wrong(fields.Node("changes")!, $"The setting '{twice.Key}' changes twice.", "Put its changes together."); }
        return problems.Count > 0 ? throw new DefinitionException(problems) : scenario;
    }

    private static Change? Changed(YamlFields fields)
    {
        var name = fields.Required("setting") is null ? null : fields.OneOf("setting", Setting.Names);
        // No more can vanish than there is; what grows is bounded so that a percentage written as a whole number is caught.
        var by = Range.Read(fields, "change", (-1, 5)) ?? Range.Of(0);
        var change = name is not null && Setting.Names.Contains(name) ? new Change(Setting.Of(name), by, fields.Text("source") ?? "") : null;
        if (change is { By.IsNothing: false, Source.Length: 0 }) { fields.Wrong(fields.Node("change")!, "A change that is not zero must say where it comes from.", "Add 'source': a published evaluation, or 'assumed by' and whose assumption it is."); }
        fields.Done();
        return change;
    }

    private static Range Programme(YamlFields fields, List<Problem> problems, out Range once, out string payer)
    {
        (once, payer) = (Range.Of(0), Model.Payer.All[0].Name);
        if (fields.Required("programme") is not { } node) { return Range.Of(0); }
        var programme = YamlFields.Of(node, problems, "'programme'");
        programme.Required("cost");
        var cost = Range.Read(programme, "cost", (0, 1e10)) ?? Range.Of(0);
        once = Range.Read(programme, "once", (0, 1e10)) ?? once;
        payer = programme.OneOf("payer", Model.Payer.Names) ?? payer;
        programme.Done();
        return cost;
    }
}
