using Stratify.Model;
using Stratify.Planning.Budgets;

namespace Stratify.Cli.Verbs;

/// <summary>How a budget is written.</summary>
internal static class DescribedBudgets
{
    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("budget, title", "its name and what it is called"),
        ("cohorts", "a list of {name, title, who}: who is a condition over a person's year ('describe fields'); who meets two is counted in the first"),
        ("pool", $"what is pooled: a pool that ships ({string.Join(", ", Pool.Names)}), or a file with title, source and holds, a list of {{setting, payer}}; everything unless said"),
        ("cap", "pounds of one person in a year that the pool pays at most; no cap unless said"),
        ("corridor", "the part of the budget within which over- and underspending stay with whoever holds it; 0.05 unless said"),
        ("moves", "a list of {name, from, to, part, costs, spends, frees, source}: a part of the cost in one setting moves to another, where each pound freed costs so many; from which year it is spent and freed (1 unless said)"),
        ("years", "over how many years moves are shown; 5 unless said"),
    ];

    internal static (object, IEnumerable<string>) All() => (
        new { Keys = _keys.Select(key => new { key.Key, key.Meaning }), Pools = Pool.Names },
        [
            "A budget is a YAML file; 'budget FILE --run RUN' draws it up. Nothing is freed by itself: how much moves, what the care in its place costs and who says so must be stated.",
            .. _keys.Select(key => $"  {key.Key,-16} {key.Meaning}"),
            $"Settings: {string.Join(", ", Setting.Names)}. Payers: {string.Join(", ", Payer.Names)}.",
            "For example:",
            "  budget: frailty",
            "  title: Older people with several conditions",
            "  cohorts:",
            "    - {name: several, title: Five conditions or more, who: age >= 65 and conditions >= 5}",
            "    - {name: dementia, who: dementia}",
            "  pool: better-care-fund",
            "  cap: 50000",
        ]);
}
