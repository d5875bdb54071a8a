using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Linkage;

/// <summary>The places whose people are the run's population; no row where they are all of the register.</summary>
internal static class AskedPlace
{
    /// <exception cref="DefinitionException">Nobody of the register is in a place of that name.</exception>
    internal static CodeStep Step(PlaceSettings? place) => new("asked_place", ["name"], warehouse =>
    {
        if (place is not null) { Look(warehouse, place); }
        MemoryTable.Create(warehouse, "asked_place", [("level", "varchar"), ("name", "varchar")], place is null ? [] : place.Names.Select(name => new object?[] { place.Level, name.Value }));
    });

    private static void Look(Warehouse warehouse, PlaceSettings place)
    {
        var column = place.Level switch { "practice" => "entry.practice", "neighbourhood" => "coalesce(entry.neighbourhood, place.neighbourhood)", var level => $"place.{level}" };
        var known = warehouse.Query($"select distinct cast({column} as varchar) as name from register_entry as entry join register_place as place using (row_id) where {column} is not null order by name").Rows.Select(row => (string)row[0]!).ToList();
        var unknown = place.Names.Where(name => !known.Contains(name.Value)).ToList();
        if (unknown.Count == 0) { return; }
        var words = place.Level.Replace('_', ' ');
        throw new DefinitionException([.. unknown.Select(name => ProblemKinds.UnknownName.At(name.Place, $"Nobody of the register {(place.Level == "provider" ? "has" : "is in")} the {words} '{name.Value}'.",
            known.Count == 0 ? $"Neither the register nor a look-up tells any {words}.{(place.Level is "provider" or "practice_group" ? " Give the look-up of practices a column for it: 'describe practices' says how it is called." : "")}" : Nearest.Hint(name.Value, known, "names")))]);
    }
}
