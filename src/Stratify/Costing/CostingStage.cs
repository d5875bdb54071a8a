using Stratify.Engine;

namespace Stratify.Costing;

/// <summary>Linked events in; each in the year that it counts in, with its cost and the basis of that cost, out.</summary>
public static class CostingStage
{
    public static Stage Make(PriceBook prices) => new(
        "costing",
        "Pricing every event once",
        Steps:
        [
            new CodeStep("price", ["setting", "unit", "price_key"], prices.CreateTable),
            new SelectStep(SqlScript.Load("episode")),
            new SelectStep(SqlScript.Load("spell")),
            new SelectStep(SqlScript.Load("psychiatric_spell")),
            new SelectStep(SqlScript.Load("priced_event")),
            new SelectStep(SqlScript.Load("counted_event")),
            new SelectStep(SqlScript.Load("costed_event")),
            new SelectStep(SqlScript.Load("event_outcome")),
        ],
        Laws:
        [
            SqlScript.Load("every_event_has_one_outcome"),
            SqlScript.Load("a_ward_stay_is_told_once"),
            SqlScript.Load("every_event_is_priced_or_named"),
            SqlScript.Load("a_spell_is_priced_once"),
            SqlScript.Load("nothing_is_counted_long_after_death"),
        ])
    {
        Drops = ["linked_event", "psychiatric_spell", "priced_event", "counted_event"],
    };
}
