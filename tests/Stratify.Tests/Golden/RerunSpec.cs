using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Another scheme over people that have not changed: only what depends on it is made again, and nobody can tell from what is published.</summary>
public sealed class RerunSpec
{
    private SmallJob _job = null!;
    private string _first = "", _key = "";

    [OneTimeSetUp]
    public void RunOnce()
    {
        _job = new SmallJob();
        _job.Replace("good.yml", "period:", "seed: 1\nperiod:");
        _job.Run();
        (_first, _key) = (_job.Current, Key());
    }

    [OneTimeTearDown]
    public void Clear() => _job.Dispose();

    [Test]
    public void Another_scheme_takes_up_the_people_of_the_last_run_and_publishes_what_a_run_from_the_start_does()
    {
        string[] schemes = ["--scheme", "single-conditions", "--scheme", "high-cost"];
        using var job = SmallJob.Ran();
        var first = Path.GetFileName(job.Current);
        var told = job.Run(schemes);
        var (second, published) = (Path.GetFileName(job.Current), Published(job.Current));
        var again = job.Run("--scheme", "bridges-to-health");
        var fresh = job.Run([.. schemes, "--fresh"]);

        Assert.Multiple(() =>
        {
            Assert.That(told.Out, Does.Contain($"taken up from {first}"), told.Error);
            Assert.That(again.Out, Does.Contain($"taken up from {second}"), "people may be taken up from a run that took them up");
            Assert.That(fresh.Out, Does.Not.Contain("taken up").And.Contain("Published"));
            Assert.That(Path.GetFileName(job.Current), Is.EqualTo(second));
            Assert.That(Published(job.Current).Except(published), Is.Empty);
            Assert.That(published, Has.Count.GreaterThan(40));
        });
    }

    [TestCase("seed: 1", "# as always\nseed: 1", true, Description = "a comment")]
    [TestCase("name: broken", "name: another", true, Description = "the name of the job")]
    [TestCase("schemes: [number-of-conditions]", "schemes: [high-cost]", true, Description = "schemes")]
    [TestCase("seed: 1", "seed: 1\ndisclosure: hes", true, Description = "the rule of disclosure")]
    [TestCase("seed: 1", "seed: 1\ndisclosure: {rule: opensafely, least: 20, least_of_place: 1000}", true, Description = "numbers of the rule of disclosure")]
    [TestCase("seed: 1", "seed: 1\nranking: {weights: {excess_cost: 5}}", true, Description = "how cohorts are put in order")]
    [TestCase("seed: 1", "seed: 1\nreport: {cohorts_up_close: 2}", true, Description = "how many cohorts have a page")]
    [TestCase("seed: 1", "seed: 1\nlegal_basis: Section 251", true, Description = "the law")]
    [TestCase("seed: 1", "seed: 2", false, Description = "the seed, by which records are drawn")]
    [TestCase("seed: 1", "seed: 1\nlinkage: {probabilistic: true}", false, Description = "how records are linked")]
    [TestCase("seed: 1", "seed: 1\ncosting: {spells: dates}", false, Description = "how spells are joined")]
    [TestCase("seed: 1", "seed: 1\nmax_rejected: 0.01", false, Description = "how many rows may be refused")]
    [TestCase("period: 2024/25", "period: [2023/24, 2024/25]", false, Description = "the years")]
    public void Whether_they_are_depends_on_what_the_job_says_of(string from, string to, bool takes)
    {
        var before = File.ReadAllText(_job.Yaml);
        _job.Replace("good.yml", from, to);
        try { Assert.That(RestingPopulation.Find(_first, Key()) is not null, Is.EqualTo(takes)); }
        finally { File.WriteAllText(_job.Yaml, before); }
    }

    [Test]
    public void An_extract_with_a_row_less_is_read_and_everything_is_made_again()
    {
        var before = File.ReadAllText(_job.At("extracts/outpatients.csv"));
        File.WriteAllLines(_job.At("extracts/outpatients.csv"), before.TrimEnd('\n').Split('\n')[..^1]);
        var key = Key();
        File.WriteAllText(_job.At("extracts/outpatients.csv"), before);

        Assert.That(RestingPopulation.Find(_first, key), Is.Null);
        Assert.That(RestingPopulation.Find(_first, Key()), Is.Not.Null);
    }

    [TestCase("restricted/person_year.parquet")]
    [TestCase("restricted/population/measure_setting.parquet")]
    [TestCase("restricted/population/population.json")]
    [TestCase("restricted/population/population.sha256")]
    [TestCase("restricted/rejects.csv")]
    public void A_file_that_has_been_touched_is_not_taken_up(string file)
    {
        var path = Path.Combine(_first, file);
        var bytes = File.ReadAllBytes(path);
        File.AppendAllText(path, " ");
        var touched = RestingPopulation.Find(_first, _key);
        File.Delete(path);
        var lost = RestingPopulation.Find(_first, _key);
        File.WriteAllBytes(path, bytes);

        Assert.That((touched, lost), Is.EqualTo(((RestingPopulation?)null, (RestingPopulation?)null)));
        Assert.That(RestingPopulation.Find(_first, _key), Is.Not.Null);
    }

    [Test]
    public void A_scheme_outside_the_folder_of_the_job_is_refused()
    {
        using var job = new SmallJob();

        var told = job.Run("--scheme", Path.Combine(Path.GetTempPath(), "elsewhere.yml"));

        Assert.That(told.ExitCode, Is.EqualTo(2));
        Assert.That(told.Error, Does.Contain("is not under the job's folder"));
    }

    private string Key()
    {
        var job = Planner.Read(_job.Yaml);
        return PopulationKey.Of(job, Fingerprint.Of(job, Planner.Plan(job)));
    }

    /// <summary>All but what tells how the run went: its log, the manifest's times, and the list of links held against the run before.</summary>
    private static Dictionary<string, string> Published(string run) => SmallJob.Bytes(run).Where(file => file.Key is not ("log.jsonl" or "manifest.json" or "restricted/changed_links.csv")).ToDictionary();
}
