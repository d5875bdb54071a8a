using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>Linked events in; each in the year that it counts in, with its cost and the basis of that cost, out.</summary>
public static class CostingStage
{
    /// <param name="spells">How episodes are joined to spells, of <see cref="CostingSettings"/>; null where that depends on the data.</param>
    public static Stage Make(PriceBook prices, string? spells) => new(
        "costing",
        "Pricing every event once",
        Steps:
        [
            new CodeStep("price", ["setting", "unit", "price_key"], prices.CreateTable),
            new CodeStep("spell_choice", ["method"], warehouse => MemoryTable.Create(warehouse, "spell_choice", [("method", "varchar")], spells is null ? [] : [[spells]])),
            new SelectStep(SqlScript.Load("spell_method")),
            new SelectStep(SqlScript.Load("episode")),
            new SelectStep(SqlScript.Load("spell")),
            new SelectStep(SqlScript.Load("psychiatric_spell")),
            new SelectStep(SqlScript.Load("priced_event")) { IsView = true },
            new SelectStep(SqlScript.Load("counted_event")) { IsView = true },
            new SelectStep(SqlScript.Load("costed_event")) { IsOfEvents = true },
            new SelectStep(SqlScript.Load("event_outcome")) { IsOfEvents = true },
        ],
        Laws:
        [
            SqlScript.Load("every_event_has_one_outcome"),
            SqlScript.Load("every_episode_is_in_one_spell"),
            SqlScript.Load("a_ward_stay_is_told_once"),
            SqlScript.Load("every_event_is_priced_or_named"),
            SqlScript.Load("a_spell_is_priced_once"),
            SqlScript.Load("nothing_is_counted_long_after_death"),
        ])
    {
        Drops = ["spell_choice", "linked_event", "psychiatric_spell", "priced_event", "counted_event"],
    };
}
