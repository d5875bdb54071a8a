using Stratify.Model;

namespace Stratify.Results;

/// <summary>The published tables of places against their peers: one shape for practices and for neighbourhoods.</summary>
internal static class PlaceResults
{
    /// <summary>The place of people for whom none is stated: a part of the whole, and no peer of the others.</summary>
    internal const string NotStated = "not stated";

    internal static ResultDefinition Practices { get; } = Of("practices", PlaceMeasures.Practice, "Practices against each other");

    internal static ResultDefinition Neighbourhoods { get; } = Of("neighbourhoods", PlaceMeasures.Neighbourhood, "Neighbourhoods against each other");

    /// <summary>Both kinds are read for either table, as what one shows would give away what the other hides.</summary>
    private static ResultDefinition Of(string name, string kind, string title) => new(name, title, $"""
        select *, case when place = '' then '{NotStated}' else place end as place_name from measure_place order by year, kind, place = '', place, position
        """,
        [
            ResultCatalogue.Year,
            new(new ResultColumn("place", $"The {kind}, as the register names it; '{NotStated}' holds the people of none.", Unit.Text), (_, grid, row) => new TextCell(grid.Get<string>(row, "place_name")!)),
            ColumnRule.Label("measure", "What is measured."),
            new(new ResultColumn("measure_title", "What it is called.", Unit.Text), (_, grid, row) => new TextCell(PlaceMeasures.Of(grid.Get<string>(row, "measure")!).Title)),
            ColumnRule.Count("people", "People registered there; in the whole row where they, or those of them who had anything of the measure, are few, nothing is shown."),
            ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole."),
            OfEvents(ColumnRule.CountOf("events", "people", "Events; not applicable to cost.")),
            ColumnRule.Of("expected_events", "people", Unit.Number, "Events that would be at the rates of everybody of the same age and sex in this population."),
            ColumnRule.Total("cost", ("pence", "people"), "Cost of all care; not applicable to events."),
            ColumnRule.Total("expected_cost", ("expected_pence", "people"), "Cost that would be at the rates of everybody of the same age and sex; given deprivation, the sum of what is expected of each person.", of: "pence"),
            new(new ResultColumn("lot", "Σx²/Σx of each person's own number x, over everybody: events or pounds come in lots, for the same people come again, and chance deals out lots. 1 where nobody has two.", Unit.Number), (door, grid, row) => door.Derived(grid.Get<long>(row, "people"), ThreeFigures(grid.Get<double>(row, "lot")), 2)),
            Rate("rate", "Directly standardised rate: as it would be in the European standard population of 2013, for 1,000 person-years or in pounds a person-year; not applicable below ten events."),
            Rate("rate_lower", "Lower end of its 95% interval (Dobson), people who come again counted together."), Rate("rate_upper", "Upper end of its 95% interval."),
        ])
    {
        Money = ["pence"],
        Guards = [new PlacesGuard("people", "having")],
        Only = ("kind", kind),
        Then = PeerComparison.Of,
    };

    /// <summary>A count that is null where the measure is money.</summary>
    private static ColumnRule OfEvents(ColumnRule rule) => rule with { Make = (door, grid, row) => grid.Get<object>(row, rule.Column.Name) is null ? NotApplicableCell.Instance : rule.Make(door, grid, row) };

    private static ColumnRule Rate(string name, string meaning) => new(new ResultColumn($"standardised_{name}", meaning, Unit.Number), (door, grid, row) =>
        door.Derived(grid.Get<long>(row, "people"), grid.Get<double?>(row, name), grid.Get<object>(row, "pence") is null ? 1 : 0));

    /// <summary>More would be known of everybody's squares than a reader needs.</summary>
    internal static double ThreeFigures(double number)
    {
        if (number <= 0) { return number; }
        var scale = Math.Pow(10, Math.Floor(Math.Log10(number)) - 2);
        return Math.Round(number / scale) * scale;
    }
}
