using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>The codes that say a person has a condition: a whole code, or the beginning of one.</summary>
public sealed record ConditionCodes(IReadOnlyList<ConditionCode> Codes)
{
    /// <summary>What the conditions that have a field each are found by, with the source of each code.</summary>
    public static ConditionCodes Shipped { get; } = Of("symphony");

    /// <summary>A list that ships.</summary>
    public static ConditionCodes Of(string list)
    {
        using var stream = ReferenceCsv.Shipped($"codelists/{list}.csv")!;
        return new ConditionCodes([.. ReferenceCsv.Read(stream, $"{list}.csv", ProblemKinds.CodeListWrong, "condition", "kind", "code_system", "code", "match", "source")
            .Select(row => new ConditionCode(row.Fields["condition"], row.Fields["code_system"], row.Fields["code"], row.Fields["match"], row.Fields["source"]) { Kind = row.Fields["kind"] })]);
    }
}

/// <summary>One code of a condition.</summary>
/// <param name="System">One of <see cref="CodeSystems"/>.</param>
/// <param name="Match"><c>exact</c>; <c>prefix</c> for every code that begins so; <c>longest</c> for those that no longer beginning of the list fits better.</param>
public sealed record ConditionCode(string Condition, string System, string Code, string Match, string Source)
{
    /// <summary><c>diagnosis</c>; <c>resolved</c>, which says that it is over; <c>medicine</c>, which a rule counts.</summary>
    public string Kind { get; init; } = "diagnosis";
}
