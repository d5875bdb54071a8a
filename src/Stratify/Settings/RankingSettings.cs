using System.Globalization;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>ranking</c>: how much each component of a cohort's priority counts.</summary>
public sealed record RankingSettings
{
    private const int Most = 100;

    /// <summary>By the name of the component, of <see cref="RankComponents"/>; 0 where it is printed and does not count.</summary>
    public IReadOnlyDictionary<string, decimal> Weights { get; init; } = RankComponents.All.ToDictionary(component => component.Name, component => component.Weight);

    public static RankingSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("ranking") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'ranking'");
        var weights = fields.Node("weights") is { } given ? YamlFields.Of(given, problems, "'weights'") : null;
        var chosen = RankComponents.All.ToDictionary(component => component.Name, component => weights is null ? component.Weight : Weight(weights, component));
        weights?.Done();
        fields.Done();
        if (weights is not null && chosen.Values.All(weight => weight == 0)) { fields.Wrong(fields.Node("weights")!, "Every weight is 0, so nothing would be put in order.", $"Give at least one of {string.Join(", ", RankComponents.Names)} a weight above 0."); }
        return new RankingSettings { Weights = chosen };
    }

    private static decimal Weight(YamlFields weights, RankComponent component)
    {
        if (weights.Text(component.Name) is not { } text) { return component.Weight; }
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= Most) { return weight; }
        weights.Wrong(weights.Node(component.Name)!, string.Create(CultureInfo.InvariantCulture, $"'{component.Name}' must be a weight from 0 to {Most}, such as 1 or 0.5."));
        return 0;
    }
}
