using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>disclosure</c>: the name of a rule, or the rule with numbers of its own that are stricter.</summary>
/// <param name="Rule">One of <see cref="DisclosureNames"/>.</param>
public sealed record DisclosureSettings(string Rule)
{
    /// <summary>The fewest people of whom something may be said, where more than the rule's own: for small areas and what people would not have known of them. 0 for the rule's own.</summary>
    public int Least { get; init; }

    /// <summary>The fewest people registered with a practice, or in a neighbourhood, of which anything is said. 0 for as few as of any group.</summary>
    public int LeastOfPlace { get; init; }

    public static DisclosureSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("disclosure") is not YamlMap map) { return new DisclosureSettings(job.OneOf("disclosure", DisclosureNames.All) ?? DisclosureNames.OpenSafely); }
        var fields = YamlFields.Of(map, problems, "'disclosure'");
        var settings = new DisclosureSettings(fields.OneOf("rule", DisclosureNames.All) ?? DisclosureNames.OpenSafely)
        {
            Least = fields.Integer("least", 8, 1000) ?? 0,
            LeastOfPlace = fields.Integer("least_of_place", 8, 1_000_000) ?? 0,
        };
        fields.Done();
        return settings;
    }
}
