using Stratify.Model;

namespace Stratify.Settings;

/// <summary>A list of codes that the job brings: each condition that it names becomes a field.</summary>
/// <param name="File">As the job writes it.</param>
/// <param name="Conditions">In the order in which the list names them first.</param>
public sealed record OwnList(string File, IReadOnlyList<Condition> Conditions, ConditionCodes Codes)
{
    /// <summary>What the job says of where the codes come from.</summary>
    public string Source { get; init; } = "";

    public string Release { get; init; } = "";

    /// <summary>How long a code counts; null for ever.</summary>
    public int? LookBackDays { get; init; }

    public GroupingDefinition Grouping => new(File, File, Release, Source, "", [.. Conditions.Select(condition => new GroupedCondition(condition.Name, condition.Title, [condition.Name]) { CodeDays = LookBackDays })]);
}
