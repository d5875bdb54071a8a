using Stratify.Engine;

namespace Stratify.Results;

/// <summary>The exact rows of result tables, each asked of the run's tables once: a table that others are held under is looked at for each of them.</summary>
internal sealed class ExactRows(Warehouse warehouse)
{
    private readonly Dictionary<ResultDefinition, Grid> _grids = [];
    private readonly Dictionary<ResultDefinition, bool> _asked = [];
    private readonly Dictionary<(ResultDefinition Table, DisclosureRule Rule), IReadOnlySet<int>> _hidden = [];

    internal Grid Of(ResultDefinition definition) => Known(_grids, definition, () => warehouse.Query(definition.Sql));

    /// <summary>Whether somebody asked for the table, and there is what it is made of.</summary>
    internal bool Ask(ResultDefinition definition) => Known(_asked, definition, () => definition.IsAsked(warehouse));

    /// <summary>Rows of a table that are hidden by a rule, whatever tables before it hide.</summary>
    internal IReadOnlySet<int> Hidden(ResultDefinition definition, Disclosure door, Func<IReadOnlySet<int>> find) => Known(_hidden, (definition, door.Rule), find);

    private static TValue Known<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> find)
        where TKey : notnull
    {
        if (all.TryGetValue(key, out var known)) { return known; }
        var found = find();
        all.Add(key, found);
        return found;
    }
}
