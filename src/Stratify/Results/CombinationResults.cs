namespace Stratify.Results;

/// <summary>The published table about conditions that people have together.</summary>
internal static class CombinationResults
{
    private static readonly string[] Singles = ["people_1", "people_2", "people_3"];

    internal static ResultDefinition Combinations { get; } = new("condition_combinations", "Conditions that people have together, and what they cost beyond each alone", $"""
        select
            measure.*,
            combination.title,
            combination.conditions,
            combination.size,
            case when combination.is_exclusive then 'exclusive' else 'inclusive' end as variant,
            {CohortResults.Left}
        from measure_condition_combination as measure
        join combination using (scheme, cohort)
        join scheme using (scheme)
        left join cohort_nested as nested using (scheme, cohort, year)
        order by scheme.position, measure.year, combination.position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme that looked for them."), ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What it is called."), ResultCatalogue.Year,
            ColumnRule.Label("conditions", "The conditions, as fields."), ColumnRule.Label("size", "How many conditions."),
            ColumnRule.Label("variant", "inclusive: whoever has these conditions; exclusive: whoever has these and none of the others looked at, who are among the first."),
            ColumnRule.Count("people", "People who have them in the year."),
            new(new ResultColumn("observed_over_expected", "People who have them over those who would, if nobody had one for having another: n·N over the product of the conditions' own n; of published counts, and of the inclusive variant alone.", Unit.Number),
                (door, grid, row) => grid.Get<string>(row, "variant") == "exclusive" ? NotApplicableCell.Instance : Expected(door, [.. Singles.Select(name => grid.Get<long?>(row, name)).OfType<long>()], (grid.Get<long>(row, "people"), grid.Get<long>(row, "everyone")))),
            ColumnRule.Total("total_cost", ("pence", "people"), "Cost of all their care."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person."),
            ColumnRule.Of("expected", "least_compared", Unit.PoundsEach, "Cost a person if each condition added what it adds alone: m0 + Σ(mi − m0), with m0 of people with none of them and mi with the i-th alone. Hidden where one of those groups is few.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
            ColumnRule.Of("excess", "least_compared", Unit.PoundsEach, "What they cost a person beyond that; of a triple, what its pairs add is part of it.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
            ColumnRule.Of("excess_lower", "least_compared", Unit.PoundsEach, "Lower end of its 95% bootstrap interval.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
            ColumnRule.Of("excess_upper", "least_compared", Unit.PoundsEach, "Upper end of its 95% bootstrap interval.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
            ColumnRule.Of("p_value", "least_compared", Unit.Share, "How often chance alone would give so large an excess, by Welch's t.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
            ColumnRule.Of("adjusted_p", "least_compared", Unit.Share, "The same adjusted by Benjamini and Hochberg for the combinations that the scheme keeps, chosen by size and cost: below 0.05, fewer than one in twenty such findings are chance.").HiddenWith("people").Guarded("compared_pence", "compared_both"),
        ])
    {
        NeedsRowsOf = "combination",
        Money = ["pence"],
        Guards = [new NestedGuard("people", "least_left") { Left = ["left_pence", "left_both"] }],
        Above = [CohortResults.OfCohorts],
    };

    /// <summary>From published counts, so that it gives no exact one back.</summary>
    private static Cell Expected(Disclosure door, IReadOnlyList<long> singles, (long Both, long Everyone) people)
    {
        var cells = singles.Select(door.Count).Append(door.Count(people.Both)).Append(door.Count(people.Everyone)).ToList();
        if (cells.Exists(cell => cell.IsHidden)) { return HiddenCell.Instance; }
        var (both, everyone) = (cells[^2].Number ?? 0, cells[^1].Number ?? 0);
        var each = singles.Select(door.Count).Aggregate(1.0, (product, cell) => product * (cell.Number ?? 0) / Math.Max(1, everyone));
        return door.Derived(people.Both, each > 0 ? both / (each * everyone) : null, 2);
    }
}
