namespace Stratify.Model;

/// <summary>
/// A column's type for texts of a list: as a number of a byte they take a sixteenth of the room that they take as texts, in tables of all events,
/// and are grouped, compared and kept several times quicker. In the order of the alphabet, so that they sort as texts do.
/// </summary>
public static class TextList
{
    /// <param name="texts">Ours, not a user's.</param>
    public static string Of(IEnumerable<string> texts) => $"enum({string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal).Select(text => $"'{text}'"))})";
}
