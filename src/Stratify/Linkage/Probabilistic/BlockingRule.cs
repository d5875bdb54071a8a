namespace Stratify.Linkage.Probabilistic;

/// <summary>A reason to compare a record with a person: both have the same key. A pair that an earlier rule finds is not found again.</summary>
/// <param name="Says">What is the same, in words.</param>
/// <param name="OfRecord">SQL over a record's columns; null where the record gives no such key.</param>
/// <param name="OfPerson">SQL over those of a person.</param>
public sealed record BlockingRule(string Says, string OfRecord, string OfPerson)
{
    /// <summary>
    /// Of records of one person few agree in none of these. Names in either order first: they find the fewest pairs that are of two people.
    /// </summary>
    public static IReadOnlyList<BlockingRule> All { get; } =
    [
        new("family name and given name", "family_name || '|' || given_name", "family_name || '|' || given_name"),
        new("family name and given name, swapped", "given_name || '|' || family_name", "family_name || '|' || given_name"),
        new("birth date", "born", "born"),
        new("postcode", "postcode", "postcode"),
        new("sound of the family name and year of birth", "sound || left(born, 4)", "sound || left(born, 4)"),
        new("given name, and day and month of birth in either order", $"given_name || {DayAndMonth}", $"given_name || {DayAndMonth}"),
    ];

    /// <summary>Who married, moved, and has a year of birth mistyped is found by nothing else; nor is a mistyped name with day and month swapped.</summary>
    private const string DayAndMonth = "least(substr(born, 5, 2), substr(born, 7, 2)) || greatest(substr(born, 5, 2), substr(born, 7, 2))";

    public static string Key(int rule) => $"key_{rule}";

    /// <summary>SQL that adds every rule's key, as a hash: two texts that share one by chance are compared and found different.</summary>
    public static string Keys(Func<BlockingRule, string> side) =>
        string.Join(", ", All.Select((rule, i) => $"case when {side(rule)} is not null then hash({side(rule)}) end as {Key(i)}"));
}
