using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>The codes that say a person has a condition: a whole code, or the beginning of one.</summary>
public sealed record ConditionCodes(IReadOnlyList<ConditionCode> Codes)
{
    /// <summary>The list that ships, with the source of each code.</summary>
    public static ConditionCodes Shipped { get; } = Read();

    private static ConditionCodes Read()
    {
        using var stream = ReferenceCsv.Shipped("codelists/conditions.csv")!;
        return new ConditionCodes([.. ReferenceCsv.Read(stream, "conditions.csv", ProblemKinds.CodeListWrong, "condition", "code_system", "code", "match", "source")
            .Select(row => new ConditionCode(row.Fields["condition"], row.Fields["code_system"], row.Fields["code"], row.Fields["match"], row.Fields["source"]))]);
    }
}

/// <summary>One code of a condition.</summary>
/// <param name="System">SNOMED, READ2, CTV3, ICD10, or for medicines DMD and BNF.</param>
/// <param name="Match"><c>exact</c>, or <c>prefix</c> for every code that begins so.</param>
public sealed record ConditionCode(string Condition, string System, string Code, string Match, string Source);
