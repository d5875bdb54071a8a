using System.Globalization;
using System.Text.Json;
using Stratify.Model;

namespace Stratify;

/// <summary>How a run costs, as its manifest and its report say it, and as it is told of people who are taken up.</summary>
/// <param name="Way">One of <see cref="CostBases.Ways"/>.</param>
/// <param name="Prices">The name of the price book.</param>
/// <param name="PriceYear">The years of its prices, of which a run uses one.</param>
/// <param name="ComparedWith">The name of a second book that events were priced by; null for none.</param>
public sealed record CostingFacts(string Way, string Prices, string PriceYear, string? ComparedWith)
{
    private const string Property = "costing";

    /// <summary>How many providers have a market forces factor.</summary>
    public required int Factors { get; init; }

    /// <summary>How many control totals the job gives.</summary>
    public required int ControlTotals { get; init; }

    /// <summary>The share of acute pounds that may rest on averages before it is said.</summary>
    public required decimal AverageLimit { get; init; }

    /// <summary>By setting, one of <see cref="Model.Windows"/>.</summary>
    public required IReadOnlyDictionary<string, string> Windows { get; init; }

    /// <summary>By setting, who pays where nothing else is told.</summary>
    public required IReadOnlyDictionary<string, string> Payers { get; init; }

    /// <summary>Who pays for what a commissioner commissions, by its code.</summary>
    public required IReadOnlyDictionary<string, string> Commissioners { get; init; }

    internal static CostingFacts Of(RunPlan plan) => new(plan.CostBy.Way, plan.Prices.Name, string.Join(", ", plan.Prices.Years), plan.CostBy.Compare?.Name)
    {
        Factors = plan.CostBy.Factors.Count,
        ControlTotals = plan.CostBy.ControlTotals.Count,
        AverageLimit = plan.Costing.AverageLimit,
        Windows = plan.Costing.Windows,
        Payers = plan.Costing.Payers,
        Commissioners = plan.Costing.Commissioners,
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Property);
        json.WriteString("cost", Way);
        json.WriteString("prices", Prices);
        json.WriteString("price_year", PriceYear);
        json.WriteString("compared_with", ComparedWith);
        json.WriteNumber("market_forces_factors", Factors);
        json.WriteNumber("control_totals", ControlTotals);
        json.WriteNumber("average_limit", AverageLimit);
        ManifestJson.Pairs(json, "windows", [.. Model.Windows.Settings.Select(setting => (setting.Name, Windows[setting.Name]))]);
        ManifestJson.Pairs(json, "payers", [.. Setting.All.Select(setting => (setting.Name, Payers[setting.Name]))]);
        ManifestJson.Pairs(json, "commissioners", [.. Commissioners.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => (known.Key, known.Value))]);
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

    /// <summary>What <see cref="Write"/> wrote.</summary>
    internal static CostingFacts Read(JsonElement whole)
    {
        var json = whole.GetProperty(Property);
        IReadOnlyDictionary<string, string> Pairs(string name) => ManifestJson.PairsOf(json, name).ToDictionary(pair => pair.Name, pair => pair.Value);
        return new(json.GetProperty("cost").GetString()!, json.GetProperty("prices").GetString()!, json.GetProperty("price_year").GetString()!, json.GetProperty("compared_with").GetString())
        {
            Factors = json.GetProperty("market_forces_factors").GetInt32(),
            ControlTotals = json.GetProperty("control_totals").GetInt32(),
            AverageLimit = json.GetProperty("average_limit").GetDecimal(),
            Windows = Pairs("windows"),
            Payers = Pairs("payers"),
            Commissioners = Pairs("commissioners"),
        };
    }

    /// <summary>In sentences, for the report: what cost means, and what it rests on first.</summary>
    internal IEnumerable<string> Says()
    {
        yield return "Cost here is a valuation of the resources that care took, not cash that changed hands: what is paid under block contracts, fixed payments and pooled budgets does not follow each event, and is valued all the same.";
        yield return Way == CostBases.Standard
            ? $"Cost is as a standard, so that places compare: {Bases(Way)}."
            : $"Cost is as it is paid: {Bases(Way)}. Places that pay differently do not compare.";
        if (Factors > 0) { yield return string.Create(CultureInfo.InvariantCulture, $"Market forces factors of {Factors} providers multiply the standard cost in a column of its own, and no ranking."); }
        if (ComparedWith is { } other) { yield return $"Every event was priced by the book {other} too, as far as that prices it; the job's own book stands for the rest."; }
    }

    /// <summary>Each order of bases with the settings that have it, in the settings' own order.</summary>
    internal static string Bases(string way) => string.Join("; ", Setting.All
        .GroupBy(setting => string.Join(", then ", CostBases.Order(setting, way).Select(CostBases.Says)))
        .Select(order => $"{string.Join(", ", order.Select((setting, i) => i == 0 ? setting.Title : setting.Title.ToLowerInvariant()))}: {order.Key}"));
}
