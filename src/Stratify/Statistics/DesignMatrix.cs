namespace Stratify.Statistics;

/// <summary>
/// What a model explains an outcome by: a row for all people who share their covariates, a column for each coefficient. Only what is not
/// nought is held, since most covariates are flags and levels that most people do not have. The first column is the intercept.
/// </summary>
public sealed class DesignMatrix
{
    /// <summary>The name of the first column.</summary>
    public const string Intercept = "(intercept)";

    private readonly int[] _starts;
    private readonly ushort[] _at;
    private readonly double[]? _values;

    private DesignMatrix(IReadOnlyList<string> columns, int[] starts, ushort[] at, double[]? values)
    {
        Columns = columns;
        _starts = starts;
        _at = at;
        _values = values;
    }

    /// <summary>The intercept, then the covariates.</summary>
    public IReadOnlyList<string> Columns { get; }

    public int Rows => _starts.Length - 1;

    /// <summary>Of flags and levels: a row is the covariates that it has, as numbers from nought in the order of <paramref name="covariates"/>.</summary>
    public static DesignMatrix OfFlags(IReadOnlyList<string> covariates, IReadOnlyList<IReadOnlyList<int>> rows)
    {
        var starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++) { starts[row + 1] = starts[row] + 1 + rows[row].Count; }
        var at = new ushort[starts[^1]];
        for (var row = 0; row < rows.Count; row++)
        {
            var next = starts[row] + 1;
            foreach (var covariate in rows[row].Order()) { at[next++] = checked((ushort)(covariate + 1)); }
        }
        return new DesignMatrix([Intercept, .. covariates], starts, at, null);
    }

    /// <summary>Of any numbers: a row is a value for each covariate.</summary>
    public static DesignMatrix OfValues(IReadOnlyList<string> covariates, IReadOnlyList<double[]> rows)
    {
        var starts = new int[rows.Count + 1];
        List<ushort> at = [];
        List<double> values = [];
        for (var row = 0; row < rows.Count; row++)
        {
            at.Add(0);
            values.Add(1);
            for (var covariate = 0; covariate < covariates.Count; covariate++)
            {
                if (rows[row][covariate] == 0) { continue; }
                at.Add(checked((ushort)(covariate + 1)));
                values.Add(rows[row][covariate]);
            }
            starts[row + 1] = at.Count;
        }
        return new DesignMatrix([Intercept, .. covariates], starts, [.. at], [.. values]);
    }

    /// <summary>The columns of a row that are not nought, ascending.</summary>
    public ReadOnlySpan<ushort> At(int row) => _at.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The values in those columns; empty where all are one.</summary>
    public ReadOnlySpan<double> Values(int row) => _values is null ? [] : _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The value of one column in a row.</summary>
    public double Value(int row, int column)
    {
        var at = At(row).IndexOf((ushort)column);
        return at < 0 ? 0 : _values is null ? 1 : _values[_starts[row] + at];
    }

    /// <summary>The linear predictor of a row; a coefficient that is not a number counts for nothing.</summary>
    public double Predict(int row, ReadOnlySpan<double> coefficients)
    {
        var at = At(row);
        var values = Values(row);
        var sum = 0.0;
        for (var i = 0; i < at.Length; i++)
        {
            var coefficient = coefficients[at[i]];
            if (!double.IsNaN(coefficient)) { sum += values.IsEmpty ? coefficient : coefficient * values[i]; }
        }
        return sum;
    }
}

/// <summary>What is explained: of the people of each row, how many they are, the sum of their amounts, and of their squares.</summary>
/// <remarks>Rows of any numbers of people give what single people would; for standard errors that needs the squares.</remarks>
public sealed record Outcome(double[] People, double[] Sums, double[] Squares)
{
    /// <summary>One person a row.</summary>
    public static Outcome OfEach(IReadOnlyList<double> values) => new([.. values.Select(_ => 1.0)], [.. values], [.. values.Select(value => value * value)]);

    /// <summary>Of how many people a row's something is true.</summary>
    public static Outcome OfShares(double[] people, double[] having) => new(people, having, having);

    public double Everyone => People.Sum();

    public double Mean => Sums.Sum() / Everyone;
}
