using System.Globalization;
using Stratify.Model;

namespace Stratify.Results;

/// <summary>The numbers of one published rule of disclosure control; <see cref="Disclosure"/> applies them.</summary>
/// <param name="Name">As a job names it.</param>
/// <param name="Least">The fewest people of whom something may be said.</param>
/// <param name="Base">Counts are rounded to the nearest of this.</param>
/// <param name="FineSharesFrom">A share of at least this many people has a third decimal.</param>
/// <param name="Near">Pounds are hidden where whoever has the second most of them could tell the most that one person has to within so many in a hundred: p of the p% rule.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record DisclosureRule(string Name, long Least, long Base, long FineSharesFrom, long Near, string Source)
{
    /// <summary>Pounds are hidden where two people have more than so many in a hundred of them: k of the (n, k) rule for n = 2; null where it is not asked.</summary>
    public long? MostOfTwo { get; init; }

    /// <summary>Counts of 7 and fewer redacted, the others rounded to 5, totals from what is published; dominance by the p% rule that the Handbook on Statistical Disclosure Control prefers.</summary>
    public static DisclosureRule OpenSafely { get; } = new(DisclosureNames.OpenSafely, 8, 5, 0, 10, "OpenSAFELY, permitted results; Handbook on Statistical Disclosure Control, p% rule");

    /// <summary>For figures below the nation: 1 to 7 hidden, 0 shown, the others rounded to 5, percentages of rounded counts and whole below 4,000.</summary>
    public static DisclosureRule Hes { get; } = new(DisclosureNames.Hes, 8, 5, 4000, 10, "NHS Hospital Episode Statistics, since September 2018; Handbook on Statistical Disclosure Control, p% rule");

    /// <summary>No rule at all: true values, for whoever checks a release. No job can ask for it.</summary>
    public static DisclosureRule None { get; } = new("none", 0, 1, 0, 0, "");

    /// <summary>
    /// The defaults of ACRO, the checker of the SACRO project: 10 people, (n, k) of 2 and 90%, p-ratio of 10%, counts rounded to 5. It flags zeros too,
    /// for a person to look at, of whom there is none at a nightly run: they are shown, as by every rule here.
    /// </summary>
    public static DisclosureRule Sacro { get; } = new(DisclosureNames.Sacro, 10, 5, 0, 10, "ACRO, defaults of the SACRO project") { MostOfTwo = 90 };

    public static IReadOnlyList<DisclosureRule> All { get; } = [OpenSafely, Hes, Sacro];

    /// <exception cref="ArgumentException">No rule is called so; a job's name was checked when the job was read.</exception>
    public static DisclosureRule Named(string name) => All.FirstOrDefault(rule => rule.Name == name) ?? throw new ArgumentException($"There is no disclosure rule '{name}'.");

    /// <summary>
    /// Whether pounds would tell of one person, however many people they are of: X − x1 − x2 is less than p% of x1, so that the second could work the
    /// first out; or x1 + x2 is more than k% of X. Pounds of nobody are not dominated.
    /// </summary>
    public bool IsDominated(Magnitude of) =>
        of.Largest > 0 && ((Near > 0 && 100 * (of.Pence - of.Largest - of.Second) < Near * of.Largest) || (MostOfTwo is { } most && 100 * (of.Largest + of.Second) > most * of.Pence));

    /// <summary>The fewest people of a practice or neighbourhood of which anything is said; 0 for as few as of any group.</summary>
    public long LeastOfPlace { get; init; }

    /// <summary>The same with numbers of a job's own, as far as they are stricter.</summary>
    public DisclosureRule Stricter(long least, long leastOfPlace) => this with { Least = Math.Max(Least, least), LeastOfPlace = leastOfPlace };

    /// <summary>The rule in a few sentences, for a page on method.</summary>
    public string Says => string.Create(CultureInfo.InvariantCulture, $"Counts of 1 to {Least - 1} are hidden and others rounded to the nearest {Base}.")
        + (FineSharesFrom == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" Percentages of fewer than {FineSharesFrom:N0} people are whole."))
        + string.Create(CultureInfo.InvariantCulture, $" Pounds are hidden, of however many people they are, where all but the two who have most of them come to less than {Near}% of what the first has")
        + (MostOfTwo is { } most ? string.Create(CultureInfo.InvariantCulture, $", or where the two have more than {most}%.") : ".")
        + (LeastOfPlace == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" Practices and neighbourhoods of fewer than {LeastOfPlace:N0} people are hidden."));

    public override string ToString() => Name;
}
