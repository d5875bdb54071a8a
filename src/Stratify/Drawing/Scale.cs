namespace Stratify.Drawing;

/// <summary>From data to places on the page.</summary>
public static class Scale
{
    /// <summary>A straight scale; a domain without width maps to the range's middle.</summary>
    public static Func<double, double> Linear((double From, double To) domain, (double From, double To) range) => domain.To == domain.From
        ? _ => (range.From + range.To) / 2
        : value => range.From + ((value - domain.From) / (domain.To - domain.From) * (range.To - range.From));

    /// <summary>Round numbers (1, 2 or 5 times a power of ten) from <paramref name="from"/> to <paramref name="to"/>, about <paramref name="count"/> of them.</summary>
    public static IReadOnlyList<double> Ticks(double from, double to, int count)
    {
        if (!(to > from)) { return [from]; }
        var raw = (to - from) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch { < 1.5 => 1, < 3 => 2, < 7 => 5, _ => 10 } * power;
        var first = (long)Math.Ceiling((from / step) - 1e-9);
        var last = (long)Math.Floor((to / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>The end of an axis from 0 that holds a value: the next tick above it.</summary>
    public static double Top(double value, int count)
    {
        if (value <= 0) { return 1; }
        var ticks = Ticks(0, value, count);
        var step = ticks.Count > 1 ? ticks[1] - ticks[0] : value;
        return ticks[^1] >= value ? ticks[^1] : ticks[^1] + step;
    }
}
