namespace Stratify.Statistics;

/// <summary>
/// How far values of months would lie from their mean if they differed by chance alone and by what months usually differ by. It is Laney's u′ chart
/// (Laney 2002, Improved control charts for attributes, Quality Engineering 14:531): the spread is learnt from how far each value lies from the one
/// before it, on the scale on which months of any length vary alike. Of values of one length that is the XmR chart (Shewhart; Wheeler 1993,
/// Understanding Variation), mean ± 2.66 times the mean moving range, which is how NHS England's Making Data Count draws it. Days stand for whatever a
/// month has of what its value is over: person-years of a rate, discharges of a share (Laney's p′).
/// </summary>
/// <param name="Centre">Mean a day.</param>
/// <param name="Deviation">Standard deviation of one day.</param>
public sealed record ControlChart(double Centre, double Deviation)
{
    /// <summary>The mean distance between two values over their standard deviation, 2/√π.</summary>
    private const double MeanRange = 1.1283791670955126;

    /// <param name="months">Values a day, each with its days, in order; null where there is none, and no distance is taken over it.</param>
    /// <param name="chance">The variance of one day by chance alone, of the mean a day: limits are no narrower than those of it, as few months may lie together by luck. Null where none is known.</param>
    /// <returns>Null of fewer than two values that follow each other.</returns>
    public static ControlChart? Of(IReadOnlyList<(double Value, double Days)?> months, Func<double, double>? chance = null)
    {
        var known = months.OfType<(double Value, double Days)>().ToList();
        if (known.Count < 2) { return null; }
        var centre = known.Sum(month => month.Value * month.Days) / known.Sum(month => month.Days);
        var scores = months.Select(month => month is { } it ? (it.Value - centre) * Math.Sqrt(it.Days) : (double?)null).ToList();
        var ranges = scores.Zip(scores.Skip(1), (one, next) => Math.Abs(next - one ?? double.NaN)).Where(range => !double.IsNaN(range)).ToList();
        if (ranges.Count == 0) { return null; }
        var deviation = ranges.Average() / MeanRange;
        return new ControlChart(centre, Math.Max(deviation, Math.Sqrt(chance?.Invoke(centre) ?? 0)));
    }

    /// <summary>Chance of a count: Poisson's.</summary>
    public static double OfCounts(double centre) => centre;

    /// <summary>Chance of a share, each of whose days is one that is or is not: the binomial's.</summary>
    public static double OfShares(double centre) => centre * (1 - centre);

    /// <summary>Three standard deviations either way for a month of so many days; nothing is less than none.</summary>
    public (double Lower, double Upper) Limits(double days)
    {
        var width = 3 * Deviation / Math.Sqrt(days);
        return (Math.Max(0, Centre - width), Centre + width);
    }
}
