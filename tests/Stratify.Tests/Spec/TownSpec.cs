using System.IO.Compression;
using Stratify.Results;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The sample town: still what the generator makes, and safe to publish.</summary>
public sealed class TownSpec
{
    private StationRun _run = null!;

    [OneTimeSetUp]
    public void Run_it_once() => _run = new StationRun(Repository.At("data-samples", "town", "stratify.yml"));

    [OneTimeTearDown]
    public void Sweep_up() => _run?.Dispose();

    [Test]
    public void The_generator_still_makes_these_very_files()
    {
        using var folder = new TemporaryFolder();
        SyntheticPopulation.Write(5000, 7, folder.Path, gzip: true);
        var made = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)).Order(StringComparer.Ordinal).ToList();

        Assert.That(made.Where(file => !Content(Path.Combine(folder.Path, file)).AsSpan().SequenceEqual(Content(Repository.At("data-samples", "town", file)))), Is.Empty,
            "Make the town again: stratify synth --people 5000 --seed 7 --gzip --out data-samples/town");
        Assert.That(made, Has.Count.EqualTo(22));
    }

    /// <summary>What is in a file, however it was compressed: machines differ in that.</summary>
    private static byte[] Content(string path)
    {
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    [Test]
    public void It_is_small_enough_to_keep() =>
        Assert.That(Directory.EnumerateFiles(Repository.At("data-samples", "town"), "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length), Is.LessThan(5_000_000));

    /// <summary>Most records find their person by number and birth date; some by name; a few nobody. Dispensed items say no birth date.</summary>
    [Test]
    public void Few_records_stay_unlinked()
    {
        var linked = _run.Warehouse.Query("select grade, cast(sum(records) as bigint) from measure_linkage where dataset <> 'prescribed_items' group by grade").Rows.ToDictionary(row => (string)row[0]!, row => (long)row[1]!);
        var all = (double)linked.Values.Sum();

        Assert.Multiple(() =>
        {
            Assert.That(linked["U"] / all, Is.InRange(0.001, 0.03));
            Assert.That(linked["A"] / all, Is.GreaterThan(0.9));
            Assert.That(linked["C"] / all, Is.InRange(0.001, 0.05));
        });
    }

    [Test]
    public void Its_results_pass_the_audit_and_agree_with_one_another()
    {
        var results = ResultReader.Read(_run.Warehouse, DisclosureRule.OpenSafely);
        var population = results["population"];

        Assert.Multiple(() =>
        {
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
            foreach (var table in results.Tables.Where(table => table.Columns.Any(column => column.Name is "cost" or "total_cost")))
            {
                foreach (var row in Enumerable.Range(0, table.Rows.Count)) { MoneyIsMeanTimesPeople(table, row); }
            }
            Assert.That(results["payer_by_setting"].Rows.Sum(row => row[4].Number ?? 0), Is.EqualTo(population[0, "cost"].Number!.Value).Within(0.02 * population[0, "cost"].Number!.Value), "what the payers paid is near the whole");
        });
    }

    /// <summary>The law of published money: nothing but the published count and the published mean goes into it.</summary>
    private static void MoneyIsMeanTimesPeople(ResultTable table, int row)
    {
        var cost = table.Columns.First(column => column.Name is "cost" or "total_cost").Name;
        var mean = table.Columns.FirstOrDefault(column => column.Name is "mean_cost" or "mean_cost_per_user")?.Name;
        var people = table.Columns.FirstOrDefault(column => column.Name is "users" or "people")?.Name;
        if (mean is null || people is null || table[row, mean].Number is not { } each || table[row, people].Number is not { } count) { return; }
        Assert.That(table[row, cost].Number, Is.EqualTo(each * count).Within(0.501), $"{table.Name}, row {row + 1}");
    }
}
