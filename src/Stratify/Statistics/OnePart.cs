namespace Stratify.Statistics;

/// <summary>What covariates make of the mean of a model in one part.</summary>
public static class OnePart
{
    /// <summary>
    /// The difference between what everybody would cost on average, were they so and were they so (recycled predictions), with the error of the
    /// mean of each person's influence on it, as <see cref="TwoPart.Effect"/> has it.
    /// </summary>
    public static Effect Effect(GlmFit fit, DesignMatrix design, Outcome outcome, ReadOnlySpan<Given> from, ReadOnlySpan<Given> to)
    {
        if (fit.IsEmpty) { return new Effect(0, double.NaN); }
        var (people, size) = (outcome.Everyone, design.Columns.Count);
        var (of, gradient, mean) = (new double[design.Rows], new double[size], 0.0);
        for (var row = 0; row < design.Rows; row++)
        {
            var share = outcome.People[row] / people;
            of[row] = Added(fit, design, row, to, share, gradient) - Added(fit, design, row, from, -share, gradient);
            mean += share * of[row];
        }
        var towards = new double[size];
        for (var i = 0; i < size; i++) { for (var j = 0; j < size; j++) { towards[i] += people * fit.Unscaled[(i * size) + j] * gradient[j]; } }
        var squares = 0.0;
        for (var row = 0; row < design.Rows; row++)
        {
            var predictor = design.Predict(row, fit.Coefficients);
            var expected = fit.Family.Mean(predictor);
            var (own, each) = (of[row] - mean, design.Predict(row, towards) * fit.Family.Slope(predictor, expected) / fit.Family.Variance(expected));
            squares += (outcome.People[row] * own * own) + (2 * own * each * (outcome.Sums[row] - (outcome.People[row] * expected)))
                + (each * each * (outcome.Squares[row] - (2 * expected * outcome.Sums[row]) + (outcome.People[row] * expected * expected)));
        }
        return new Effect(mean, Math.Sqrt(squares) / people);
    }

    /// <summary>The mean of a row, were it so; what the coefficients do to it is added to the gradient.</summary>
    private static double Added(GlmFit fit, DesignMatrix design, int row, ReadOnlySpan<Given> given, double times, double[] gradient)
    {
        var predictor = design.Predict(row, fit.Coefficients);
        foreach (var (column, value) in given)
        {
            if (!double.IsNaN(fit.Coefficients[column])) { predictor += fit.Coefficients[column] * (value - design.Value(row, column)); }
        }
        var mean = fit.Family.Mean(predictor);
        var slope = times * fit.Family.Slope(predictor, mean);
        var at = design.At(row);
        var values = design.Values(row);
        for (var i = 0; i < at.Length; i++) { gradient[at[i]] += slope * (values.IsEmpty ? 1 : values[i]); }
        foreach (var (column, value) in given) { gradient[column] += slope * (value - design.Value(row, column)); }
        return mean;
    }
}
