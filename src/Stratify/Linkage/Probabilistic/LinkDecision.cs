using System.Globalization;

namespace Stratify.Linkage.Probabilistic;

/// <summary>What was decided of one record and the person whom it is likeliest of, and why.</summary>
/// <param name="Candidates">People of the register who were likely enough to be weighed.</param>
/// <param name="Cost">The least probability at which its costs become the person's.</param>
/// <param name="Coverage">The least probability at which it counts as found.</param>
public sealed record LinkDecision(string Outcome, LinkExplanation Why, long Candidates, double Cost, double Coverage)
{
    public bool IsLinked => Outcome == LinkChoice.Linked;

    /// <summary>The decision in a sentence.</summary>
    public string Says => Outcome switch
    {
        LinkChoice.Linked => $"Linked: the probability reaches the job's threshold of {Number(Cost)}, so the record's costs are the person's.",
        LinkChoice.Coverage => $"Not linked: the probability reaches {Number(Coverage)}, so the record counts as found, and stays below {Number(Cost)}, so its costs are nobody's.",
        LinkChoice.Unsure => $"Not linked: the probability stays below {Number(Coverage)}, at which a record counts as found.",
        LinkChoice.Tie => "Not linked: several fit equally well, and nothing says which of them it is.",
        LinkChoice.Taken => "Not linked: the dataset tells of each person once, and another record fits the person better or was linked by a rule.",
        LinkChoice.Contradicted => $"Not linked: the probability reaches {Number(Coverage)}, and two things contradict it, which is more often found of two people.",
        _ => "Not linked.",
    };

    /// <summary>Why it is this person, if anybody, and no other.</summary>
    public string Others => Candidates == 1 ? "Nobody else of the register was likely enough to be weighed." : string.Create(CultureInfo.InvariantCulture,
        $"{Candidates} people of the register were likely enough to be weighed. This is {(Outcome == LinkChoice.Tie ? "one of those who weigh most" : "the one who weighs most")}; what speaks for the others is taken off in the last step.");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
