using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Planning.Budgets;

/// <summary>The people of a budget, placed already, in; its exact sheets out. None of them is published as it is.</summary>
internal static class BudgetStage
{
    /// <summary>The table of who is in which cohort.</summary>
    internal const string Members = "budget_member";

    private const int Draws = 2000;

    internal static Stage Make(BudgetFile budget, string year, long seed) => new("budget", "Drawing up the budget",
        [
            new CodeStep("budget_cohort", ["position"], warehouse => MemoryTable.Create(warehouse, "budget_cohort", [("position", "bigint"), ("cohort", "varchar"), ("title", "varchar")],
                budget.Cohorts.Select((cohort, i) => new object?[] { (long)i, cohort.Name, cohort.Title }))),
            new CodeStep("budget_pool", ["setting", "payer"], warehouse => MemoryTable.Create(warehouse, "budget_pool", [("setting", "varchar"), ("payer", "varchar"), ("in_pool", "boolean")],
                from setting in Setting.Names from payer in Payer.Names select new object?[] { setting, payer, (budget.Pool ?? Pool.Everything).Has(setting, payer) })),
            new CodeStep("budget_cap", [], warehouse => MemoryTable.Create(warehouse, "budget_cap", [("pence", "bigint")], [[budget.Cap]])),
            .. new[] { "budget_line", "budget_setting", "budget_payer", "budget_provider", "budget_sheet" }.Select(name => new SelectStep(SqlScript.Load(name))),
            new CodeStep("budget_risk", ["cohort"], warehouse => MemoryTable.Create(warehouse, "budget_risk", BudgetRisk.Columns, [.. Risks(warehouse, budget, year, seed)])),
            new CodeStep("budget_move", ["move", "payer", "of_year"], warehouse => MemoryTable.Create(warehouse, "budget_move", BudgetMoves.Columns, [.. BudgetMoves.Rows(warehouse, budget)])),
        ],
        [SqlScript.Load("budgets_hold_every_pound"), SqlScript.Load("a_pool_and_the_rest_make_the_whole")]);

    private static IEnumerable<object?[]> Risks(Warehouse warehouse, BudgetFile budget, string year, long seed)
    {
        var columns = warehouse.Longs($"select member.position, cast(person.cost as bigint) as cost, cast(coalesce(expected.expected, 0) as bigint) as expected from {Members} as member join person_year as person using (person_key, year) left join person_expected as expected using (person_key, year) where year = $1 order by member.position, person_key", year);
        for (var position = 0; position < budget.Cohorts.Count; position++)
        {
            var people = Enumerable.Range(0, columns[0].Length).Where(row => columns[0][row] == position).ToArray();
            yield return [(long)position, budget.Cohorts[position].Name, .. BudgetRisk.Of([.. people.Select(row => columns[1][row])], [.. people.Select(row => columns[2][row])], (budget.Cap, budget.Corridor), Draws, Xoshiro.For(seed, $"budget {budget.Cohorts[position].Name}"))];
        }
        yield return [(long)budget.Cohorts.Count, "", .. BudgetRisk.Of(columns[1], columns[2], (budget.Cap, budget.Corridor), Draws, Xoshiro.For(seed, "budget"))];
    }
}
