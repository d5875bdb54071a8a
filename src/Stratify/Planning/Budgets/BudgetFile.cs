using System.Globalization;
using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Planning.Budgets;

/// <summary>People for whom there is to be a budget.</summary>
public sealed record BudgetCohort(string Name, string Title, Criterion Who);

/// <summary>
/// Care that is to be given in another setting, in pounds: what is no longer spent in the one, and what is spent in the other for each pound of that,
/// each from a year of its own. Nothing is freed by itself: how much moves, and what the other care costs, must be said.
/// </summary>
/// <param name="Part">The part of the cohorts' cost in the setting that it comes from.</param>
/// <param name="Costs">Pounds spent for each pound that is freed.</param>
/// <param name="Spends">The first year in which it is spent; 1 is the first.</param>
/// <param name="Frees">The first year in which it is freed.</param>
public sealed record Move(string Name, Setting From, Setting To, double Part, double Costs, int Spends, int Frees, string Source);

/// <summary>A budget as its file states it.</summary>
/// <param name="Pool">What is in the pool; null where nothing was said, so that everything is.</param>
/// <param name="Cap">Pence that the pool pays of one person in a year at most; null for no cap.</param>
/// <param name="Corridor">The part of the budget within which over- and underspending stay with whoever holds it; beyond it, they are shared.</param>
/// <param name="Years">Over how many years moves are shown.</param>
public sealed record BudgetFile(string Name, string Title, IReadOnlyList<BudgetCohort> Cohorts, Pool? Pool, long? Cap, double Corridor, IReadOnlyList<Move> Moves, int Years, Place Place)
{
    internal const double UsualCorridor = 0.05;

    /// <exception cref="DefinitionException">The file is no budget; every fault is listed.</exception>
    public static BudgetFile Read(string path, KnownFields known) => File.Exists(path)
        ? Parse(File.ReadAllText(path), path, known)
        : throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "There is no such file.", "Give a budget's file; 'stratify describe budgets' says how one is written."));

    /// <inheritdoc cref="Read"/>
    public static BudgetFile Parse(string text, string path, KnownFields known)
    {
        var problems = new List<Problem>();
        var fields = YamlFields.Of(Yaml.Parse(text, path), problems, "A budget");
        var budget = new BudgetFile(
            fields.RequiredText("budget"), fields.RequiredText("title"), [.. fields.Items("cohorts", required: true).Select(item => Cohort(YamlFields.Of(item, problems, "A cohort"), known, problems))],
            Pool.Read(fields, problems), Number(fields, "cap", (1, 1e8)) is { } cap ? (long)Math.Round(cap * 100) : null, Number(fields, "corridor", (0, 1)) ?? UsualCorridor,
            [.. fields.Items("moves").Select(item => Moved(YamlFields.Of(item, problems, "A move"))).OfType<Move>()], fields.Integer("years", 1, 20) ?? 5, fields.Place);
        fields.Done();
        foreach (var twice in budget.Cohorts.GroupBy(cohort => cohort.Name).Where(same => same.Count() > 1)) { fields.Wrong(fields.Node("cohorts")!, $"Two cohorts are called '{twice.Key}'.", "Give one of them another name."); }
        return problems.Count > 0 ? throw new DefinitionException(problems) : budget;
    }

    private static BudgetCohort Cohort(YamlFields fields, KnownFields known, List<Problem> problems)
    {
        var name = fields.RequiredText("name");
        var cohort = new BudgetCohort(name, fields.Text("title") ?? name, WrittenCriterion.Of(fields, "who", known, problems));
        fields.Done();
        return cohort;
    }

    private static Move? Moved(YamlFields fields)
    {
        var (from, to) = (SettingOf(fields, "from"), SettingOf(fields, "to"));
        var (part, costs) = (fields.Required("part") is null ? null : Number(fields, "part", (0, 1)), fields.Required("costs") is null ? null : Number(fields, "costs", (0, 100)));
        var (spends, frees) = (fields.Integer("spends", 1, 20) ?? 1, fields.Integer("frees", 1, 20) ?? 1);
        var move = new Move(fields.RequiredText("name"), from ?? Setting.All[0], to ?? Setting.All[0], part ?? 0, costs ?? 0, spends, frees, fields.RequiredText("source"));
        fields.Done();
        return from is null || to is null ? null : move;
    }

    private static Setting? SettingOf(YamlFields fields, string key) => fields.Required(key) is not null && fields.OneOf(key, Setting.Names) is { } name && Setting.Names.Contains(name) ? Setting.Of(name) : null;

    private static double? Number(YamlFields fields, string key, (double From, double To) bounds)
    {
        if (fields.Text(key) is not { } text) { return null; }
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= bounds.From && number <= bounds.To) { return number; }
        fields.Wrong(fields.Node(key)!, string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {bounds.From} to {bounds.To}."));
        return null;
    }
}
