using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>A code by which an admission is on a list of admissions. How it begins is what counts.</summary>
/// <param name="Kind">
/// <c>primary</c> or <c>any</c> for diagnoses that put it there; <c>with_secondary</c> and <c>with_second</c> (the second place) for those of which one
/// must be there too; <c>unless_secondary</c>, <c>unless_any</c>, <c>unless_procedure</c> and <c>unless_main_procedure</c> for those that keep it off.
/// </param>
public sealed record AdmissionCode(string List, string Condition, string Kind, string System, string Code, string Source)
{
    /// <summary>The part of the list that the condition is of, where it has parts: acute or chronic.</summary>
    public string Group { get; init; } = "";

    public static IReadOnlyList<AdmissionCode> Shipped { get; } = Read();

    private static IReadOnlyList<AdmissionCode> Read()
    {
        using var stream = ReferenceCsv.Shipped("codelists/admissions.csv")!;
        return [.. ReferenceCsv.Read(stream, "admissions.csv", ProblemKinds.CodeListWrong, "list", "group", "condition", "kind", "code_system", "code", "source")
            .Select(row => new AdmissionCode(row.Fields["list"], row.Fields["condition"], row.Fields["kind"], row.Fields["code_system"], row.Fields["code"], row.Fields["source"]) { Group = row.Fields["group"] })];
    }
}
