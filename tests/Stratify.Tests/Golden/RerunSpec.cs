using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Another scheme over people that have not changed: only what depends on it is made again, and nobody can tell from what is published.</summary>
public sealed class RerunSpec
{
    private const string Taken = "taken up from";

    [Test]
    public void Another_scheme_takes_up_the_people_of_the_last_run()
    {
        using var job = new SmallJob();
        job.Run();
        var first = Path.GetFileName(job.Current);
        var told = job.Run("--scheme", "single-conditions");

        Assert.That(told.Out, Does.Contain($"{Taken} {first}"), told.Error);
    }

    [Test]
    public void What_is_published_is_what_a_run_from_the_start_publishes()
    {
        using var job = new SmallJob();
        job.Run();
        job.Run("--scheme", "single-conditions", "--scheme", "high-cost");
        var (taken, id) = (Published(job.Current), Path.GetFileName(job.Current));
        job.Run("--scheme", "single-conditions", "--scheme", "high-cost", "--fresh");

        Assert.That(Path.GetFileName(job.Current), Is.EqualTo(id));
        Assert.That(Published(job.Current), Is.EqualTo(taken).And.Count.GreaterThan(40));
    }

    [Test]
    public void People_may_be_taken_up_from_a_run_that_took_them_up()
    {
        using var job = new SmallJob();
        job.Run();
        job.Run("--scheme", "single-conditions");
        var second = Path.GetFileName(job.Current);

        Assert.That(job.Run("--scheme", "high-cost").Out, Does.Contain($"{Taken} {second}"));
    }

    [TestCase("seed: 1", "# as always\nseed: 1", true, Description = "a comment")]
    [TestCase("name: broken", "name: another", true, Description = "the name of the job")]
    [TestCase("seed: 1", "seed: 1\ndisclosure: hes", true, Description = "the rule of disclosure")]
    [TestCase("seed: 1", "seed: 1\nlegal_basis: Section 251", true, Description = "the law")]
    [TestCase("seed: 1", "seed: 2", false, Description = "the seed, by which records are drawn")]
    [TestCase("seed: 1", "seed: 1\nlinkage: {probabilistic: true}", false, Description = "how records are linked")]
    [TestCase("seed: 1", "seed: 1\ncosting: {spells: dates}", false, Description = "how spells are joined")]
    [TestCase("seed: 1", "seed: 1\nmax_rejected: 1%", false, Description = "how many rows may be refused")]
    [TestCase("period: 2024/25", "period: [2023/24, 2024/25]", false, Description = "the years")]
    public void Whether_they_are_depends_on_what_the_job_says_of(string from, string to, bool takes)
    {
        using var job = new SmallJob();
        if (!File.ReadAllText(job.Yaml).Contains("seed: 1", StringComparison.Ordinal)) { File.AppendAllText(job.Yaml, "\nseed: 1\n"); }
        job.Run();
        job.Replace("good.yml", from, to);
        var told = job.Run();

        Assert.That(told.Out.Contains(Taken, StringComparison.Ordinal), Is.EqualTo(takes), $"{told.Out}{told.Error}");
    }

    [Test]
    public void An_extract_with_another_row_is_read_and_everything_is_made_again()
    {
        using var job = new SmallJob();
        job.Run();
        var lines = File.ReadAllLines(job.At("extracts/outpatients.csv"));
        File.WriteAllLines(job.At("extracts/outpatients.csv"), lines[..^1]);

        Assert.That(job.Run("--scheme", "high-cost").Out, Does.Not.Contain(Taken).And.Contain("Published"));
    }

    [TestCase("restricted/person_year.parquet")]
    [TestCase("restricted/population/measure_setting.parquet")]
    [TestCase("restricted/population/population.json")]
    [TestCase("ledger.csv")]
    public void A_file_that_has_been_touched_is_not_taken_up(string file)
    {
        using var job = new SmallJob();
        job.Run();
        File.AppendAllText(Path.Combine(job.Current, file), " ");

        Assert.That(job.Run("--scheme", "high-cost").Out, Does.Not.Contain(Taken).And.Contain("Published"));
    }

    [Test]
    public void Whoever_asks_for_a_fresh_run_gets_one()
    {
        using var job = new SmallJob();
        job.Run();

        Assert.That(job.Run("--scheme", "high-cost", "--fresh").Out, Does.Not.Contain(Taken).And.Contain("Published"));
    }

    [Test]
    public void A_scheme_outside_the_folder_of_the_job_is_refused()
    {
        using var job = new SmallJob();

        var told = job.Run("--scheme", Path.Combine(Path.GetTempPath(), "elsewhere.yml"));

        Assert.That(told.ExitCode, Is.EqualTo(2));
        Assert.That(told.Error, Does.Contain("is not under the job's folder"));
    }

    /// <summary>All but what tells how the run went: its log, the manifest's times, and the list of links held against the run before.</summary>
    private static Dictionary<string, string> Published(string run) => SmallJob.Bytes(run).Where(file => file.Key is not ("log.jsonl" or "manifest.json" or "restricted/changed_links.csv")).ToDictionary();
}
