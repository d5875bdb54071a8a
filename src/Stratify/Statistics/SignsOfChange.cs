namespace Stratify.Statistics;

/// <summary>What a month of a control chart is part of that seldom comes by chance and by what months usually differ by; the first of these that is true of it.</summary>
public enum Sign
{
    None,
    AboveLimit,
    BelowLimit,
    RunAbove,
    RunBelow,
    Rising,
    Falling,
    NearUpper,
    NearLower,
}

/// <summary>
/// Reads a control chart by the rules of NHS England's Making Data Count, as NHSRplotthedots 0.2.2 has them: a month beyond three standard deviations;
/// seven in a row on one side of the mean; seven in a row of which each is higher, or lower, than the one before; and of three in a row on one side two
/// in the outer third, between two standard deviations and three. A month of which nothing is known ends every row. Of independent normal values and
/// limits made of the same ones, 5% of series of twelve have some sign, 15% of twenty-four, 25% of thirty-six (20,000 simulated series of each length).
/// </summary>
public static class SignsOfChange
{
    private const int Row = 7;

    /// <param name="months">As those that the chart is of: null where nothing is known.</param>
    /// <returns>One for each month.</returns>
    public static IReadOnlyList<Sign> Read(IReadOnlyList<(double Value, double Days)?> months, ControlChart chart)
    {
        var away = months.Select(month => month is { } it ? Away(it, chart) : (double?)null).ToArray();
        var signs = new Sign[months.Count];
        Mark(signs, i => away[i] switch { > 3 => Sign.AboveLimit, < -3 => Sign.BelowLimit, _ => Sign.None }, 1);
        Mark(signs, i => Same(away, i, Row) switch { 1 => Sign.RunAbove, -1 => Sign.RunBelow, _ => Sign.None }, Row);
        Mark(signs, i => Trend(months, i) switch { 1 => Sign.Rising, -1 => Sign.Falling, _ => Sign.None }, Row);
        Mark(signs, i => Enumerable.Range(i, 3).Count(k => IsOuter(away[k])) < 2 ? Sign.None : Same(away, i, 3) switch { 1 => Sign.NearUpper, -1 => Sign.NearLower, _ => Sign.None }, 3, i => IsOuter(away[i]));
        return signs;
    }

    /// <summary>In standard deviations of a month so long; what differs from the mean by no more than arithmetic does lies on it.</summary>
    private static double Away((double Value, double Days) month, ControlChart chart) =>
        Math.Abs(month.Value - chart.Centre) <= 1e-9 * Math.Abs(chart.Centre) ? 0 : (month.Value - chart.Centre) * Math.Sqrt(month.Days) / chart.Deviation;

    /// <summary>Marks every month of each row that has a sign, unless it has one already.</summary>
    private static void Mark(Sign[] signs, Func<int, Sign> of, int length, Func<int, bool>? only = null)
    {
        for (var first = 0; first + length <= signs.Length; first++)
        {
            if (of(first) is not (var sign and not Sign.None)) { continue; }
            for (var i = first; i < first + length; i++) { if (signs[i] == Sign.None && only?.Invoke(i) != false) { signs[i] = sign; } }
        }
    }

    /// <summary>1 where all lie above the mean, -1 where all lie below it, else 0.</summary>
    private static int Same(double?[] away, int first, int length) => All(length, i => away[first + i] > 0) ? 1 : All(length, i => away[first + i] < 0) ? -1 : 0;

    private static int Trend(IReadOnlyList<(double Value, double Days)?> months, int first) =>
        All(Row - 1, i => months[first + i + 1]?.Value > months[first + i]?.Value) ? 1 : All(Row - 1, i => months[first + i + 1]?.Value < months[first + i]?.Value) ? -1 : 0;

    private static bool IsOuter(double? away) => away is { } known && Math.Abs(known) is > 2 and <= 3;

    private static bool All(int length, Func<int, bool> isTrue) => Enumerable.Range(0, length).All(isTrue);
}
