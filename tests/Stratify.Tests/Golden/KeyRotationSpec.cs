using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Another key gives everybody another pseudonym and changes nothing else: no link, no cohort, no draw at random, no byte of what is published.</summary>
public sealed class KeyRotationSpec
{
    private TemporaryFolder _folder = null!;
    private string _before = "", _after = "";

    [OneTimeSetUp]
    public void Rotate()
    {
        _folder = new TemporaryFolder();
        Assert.That(CommandLine.Run("synth", "--people", "1500", "--seed", "4", "--out", _folder.Path).ExitCode, Is.Zero);
        var job = Path.Combine(_folder.Path, "stratify.yml");
        File.WriteAllText(job, File.ReadAllText(job).Replace("age-and-conditions]", "age-and-conditions, high-cost]", StringComparison.Ordinal) + "linkage: {probabilistic: true}\n");
        _before = Run(job, "before");
        _folder.File("secrets/pseudonym.key", "public: another key for the same invented people\n");
        _after = Run(job, "after");
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Every_published_file_keeps_its_bytes()
    {
        Assert.That(_after, Is.Not.EqualTo(_before));
        Assert.That(Published(_after), Is.EqualTo(Published(_before)));
    }

    [TestCase("person_year.parquet")]
    [TestCase("cohort_member.parquet")]
    public void What_is_left_of_single_people_differs_in_the_pseudonym_alone(string file)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        var (before, after) = (Path.Combine(_before, "restricted", file), Path.Combine(_after, "restricted", file));

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Count($"select count(*) from read_parquet('{before}') semi join read_parquet('{after}') using (person_id)"), Is.Zero);
            Assert.That(warehouse.Count($"select count(*) from ((select * exclude (person_id) from read_parquet('{before}') except all select * exclude (person_id) from read_parquet('{after}')))"), Is.Zero);
            Assert.That(warehouse.Count($"select count(*) from read_parquet('{after}')"), Is.EqualTo(warehouse.Count($"select count(*) from read_parquet('{before}')")).And.GreaterThan(1000));
        });
    }

    [Test]
    public void Every_record_links_for_the_same_reason_and_as_surely() =>
        Assert.That(Review(_after).Select(line => line.Fields), Is.EqualTo(Review(_before).Select(line => line.Fields)));

    [Test]
    public void People_keep_together_what_is_theirs()
    {
        var pairs = Review(_before).Zip(Review(_after), (before, after) => (Before: before.Person, After: after.Person)).Where(pair => pair.Before.Length > 0).Distinct().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(pairs, Has.Count.GreaterThan(10));
            Assert.That(pairs.Select(pair => pair.Before).Distinct().Count(), Is.EqualTo(pairs.Count));
            Assert.That(pairs.Select(pair => pair.After).Distinct().Count(), Is.EqualTo(pairs.Count));
        });
    }

    private static string Run(string job, string name)
    {
        var output = Path.Combine(Path.GetDirectoryName(job)!, name);
        Assert.That(CommandLine.Run("run", job, "--out", output).ExitCode, Is.EqualTo(3));
        return Path.Combine(output, RunFolder.Current(output)!);
    }

    /// <summary>All but the manifest, which names the key, and what is kept by pseudonym.</summary>
    private static Dictionary<string, string> Published(string run) => SmallJob.Bytes(run)
        .Where(file => file.Key is not (Manifest.FileName or "restricted/person_year.parquet" or "restricted/cohort_member.parquet" or "restricted/linkage_review.csv" or "restricted/population/person_year.parquet" or "restricted/population/population.json" or "restricted/population/population.sha256") && !file.Key.StartsWith("restricted/links/", StringComparison.Ordinal)).ToDictionary();

    private static IEnumerable<(string Fields, string Person)> Review(string run) =>
        File.ReadLines(Path.Combine(run, "restricted", "linkage_review.csv")).Select(line => (line[..line.LastIndexOf(',')], line[(line.LastIndexOf(',') + 1)..]));
}
