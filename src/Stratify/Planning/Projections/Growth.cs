using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Planning.Projections;

/// <summary>
/// How much more of something there would be in a projected year, as parts of what there is now. Number comes first: all ages grow as everybody does.
/// Ageing is what the changed mix of ages and sexes adds to that, and morbidity what a stated change of each person's need adds to both; the three are the whole.
/// </summary>
/// <param name="Setting">A setting's name, or all.</param>
/// <param name="Whole">With its 95% interval, which holds how people's cost or use could have fallen otherwise, and nothing else.</param>
internal sealed record Growth(int Year, string Setting, double Number, double Ageing, double Morbidity, Estimate Whole)
{
    internal const string All = "all";

    internal const int Samples = 1000;
}

/// <summary>All growth of a projection from its base year on.</summary>
/// <param name="Base">The projected year that stands for the run's.</param>
/// <param name="Cost">By year, then by setting, then of all.</param>
/// <param name="Activity">By year and by setting of which something is counted.</param>
internal sealed record Growths(int Base, IReadOnlyList<Growth> Cost, IReadOnlyList<Growth> Activity)
{
    /// <param name="from">The base year, and what the need of each person changes by in a year: 0.005 is half a per cent more.</param>
    internal static Growths Of(AgeCurve curve, RateCurve rates, Projection projection, (int Base, double Morbidity) from)
    {
        var years = projection.Years.Where(year => year >= from.Base).ToList();
        var counted = Enumerable.Range(0, Setting.All.Count).Where(i => Setting.All[i].Activity is not null).ToList();
        return new Growths(from.Base,
            [.. years.SelectMany(year => Enumerable.Range(0, Setting.All.Count).Select(i => One(year, Setting.All[i].Name, i)).Append(One(year, Growth.All, AgeCurve.All)))],
            [.. years.SelectMany(year => counted.Select(i => One(year, Setting.All[i].Name, Setting.All.Count + i)))]);

        Growth One(int year, string setting, int thing)
        {
            var (number, trend) = ((double)(projection.People(year) / projection.People(from.Base)), Math.Pow(1 + from.Morbidity, year - from.Base));
            var mix = rates.Ratio(thing, curve.Projected(projection, year, byNeed: false), curve.Projected(projection, from.Base, byNeed: false)).Value;
            var whole = rates.Ratio(thing, curve.Projected(projection, year, byNeed: true), curve.Projected(projection, from.Base, byNeed: true));
            return new Growth(year, setting, number - 1, mix - number, (whole.Value * trend) - mix, new Estimate((whole.Value * trend) - 1, (whole.Lower * trend) - 1, (whole.Upper * trend) - 1));
        }
    }
}
