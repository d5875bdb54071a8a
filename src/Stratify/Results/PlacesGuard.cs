using Stratify.Engine;

namespace Stratify.Results;

/// <summary>
/// Practices and neighbourhoods are two ways to part the same people, so each is guarded with the other: where all neighbourhoods of some
/// practices can be seen, so can the sum of those practices. A place with few people is hidden by every measure, and by one of which few of
/// its people had anything, or of whose pounds one person has nearly all; and with it further ones, until no sum that can be had by subtraction is
/// of few people, of one place that is hidden, or of pounds that are nearly all one person's.
/// </summary>
/// <param name="People">The column with a place's people.</param>
/// <param name="Having">The column with those of them of whom the measure says something.</param>
internal sealed record PlacesGuard(string People, string Having) : RowGuard(People, ["year", "measure"])
{
    internal override IReadOnlyList<string> Whole => Keys;

    internal override IReadOnlyList<int> Also(Grid grid, Disclosure door, IReadOnlySet<int> hidden, IReadOnlyList<string> money)
    {
        var found = new HashSet<int>();
        foreach (var year in Enumerable.Range(0, grid.Count).GroupBy(row => grid.Get<string>(row, "year")))
        {
            // A place has the same people by every measure, so one of them tells; what is hidden there is hidden in all.
            var places = year.GroupBy(row => (grid.Get<string>(row, "kind"), grid.Get<string>(row, "place"))).ToList();
            var few = Closed([.. places.Select(place => Cell(grid, place.First(), (grid.Get<long>(place.First(), People), null)))], door, row => grid.Get<long>(row, People) is > 0 and var people && people < door.Rule.LeastOfPlace);
            found.UnionWith(places.Where(place => few.Contains(place.First())).SelectMany(place => place));
            foreach (var measure in year.GroupBy(row => grid.Get<string>(row, "measure")))
            {
                found.UnionWith(Closed([.. measure.Select(row => Cell(grid, row, (grid.Get<long>(row, Having), Magnitude.Of(grid, row, money[0]))))], door, found.Contains));
            }
        }
        return [.. found];
    }

    protected override IEnumerable<int> Also(IReadOnlyList<Part> rows, Disclosure door, IReadOnlySet<int> hidden) => [];

    private static PlaceCell Cell(Grid grid, int row, (long Count, Magnitude? Money) of) => new(row, grid.Get<string>(row, "kind")!, grid.Get<long>(row, "component"), of.Count, of.Money);

    /// <summary>Rows to hide, those that are few or hidden already among them.</summary>
    private static HashSet<int> Closed(IReadOnlyList<PlaceCell> cells, Disclosure door, Func<int, bool> isHidden)
    {
        var hidden = cells.Where(cell => door.IsFew(cell.Count) || door.IsDominated(cell.Money) || isHidden(cell.Row)).Select(cell => cell.Row).ToHashSet();
        while (cells.GroupBy(cell => cell.Component).Select(component => OfComponent([.. component])).Append(OfBothWays()).Concat(cells.GroupBy(cell => cell.Kind).Select(kind => Next([.. kind], []))).FirstOrDefault(next => next.Count > 0) is { } more)
        {
            hidden.UnionWith(more);
        }
        return hidden;

        // One kind of a component's places is seen whole, so the sum of what is hidden of the other is known.
        List<int> OfComponent(List<PlaceCell> component) =>
            component.Where(cell => hidden.Contains(cell.Row)).Select(cell => cell.Kind).Distinct().ToList() is [var kind] ? Next(component.FindAll(cell => cell.Kind == kind), component) : [];

        // All else is known by subtraction but what is hidden both ways.
        List<int> OfBothWays()
        {
            var both = cells.GroupBy(cell => cell.Component).Where(component => component.Where(cell => hidden.Contains(cell.Row)).Select(cell => cell.Kind).Distinct().Count() > 1).SelectMany(component => component).ToList();
            foreach (var kind in both.GroupBy(cell => cell.Kind))
            {
                if (!IsTold([.. kind])) { continue; }
                var next = Smallest(both.Where(cell => cell.Kind == kind.Key)) is { Count: > 0 } inside ? inside : Smallest(cells.Where(cell => cell.Kind == kind.Key));
                if (next.Count == 0) { continue; }
                var component = cells.First(cell => cell.Row == next[0]).Component;
                return [.. next, .. Smallest(cells.Where(cell => cell.Kind != kind.Key && cell.Component == component))];
            }
            return [];
        }

        List<int> Next(List<PlaceCell> of, List<PlaceCell> otherwise) => !IsTold(of) ? [] : Smallest(of) is { Count: > 0 } one ? one : Smallest(otherwise);

        // What is hidden of these is a sum that can be had, of one place, of few people, or of pounds that are nearly all one person's.
        bool IsTold(List<PlaceCell> of) => of.FindAll(cell => cell.Count > 0 && hidden.Contains(cell.Row)) is { Count: > 0 } parts && (parts.Count == 1 || door.IsFew(parts.Sum(part => part.Count)) || door.IsDominated(Magnitude.Together([.. parts.Select(part => part.Money).OfType<Magnitude>()], overlap: false)));

        // Somebody's place before one where nobody had anything, which hides little; the first of those alike, as tables are in order.
        List<int> Smallest(IEnumerable<PlaceCell> of) => of.Where(cell => !hidden.Contains(cell.Row)).OrderBy(cell => cell.Count == 0).ThenBy(cell => cell.Count).ThenBy(cell => cell.Row).Select(cell => cell.Row).Take(1).ToList();
    }

    private sealed record PlaceCell(int Row, string Kind, long Component, long Count, Magnitude? Money);
}
