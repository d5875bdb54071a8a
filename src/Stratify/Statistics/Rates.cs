using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>A figure and the ends of its interval.</summary>
public readonly record struct Estimate(double Value, double Lower, double Upper)
{
    public static Estimate Unknown { get; } = new(double.NaN, double.NaN, double.NaN);
}

/// <summary>People of a stratum, what happened to them, and the weight of the stratum in the standard population.</summary>
/// <param name="Events">All events, Σ f·x(f) over people with f events each.</param>
/// <param name="SquaredEvents">Σ f²·x(f), which the events are when nobody has two; more when the same people come again.</param>
public readonly record struct Stratum(double People, double Events, double SquaredEvents, double Weight);

/// <summary>What a place has of a stratum, and what everybody of the stratum has.</summary>
/// <param name="Days">Those of the place.</param>
/// <param name="Events">Those of everybody, in <paramref name="OfDays"/>.</param>
public readonly record struct Exposure(double Days, double Events, double OfDays);

/// <summary>Rates, ratios and shares with their intervals, by the methods of England's public health indicators.</summary>
public static class Rates
{
    /// <summary>Fewer events than this have exact limits, and no standardised rate is given of them.</summary>
    public const int Few = 10;

    /// <summary>Limits of a count that is Poisson: exact below ten (Garwood 1936), else Byar's (Breslow and Day 1987).</summary>
    public static (double Lower, double Upper) Count(double events, double level = 0.95)
    {
        var tail = (1 - level) / 2;
        if (events < Few) { return (events == 0 ? 0 : ChiSquared.InvCDF(2 * events, tail) / 2, ChiSquared.InvCDF((2 * events) + 2, 1 - tail) / 2); }
        var z = Normal.InvCDF(0, 1, 1 - tail);
        return (Byar(events, -z), Byar(events + 1, z));
    }

    /// <summary>Events over those expected, times a hundred.</summary>
    public static Estimate Ratio(double events, double expected)
    {
        if (expected <= 0) { return Estimate.Unknown; }
        var (lower, upper) = Count(events);
        return new Estimate(100 * events / expected, 100 * lower / expected, 100 * upper / expected);
    }

    /// <summary>What a place would have at everybody's rates, Σ days · events/days of all: the expected number of indirect standardisation.</summary>
    public static double Expected(IReadOnlyList<Exposure> strata) => strata.Sum(stratum => stratum.Days * stratum.Events / stratum.OfDays);

    /// <summary>A share with the limits of Wilson (1927).</summary>
    public static Estimate Share(double having, double people, double level = 0.95)
    {
        if (people <= 0) { return Estimate.Unknown; }
        var z = Normal.InvCDF(0, 1, 1 - ((1 - level) / 2));
        var (share, squared) = (having / people, z * z);
        var (middle, half) = ((2 * having) + squared, z * Math.Sqrt(squared + (4 * having * (1 - share))));
        return new Estimate(share, (middle - half) / (2 * (people + squared)), (middle + half) / (2 * (people + squared)));
    }

    /// <summary>
    /// A rate as it would be in the standard population: Σ w·x/n / Σ w, with limits of Dobson and others (1991). People who come again make
    /// their events alike, so the variance counts squares. A stratum without people has no weight; below ten events, unknown.
    /// </summary>
    public static Estimate Standardised(IReadOnlyList<Stratum> strata, double per = 100_000)
    {
        var there = strata.Where(stratum => stratum.People > 0).ToList();
        var (events, weights) = (there.Sum(stratum => stratum.Events), there.Sum(stratum => stratum.Weight));
        if (events < Few || weights <= 0) { return Estimate.Unknown; }
        var rate = there.Sum(stratum => stratum.Weight * stratum.Events / stratum.People) / weights;
        var variance = there.Sum(stratum => Math.Pow(stratum.Weight / stratum.People, 2) * stratum.SquaredEvents) / (weights * weights);
        var (lower, upper) = Count(events);
        var scale = Math.Sqrt(variance / events);
        return new Estimate(per * rate, per * (rate + (scale * (lower - events))), per * (rate + (scale * (upper - events))));
    }

    private static double Byar(double events, double z) => events * Math.Pow(1 - (1 / (9 * events)) + (z / (3 * Math.Sqrt(events))), 3);
}
