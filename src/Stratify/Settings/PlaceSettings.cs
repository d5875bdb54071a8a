using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>place</c>: its population is who is registered there, and nobody else.</summary>
/// <param name="Level">One of <see cref="Levels"/>.</param>
/// <param name="Names">Of places of that level, as the register or the look-ups have them.</param>
public sealed record PlaceSettings(string Level, IReadOnlyList<YamlText> Names)
{
    public static IReadOnlyList<string> Levels { get; } = ["practice", "neighbourhood", "practice_group", "provider", "sub_icb", "msoa", "local_authority"];

    /// <summary>Which people they are, for a report.</summary>
    public string Says => $"{Level.Replace('_', ' ')} {string.Join(", ", Names.Select(name => name.Value))}";

    /// <returns>Null where the job does not say, and everybody of the register is of its population.</returns>
    public static PlaceSettings? Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("place") is not { } node) { return null; }
        var fields = YamlFields.Of(node, problems, "'place'");
        var named = Levels.Where(level => fields.Node(level) is not null).ToList();
        if (named.Count != 1)
        {
            job.Wrong(node, $"'place' must name places of one level: {string.Join(", ", Levels)}.", "For example place: {neighbourhood: Yeovil}, or place: {practice: [L85000, L85001]}.");
            return null;
        }
        var names = fields.Texts(named[0]);
        fields.Done();
        foreach (var twice in names.GroupBy(name => name.Value).Where(name => name.Count() > 1)) { job.Wrong(twice.Last(), $"The {named[0]} is named twice."); }
        return names.Count > 0 ? new PlaceSettings(named[0], names) : null;
    }
}
