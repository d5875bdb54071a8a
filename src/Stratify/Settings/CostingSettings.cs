using System.Globalization;
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

    /// <summary>Whether events cost what they do as a standard, so that places compare, or what is paid for them: one of <see cref="CostBases.Ways"/>.</summary>
    public string Cost { get; init; } = CostBases.Standard;

    /// <summary>Path of the user's list of market forces factors; null for none.</summary>
    public YamlText? MarketForces { get; init; }

    /// <summary>A price book, shipped or the user's own, that the job's is held against; null for none.</summary>
    public YamlText? Compare { get; init; }

    /// <summary>Pounds by setting, or the path of a CSV of them; null for none.</summary>
    public YamlNode? ControlTotals { get; init; }

    /// <summary>The share of the pounds of acute care that may rest on averages before it is said.</summary>
    public decimal AverageLimit { get; init; } = 0.1m;

    public static CostingSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("costing") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'costing'");
        var standard = new CostingSettings();
        var settings = standard with
        {
            Cost = fields.OneOf("cost", [.. CostBases.Ways]) ?? standard.Cost,
            MarketForces = Single(fields, "mff"),
            Compare = Single(fields, "compare"),
            ControlTotals = Totals(fields),
            AverageLimit = Limit(fields) ?? standard.AverageLimit,
            Spells = fields.OneOf("spells", [ByNumber, ByDates]),
            Windows = ReadWindows(fields, problems),
            Payers = ReadPayers(fields, problems),
            Commissioners = ReadCommissioners(fields, problems),
            PriceYear = Single(fields, "price_year"),
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

    private static YamlText? Single(YamlFields fields, string key) => fields.Text(key) is null ? null : fields.Node(key) as YamlText;

    private static YamlNode? Totals(YamlFields fields)
    {
        if (fields.Node("control_totals") is not YamlList list) { return fields.Node("control_totals"); }
        fields.Wrong(list, "'control_totals' must be settings with pounds, or the path of a CSV.", "Write {inpatient: £123,000,000}, or the name of a file with the columns setting and pounds.");
        return null;
    }

    private static decimal? Limit(YamlFields fields)
    {
        if (fields.Text("average_limit") is not { } text) { return null; }
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) { return share; }
        fields.Wrong(fields.Node("average_limit")!, "'average_limit' must be a share from 0 to 1, such as 0.1.");
        return null;
    }
}
