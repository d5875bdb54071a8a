namespace Stratify.Statistics;

/// <summary>
/// A generalised linear model by iteratively reweighted least squares (Nelder and Wedderburn 1972), in its Newton form: the step solves
/// X'WX δ = X's, with the scores s and weights W of the coefficients at hand. Rows are added up in fixed parts and in their order, so
/// that every machine and any number of threads give the same.
/// </summary>
public static class Glm
{
    /// <summary>A logit beyond this says that some column tells who has it and who has not: odds of three million to one.</summary>
    private const double Separated = 15;

    private const int Parts = 64, MostRounds = 60, MostHalvings = 30;

    /// <summary>The last step, in standard errors: far below what a figure shows.</summary>
    private const double Still = 1e-9;

    /// <summary>What a separated column is held back by: as if its coefficient had been seen before as nought, with a standard deviation of five.</summary>
    private const double HeldBack = 1 / 25.0;

    /// <param name="threads">How many threads may work at once.</param>
    /// <returns>The fit; where nothing can be fitted (nobody, or nobody differs), its <see cref="GlmFit.IsEmpty"/> says so.</returns>
    public static GlmFit Fit(DesignMatrix design, Outcome outcome, Family family, int threads = 1)
    {
        var people = outcome.Everyone;
        if (people == 0 || (family != Family.Normal && outcome.Mean <= 0) || (family == Family.Logit && outcome.Mean >= 1)) { return GlmFit.Nothing(design, family, people); }
        var held = new double[design.Columns.Count];
        // To hold one column back can send another off.
        while (true)
        {
            var fit = Fit(design, outcome, family, held, threads);
            var separated = Enumerable.Range(1, design.Columns.Count - 1).Where(column => IsSeparated(family, held[column], fit.Coefficients[column])).ToList();
            if (separated.Count == 0) { return fit with { HeldBack = [.. design.Columns.Where((_, column) => held[column] > 0)] }; }
            foreach (var column in separated) { held[column] = HeldBack; }
        }
    }

    /// <param name="held">What the square of each coefficient adds to the loss; nought leaves it free.</param>
    internal static GlmFit Fit(DesignMatrix design, Outcome outcome, Family family, double[] held, int threads)
    {
        var size = design.Columns.Count;
        var coefficients = new double[size];
        coefficients[0] = family.Link(outcome.Mean);
        var at = Sums.At(design, outcome, family, coefficients, held, threads);
        var factor = new Cholesky(at.Information, size);
        var isSettled = false;
        var round = 0;
        while (!isSettled && round < MostRounds)
        {
            round++;
            var step = factor.Solve(at.Scores);
            isSettled = step.Zip(at.Scores, (one, score) => one * score).Sum() < Still * Still * (family.IsDispersionKnown ? 1 : at.Pearson / outcome.Everyone);
            var (moved, next) = Walk(coefficients, step, at.Loss, to => Sums.At(design, outcome, family, to, held, threads));
            // At the optimum the loss no longer falls by what can be told apart; the last step is good all the same.
            if (next is null) { break; }
            (coefficients, at) = (moved, next);
            factor = new Cholesky(at.Information, size, factor.IsOut);
            // Farther on, the weights of its rows are lost in rounding, and the column with them.
            if (Enumerable.Range(1, size - 1).Any(column => IsSeparated(family, held[column], coefficients[column]))) { break; }
        }
        var isOut = factor.IsOut;
        var free = size - isOut.Count(one => one);
        return new GlmFit(design.Columns, [.. coefficients.Select((one, column) => isOut[column] ? double.NaN : one)], factor.Inverse(), family)
        {
            People = outcome.Everyone,
            Loss = at.Loss,
            Dispersion = family.IsDispersionKnown ? 1 : at.Pearson / (outcome.Everyone - free),
            Rounds = round,
            IsSettled = isSettled || round < MostRounds,
            LeftOut = [.. design.Columns.Where((_, column) => isOut[column])],
        };
    }

    private static bool IsSeparated(Family family, double held, double coefficient) => family == Family.Logit && held == 0 && Math.Abs(coefficient) > Separated;

    /// <summary>As far along a step as the loss falls: all of it, or a half, or a half of that.</summary>
    private static (double[] Moved, Sums? At) Walk(double[] from, double[] step, double loss, Func<double[], Sums> sums)
    {
        for (var (halving, length) = (0, 1.0); halving < MostHalvings; halving++, length /= 2)
        {
            var moved = from.Zip(step, (one, by) => one + (length * by)).ToArray();
            var at = sums(moved);
            if (at.Loss <= loss + (1e-12 * (Math.Abs(loss) + 1))) { return (moved, at); }
        }
        return (from, null);
    }

    /// <summary>Everything that a round needs of all rows.</summary>
    /// <param name="Information">X'WX, lower triangle by row.</param>
    /// <param name="Scores">X's.</param>
    /// <param name="Loss">Minus twice the log-likelihood, up to a constant.</param>
    /// <param name="Pearson">Σ (y − μ)² / V(μ) over people.</param>
    private sealed record Sums(double[] Information, double[] Scores, double Loss, double Pearson)
    {
        internal static Sums At(DesignMatrix design, Outcome outcome, Family family, double[] coefficients, double[] held, int threads)
        {
            var parts = new Sums[Math.Min(Parts, (design.Rows / 1000) + 1)];
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
                parts[part] = OfRows(design, outcome, family, coefficients, (int)((long)design.Rows * part / parts.Length), (int)((long)design.Rows * (part + 1) / parts.Length)));
            var all = parts.Skip(1).Aggregate(parts[0], Added);
            var (size, pulled) = (coefficients.Length, 0.0);
            for (var column = 0; column < size; column++)
            {
                all.Information[(column * size) + column] += held[column];
                all.Scores[column] -= held[column] * coefficients[column];
                pulled += held[column] * coefficients[column] * coefficients[column];
            }
            return all with { Loss = all.Loss + pulled };
        }

        private static Sums OfRows(DesignMatrix design, Outcome outcome, Family family, double[] coefficients, int from, int to)
        {
            var size = coefficients.Length;
            var (information, scores, loss, pearson) = (new double[size * size], new double[size], 0.0, 0.0);
            for (var row = from; row < to; row++)
            {
                var (people, sum, squares) = (outcome.People[row], outcome.Sums[row], outcome.Squares[row]);
                if (people == 0) { continue; }
                var predictor = design.Predict(row, coefficients);
                var mean = family.Mean(predictor);
                var (slope, variance) = (family.Slope(predictor, mean), family.Variance(mean));
                loss += family.Loss(predictor, mean, people, sum, squares);
                pearson += (squares - (2 * mean * sum) + (people * mean * mean)) / variance;
                Add(design, row, people * slope * slope / variance, (sum - (people * mean)) * slope / variance, information, scores);
            }
            return new Sums(information, scores, double.IsNaN(loss) ? double.PositiveInfinity : loss, pearson);
        }

        private static void Add(DesignMatrix design, int row, double weight, double score, double[] information, double[] scores)
        {
            var at = design.At(row);
            var values = design.Values(row);
            for (var i = 0; i < at.Length; i++)
            {
                var value = values.IsEmpty ? 1 : values[i];
                scores[at[i]] += score * value;
                var line = information.AsSpan(at[i] * scores.Length, scores.Length);
                var weighted = weight * value;
                for (var j = 0; j <= i; j++) { line[at[j]] += values.IsEmpty ? weighted : weighted * values[j]; }
            }
        }

        private static Sums Added(Sums one, Sums other)
        {
            for (var i = 0; i < one.Information.Length; i++) { one.Information[i] += other.Information[i]; }
            for (var i = 0; i < one.Scores.Length; i++) { one.Scores[i] += other.Scores[i]; }
            return one with { Loss = one.Loss + other.Loss, Pearson = one.Pearson + other.Pearson };
        }
    }
}
