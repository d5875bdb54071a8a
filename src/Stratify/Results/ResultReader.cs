using Stratify.Engine;

namespace Stratify.Results;

/// <summary>Reads exact measures from the run's tables and lets out what may be seen. Nothing else of a run's people leaves.</summary>
public static class ResultReader
{
    public static ResultSet Read(Warehouse warehouse, DisclosureRule rule)
    {
        var door = new Disclosure(rule);
        return new ResultSet(rule, [.. ResultCatalogue.All.Where(definition => definition.IsAsked(warehouse)).Select(definition => definition.Make(warehouse, door))]);
    }
}
