namespace Stratify.Settings;

/// <summary>The systems that codes of a list are of.</summary>
public static class CodeSystems
{
    public static IReadOnlyList<string> All { get; } = ["ICD10", "SNOMED", "READ2", "CTV3", "OPCS4", "DMD", "BNF"];

    /// <summary>Systems in which how a code begins says what it is a kind of.</summary>
    public static IReadOnlyList<string> Nested { get; } = ["ICD10", "READ2", "OPCS4", "BNF"];

    /// <summary>Systems whose codes are digits alone, which a spreadsheet spoils.</summary>
    public static IReadOnlyList<string> Digits { get; } = ["SNOMED", "DMD"];

    public static IReadOnlyList<string> Matches { get; } = ["exact", "prefix", "longest"];
}
