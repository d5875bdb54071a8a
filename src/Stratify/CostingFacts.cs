using System.Globalization;
using System.Text.Json;
using Stratify.Costing;
using Stratify.Model;
using Stratify.Settings;

namespace Stratify;

/// <summary>How a run costs, as its manifest and its report say it.</summary>
internal static class CostingFacts
{
    internal static void Write(Utf8JsonWriter json, CostingRules rules, CostingSettings settings)
    {
        json.WriteStartObject("costing");
        json.WriteString("cost", rules.Way);
        json.WriteString("prices", rules.Prices.Name);
        json.WriteString("price_year", string.Join(", ", rules.Prices.Years));
        json.WriteString("compared_with", rules.Compare?.Name);
        json.WriteNumber("market_forces_factors", rules.Factors.Count);
        json.WriteNumber("control_totals", rules.ControlTotals.Count);
        json.WriteNumber("average_limit", settings.AverageLimit);
        ManifestJson.Pairs(json, "windows", [.. Windows.Settings.Select(setting => (setting.Name, settings.Windows[setting.Name]))]);
        ManifestJson.Pairs(json, "payers", [.. Setting.All.Select(setting => (setting.Name, settings.Payers[setting.Name]))]);
        ManifestJson.Pairs(json, "commissioners", [.. settings.Commissioners.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => (known.Key, known.Value))]);
        json.WriteStartObject("bases");
        foreach (var setting in Setting.All)
        {
            json.WriteStartObject(setting.Name);
            foreach (var way in CostBases.Ways) { ManifestJson.Strings(json, way, CostBases.Order(setting, way)); }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>In sentences, for the report: what cost means, and what it rests on first.</summary>
    internal static IEnumerable<string> Says(CostingRules rules)
    {
        yield return "Cost here is a valuation of the resources that care took, not cash that changed hands: what is paid under block contracts, fixed payments and pooled budgets does not follow each event, and is valued all the same.";
        yield return rules.Way == CostBases.Standard
            ? $"Cost is as a standard, so that places compare: {Bases(rules.Way)}."
            : $"Cost is as it is paid: {Bases(rules.Way)}. Places that pay differently do not compare.";
        if (rules.Factors.Count > 0) { yield return string.Create(CultureInfo.InvariantCulture, $"Market forces factors of {rules.Factors.Count} providers multiply the standard cost in a column of its own, and no ranking."); }
        if (rules.Compare is { } other) { yield return $"Every event was priced by the book {other.Name} too, as far as that prices it; the job's own book stands for the rest."; }
    }

    /// <summary>Each order of bases with the settings that have it, in the settings' own order.</summary>
    internal static string Bases(string way) => string.Join("; ", Setting.All
        .GroupBy(setting => string.Join(", then ", CostBases.Order(setting, way).Select(CostBases.Says)))
        .Select(order => $"{string.Join(", ", order.Select((setting, i) => i == 0 ? setting.Title : setting.Title.ToLowerInvariant()))}: {order.Key}"));
}
