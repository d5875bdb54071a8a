using System.Text.Json;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

public sealed class RunTests
{
    private const char Escape = '\u001b';

    [Test]
    public void A_good_job_is_checked_without_leaving_a_trace()
    {
        using var job = new SmallJob();
        var before = SmallJob.Bytes(job.Folder);
        var told = CommandLine.Run("check", job.Yaml);

        Assert.Multiple(() =>
        {
            Assert.That((told.ExitCode, told.Error), Is.EqualTo((0, "")));
            Assert.That(told.Out, Does.Contain("extracts/outpatients.csv  acute_outpatients: of the first 12 rows 0 refused, 0 out of scope\n"));
            Assert.That(told.Out, Does.Contain("The job can run: 2 extracts, 1 schemes, "));
            Assert.That(SmallJob.Bytes(job.Folder), Is.EqualTo(before));
        });
    }

    [Test]
    public void A_bad_job_fails_its_check_as_it_would_fail_its_run()
    {
        using var job = new SmallJob();
        job.Replace("extracts/outpatients.csv", "ATTENDKEY", "KEY");
        var told = CommandLine.Run("check", job.Yaml);

        Assert.That((told.ExitCode, told.Error.Split('\n')[0]), Is.EqualTo((5, "extracts/outpatients.csv:1: STR301: The header does not have the column 'ATTENDKEY'.")));
        Assert.That(job.Run().ExitCode, Is.EqualTo(5));
    }

    [Test]
    public void A_program_reads_one_json_object_and_nothing_else()
    {
        using var job = new SmallJob();
        var told = job.Run("--json");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero);
            Assert.That(told.Json.GetProperty("folder").GetString(), Is.EqualTo(job.Current));
            Assert.That(told.Json.GetProperty("repeated").GetBoolean(), Is.False);
            Assert.That(told.Json.GetProperty("warnings").GetArrayLength(), Is.Zero);
            Assert.That(told.Json.GetProperty("exit_code").GetInt32(), Is.Zero);
        });
    }

    [TestCase("run")]
    [TestCase("check")]
    public void A_failure_is_json_too(string verb)
    {
        var told = CommandLine.Run(verb, Repository.At("data-samples", "broken", "job-unknown-key.yml"), "--json");
        var problem = told.Json.GetProperty("problems")[0];

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(2));
            Assert.That(told.Json.GetProperty("exit_code").GetInt32(), Is.EqualTo(2));
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo("STR102"));
            Assert.That((problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()), Is.EqualTo((12, 1)));
            Assert.That(problem.GetProperty("hint").GetString(), Is.EqualTo("Did you mean 'output'?"));
        });
    }

    [TestCase("check {job} --json")]
    [TestCase("synth --people 20 --out {folder}/town --json")]
    [TestCase("demo --people 20 --out {folder}/demo --json")]
    [TestCase("verify {folder}/reports --json")]
    [TestCase("describe --json")]
    [TestCase("help --json")]
    public void Every_verb_speaks_json(string args)
    {
        using var job = SmallJob.Ran();
        var told = CommandLine.Run(args.Replace("{job}", job.Yaml, StringComparison.Ordinal).Replace("{folder}", job.Folder, StringComparison.Ordinal).Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(told.Json.ValueKind, Is.EqualTo(JsonValueKind.Object));
        });
    }

    [Test]
    public void Output_that_nobody_looks_at_has_no_escape_codes()
    {
        using var job = new SmallJob();
        var told = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(told.Out + told.Error, Has.None.EqualTo(Escape));
            Assert.That(told.Out + told.Error, Has.None.EqualTo('\r'));
            Assert.That(told.Error.Split('\n')[0], Does.StartWith("1 of "));
        });
    }

    [Test]
    public void The_same_job_again_is_the_same_run()
    {
        using var job = new SmallJob();
        var first = job.Run("--json").Json;
        var published = SmallJob.Bytes(job.Output);
        var second = job.Run("--json").Json;

        Assert.Multiple(() =>
        {
            Assert.That(second.GetProperty("repeated").GetBoolean());
            Assert.That(second.GetProperty("folder").GetString(), Is.EqualTo(first.GetProperty("folder").GetString()));
            Assert.That(SmallJob.Bytes(job.Output), Is.EqualTo(published));
            Assert.That(job.Run().Out, Does.StartWith("Nothing has changed since this run was published; it is current again.\n"));
        });
    }

    [Test]
    public void The_same_job_made_afresh_has_the_same_bytes()
    {
        using var job = SmallJob.Ran();
        var published = SmallJob.Bytes(job.Output);
        var again = job.Run("--fresh", "--json").Json;
        var timed = $"{Path.GetFileName(job.Current)}/manifest.json";

        Assert.Multiple(() =>
        {
            Assert.That(again.GetProperty("repeated").GetBoolean(), Is.False);
            Assert.That(SmallJob.Bytes(job.Output).Where(file => file.Key != timed), Is.EquivalentTo(published.Where(file => file.Key != timed)));
        });
    }

    [Test]
    public void A_run_with_warnings_has_them_again_when_it_is_repeated()
    {
        using var output = new TemporaryFolder();
        string[] args = ["run", Repository.At("data-samples", "broken", "extract-one-bad-date.yml"), "--out", output.Path];
        var (first, second) = (CommandLine.Run(args), CommandLine.Run(args));

        Assert.Multiple(() =>
        {
            Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((3, 3)));
            Assert.That(second.Error, Does.StartWith("extracts/one-bad-date.csv: STR308: 1 of 12 rows"));
        });
    }

    [Test]
    public void A_run_that_was_asked_to_stop_leaves_everything_as_it_was()
    {
        using var job = SmallJob.Ran();
        var before = SmallJob.Bytes(job.Output);
        job.Replace("good.yml", "name: broken", "name: another");
        var told = CommandLine.Run(stopped: true, "run", job.Yaml);

        Assert.Multiple(() =>
        {
            Assert.That((told.ExitCode, told.Error), Is.EqualTo((130, "Interrupted. Nothing was published; the last published run stands.\n")));
            Assert.That(SmallJob.Bytes(job.Output), Is.EqualTo(before));
            Assert.That(Directory.EnumerateDirectories(job.Output, "*.part"), Is.Empty);
        });
    }

    [Test]
    public void A_demonstration_ends_well_although_its_extracts_hold_bad_rows()
    {
        using var folder = new TemporaryFolder();
        var told = CommandLine.Run("demo", "--people", "300", "--out", folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero);
            Assert.That(told.Error, Does.Contain("STR308"));
            Assert.That(told.Out, Does.Contain(Path.Combine(folder.Path, "stratify.yml")));
            Assert.That(CommandLine.Run("verify", Path.Combine(folder.Path, "reports")).ExitCode, Is.Zero);
        });
    }

    [TestCase("demo")]
    [TestCase("synth")]
    public void Nothing_invented_is_written_over_a_real_job(string verb)
    {
        using var job = new SmallJob();
        File.Move(job.Yaml, job.At("stratify.yml"));
        var before = SmallJob.Bytes(job.Folder);

        Assert.That(CommandLine.Run(verb, "--people", "5", "--out", job.Folder).ExitCode, Is.EqualTo(2));
        Assert.That(SmallJob.Bytes(job.Folder), Is.EqualTo(before));
    }
}
