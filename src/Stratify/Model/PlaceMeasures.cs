namespace Stratify.Model;

/// <summary>Something by which places are held against each other.</summary>
/// <param name="Name">As it stands in tables; of events also the column of <c>person_year</c>.</param>
/// <param name="Title">As it stands on pages.</param>
/// <param name="IsMoney">Pounds, which are given a person-year; events are given for a thousand.</param>
public sealed record PlaceMeasure(string Name, string Title, bool IsMoney = false);

/// <summary>What is measured of practices and neighbourhoods, in the order of the tables.</summary>
public static class PlaceMeasures
{
    public const string Cost = "cost", CostGivenDeprivation = "cost_given_deprivation", Emergencies = "emergency_admissions";

    /// <summary>The kinds of places, as tables name them.</summary>
    public const string Practice = "practice", Neighbourhood = "neighbourhood";

    public static IReadOnlyList<PlaceMeasure> All { get; } =
    [
        new(Cost, "Cost of all care", IsMoney: true),
        new(CostGivenDeprivation, "Cost of all care, with deprivation allowed for", IsMoney: true),
        new(Emergencies, "Emergency admissions"),
        new("acsc_admissions", "Admissions for ambulatory care sensitive conditions"),
        new("ae_attendances", "A&E attendances"),
        new("readmissions", "Emergency readmissions within 30 days"),
        new("delayed_days", "Days of delay in hospital"),
    ];

    /// <summary>Those that are columns of events.</summary>
    public static IEnumerable<PlaceMeasure> Events => All.Where(measure => !measure.IsMoney);

    public static PlaceMeasure Of(string name) => All.Single(measure => measure.Name == name);
}
