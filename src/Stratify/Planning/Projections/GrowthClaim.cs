using Stratify.Statistics;

namespace Stratify.Planning.Projections;

/// <summary>What was published of growth, beside which a projection of the same years is set.</summary>
/// <param name="Age">From which age on people are counted; null where the growth is of the cost of care.</param>
/// <param name="Published">As it was said.</param>
internal sealed record GrowthClaim(int From, int To, int? Age, string Of, string Published, string Source)
{
    internal static IReadOnlyList<GrowthClaim> All { get; } =
    [
        new(2005, 2015, 65, "People aged 65 and over", "21%", "essay on integrated care, 2017-18, England"),
        new(2005, 2015, 0, "People of all ages", "8%", "essay on integrated care, 2017-18, England"),
        new(2015, 2025, 65, "People aged 65 and over", "21%", "essay on integrated care, 2017-18, England"),
        new(2010, 2030, null, "Demand for health and social care", "18% to 29%", "Rocket Science, What's the point?, 2018, Scotland"),
    ];

    /// <summary>What the projection has for it, with the rates of the run where it is of cost; null where it does not tell both years.</summary>
    internal Estimate? Found(AgeCurve curve, RateCurve rates, Projection projection)
    {
        if (!projection.Years.Contains(From) || !projection.Years.Contains(To)) { return null; }
        if (Age is { } age)
        {
            return projection.PeopleFrom(From, age) is > 0 and { } before && projection.PeopleFrom(To, age) is { } after && (double)(after / before) - 1 is var growth ? new Estimate(growth, growth, growth) : null;
        }
        var ratio = rates.Ratio(AgeCurve.All, curve.Projected(projection, To, byNeed: false), curve.Projected(projection, From, byNeed: false));
        return new Estimate(ratio.Value - 1, ratio.Lower - 1, ratio.Upper - 1);
    }
}
