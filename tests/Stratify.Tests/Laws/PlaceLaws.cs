using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>Practices and neighbourhoods of drawn sizes, and what an attacker who can solve equations learns of those that are hidden.</summary>
public sealed class PlaceLaws
{
    private const int Few = 8;

    private PlaceTown _town = null!;

    [OneTimeSetUp]
    public void Invent() => _town = new PlaceTown(new Listed("A", "North", 40, 42, 10));

    [OneTimeTearDown]
    public void End() => _town.Dispose();

    /// <summary>
    /// Every sum of hidden places that follows from what is published is a combination of the sums by kind and by component. It is no secret
    /// where it has one place, or few people.
    /// </summary>
    [Test]
    public void No_hidden_place_and_no_sum_of_few_people_follows_from_what_can_be_seen([Range(1, 40)] int seed)
    {
        var pairs = Draw(new Random(seed));
        Land(pairs);
        var results = _town.Publish();
        var cells = Cells(results, pairs);

        Assert.Multiple(() =>
        {
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
            Assert.That(cells.Where(cell => cell is { Count: > 0 and < Few, IsHidden: false }), Is.Empty);
            // Each sum that is told, over what is hidden: kinds, components, and the difference of the two.
            foreach (var told in Told(cells))
            {
                Assert.That(told, Has.Count.Not.EqualTo(1), "a place alone");
                Assert.That(told.Sum(cell => cell.Count), Is.Zero.Or.GreaterThanOrEqualTo(Few));
            }
        });
    }

    [Test]
    public void A_guard_that_hides_less_would_be_seen()
    {
        var cells = new[] { new Place("practice", "A", 0, 5, true), new Place("practice", "B", 0, 40, false), new Place("practice", "C", 1, 30, true), new Place("neighbourhood", "N", 0, 45, false), new Place("neighbourhood", "S", 1, 30, false) };

        Assert.That(Told(cells).Where(told => told.Count == 1).SelectMany(told => told).Select(place => place.Name).Distinct(), Is.EquivalentTo(new[] { "A", "C" }));
    }

    /// <summary>
    /// Unknown are the hidden places. Equations: practices of a component less its neighbourhoods are a known number, and so are all practices
    /// and all neighbourhoods. A set of places of one kind has a known sum exactly when its indicator is in the span of the equations; as these have one
    /// coefficient for all hidden places of a component and kind, so have their sums, and it is enough to try those of whole components.
    /// </summary>
    private static IEnumerable<List<Place>> Told(IReadOnlyList<Place> cells)
    {
        var blocks = cells.Where(cell => cell is { IsHidden: true, Count: > 0 }).GroupBy(cell => (cell.Kind, cell.Component)).ToList();
        var components = cells.Select(cell => cell.Component).Distinct();
        double[][] equations =
        [
            .. components.Select(component => blocks.Select(block => block.Key.Component != component ? 0.0 : block.Key.Kind == "practice" ? 1 : -1).ToArray()),
            [.. blocks.Select(block => block.Key.Kind == "practice" ? 1.0 : 0)],
            [.. blocks.Select(block => block.Key.Kind == "neighbourhood" ? 1.0 : 0)],
        ];
        for (var some = 1; some < 1 << blocks.Count; some++)
        {
            var chosen = Enumerable.Range(0, blocks.Count).Where(i => (some >> i & 1) == 1).ToList();
            if (chosen.Select(i => blocks[i].Key.Kind).Distinct().Count() == 1 && Rank([.. equations, [.. blocks.Select((_, i) => chosen.Contains(i) ? 1.0 : 0)]]) == Rank(equations))
            {
                yield return [.. chosen.SelectMany(i => blocks[i])];
            }
        }
    }

    private static int Rank(double[][] rows)
    {
        var left = rows.Select(row => row.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; left.Count > 0 && column < left[0].Length; column++)
        {
            if (left.Find(row => Math.Abs(row[column]) > 1e-9) is not { } pivot) { continue; }
            left.Remove(pivot);
            rank++;
            foreach (var row in left)
            {
                var times = row[column] / pivot[column];
                for (var i = 0; i < row.Length; i++) { row[i] -= times * pivot[i]; }
            }
        }
        return rank;
    }

    /// <summary>Up to six practices in up to four neighbourhoods; most practices are in one, some in two.</summary>
    private static List<(string Practice, string Neighbourhood, long People)> Draw(Random random) =>
        [.. from practice in Enumerable.Range(0, random.Next(2, 7))
            from neighbourhood in Enumerable.Range(0, 4).OrderBy(_ => random.Next()).Take(random.Next(4) == 0 ? 2 : 1).ToList()
            select ($"P{practice}", $"N{neighbourhood}", (long)(random.Next(3) == 0 ? random.Next(1, Few) : random.Next(Few, 60)))];

    private void Land(List<(string Practice, string Neighbourhood, long People)> pairs)
    {
        var components = ComponentOf(pairs);
        var places = pairs.Select(pair => (Kind: "practice", Name: pair.Practice, pair.People)).Concat(pairs.Select(pair => (Kind: "neighbourhood", Name: pair.Neighbourhood, pair.People))).GroupBy(pair => (pair.Kind, pair.Name));
        _town.Warehouse.Execute("delete from measure_place");
        foreach (var place in places)
        {
            var people = place.Sum(pair => pair.People);
            _town.Warehouse.Execute($"insert into measure_place values ('2024/25', '{place.Key.Kind}', '{place.Key.Name}', 'cost', 0, {components[place.Key.Name]}, {people}, {people}, {people}, null, null, {people * 1000}, {people * 1000}, 1000, 1000, 10, 10, 9, 11)");
        }
    }

    /// <summary>Places are of one component where a chain of people leads from one to the other: the least number is passed on until nothing changes.</summary>
    private static Dictionary<string, int> ComponentOf(List<(string Practice, string Neighbourhood, long People)> pairs)
    {
        var component = pairs.SelectMany(pair => new[] { pair.Practice, pair.Neighbourhood }).Distinct().Select((name, i) => (name, i)).ToDictionary(place => place.name, place => place.i);
        foreach (var (practice, neighbourhood, _) in pairs.SelectMany(_ => pairs)) { component[practice] = component[neighbourhood] = Math.Min(component[practice], component[neighbourhood]); }
        return component;
    }

    private static List<Place> Cells(ResultSet results, List<(string Practice, string Neighbourhood, long People)> pairs)
    {
        var components = ComponentOf(pairs);
        return
        [
            .. from kind in new[] { "practice", "neighbourhood" }
               let table = results[$"{kind}s"]
               from row in Enumerable.Range(0, table.Rows.Count)
               let name = table.Text(row, "place")
               select new Place(kind, name, components[name], pairs.Where(pair => name == (kind == "practice" ? pair.Practice : pair.Neighbourhood)).Sum(pair => pair.People), table[row, "people"].IsHidden),
        ];
    }

    private sealed record Place(string Kind, string Name, int Component, long Count, bool IsHidden);
}
