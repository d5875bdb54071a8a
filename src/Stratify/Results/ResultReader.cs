using Stratify.Engine;

namespace Stratify.Results;

/// <summary>Reads exact measures from the run's tables and lets out what may be seen. Nothing else of a run's people leaves.</summary>
public static class ResultReader
{
    public static ResultSet Read(Warehouse warehouse, DisclosureRule rule)
    {
        var door = new Disclosure(rule);
        var made = new List<ResultTable>();
        foreach (var definition in ResultCatalogue.All.Where(definition => definition.IsAsked(warehouse))) { made.Add(definition.Make(warehouse, door, made)); }
        return new ResultSet(rule, made);
    }
}
