using Stratify.Model;

namespace Stratify.Planning.Evaluations;

/// <summary>What may have changed, a person a year.</summary>
/// <param name="IsMoney">Whether it is of pence; else of things done.</param>
/// <param name="Sql">Its whole number in some rows of <c>person_care</c>.</param>
public sealed record Outcome(string Name, string Title, bool IsMoney, string Sql)
{
    /// <summary>The first is what an evaluation is about, and the only one from which its headline is made.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("cost", "Cost of all care", true, "sum(pence)"),
        .. Setting.All.Select(setting => new Outcome($"cost_{setting.Name}", $"Cost: {setting.Title}", true, $"sum(pence) filter (setting = '{setting.Name}')")),
        new("emergency_admissions", "Emergency admissions", false, "sum(contacts) filter (activity = 'emergency_admission')"),
        new("bed_days", "Nights in hospital", false, "sum(lasted) filter (setting = 'inpatient')"),
        new("ae_attendances", "A&E attendances", false, "sum(contacts) filter (activity = 'ae_attendance')"),
    ];

    public static Outcome Cost => All[0];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(outcome => outcome.Name)];

    public static Outcome Of(string name) => All.Single(outcome => outcome.Name == name);

    /// <summary>A part of the cost of all care: these add up to it.</summary>
    public bool IsPart => IsMoney && this != Cost;

    /// <summary>Of rows for which a condition holds.</summary>
    internal string Where(string condition) => $"coalesce({(Sql.Contains(" filter (", StringComparison.Ordinal) ? $"{Sql[..^1]} and {condition})" : $"{Sql} filter ({condition})")}, 0)::bigint";
}
