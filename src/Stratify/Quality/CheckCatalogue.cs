namespace Stratify.Quality;

/// <summary>Every check, in the order in which they are listed.</summary>
public static class CheckCatalogue
{
    /// <summary>Asked of landed rows, before linkage lets go of what identifies people: each is a script of its own.</summary>
    internal static IReadOnlyList<Check> OfTheRegister { get; } = [.. new[] { "two_numbers", "shared_number" }.Select(name => Check.Asked(Check.Script(name)))];

    /// <summary>Asked of landed rows too, and derived from the columns that each dataset declares.</summary>
    internal static IReadOnlyList<Check> OfColumns { get; } = ColumnChecks.All;

    /// <summary>Asked of the ledger and of costed events.</summary>
    internal static IReadOnlyList<Check> OfEvents { get; } =
        [.. new[] { "refused", "repeated", "conflicting", "number_replaced", "unlinked", "out_of_period", "month_gap", "ends_before_start", "after_death", "soon_after_death", "two_hospitals", "death_contradicted", "practice_unknown", "area_unknown", "neighbourhood_contradicted", "deprivation_contradicted", "unpriced", "priced_by_average", "implausible_cost" }
            .Select(name => Check.Asked(Check.Script(name)))];

    public static IReadOnlyList<Check> All { get; } = [.. OfColumns, .. OfTheRegister, .. OfEvents];

    public static Check? Find(string name) => All.FirstOrDefault(check => check.Name == name);
}
