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

    /// <summary>Who pays for care of each setting where nothing else is said, one of <see cref="Payer"/>.</summary>
    public IReadOnlyDictionary<string, string> Payers { get; init; } = Setting.All.ToDictionary(setting => setting.Name, setting => setting.Payer);

    /// <summary>Who pays for what a commissioner commissions, by its code or the first three characters of it; before all else.</summary>
    public IReadOnlyDictionary<string, string> Commissioners { get; init; } = Payer.OfCommissioners.ToDictionary(known => known.Code, known => known.Payer);

    /// <summary>Who pays for what an extract tells, by its number in the job; before the setting's payer.</summary>
    public IReadOnlyDictionary<int, string> OfExtracts { get; init; } = new Dictionary<int, string>();

    public static CostingSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("costing") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'costing'");
        var settings = new CostingSettings
        {
            Spells = fields.OneOf("spells", [ByNumber, ByDates]),
            PriceYear = fields.Text("price_year") is null ? null : fields.Node("price_year") as YamlText,
            Windows = ReadWindows(fields, problems),
            Payers = ReadPayers(fields, problems),
            Commissioners = ReadCommissioners(fields, problems),
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

    private static Dictionary<string, string> ReadPayers(YamlFields costing, List<Problem> problems)
    {
        var given = costing.Node("payers") is { } node ? YamlFields.Of(node, problems, "'payers'") : null;
        var chosen = Setting.All.ToDictionary(setting => setting.Name, setting => given?.OneOf(setting.Name, Payer.Names) ?? setting.Payer);
        given?.Done();
        return chosen;
    }

    private static Dictionary<string, string> ReadCommissioners(YamlFields costing, List<Problem> problems)
    {
        var chosen = Payer.OfCommissioners.ToDictionary(known => known.Code, known => known.Payer);
        if (costing.Node("commissioners") is not { } node) { return chosen; }
        var given = YamlFields.Of(node, problems, "'commissioners'");
        foreach (var code in node is YamlMap map ? map.Entries.Select(entry => entry.Key.Value) : [])
        {
            if (given.OneOf(code, Payer.Names) is { } payer) { chosen[code.ToUpperInvariant()] = payer; }
        }
        return chosen;
    }
}
