namespace Stratify.Model;

/// <summary>A rule by which a record is linked to a person, with nothing left to probability.</summary>
/// <param name="Name">As in a job file.</param>
/// <param name="Grade">How sure it is.</param>
/// <param name="Says">What agreed, in words.</param>
public sealed record LinkRule(string Name, string Grade, string Says)
{
    /// <summary>Whether a job that names no rules has it.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>How sure it is of a number that the sender has not traced.</summary>
    public string UntracedGrade { get => field ?? Grade; init; }
}

/// <summary>The rules that there are, in the order in which they are tried; a record takes the first that finds its person. How each finds is in Linkage.</summary>
public static class LinkRules
{
    public static IReadOnlyList<LinkRule> All { get; } =
    [
        new("number_and_birth_date", "A", "number and birth date") { UntracedGrade = "B" },
        new("number", "B", "number") { UntracedGrade = "C" },
        new("local_identifier", "B", "local identifier of a number and birth date"),
        new("name_and_birth_date", "C", "name and birth date"),
        new("birth_date_sex_postcode_practice", "C", "birth date, sex, postcode and practice"),
        new("birth_date_sex_postcode", "D", "birth date, sex and postcode") { IsUsual = false },
    ];

    /// <summary>Grades beside those of the rules: linked by probability, and not linked.</summary>
    public const string Likely = "P", Unlinked = "U";

    /// <summary>All grades that a record can have.</summary>
    public static IReadOnlyList<string> Grades { get; } = [.. All.SelectMany(rule => new[] { rule.Grade, rule.UntracedGrade }).Distinct().Order(StringComparer.Ordinal), Likely, Unlinked];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(rule => rule.Name)];
}
