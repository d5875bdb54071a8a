using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>costing</c>.</summary>
public sealed record CostingSettings
{
    public const string ByNumber = "number", ByDates = "dates";

    /// <summary>
    /// How episodes are joined to spells: by the provider's number of the spell, or by admission dates and the order of episodes. Null for by
    /// number where nearly all episodes have one, else by dates.
    /// </summary>
    public string? Spells { get; init; }

    /// <summary>The price year that prices of other years are brought to; null where the price book is of one year alone.</summary>
    public YamlText? PriceYear { get; init; }

    public static CostingSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("costing") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'costing'");
        var settings = new CostingSettings
        {
            Spells = fields.OneOf("spells", [ByNumber, ByDates]),
            PriceYear = fields.Text("price_year") is null ? null : fields.Node("price_year") as YamlText,
        };
        fields.Done();
        return settings;
    }
}
