using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Planning;

/// <summary>A condition over a person's year, as a key of a file says it.</summary>
internal static class WrittenCriterion
{
    /// <returns>Everyone, with a problem, where it cannot be understood.</returns>
    internal static Criterion Of(YamlFields fields, string key, KnownFields known, List<Problem> problems) =>
        fields.Required(key) is YamlText text && ConditionParser.Parse(text.Value, offset => text.Place with { Column = text.Place.Column + offset }, problems, known) is { } criterion ? criterion : new Everyone(fields.Place);
}
