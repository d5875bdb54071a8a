namespace Stratify.Statistics;

/// <summary>
/// A symmetric matrix as LLᵀ, without the columns that those before them give already: what a model cannot tell apart is left out in the
/// order of the columns, as R does, and named by the caller.
/// </summary>
public sealed class Cholesky
{
    /// <summary>Of a column's own sum of squares, what must be left when the columns before it are taken away.</summary>
    private const double Least = 1e-11;

    private readonly double[] _lower;
    private readonly int _size;

    /// <param name="matrix">By row; only the lower triangle is read.</param>
    /// <param name="isOut">Columns that are out already.</param>
    public Cholesky(ReadOnlySpan<double> matrix, int size, IReadOnlyList<bool>? isOut = null)
    {
        _size = size;
        _lower = new double[size * size];
        IsOut = new bool[size];
        for (var j = 0; j < size; j++)
        {
            for (var i = j; i < size; i++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++) { sum -= _lower[(i * size) + k] * _lower[(j * size) + k]; }
                if (i > j) { _lower[(i * size) + j] = IsOut[j] ? 0 : sum / _lower[(j * size) + j]; continue; }
                IsOut[j] = isOut?[j] == true || !(sum > Least * matrix[(j * size) + j]);
                _lower[(j * size) + j] = IsOut[j] ? 1 : Math.Sqrt(sum);
            }
        }
    }

    /// <summary>Columns that were left out; their part of every solution is nought.</summary>
    public bool[] IsOut { get; }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var solution = right.ToArray();
        for (var i = 0; i < _size; i++)
        {
            if (IsOut[i]) { solution[i] = 0; continue; }
            for (var k = 0; k < i; k++) { solution[i] -= _lower[(i * _size) + k] * solution[k]; }
            solution[i] /= _lower[(i * _size) + i];
        }
        for (var i = _size - 1; i >= 0; i--)
        {
            if (IsOut[i]) { continue; }
            for (var k = i + 1; k < _size; k++) { solution[i] -= _lower[(k * _size) + i] * solution[k]; }
            solution[i] /= _lower[(i * _size) + i];
        }
        return solution;
    }

    /// <summary>The inverse, by row, with noughts for what was left out.</summary>
    public double[] Inverse()
    {
        var inverse = new double[_size * _size];
        var unit = new double[_size];
        for (var column = 0; column < _size; column++)
        {
            if (IsOut[column]) { continue; }
            unit[column] = 1;
            var solution = Solve(unit);
            for (var row = 0; row < _size; row++) { inverse[(row * _size) + column] = solution[row]; }
            unit[column] = 0;
        }
        return inverse;
    }
}
