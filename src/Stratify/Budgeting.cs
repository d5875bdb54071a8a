using Stratify.Engine;
using Stratify.Planning;
using Stratify.Planning.Budgets;
using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Studies;

namespace Stratify;

/// <summary>A budget for some cohorts of a published run, as it may be seen.</summary>
/// <param name="Results">Its sheets, after disclosure control by the strictest rule and its attacker.</param>
/// <param name="Moves">Who gains and who pays as care moves; null where the budget states no move.</param>
/// <param name="Hidden">How many numbers more than the tables' own guards hid the attacker made hide.</param>
public sealed record Budgeting(BudgetFile Budget, string Year, ResultSet Results, ResultTable? Moves, int Hidden)
{
    /// <param name="year">Whose people and prices it is of; the run's last unless given.</param>
    /// <exception cref="Problems.DefinitionException">The run has no such year.</exception>
    /// <exception cref="Problems.BrokenLawException">The sheets do not add up to what the people cost.</exception>
    public static Budgeting Draw(Study study, BudgetFile budget, string? year, long seed)
    {
        var chosen = study.Year(year);
        study.Choose(BudgetStage.Members, chosen, [.. budget.Cohorts.Select(cohort => cohort.Who)]);
        Stages.Run(BudgetStage.Make(budget, chosen, seed), study.Warehouse);
        var (results, hidden) = Repair.Of(Controlled(study.Warehouse));
        ResultAudit.Check(results);
        return new Budgeting(budget, chosen, results, budget.Moves.Count > 0 ? MoveTable(study.Warehouse, budget, results) : null, hidden);
    }

    private static ResultSet Controlled(Warehouse warehouse)
    {
        var (rows, made) = (new ExactRows(warehouse), new List<ResultTable>());
        foreach (var definition in BudgetResults.All) { made.Add(definition.Make(rows, Disclosure.Strictest, made)); }
        return new ResultSet(Disclosure.Strictest.Rule, made);
    }

    /// <summary>A payer's pounds are those of the settings between which care moves: hidden where one of either's is.</summary>
    private static ResultTable MoveTable(Warehouse warehouse, BudgetFile budget, ResultSet results)
    {
        var settings = results["budget_settings"];
        var grid = warehouse.Query("select move, payer, of_year, pence from budget_move order by position, payer, of_year");
        return new ResultTable("budget_moves", "Who gains and who pays as care moves",
            [
                new("move", "Name of the move.", Unit.Text), new("payer", "Whose pounds they are.", Unit.Text), new("year", "Year of the plan, from 1.", Unit.Text),
                new("change", "What is spent more in the year, at this year's people and prices; below 0 is freed, which is cash only once somebody closes what it paid for.", Unit.Pounds),
            ],
            [.. grid.Rows.Select(row => (IReadOnlyList<Cell>)[new TextCell((string)row[0]!), new TextCell((string)row[1]!), new TextCell($"{row[2]}"), Change((string)row[0]!, (long)row[3]!)])]);

        Cell Change(string name, long pence)
        {
            var move = budget.Moves.First(move => move.Name == name);
            return new[] { move.From, move.To }.SelectMany(setting => settings.Where(("setting", setting.Name))).Any(row => settings[row, "cost"].IsHidden) ? HiddenCell.Instance
                : PlanCells.Pounds(pence);
        }
    }
}
