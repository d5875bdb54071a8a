namespace Stratify.Planning;

/// <summary>
/// Which parts of a whole are hidden where the whole is told. What is hidden is had back together, as the whole less the parts that may be seen, so it is
/// never one part alone, and never parts that together are of few people or nearly all one person's: until then the smallest that may be seen goes with it.
/// </summary>
public static class Complements
{
    /// <param name="parts">Those in which somebody has something: nobody's has nothing to hide, and hides nothing.</param>
    /// <param name="isUnsafe">Whether a part may not be told by itself.</param>
    /// <param name="leaveUnsafe">Whether parts may not be told together.</param>
    /// <param name="size">By which the smallest is found; of two as small the first goes.</param>
    public static IReadOnlySet<T> Hidden<T>(IReadOnlyList<T> parts, Func<T, bool> isUnsafe, Func<IReadOnlyList<T>, bool> leaveUnsafe, Func<T, long> size)
    {
        var hidden = parts.Where(isUnsafe).ToHashSet();
        while (hidden.Count > 0 && hidden.Count < parts.Count && (hidden.Count == 1 || leaveUnsafe([.. parts.Where(hidden.Contains)])))
        {
            hidden.Add(parts.Where(part => !hidden.Contains(part)).MinBy(size)!);
        }
        return hidden;
    }
}
