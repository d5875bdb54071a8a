namespace Stratify.Statistics;

/// <summary>Two numbers between which another lies, both included.</summary>
public readonly record struct Between(double Lower, double Upper)
{
    public double Width => Upper - Lower;
}

/// <summary>A sum of unknown numbers, each as it is or taken away, of which bounds are known.</summary>
/// <param name="Terms">Numbers of the unknowns, each once, with 1 or −1.</param>
public sealed record BoundedSum(IReadOnlyList<(int Unknown, int Sign)> Terms, Between Value);

/// <summary>
/// The tightest bounds of each of some unknown numbers that follow from bounds of sums of them: two linear programmes for each, solved by the simplex
/// method for bounded variables (Dantzig 1955; Chvátal, Linear Programming, 1983, chapter 8) on a full tableau, for systems of some hundreds.
/// </summary>
public sealed class LinearBounds
{
    private const double Tolerance = 1e-9;

    /// <summary>Rounding can undo what Bland's rule promises, and nobody is there at night to stop it: systems that take more steps are given up.</summary>
    private const int MostSteps = 100_000;

    private readonly int _unknowns, _rows;
    private readonly double[][] _tableau;
    private readonly Between[] _bounds;
    private readonly double[] _values;
    private readonly int[] _basic;
    private readonly bool[] _isBasic;
    private readonly double _scale;
    private bool _unbounded;
    private int _steps;

    private LinearBounds(IReadOnlyList<Between> unknowns, IReadOnlyList<BoundedSum> sums)
    {
        (_unknowns, _rows) = (unknowns.Count, sums.Count);
        _bounds = [.. unknowns, .. sums.Select(sum => sum.Value)];
        _values = [.. unknowns.Select(bound => bound.Lower), .. new double[_rows]];
        _tableau = [.. sums.Select(Row)];
        _basic = [.. Enumerable.Range(_unknowns, _rows)];
        _isBasic = [.. Enumerable.Range(0, _unknowns + _rows).Select(place => place >= _unknowns)];
        _scale = _bounds.SelectMany(bound => new[] { bound.Lower, bound.Upper }).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max() + 1;
        for (var i = 0; i < _rows; i++) { _values[_unknowns + i] = sums[i].Terms.Sum(term => term.Sign * _values[term.Unknown]); }
    }

    /// <param name="unknowns">What is known of each by itself; the lower end is finite.</param>
    /// <returns>By unknown; null where no numbers meet all bounds at once, or it took too long to find them.</returns>
    public static IReadOnlyList<Between>? Of(IReadOnlyList<Between> unknowns, IReadOnlyList<BoundedSum> sums)
    {
        var programme = new LinearBounds(unknowns, sums);
        if (!programme.BecomesFeasible()) { return null; }
        List<Between> found = [.. Enumerable.Range(0, unknowns.Count).Select(unknown => new Between(-programme.Most(unknown, -1), programme.Most(unknown, 1)))];
        return programme._steps < MostSteps ? found : null;
    }

    /// <summary>Each basic value is a sum of the others: row · others, where the tableau holds what a step of each of those does to it.</summary>
    private double[] Row(BoundedSum sum)
    {
        var row = new double[_unknowns + _rows];
        foreach (var (unknown, sign) in sum.Terms) { row[unknown] = sign; }
        return row;
    }

    /// <summary>Steps until no basic value is beyond its bounds: each takes the whole of what they are beyond down.</summary>
    private bool BecomesFeasible()
    {
        var gains = new double[_values.Length];
        while (true)
        {
            Array.Clear(gains);
            var whole = 0.0;
            for (var i = 0; i < _rows; i++)
            {
                var side = Beyond(_basic[i]);
                if (side == 0) { continue; }
                whole += side > 0 ? _values[_basic[i]] - _bounds[_basic[i]].Upper : _bounds[_basic[i]].Lower - _values[_basic[i]];
                for (var j = 0; j < gains.Length; j++) { gains[j] -= side * _tableau[i][j]; }
            }
            if (whole <= Tolerance * _scale) { return true; }
            if (!Step(gains)) { return false; }
        }
    }

    /// <summary>The most of an unknown, or the least by a sign of −1; infinite where nothing bounds it.</summary>
    private double Most(int unknown, int sign)
    {
        var gains = new double[_values.Length];
        while (true)
        {
            Array.Clear(gains);
            if (!_isBasic[unknown]) { gains[unknown] = sign; }
            else
            {
                var row = _tableau[Array.IndexOf(_basic, unknown)];
                for (var j = 0; j < gains.Length; j++) { gains[j] = sign * row[j]; }
            }
            if (!Step(gains)) { return double.IsInfinity(_bounds[unknown].Upper) && sign > 0 && _unbounded ? double.PositiveInfinity : sign * _values[unknown]; }
        }
    }

    /// <summary>1 above its bounds, −1 below, 0 within.</summary>
    private int Beyond(int place) =>
        _values[place] > _bounds[place].Upper + (Tolerance * _scale) ? 1 : _values[place] < _bounds[place].Lower - (Tolerance * _scale) ? -1 : 0;

    /// <summary>Moves the first of the values that gain by it (Bland 1977: so it never goes round in a circle) as far as the bounds let it.</summary>
    /// <returns>Whether any did: false at the best.</returns>
    private bool Step(double[] gains)
    {
        _unbounded = false;
        if (++_steps >= MostSteps) { return false; }
        for (var j = 0; j < gains.Length; j++)
        {
            if (_isBasic[j] || Math.Abs(gains[j]) <= Tolerance) { continue; }
            var way = Math.Sign(gains[j]);
            if (way > 0 ? _values[j] >= _bounds[j].Upper : _values[j] <= _bounds[j].Lower) { continue; }
            return Move(j, way);
        }
        return false;
    }

    private bool Move(int entering, int way)
    {
        var (length, leaving, at) = (way > 0 ? _bounds[entering].Upper - _values[entering] : _values[entering] - _bounds[entering].Lower, -1, 0.0);
        for (var i = 0; i < _rows; i++)
        {
            var slope = way * _tableau[i][entering];
            if (Math.Abs(slope) <= Tolerance) { continue; }
            var bound = Stop(_basic[i], slope);
            var room = Math.Max(0, (bound - _values[_basic[i]]) / slope);
            if (room < length - Tolerance || (room <= length + Tolerance && leaving >= 0 && _basic[i] < _basic[leaving])) { (length, leaving, at) = (Math.Min(room, length), i, bound); }
        }
        if (double.IsInfinity(length)) { _unbounded = true; return false; }
        for (var i = 0; i < _rows; i++) { _values[_basic[i]] += way * length * _tableau[i][entering]; }
        _values[entering] = leaving < 0 ? way > 0 ? _bounds[entering].Upper : _bounds[entering].Lower : _values[entering] + (way * length);
        if (leaving >= 0) { Pivot(leaving, entering, at); }
        return true;
    }

    /// <summary>Where a basic value that moves so must stop: one that is beyond a bound, when it comes to that one from outside.</summary>
    private double Stop(int place, double slope) => (Beyond(place), slope > 0) switch
    {
        (1, false) => _bounds[place].Upper,
        (-1, true) => _bounds[place].Lower,
        (1, true) => double.PositiveInfinity,
        (-1, false) => double.NegativeInfinity,
        (_, true) => _bounds[place].Upper,
        (_, false) => _bounds[place].Lower,
    };

    private void Pivot(int row, int entering, double at)
    {
        var leaving = _basic[row];
        var pivot = _tableau[row][entering];
        var line = _tableau[row];
        // b = Σ a·x + p·e gives e = (b − Σ a·x) / p.
        for (var j = 0; j < line.Length; j++) { line[j] = -line[j] / pivot; }
        (line[entering], line[leaving]) = (0, 1 / pivot);
        for (var i = 0; i < _rows; i++)
        {
            var factor = i == row ? 0 : _tableau[i][entering];
            if (factor == 0) { continue; }
            for (var j = 0; j < line.Length; j++) { _tableau[i][j] += factor * line[j]; }
            _tableau[i][entering] = 0;
        }
        _values[leaving] = at;
        (_basic[row], _isBasic[leaving], _isBasic[entering]) = (entering, false, true);
    }
}
