namespace Stratify.Planning.Risks;

/// <summary>What is foretold of a person's next year.</summary>
/// <param name="Title">After "the risk of".</param>
/// <param name="Of">Whether it came to each person.</param>
internal sealed record RiskOutcome(string Name, string Title, Func<RiskPeople, bool[]> Of)
{
    internal static IReadOnlyList<RiskOutcome> All { get; } =
    [
        new("emergency_admission", "an emergency admission", people => [.. people.Admissions.Select(count => count > 0)]),
        new("high_cost", "being in the costliest 5%", Costliest),
    ];

    /// <summary>A twentieth of these people, rounded up; of as costly ones, those first by key.</summary>
    private static bool[] Costliest(RiskPeople people)
    {
        var is_ = new bool[people.Count];
        foreach (var person in Enumerable.Range(0, people.Count).OrderByDescending(person => people.Cost[person]).ThenBy(person => person).Take((people.Count + 19) / 20).Where(person => people.Cost[person] > 0)) { is_[person] = true; }
        return is_;
    }
}
