using System.Globalization;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>linkage</c>: which rules link, whether records without a usable number are linked by how likely they are of one person, and how sure a link must be.</summary>
public sealed record LinkageSettings
{
    /// <summary>Names of the rules that link, of <see cref="LinkRules"/>.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [.. LinkRules.All.Where(rule => rule.IsUsual).Select(rule => rule.Name)];

    /// <summary>Off unless asked for: a link that is only likely moves costs.</summary>
    public bool Probabilistic { get; init; }

    /// <summary>The least probability at which a record's costs become a person's.</summary>
    public double Threshold { get; init; } = 0.99;

    /// <summary>The least probability at which a record counts as found when coverage is asked for; it stays unlinked.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>The most people of the register that one record is compared with for one reason; what a block leaves out is counted.</summary>
    public int Block { get; init; } = 500;

    /// <summary>Draws the pairs that chance agreement is measured on; the job's own.</summary>
    public long Seed { get; init; } = 1;

    public static LinkageSettings Read(YamlFields job, List<Problem> problems, long seed)
    {
        var standard = new LinkageSettings { Seed = seed };
        if (job.Node("linkage") is not { } node) { return standard; }
        var fields = YamlFields.Of(node, problems, "'linkage'");
        var settings = standard with
        {
            Rules = RulesOf(fields, problems) ?? standard.Rules,
            Probabilistic = fields.Flag("probabilistic") ?? standard.Probabilistic,
            Threshold = Probability(fields, "threshold") ?? standard.Threshold,
            Coverage = Probability(fields, "coverage") ?? standard.Coverage,
            Block = fields.Integer("block", 10, 1_000_000) ?? standard.Block,
        };
        if (settings.Coverage > settings.Threshold && fields.Node("coverage") is { } coverage)
        {
            fields.Wrong(coverage, "'coverage' must not be above 'threshold'.", "What is sure enough to move costs is sure enough to be counted as found.");
        }
        fields.Done();
        return settings with { Coverage = Math.Min(settings.Coverage, settings.Threshold) };
    }

    private static List<string>? RulesOf(YamlFields fields, List<Problem> problems)
    {
        if (fields.Node("rules") is null) { return null; }
        var named = fields.Texts("rules");
        problems.AddRange(named.Where(rule => !LinkRules.Names.Contains(rule.Value)).Select(rule =>
            ProblemKinds.UnknownName.At(rule.Place, $"There is no rule '{rule.Value}'.", Nearest.Hint(rule.Value, LinkRules.Names, "rules"))));
        return [.. named.Select(rule => rule.Value)];
    }

    /// <summary>Below a half another person would be likelier, and certainty is never reached.</summary>
    private static double? Probability(YamlFields fields, string key)
    {
        if (fields.Text(key) is not { } text) { return null; }
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0.5m and < 1) { return (double)value; }
        fields.Wrong(fields.Node(key)!, $"'{key}' must be a probability from 0.5 to below 1, such as 0.99.");
        return null;
    }
}
