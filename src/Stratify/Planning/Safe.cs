using Stratify.Results;

namespace Stratify.Planning;

/// <summary>What may be told of the people of an answer: by the strictest rule, for whoever reads it may not see people.</summary>
internal static class Safe
{
    internal static readonly Disclosure Door = Disclosure.Strictest;

    /// <summary>Whether these amounts are of few people, or nearly all one person's.</summary>
    internal static bool IsUnsafe(IEnumerable<long> amounts)
    {
        var (users, sum, first, second) = (0L, 0L, 0L, 0L);
        foreach (var amount in amounts.Where(amount => amount != 0))
        {
            users++;
            sum += amount;
            var size = Math.Abs(amount);
            if (size > first) { (first, second) = (size, first); }
            else if (size > second) { second = size; }
        }
        return IsUnsafe(users, new Magnitude(sum, first, second));
    }

    internal static bool IsUnsafe(long users, Magnitude of) => Door.IsFew(users) || Door.IsDominated(of);
}
