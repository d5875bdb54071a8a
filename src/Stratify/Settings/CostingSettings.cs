using Stratify.Model;
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

    /// <summary>How care that lasts is put into years: by setting, one of <see cref="Model.Windows"/>.</summary>
    public IReadOnlyDictionary<string, string> Windows { get; init; } = Model.Windows.Settings.ToDictionary(setting => setting.Name, setting => setting.Window!);

    public static CostingSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("costing") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'costing'");
        var settings = new CostingSettings
        {
            Spells = fields.OneOf("spells", [ByNumber, ByDates]),
            PriceYear = fields.Text("price_year") is null ? null : fields.Node("price_year") as YamlText,
            Windows = ReadWindows(fields, problems),
        };
        fields.Done();
        return settings;
    }

    private static Dictionary<string, string> ReadWindows(YamlFields costing, List<Problem> problems)
    {
        var given = costing.Node("windows") is { } node ? YamlFields.Of(node, problems, "'windows'") : null;
        var chosen = Model.Windows.Settings.ToDictionary(setting => setting.Name, setting => given?.OneOf(setting.Name, Model.Windows.Names) ?? setting.Window!);
        foreach (var setting in Setting.All.Except(Model.Windows.Settings))
        {
            if (given?.Node(setting.Name) is { } wrong) { given.Wrong(wrong, $"Care of the setting '{setting.Name}' is of one day, and counts on it.", $"Care that lasts is of {string.Join(", ", Model.Windows.Settings.Select(one => one.Name))}."); }
        }
        given?.Done();
        return chosen;
    }
}
