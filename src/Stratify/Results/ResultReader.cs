using Stratify.Engine;

namespace Stratify.Results;

/// <summary>Reads exact measures from the run's tables and lets out what may be seen. Nothing else of a run's people leaves.</summary>
public static class ResultReader
{
    public static ResultSet Read(Warehouse warehouse, DisclosureRule rule) => Read(new ExactRows(warehouse), rule);

    /// <summary>By several rules, of rows that are asked for once.</summary>
    internal static ResultSet Read(ExactRows rows, DisclosureRule rule)
    {
        var door = new Disclosure(rule);
        var made = new List<ResultTable>();
        foreach (var definition in ResultCatalogue.All.Where(rows.Ask)) { made.Add(definition.Make(rows, door, made)); }
        return new ResultSet(rule, made);
    }
}
