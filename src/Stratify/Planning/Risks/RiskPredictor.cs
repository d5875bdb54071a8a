using System.Globalization;
using Stratify.Model;

namespace Stratify.Planning.Risks;

/// <summary>Something that is so of a person or not, in the year before the one that is foretold.</summary>
/// <param name="Title">Of a row of a table.</param>
/// <param name="Sql">A condition over the person's year, with <c>cost_place</c> (from 1, the costliest first) and <c>cost_people</c> beside its columns; what is not known is not so.</param>
public sealed record RiskPredictor(string Name, string Title, string Sql)
{
    /// <summary>
    /// All that is looked at. Each is held against who has none of its kind: people of 18 to 39, men, the least deprived fifth, nobody's condition, no use,
    /// the cheaper half. Ethnic group and practice are not looked at; how the risk fits ethnic groups is told.
    /// </summary>
    public static IReadOnlyList<RiskPredictor> All { get; } =
    [
        .. Bands("age", "Aged", "age", [(0, 4), (5, 17), (40, 49), (50, 59), (60, 64), (65, 69), (70, 74), (75, 79), (80, 84), (85, 89), (90, null)]),
        new("female", "Female", "sex = 'female'"),
        .. Enumerable.Range(1, 4).Select(fifth => new RiskPredictor(string.Create(CultureInfo.InvariantCulture, $"deprivation_{fifth}"), string.Create(CultureInfo.InvariantCulture, $"Deprivation, fifth {fifth}{(fifth == 1 ? " (most deprived)" : "")}"), string.Create(CultureInfo.InvariantCulture, $"(deprivation_decile + 1) // 2 = {fifth}"))),
        .. Conditions.All.Select(condition => new RiskPredictor(condition.Name, condition.Title, $"has_{condition.Name}")),
        .. Bands("conditions", "Conditions:", "conditions", [(2, 2), (3, 3), (4, 4), (5, null)]),
        new("frailty_intermediate", "Hospital frailty risk, intermediate", "hfrs_band = 'intermediate'"), new("frailty_high", "Hospital frailty risk, high", "hfrs_band = 'high'"),
        .. Bands("emergency_admissions", "Emergency admissions:", "emergency_admissions", [(1, 1), (2, 2), (3, null)]),
        new("elective_admissions", "A planned admission", "elective_admissions >= 1"),
        .. Bands("bed_days", "Nights in hospital:", "bed_days", [(1, 6), (7, 27), (28, null)]),
        .. Bands("ae_attendances", "Attendances at an emergency department:", "ae_attendances", [(1, 1), (2, 2), (3, 4), (5, null)]),
        .. Bands("outpatient_attendances", "Outpatient attendances:", "outpatient_attendances", [(1, 2), (3, 5), (6, null)]),
        .. Bands("gp_appointments", "Appointments in general practice:", "gp_appointments", [(4, 9), (10, null)]),
        .. Bands("community_contacts", "Contacts with community services:", "community_contacts", [(1, 5), (6, null)]),
        new("mental_health_contacts", "A contact with mental health services", "mental_health_contacts >= 1"),
        new("social_care", "Social care", "care_weeks > 0"),
        new("cost_top_1", "Cost: the top 1%", Costliest(0, 1)), new("cost_top_5", "Cost: top 1% to 5%", Costliest(1, 5)), new("cost_top_10", "Cost: top 5% to 10%", Costliest(5, 10)),
        new("cost_top_20", "Cost: top 10% to 20%", Costliest(10, 20)), new("cost_top_50", "Cost: top 20% to 50%", Costliest(20, 50)),
        new("part_of_year", "Registered for a part of the year alone", "days_registered < 365"),
    ];

    private static IEnumerable<RiskPredictor> Bands(string name, string title, string column, (int From, int? To)[] bands) => bands.Select(band => new RiskPredictor(
        string.Create(CultureInfo.InvariantCulture, $"{name}_{band.From}{(band.To is { } to ? to == band.From ? "" : $"_{to}" : "_or_more")}"),
        string.Create(CultureInfo.InvariantCulture, $"{title} {band.From}{(band.To is { } end ? end == band.From ? "" : $" to {end}" : " or more")}"),
        string.Create(CultureInfo.InvariantCulture, $"{column} >= {band.From}{(band.To is { } last ? $" and {column} <= {last}" : "")}")));

    private static string Costliest(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"cost > 0 and cost_place * 100 > {from} * cost_people and cost_place * 100 <= {to} * cost_people");
}
