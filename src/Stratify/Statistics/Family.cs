namespace Stratify.Statistics;

/// <summary>
/// How an outcome spreads about its mean, and how its mean follows from the linear predictor η (Nelder and Wedderburn 1972). Each function
/// of a row takes the sums of its people, so that people who share their covariates are one row.
/// </summary>
public abstract record Family(string Name)
{
    /// <summary>Whether something is so, by the log of its odds.</summary>
    public static Family Logit { get; } = new OfLogit();

    /// <summary>Amounts above nought whose standard deviation follows the mean, by the log of the mean.</summary>
    public static Family Gamma { get; } = new OfGamma();

    /// <summary>Amounts whose variance follows the mean, by its square root (Jones and others 2016 found it best on English hospital costs).</summary>
    public static Family SquareRoot { get; } = new OfSquareRoot();

    /// <summary>Amounts whose variance follows the mean, by its log: what is expected adds up to what was, for every level of every covariate.</summary>
    public static Family Poisson { get; } = new OfPoisson();

    /// <summary>Amounts whose variance is the same everywhere: least squares.</summary>
    public static Family Normal { get; } = new OfNormal();

    /// <summary>Whether the spread is known from the mean, and not estimated.</summary>
    public virtual bool IsDispersionKnown => false;

    /// <summary>The linear predictor of a mean.</summary>
    public abstract double Link(double mean);

    public abstract double Mean(double predictor);

    /// <summary>dμ/dη.</summary>
    public abstract double Slope(double predictor, double mean);

    /// <summary>The variance of one person's amount, over the dispersion.</summary>
    public abstract double Variance(double mean);

    /// <summary>Minus twice the log-likelihood of a row, up to what does not depend on the mean.</summary>
    public abstract double Loss(double predictor, double mean, double people, double sum, double squares);

    private sealed record OfLogit() : Family("logit")
    {
        public override bool IsDispersionKnown => true;

        public override double Link(double mean) => Math.Log(mean / (1 - mean));

        public override double Mean(double predictor) => 1 / (1 + Math.Exp(-predictor));

        public override double Slope(double predictor, double mean) => Variance(mean);

        public override double Variance(double mean) => Math.Max(mean * (1 - mean), double.Epsilon);

        // log μ and log(1 − μ), which are lost when μ is rounded to nought or one.
        public override double Loss(double predictor, double mean, double people, double sum, double squares) =>
            2 * ((people * ((predictor > 0 ? predictor : 0) + Math.Log(1 + Math.Exp(-Math.Abs(predictor))))) - (sum * predictor));
    }

    private sealed record OfGamma() : Family("gamma, log link")
    {
        public override double Link(double mean) => Math.Log(mean);

        public override double Mean(double predictor) => Math.Exp(predictor);

        public override double Slope(double predictor, double mean) => mean;

        public override double Variance(double mean) => mean * mean;

        public override double Loss(double predictor, double mean, double people, double sum, double squares) => 2 * ((sum / mean) + (people * predictor));
    }

    private sealed record OfPoisson() : Family("log link")
    {
        public override double Link(double mean) => Math.Log(mean);

        public override double Mean(double predictor) => Math.Exp(predictor);

        public override double Slope(double predictor, double mean) => mean;

        public override double Variance(double mean) => mean;

        public override double Loss(double predictor, double mean, double people, double sum, double squares) => 2 * ((people * mean) - (sum * predictor));
    }

    private sealed record OfSquareRoot() : Family("square root link")
    {
        // A predictor below nought would mean more with less of it.
        private const double Least = 1e-6;

        public override double Link(double mean) => Math.Sqrt(mean);

        public override double Mean(double predictor) => Math.Pow(Math.Max(predictor, Least), 2);

        public override double Slope(double predictor, double mean) => 2 * Math.Max(predictor, Least);

        public override double Variance(double mean) => mean;

        public override double Loss(double predictor, double mean, double people, double sum, double squares) => 2 * ((people * mean) - (sum * Math.Log(mean)));
    }

    private sealed record OfNormal() : Family("least squares")
    {
        public override double Link(double mean) => mean;

        public override double Mean(double predictor) => predictor;

        public override double Slope(double predictor, double mean) => 1;

        public override double Variance(double mean) => 1;

        public override double Loss(double predictor, double mean, double people, double sum, double squares) => squares - (2 * mean * sum) + (people * mean * mean);
    }
}
