using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>
/// Which conditions people have: each by a logit in age, with one hidden liability that all share, so that they come together
/// and more of them come with age and deprivation. Shares over all ages are near those of the Quality and Outcomes Framework.
/// </summary>
internal static class Prevalence
{
    /// <summary>Logit at 50, slope a year of age, weight of the shared liability, difference for women.</summary>
    private static readonly (string Condition, double At50, double Slope, double Liability, double Women)[] Logits =
    [
        ("hypertension", -1.75, 0.062, 0.55, -0.05),
        ("diabetes", -2.65, 0.040, 0.60, -0.25),
        ("chd", -3.95, 0.072, 0.70, -0.75),
        ("heart_failure", -5.40, 0.082, 1.00, -0.35),
        ("atrial_fibrillation", -4.90, 0.090, 0.60, -0.35),
        ("stroke", -4.60, 0.070, 0.70, -0.20),
        ("ckd", -4.20, 0.085, 0.75, 0.10),
        ("copd", -4.20, 0.055, 0.90, -0.10),
        ("asthma", -2.45, 0.002, 0.45, 0.20),
        ("cancer", -3.60, 0.058, 0.25, 0.05),
        ("depression", -1.95, 0.004, 0.70, 0.60),
        ("severe_mental_illness", -4.75, 0.006, 0.60, -0.05),
        ("dementia", -7.45, 0.125, 0.70, 0.10),
        ("epilepsy", -4.75, 0.004, 0.50, -0.05),
        ("parkinsons", -7.20, 0.085, 0.30, -0.45),
        ("osteoarthritis", -2.80, 0.062, 0.50, 0.35),
        ("learning_disability", -5.30, -0.008, 0.20, -0.35),
    ];

    internal static Dictionary<string, DateOnly> Draw(Xoshiro random, (int Age, bool Female, int Decile) who, double liability, DateOnly today)
    {
        var found = new Dictionary<string, DateOnly>();
        foreach (var (condition, at50, slope, weight, women) in Logits)
        {
            if (CanHave(condition, who.Age) && random.Chance(Share((at50, slope, weight, women), who, liability))) { found[condition] = Onset(random, who.Age, today); }
        }
        return found;
    }

    /// <summary>
    /// What a person without it comes to have in a year that begins on a day: where a share p of people alike have it, and it rises with the slope of its
    /// logit, as many begin as keep the shares as they are, and a few for those who die of it.
    /// </summary>
    internal static Dictionary<string, DateOnly> Begin(Xoshiro random, (int Age, bool Female, int Decile) who, double liability, (IReadOnlyDictionary<string, DateOnly> Has, DateOnly Year) now)
    {
        var found = new Dictionary<string, DateOnly>(now.Has);
        foreach (var (condition, at50, slope, weight, women) in Logits)
        {
            var begins = random.Chance(Share((at50, slope, weight, women), who, liability) * Math.Max(0.015, slope + 0.01));
            var day = now.Year.AddDays(random.NextInt(365));
            if (begins && CanHave(condition, who.Age) && condition != "learning_disability") { found.TryAdd(condition, day); }
        }
        return found;
    }

    private static double Share((double At50, double Slope, double Liability, double Women) of, (int Age, bool Female, int Decile) who, double liability) =>
        1 / (1 + Math.Exp(-(of.At50 + (of.Slope * (who.Age - 50)) + (of.Liability * liability) + (0.05 * (5.5 - who.Decile)) + (who.Female ? of.Women : 0))));

    /// <summary>Few of them begin in childhood.</summary>
    private static bool CanHave(string condition, int age) => age >= 18 || (condition is "asthma" or "epilepsy" or "learning_disability") || (condition == "depression" && age >= 12);

    /// <summary>More of them lately than long ago; some in the year itself.</summary>
    private static DateOnly Onset(Xoshiro random, int age, DateOnly today)
    {
        var days = (int)(Math.Max(1, Math.Min(age, 30)) * 365 * random.NextDouble() * random.NextDouble());
        return today.AddDays(-days);
    }
}
