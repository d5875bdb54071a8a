namespace Stratify.Results;

/// <summary>The published table of what people with each condition cost, by how many other conditions they have.</summary>
internal static class OthersResults
{
    /// <summary>
    /// The bands of a condition are its people. Of a band, everybody is under each of their conditions, so the conditions together come to a multiple of
    /// people whose number is published: a lone hidden one could be had from that, and several may be the same people.
    /// </summary>
    internal static ResultDefinition Costs { get; } = new("cost_by_condition_and_others", "Cost by condition and number of other conditions", "select * from measure_condition_others order by year, position, others",
        [
            ResultCatalogue.Year, ColumnRule.Label("condition", "The condition. A person with several is under each."),
            ColumnRule.Label("others", "How many of the other counted conditions they have: 0, 1, 2, or 3 or more."),
            ColumnRule.Count("people", "People with the condition and that many others."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person of all their care."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "year", "condition"), new PartsGuard("people", "year", "others") { Overlap = true }] };
}
