namespace Stratify.Model;

/// <summary>Age bands as the report prints them. The band of an age is the last whose start it has reached.</summary>
public static class AgeBands
{
    public static IReadOnlyList<(string Name, int From)> All { get; } =
    [
        ("0-17", 0), ("18-39", 18), ("40-49", 40), ("50-59", 50), ("60-69", 60), ("70-79", 70), ("80-89", 80), ("90 and over", 90),
    ];
}
