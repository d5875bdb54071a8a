namespace Stratify.Problems;

/// <summary>The known name that a mistyped one most likely meant.</summary>
public static class Nearest
{
    /// <summary>Null when nothing is near: more than a third of the letters would have to change.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var best = known
            .Select(name => (name, distance: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.name is not null && best.distance <= Math.Max(1, Math.Max(typed.Length, best.name.Length) / 3) ? best.name : null;
    }

    /// <summary>A hint such as <c>Did you mean 'age'?</c>, followed by what is known when that is short.</summary>
    public static string Hint(string typed, IReadOnlyCollection<string> known, string what)
    {
        var near = Of(typed, known);
        var list = known.Count is > 0 and <= 12 ? $"Known {what}: {string.Join(", ", known)}." : "";
        return near is null ? list : $"Did you mean '{near}'? {list}".TrimEnd();
    }

    /// <summary>Levenshtein distance, with a swap of neighbours counted as one.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) { d[i, 0] = i; }
        for (var j = 0; j <= b.Length; j++) { d[0, j] = j; }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1); }
            }
        }
        return d[a.Length, b.Length];
    }
}
