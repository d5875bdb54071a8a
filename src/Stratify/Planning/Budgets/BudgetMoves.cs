using Stratify.Engine;

namespace Stratify.Planning.Budgets;

/// <summary>Who gains and who pays when care moves from one setting to another, year by year: a pound is freed for whoever paid it, and spent by whoever pays for the care in its place.</summary>
internal static class BudgetMoves
{
    internal static IReadOnlyList<(string Name, string Type)> Columns { get; } = [("position", "bigint"), ("move", "varchar"), ("payer", "varchar"), ("of_year", "bigint"), ("pence", "bigint")];

    internal static IEnumerable<object?[]> Rows(Warehouse warehouse, BudgetFile budget)
    {
        var shares = new PayerShares(warehouse.Query("select setting, payer, cast(sum(pence) as bigint) as pence from budget_line where pence > 0 group by setting, payer order by setting, payer").Rows
            .GroupBy(row => (string)row[0]!).ToDictionary(setting => setting.Key, setting => (IReadOnlyList<(string, long)>)[.. setting.Select(row => ((string)row[1]!, (long)row[2]!))]));
        return
            from move in budget.Moves.Select((move, i) => (Move: move, Position: (long)i))
            from year in Enumerable.Range(1, budget.Years)
            from payer in Of(move.Move, shares, year)
            select new object?[] { move.Position, move.Move.Name, payer.Payer, (long)year, payer.Pence };
    }

    /// <summary>By payer; below 0 is freed.</summary>
    private static IEnumerable<(string Payer, long Pence)> Of(Move move, PayerShares shares, int year)
    {
        var freed = (long)Math.Round(shares.Whole(move.From.Name) * move.Part, MidpointRounding.AwayFromZero);
        var spent = (long)Math.Round(freed * move.Costs, MidpointRounding.AwayFromZero);
        List<(string Payer, long Pence)> changes =
        [
            .. year >= move.Frees ? shares.Share(move.From.Name, freed).Select(share => (share.Payer, -share.Pence)) : [],
            .. year >= move.Spends ? shares.Share(move.To.Name, spent) : [],
        ];
        return Model.Payer.Names.Select(payer => (payer, changes.Where(change => change.Payer == payer).Sum(change => change.Pence)));
    }
}
