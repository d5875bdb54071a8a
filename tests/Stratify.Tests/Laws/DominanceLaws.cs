using System.Globalization;
using Stratify.Engine;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>
/// Ten thousand tables of cost by age and number of conditions, in each of which somebody cost about a million, through the guards that a run has; and
/// somebody who takes what can be seen from what is told of the whole.
/// </summary>
public sealed class DominanceLaws
{
    private const int Tables = 10_000;

    private static readonly string[] _ages = ["18-39", "50-59", "70-79"], _bands = ["0", "1", "2"];

    private ResultTown _town = null!;

    private List<Group> _groups = null!;

    [OneTimeSetUp]
    public void Draw()
    {
        _town = new ResultTown([.. ResultTown.Alike(20, new Resident(30, 0, 10_00, 0))], "number-of-conditions");
        var random = new Random(20_241_130);
        _groups = [.. Enumerable.Range(0, Tables).SelectMany(table => Draw(random, table.ToString("00000", CultureInfo.InvariantCulture)))];
        Land();
    }

    [OneTimeTearDown]
    public void End() => _town?.Dispose();

    public static IEnumerable<DisclosureRule> Rules => DisclosureRule.All;

    /// <summary>Nobody outside, and not even whoever cost second most among those who are left, comes within a tenth of the first.</summary>
    [TestCaseSource(nameof(Rules))]
    public void No_million_can_be_had_by_subtraction(DisclosureRule rule)
    {
        var (found, looked, seen) = Attack(rule);
        TestContext.Out.WriteLine($"{rule.Name}: {found} of {Tables} within a tenth, in {looked} differences; {seen} of {_groups.Count} groups seen");

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.Zero);
            Assert.That(looked, Is.GreaterThan(Tables), "an attacker with nothing to subtract proves nothing");
            Assert.That(seen, Is.GreaterThan(_groups.Count / 4), "what hides everything is no rule");
        });
    }

    /// <summary>The same attacker, where cells are hidden for few people alone, and where those are hidden too that one person dominates but nothing further.</summary>
    [Test]
    public void The_attacker_finds_many_where_less_is_hidden()
    {
        var (found, _, _) = Attack(DisclosureRule.OpenSafely with { Near = 0 });
        var plain = Left(group => group.People < 8 || DisclosureRule.OpenSafely.IsDominated(Of(group.Costs)), _ => false).Count(left => IsFound(left, outsider: true));
        TestContext.Out.WriteLine($"by counts alone: {found} of {Tables} within a tenth; with dominated cells hidden alone: {plain}");

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.GreaterThan(Tables / 4));
            Assert.That(plain, Is.GreaterThan(Tables / 4));
        });
    }

    private (int Found, int Looked, int Seen) Attack(DisclosureRule rule)
    {
        var results = _town.Publish(rule);
        var (cells, bands) = (Hidden(results["cost_by_age_and_conditions"], "cost", "age_band"), Hidden(results["cost_by_conditions"], "mean_cost_all"));
        var left = Left(group => cells.Contains((group.Table, group.Age, group.Band)), group => bands.Contains((group.Table, "", group.Band)), rule).ToList();
        var seen = _groups.Where(group => !cells.Contains((group.Table, group.Age, group.Band))).ToList();
        // What can be seen is a figure too, and so is a whole band of it.
        var shown = seen.Select(group => group.Costs).Concat(_groups.GroupBy(group => (group.Table, group.Band)).Where(band => !bands.Contains((band.Key.Table, "", band.Key.Band))).Select(All));
        return (left.Concat(shown).Count(costs => IsFound(costs, outsider: false)), left.Count, seen.Count);
    }

    /// <summary>What is left of every whole that is told when what can be seen is taken from it: never nothing.</summary>
    private IEnumerable<List<long>> Left(Func<Group, bool> isHidden, Func<Group, bool> isBandHidden, DisclosureRule? rule = null)
    {
        foreach (var table in _groups.GroupBy(group => group.Table))
        {
            var bands = table.GroupBy(group => group.Band).ToList();
            List<List<long>> left = [.. bands.Where(band => !isBandHidden(band.First())).Select(band => All(band.Where(isHidden)))];
            // All cost of a town that one person dominates is not told.
            if (rule is null || !rule.IsDominated(Of(All(table))))
            {
                left.Add(All(table.Where(isHidden)));
                left.Add(All(table.Where(isBandHidden)));
                left.Add(All(table.Where(group => isBandHidden(group) && isHidden(group))));
            }
            foreach (var costs in left.Where(costs => costs.Count > 0)) { yield return costs; }
        }
    }

    /// <summary>Whether the pounds of these people tell of a million among them: to within a tenth as they are, or less what the second of them knows of themselves.</summary>
    private static bool IsFound(List<long> costs, bool outsider)
    {
        var of = Of(costs);
        return of.Largest > 50_000_000 && (10 * (of.Pence - of.Largest) < of.Largest || (!outsider && 10 * (of.Pence - of.Largest - of.Second) < of.Largest));
    }

    private static HashSet<(string, string, string)> Hidden(ResultTable table, string column, string? age = null) =>
        [.. Enumerable.Range(0, table.Rows.Count).Where(row => table[row, column].IsHidden).Select(row => (table.Text(row, "year"), age is null ? "" : table.Text(row, age), table.Text(row, "conditions_band")))];

    /// <summary>Nine groups, one in eight of few people; costs from some pounds to some ten thousand, in one town much higher than in another, and one person of about a million, in one town of four a second.</summary>
    private static IEnumerable<Group> Draw(Random random, string table)
    {
        var scale = Math.Pow(10, 4 + (2.5 * random.NextDouble()));
        var groups = _ages.SelectMany(age => _bands.Select(band => new Group(table, age, band,
            [.. Enumerable.Range(0, random.Next(8) == 0 ? random.Next(1, 8) : random.Next(8, 60)).Select(_ => (long)(scale * Math.Exp(1.2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))))]))).ToList();
        for (var giants = random.Next(4) == 0 ? 2 : 1; giants > 0; giants--) { groups[random.Next(groups.Count)].Costs.Add(random.Next(80_000_000, 150_000_000)); }
        return groups;
    }

    private void Land()
    {
        Make("measure_age_conditions", ["year", "age_band", "conditions_band"], ["pence"], _groups.Select(group => (object?[])[group.Table, group.Age, group.Band, group.People, .. Cells(group.Costs)]));
        Make("measure_conditions_setting", ["year", "conditions_band", "setting"], ["users", "pence", "all_pence"], _groups.GroupBy(group => (group.Table, group.Band)).Select(band => (object?[])
            [band.Key.Table, band.Key.Band, "primary_care", (long)All(band).Count, (long)All(band).Count, .. Cells(All(band)), .. Cells(All(band))]));
    }

    private void Make(string name, string[] labels, string[] numbers, IEnumerable<object?[]> rows)
    {
        _town.Warehouse.Execute($"drop table {name}");
        MemoryTable.Create(_town.Warehouse, name,
            [.. labels.Select(label => (label, "varchar")), .. numbers.Prepend("people").SelectMany(number => number.EndsWith("pence", StringComparison.Ordinal) ? new[] { number, $"{number}_largest", $"{number}_second" } : [number]).Select(number => (number, "bigint"))], rows);
    }

    private static IEnumerable<object?> Cells(List<long> costs) => [Of(costs).Pence, Of(costs).Largest, Of(costs).Second];

    private static List<long> All(IEnumerable<Group> groups) => [.. groups.SelectMany(group => group.Costs)];

    private static Magnitude Of(List<long> costs)
    {
        long largest = 0, second = 0;
        foreach (var cost in costs) { (largest, second) = cost > largest ? (cost, largest) : (largest, Math.Max(second, cost)); }
        return new Magnitude(costs.Sum(), largest, second);
    }

    private sealed record Group(string Table, string Age, string Band, List<long> Costs)
    {
        internal long People => Costs.Count;
    }
}
