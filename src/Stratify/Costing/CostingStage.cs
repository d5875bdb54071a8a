using Stratify.Engine;
using Stratify.Model;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>Linked events in; each in the year that it counts in, with its cost and the basis of that cost, out.</summary>
public static class CostingStage
{
    /// <param name="settings">How spells are joined, care is put into years, and who pays.</param>
    public static Stage Make(CostingRules rules, CostingSettings settings) => new(
        "costing",
        "Pricing every event once",
        Steps:
        [
            new CodeStep("price", ["setting", "unit", "price_key"], warehouse => rules.Prices.CreateTable(warehouse, "price")),
            new CodeStep("other_price", ["setting", "unit", "price_key"], warehouse => (rules.Compare ?? rules.Prices with { Prices = [] }).CreateTable(warehouse, "other_price")),
            new CodeStep("market_forces_factor", ["provider"], warehouse => MemoryTable.Create(warehouse, "market_forces_factor", [("provider", "varchar"), ("millionths", "bigint")],
                rules.Factors.Select(factor => new object?[] { factor.Provider, factor.Millionths }))),
            new CodeStep("control_total", ["setting", "year"], warehouse => MemoryTable.Create(warehouse, "control_total", [("setting", "varchar"), ("year", "varchar"), ("pence", "bigint")],
                rules.ControlTotals.Select(total => new object?[] { total.Setting, total.Year, total.Pence }))),
            new CodeStep("cost_choice", [], warehouse => MemoryTable.Create(warehouse, "cost_choice", [("way", "varchar"), ("factored", "boolean"), ("compared", "boolean")],
                [[rules.Way, rules.Factors.Count > 0, rules.Compare is not null]])),
            new CodeStep("spell_choice", ["method"], warehouse => MemoryTable.Create(warehouse, "spell_choice", [("method", "varchar")], settings.Spells is null ? [] : [[settings.Spells]])),
            new CodeStep("window_choice", ["setting"], warehouse => MemoryTable.Create(warehouse, "window_choice", [("setting", OfSettings), ("convention", SqlEnum.Of(Windows.Names))], settings.Windows.Select(window => new object?[] { window.Key, window.Value }))),
            Payers("setting_payer", "setting", OfSettings, settings.Payers.Select(payer => new object?[] { payer.Key, payer.Value })),
            Payers("extract_payer", "extract", "bigint", settings.OfExtracts.Select(payer => new object?[] { (long)payer.Key, payer.Value })),
            Payers("commissioner_payer", "commissioner", "varchar", settings.Commissioners.Select(payer => new object?[] { payer.Key, payer.Value })),
            new SelectStep(SqlScript.Load("spell_method")),
            new SelectStep(SqlScript.Load("episode")),
            new SelectStep(SqlScript.Load("spell")),
            new SelectStep(SqlScript.Load("psychiatric_spell")),
            new SelectStep(SqlScript.Load("priced_event")) { IsView = true },
            new SelectStep(SqlScript.Load("counted_event")) { IsView = true },
            new SelectStep(SqlScript.Load("key_price")),
            new SelectStep(SqlScript.Load("provider_factor")),
            new SelectStep(SqlScript.Load("costed_event")) { IsOfEvents = true },
            new SelectStep(SqlScript.Load("event_outcome")) { IsOfEvents = true },
        ],
        Laws:
        [
            SqlScript.Load("every_event_has_one_outcome"),
            SqlScript.Load("every_episode_is_in_one_spell"),
            SqlScript.Load("a_ward_stay_is_told_once"),
            SqlScript.Load("every_event_is_priced_or_named"),
            SqlScript.Load("the_cost_is_the_one_that_the_job_chose"),
            SqlScript.Load("a_spell_is_priced_once"),
            SqlScript.Load("nothing_is_counted_long_after_death"),
            SqlScript.Load("parts_make_the_whole"),
            SqlScript.Load("somebody_pays_for_every_event"),
        ])
    {
        Drops = ["spell_choice", "window_choice", "setting_payer", "extract_payer", "commissioner_payer", "linked_event", "psychiatric_spell", "priced_event", "counted_event", "key_price", "price", "other_price"],
    };

    private static string OfSettings => SqlEnum.Of(Setting.Names);

    private static CodeStep Payers(string table, string key, string type, IEnumerable<object?[]> rows) =>
        new(table, [key], warehouse => MemoryTable.Create(warehouse, table, [(key, type), ("payer", SqlEnum.Of(Payer.Names))], rows));
}
