namespace Stratify.Statistics;

/// <summary>Standard errors that hold where the spread is not what the family says (Huber 1967, White 1980), or people of one practice are alike.</summary>
public static class Sandwich
{
    /// <summary>
    /// Robust: (X'WX)⁻¹ M (X'WX)⁻¹ · n/(n − k), where M sums each person's squared score (HC1 of MacKinnon and White 1985). People who share a
    /// row are told apart by the sum of their squares.
    /// </summary>
    public static double[] StandardErrors(GlmFit fit, DesignMatrix design, Outcome outcome)
    {
        var size = fit.Columns.Count;
        var middle = new double[size * size];
        for (var row = 0; row < design.Rows; row++)
        {
            if (outcome.People[row] == 0) { continue; }
            var (mean, scale) = Scale(fit, design, row);
            var squared = outcome.Squares[row] - (2 * mean * outcome.Sums[row]) + (outcome.People[row] * mean * mean);
            AddOuter(middle, size, design.At(row), design.Values(row), squared * scale * scale);
        }
        var free = size - fit.LeftOut.Count;
        return fit.Roots(Around(fit, middle), fit.People / (fit.People - free));
    }

    /// <summary>Clustered: M sums the squared scores of whole clusters, times G/(G − 1) · (n − 1)/(n − k).</summary>
    /// <param name="clusters">The cluster of each row, from nought.</param>
    public static double[] StandardErrors(GlmFit fit, DesignMatrix design, Outcome outcome, IReadOnlyList<int> clusters)
    {
        var (size, count) = (fit.Columns.Count, clusters.Count == 0 ? 0 : clusters.Max() + 1);
        var scores = new double[count][];
        for (var row = 0; row < design.Rows; row++)
        {
            if (outcome.People[row] == 0) { continue; }
            var (mean, scale) = Scale(fit, design, row);
            var score = scale * (outcome.Sums[row] - (mean * outcome.People[row]));
            var at = design.At(row);
            var values = design.Values(row);
            var sums = scores[clusters[row]] ??= new double[size];
            for (var i = 0; i < at.Length; i++) { sums[at[i]] += score * (values.IsEmpty ? 1 : values[i]); }
        }
        var middle = new double[size * size];
        var there = scores.Where(score => score is not null).ToList();
        foreach (var score in there)
        {
            for (var i = 0; i < size; i++) { for (var j = 0; j < size; j++) { middle[(i * size) + j] += score[i] * score[j]; } }
        }
        var free = size - fit.LeftOut.Count;
        return fit.Roots(Around(fit, middle), there.Count / (there.Count - 1.0) * (fit.People - 1) / (fit.People - free));
    }

    /// <summary>A row's mean, and what a person's error there is multiplied by to be a score.</summary>
    private static (double Mean, double Scale) Scale(GlmFit fit, DesignMatrix design, int row)
    {
        var predictor = design.Predict(row, fit.Coefficients);
        var mean = fit.Family.Mean(predictor);
        return (mean, fit.Family.Slope(predictor, mean) / fit.Family.Variance(mean));
    }

    private static void AddOuter(double[] matrix, int size, ReadOnlySpan<ushort> at, ReadOnlySpan<double> values, double times)
    {
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++) { matrix[(at[i] * size) + at[j]] += times * (values.IsEmpty ? 1 : values[i] * values[j]); }
        }
    }

    private static double[] Around(GlmFit fit, double[] middle)
    {
        var size = fit.Columns.Count;
        return Times(Times(fit.Unscaled, middle, size), fit.Unscaled, size);
    }

    private static double[] Times(double[] one, double[] other, int size)
    {
        var product = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                if (one[(i * size) + k] is var left && left == 0) { continue; }
                for (var j = 0; j < size; j++) { product[(i * size) + j] += left * other[(k * size) + j]; }
            }
        }
        return product;
    }
}
