using System.Globalization;
using Stratify.Model;

namespace Stratify.Results;

/// <summary>The numbers of one published rule of disclosure control; <see cref="Disclosure"/> applies them.</summary>
/// <param name="Name">As a job names it.</param>
/// <param name="Least">The fewest people of whom something may be said.</param>
/// <param name="Base">Counts are rounded to the nearest of this.</param>
/// <param name="FineSharesFrom">A share of at least this many people has a third decimal.</param>
/// <param name="Source">Who made the rule.</param>
public sealed record DisclosureRule(string Name, long Least, long Base, long FineSharesFrom, string Source)
{
    /// <summary>Counts of 7 and fewer redacted, the others rounded to 5, totals from what is published.</summary>
    public static DisclosureRule OpenSafely { get; } = new(DisclosureNames.OpenSafely, 8, 5, 0, "OpenSAFELY, permitted results");

    /// <summary>For figures below the nation: 1 to 7 hidden, 0 shown, the others rounded to 5, percentages of rounded counts and whole below 4,000.</summary>
    public static DisclosureRule Hes { get; } = new(DisclosureNames.Hes, 8, 5, 4000, "NHS Hospital Episode Statistics, since September 2018");

    /// <summary>No rule at all: true values, for whoever checks a release. No job can ask for it.</summary>
    public static DisclosureRule None { get; } = new("none", 0, 1, 0, "");

    public static IReadOnlyList<DisclosureRule> All { get; } = [OpenSafely, Hes];

    /// <exception cref="ArgumentException">No rule is called so; a job's name was checked when the job was read.</exception>
    public static DisclosureRule Named(string name) => All.FirstOrDefault(rule => rule.Name == name) ?? throw new ArgumentException($"There is no disclosure rule '{name}'.");

    /// <summary>The rule in a sentence or two, for a page on method.</summary>
    public string Says => string.Create(CultureInfo.InvariantCulture, $"Counts of 1 to {Least - 1} are hidden and others rounded to the nearest {Base}.")
        + (FineSharesFrom == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" Percentages of fewer than {FineSharesFrom:N0} people are whole."));

    public override string ToString() => Name;
}
