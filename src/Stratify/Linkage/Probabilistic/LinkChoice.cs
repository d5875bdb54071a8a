namespace Stratify.Linkage.Probabilistic;

/// <summary>Pairs that may be of one person, column by column, in the order of record and person.</summary>
/// <param name="Sharers">For each comparison, how many people of the register have the record's value.</param>
public sealed record LikelyPairs(long[] Records, long[] People, long[] Patterns, long[][] Sharers)
{
    public long[] SharersOf(int pair) => [.. Sharers.Select(column => column[pair])];
}

/// <summary>The person that a record is likeliest of, and what becomes of that.</summary>
/// <param name="Sharers">For each comparison, how many people of the register have the record's value.</param>
/// <param name="Rivals">The odds of all others that the record could be, added up.</param>
public sealed record LinkChoice(string Dataset, long Record, long Person, int Pattern, long[] Sharers, double Rivals, int Candidates)
{
    public const string Linked = "linked", Coverage = "coverage", Unsure = "unsure", Tie = "tie", Taken = "taken", Contradicted = "contradicted";

    /// <summary>
    /// A person may have moved, or married, or go by another name. Of whom two of these are true and nothing else is known there is mostly
    /// somebody else: two people of one family name and birth date are more often found than chance has it.
    /// </summary>
    private const int MostContradictions = 1;

    public string Outcome { get; init; } = Unsure;

    /// <summary>As <see cref="LinkExplanation"/> adds it up; the steps are not kept, for there are as many as records.</summary>
    public double Weight { get; init; }

    public double Probability { get; init; }

    /// <summary>Chooses for each record. A record is of one person at most, so all whom it could be share what is likely; two who fit equally well are no answer.</summary>
    public static IReadOnlyList<LinkChoice> Of(LikelyPairs pairs, Func<long, LinkModel> modelOf, double threshold, double coverage)
    {
        var choices = new List<LinkChoice>();
        for (int from = 0, to; from < pairs.Records.Length; from = to)
        {
            to = from;
            while (to < pairs.Records.Length && pairs.Records[to] == pairs.Records[from]) { to++; }
            choices.Add(Best(pairs, from, to, modelOf(pairs.Records[from]), (threshold, coverage)));
        }
        return choices;
    }

    /// <summary>Of the records of a dataset that tells of each person once, such as a death, only the best stays.</summary>
    /// <param name="taken">Whom a rule has linked to the dataset already.</param>
    public static IReadOnlyList<LinkChoice> OnceEach(IReadOnlyList<LinkChoice> choices, Func<string, bool> isOnce, IReadOnlySet<(string Dataset, long Person)> taken)
    {
        var best = choices.Where(choice => isOnce(choice.Dataset) && choice.IsFound)
            .GroupBy(choice => (choice.Dataset, choice.Person))
            .ToDictionary(group => group.Key, group => group.Max(choice => choice.Weight));
        var equal = choices.Where(choice => choice.IsFound && best.TryGetValue((choice.Dataset, choice.Person), out var weight) && choice.Weight == weight)
            .CountBy(choice => (choice.Dataset, choice.Person)).ToDictionary();
        return [.. choices.Select(choice => !choice.IsFound || !best.TryGetValue((choice.Dataset, choice.Person), out var weight) ? choice
            : taken.Contains((choice.Dataset, choice.Person)) || choice.Weight < weight ? choice with { Outcome = Taken }
            : equal[(choice.Dataset, choice.Person)] > 1 ? choice with { Outcome = Tie } : choice)];
    }

    private bool IsFound => Outcome is Linked or Coverage;

    private static LinkChoice Best(LikelyPairs pairs, int from, int to, LinkModel model, (double Cost, double Coverage) thresholds)
    {
        const double equal = 1e-9;
        var weights = new double[to - from];
        for (var i = 0; i < weights.Length; i++) { weights[i] = model.Weigh((int)pairs.Patterns[from + i], pairs.SharersOf(from + i)).Sum(step => step.Bits); }
        var best = Array.IndexOf(weights, weights.Max());
        var rivals = weights.Where((_, i) => i != best).Sum(weight => Math.Pow(2, weight));
        var why = LinkExplanation.Of(model, (int)pairs.Patterns[from + best], pairs.SharersOf(from + best), rivals);
        var isTie = weights.Where((weight, i) => i != best && weights[best] - weight < equal).Any() && LinkExplanation.OfWeight(weights[best] - Math.Log2(model.Away)) >= thresholds.Coverage;
        return new LinkChoice(model.Dataset, pairs.Records[from], pairs.People[from + best], (int)pairs.Patterns[from + best], pairs.SharersOf(from + best), rivals, weights.Length)
        {
            Weight = why.Weight,
            Probability = why.Probability,
            Outcome = isTie ? Tie
                : why.Probability < thresholds.Coverage ? Unsure
                : Contradictions((int)pairs.Patterns[from + best]) > MostContradictions ? Contradicted
                : why.Probability < thresholds.Cost ? Coverage : Linked,
        };
    }

    private static int Contradictions(int pattern) => PatternCode.Levels(pattern).Where((level, i) => level >= 0 && level < Comparisons.All[i].Agrees).Count();
}
