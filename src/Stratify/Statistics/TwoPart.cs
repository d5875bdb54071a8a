namespace Stratify.Statistics;

/// <summary>A covariate of which people are asked what they would cost with it, or at that level.</summary>
public readonly record struct Given(int Column, double Value);

/// <summary>A difference that a covariate makes to the mean, over everybody, and its standard error.</summary>
public readonly record struct Effect(double Estimate, double StandardError)
{
    private const double OfNormal = 1.959964;

    /// <summary>The ends of its 95% interval, by the normal distribution.</summary>
    public (double Lower, double Upper) Interval => (Estimate - (OfNormal * StandardError), Estimate + (OfNormal * StandardError));
}

/// <summary>
/// Cost in two parts (Duan and others 1983): who costs anything, by a logit; and how much those cost, by a gamma model with a log link.
/// What is expected of a person is the product. Where everybody costs something, or nobody does, the first part is that share.
/// </summary>
public sealed class TwoPart
{
    private readonly DesignMatrix _design;
    private readonly Costs _costs;

    private TwoPart(DesignMatrix design, Costs costs, GlmFit any, GlmFit amount)
    {
        _design = design;
        _costs = costs;
        Any = any;
        Amount = amount;
    }

    /// <summary>Who costs anything; empty where all do or none does.</summary>
    public GlmFit Any { get; }

    /// <summary>What those cost; empty where none does.</summary>
    public GlmFit Amount { get; }

    public static TwoPart Fit(DesignMatrix design, Costs costs, int threads = 1) => new(design, costs,
        Glm.Fit(design, Outcome.OfShares(costs.People, costs.Users), Family.Logit, threads), Glm.Fit(design, costs.OfUsers, Family.Gamma, threads));

    /// <summary>What is expected of a person of a row.</summary>
    public double Expected(int row) => Expected(row, []);

    /// <summary>What everybody would cost on average, were they so (a recycled prediction).</summary>
    public double Recycled(params ReadOnlySpan<Given> given)
    {
        var sum = 0.0;
        for (var row = 0; row < _design.Rows; row++) { sum += _costs.People[row] * Expected(row, given); }
        return sum / _costs.People.Sum();
    }

    /// <summary>
    /// The difference between two recycled predictions. Its error is that of the mean of each person's influence on it: their own difference,
    /// and what their scores do to the coefficients of both parts (the infinitesimal jackknife, Jaeckel 1972, to which the bootstrap tends).
    /// </summary>
    public Effect Effect(ReadOnlySpan<Given> from, ReadOnlySpan<Given> to)
    {
        if (Amount.IsEmpty) { return new Effect(0, double.NaN); }
        var (people, size) = (_costs.People.Sum(), _design.Columns.Count);
        var (of, any, amount) = (new double[_design.Rows], new double[size], new double[size]);
        var mean = 0.0;
        for (var row = 0; row < _design.Rows; row++)
        {
            of[row] = Expected(row, to) - Expected(row, from);
            mean += _costs.People[row] * of[row] / people;
            AddGradient(row, to, _costs.People[row] / people, any, amount);
            AddGradient(row, from, -_costs.People[row] / people, any, amount);
        }
        var (toAny, toAmount) = (Times(Any.Unscaled, any, people), Times(Amount.Unscaled, amount, people));
        var squares = 0.0;
        for (var row = 0; row < _design.Rows; row++) { squares += Influence(row, of[row] - mean, toAny, toAmount); }
        return new Effect(mean, Math.Sqrt(squares) / people);
    }

    /// <summary>The sum of the squared influences of a row's people, from their sums.</summary>
    private double Influence(int row, double own, double[] toAny, double[] toAmount)
    {
        var (people, users) = (_costs.People[row], _costs.Users[row]);
        var (share, amount) = (Any.IsEmpty ? 1 : Any.Mean(_design, row), Amount.Mean(_design, row));
        var (any, each) = (Any.IsEmpty ? 0 : _design.Predict(row, toAny), _design.Predict(row, toAmount) / amount);
        var (nothing, something) = (own - (any * share), own + (any * (1 - share)));
        return ((people - users) * nothing * nothing) + (users * something * something)
            + (2 * something * each * (_costs.OfUsers.Sums[row] - (users * amount)))
            + (each * each * (_costs.OfUsers.Squares[row] - (2 * amount * _costs.OfUsers.Sums[row]) + (users * amount * amount)));
    }

    private double Expected(int row, ReadOnlySpan<Given> given)
    {
        if (Amount.IsEmpty) { return 0; }
        var share = Any.IsEmpty ? _costs.Share : Any.Family.Mean(Predict(row, Any.Coefficients, given));
        return share * Amount.Family.Mean(Predict(row, Amount.Coefficients, given));
    }

    private double Predict(int row, double[] coefficients, ReadOnlySpan<Given> given)
    {
        var predictor = _design.Predict(row, coefficients);
        foreach (var (column, value) in given)
        {
            if (!double.IsNaN(coefficients[column])) { predictor += coefficients[column] * (value - _design.Value(row, column)); }
        }
        return predictor;
    }

    /// <summary>What the coefficients of either part do to a row's expected cost.</summary>
    private void AddGradient(int row, ReadOnlySpan<Given> given, double times, double[] any, double[] amount)
    {
        var expected = Expected(row, given);
        var share = Any.IsEmpty ? 1 : Any.Family.Mean(Predict(row, Any.Coefficients, given));
        Add(row, given, times * expected * (1 - share), any);
        Add(row, given, times * expected, amount);
    }

    private void Add(int row, ReadOnlySpan<Given> given, double times, double[] to)
    {
        var at = _design.At(row);
        var values = _design.Values(row);
        for (var i = 0; i < at.Length; i++) { to[at[i]] += times * (values.IsEmpty ? 1 : values[i]); }
        foreach (var (column, value) in given) { to[column] += times * (value - _design.Value(row, column)); }
    }

    private static double[] Times(double[] matrix, double[] vector, double people)
    {
        var product = new double[vector.Length];
        for (var i = 0; i < product.Length; i++) { for (var j = 0; j < product.Length; j++) { product[i] += people * matrix[(i * product.Length) + j] * vector[j]; } }
        return product;
    }
}

/// <summary>What the people of each row cost.</summary>
/// <param name="People">All of them.</param>
/// <param name="OfUsers">Those who cost something: how many, and what.</param>
public sealed record Costs(double[] People, Outcome OfUsers)
{
    public double[] Users => OfUsers.People;

    /// <summary>The share of everybody who cost something.</summary>
    public double Share => Users.Sum() / People.Sum();

    /// <summary>Of all, those who cost nothing with a nought.</summary>
    public Outcome OfEveryone => OfUsers with { People = People };

    /// <summary>From people one by one.</summary>
    /// <param name="rows">The row of each person.</param>
    /// <param name="costs">What each person cost; a credit counts as nothing.</param>
    public static Costs Of(int count, ReadOnlySpan<int> rows, ReadOnlySpan<double> costs)
    {
        var (people, users, sums, squares) = (new double[count], new double[count], new double[count], new double[count]);
        for (var person = 0; person < rows.Length; person++)
        {
            people[rows[person]]++;
            if (costs[person] <= 0) { continue; }
            users[rows[person]]++;
            sums[rows[person]] += costs[person];
            squares[rows[person]] += costs[person] * costs[person];
        }
        return new Costs(people, new Outcome(users, sums, squares));
    }
}
