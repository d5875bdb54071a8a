using Stratify.Model;

namespace Stratify.Cohorts;

/// <summary>
/// Sets that a run finds in its own data: every combination of so many conditions that enough people have, the costliest first, each twice:
/// whoever has these conditions, and whoever has these and none of the others looked at.
/// </summary>
/// <param name="From">The conditions looked at, at most <see cref="MaxFrom"/>.</param>
/// <param name="Sizes">How many conditions make a combination: 2, 3 or both.</param>
/// <param name="AtLeast">The fewest people who have all of its conditions, in one year of the run at least.</param>
/// <param name="Most">The most combinations that are kept, by what their people cost in all.</param>
public sealed record Discovery(IReadOnlyList<PersonYearField> From, IReadOnlyList<int> Sizes, int AtLeast, int Most)
{
    public const int MaxFrom = 40;

    /// <summary>Below, chance alone makes a mean what it is.</summary>
    public const int DefaultAtLeast = 50;

    public const int DefaultMost = 20;
}
