using System.Globalization;

namespace Stratify.Linkage.Probabilistic;

/// <summary>The levels of all comparisons of a pair in one number, which is what tables of millions of pairs hold.</summary>
public static class PatternCode
{
    public static int Of(IReadOnlyList<int> levels)
    {
        var code = 0;
        for (var i = levels.Count - 1; i >= 0; i--) { code = (code * Base(i)) + levels[i] + 1; }
        return code;
    }

    /// <summary>The level of each comparison, -1 where there is nothing to compare.</summary>
    public static int[] Levels(int code)
    {
        var levels = new int[Comparisons.All.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (code % Base(i)) - 1;
            code /= Base(i);
        }
        return levels;
    }

    /// <summary>SQL for the code of a row that has each comparison's level under its name.</summary>
    public static string Sql(Func<Comparison, string> level)
    {
        var factor = 1;
        var terms = new List<string>();
        for (var i = 0; i < Comparisons.All.Count; i++)
        {
            terms.Add($"({level(Comparisons.All[i])} + 1) * {factor}");
            factor *= Base(i);
        }
        return $"({string.Join(" + ", terms)})::integer";
    }

    /// <summary>SQL for the level of one comparison out of a code.</summary>
    public static string LevelSql(string code, int comparison)
    {
        var factor = Enumerable.Range(0, comparison).Aggregate(1, (product, i) => product * Base(i));
        return string.Create(CultureInfo.InvariantCulture, $"(({code} // {factor}) % {Base(comparison)} - 1)");
    }

    private static int Base(int comparison) => Comparisons.All[comparison].Levels.Count + 1;
}
