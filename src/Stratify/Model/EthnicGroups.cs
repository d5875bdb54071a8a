namespace Stratify.Model;

/// <summary>A broad ethnic group, as figures are shown by.</summary>
/// <param name="Codes">The 2001 categories that belong to it (NHS Data Dictionary, ETHNIC CATEGORY): the first of two characters, the second is local.</param>
/// <param name="Word">What the category begins with where it is written out, as Client Level Data do: "White: Irish".</param>
public sealed record EthnicGroup(string Name, string Codes, string Word);

/// <summary>The five headings of the census of 2001 and its successors, under which ETHNIC CATEGORY lists its codes. Z, X and 99 are not stated or not known.</summary>
public static class EthnicGroups
{
    public static IReadOnlyList<EthnicGroup> All { get; } =
    [
        new("White", "ABC", "WHITE"), new("Mixed", "DEFG", "MIXED"), new("Asian or Asian British", "HJKL", "ASIAN"), new("Black or Black British", "MNP", "BLACK"), new("Other", "RS", "OTHER"),
    ];

    /// <summary>SQL for the group of a text in capitals; null for any other.</summary>
    public static string Sql(string text) =>
        $"case {string.Join(' ', All.Select(group => $"when {text} similar to '[{group.Codes}][0-9A-Z]?|{group.Word}[^A-Z].*' then '{group.Name}'"))} end";
}
