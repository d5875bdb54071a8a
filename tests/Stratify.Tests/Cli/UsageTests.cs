using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary>A command line that cannot be understood is answered with 2 and a way out, never as a defect.</summary>
public sealed class UsageTests
{
    [TestCase("frobnicate", "STR110: 'frobnicate' is not a verb.\n    Run 'stratify --help'.")]
    [TestCase("rnu job.yml --fresh", "STR110: 'rnu' is not a verb.\n    Did you mean 'run'? Run 'stratify --help'.")]
    [TestCase("run", "STR110: Required argument 'job' missing for command: 'run'.\n    Run 'stratify run --help'.")]
    [TestCase("run job.yml --thread 3", "STR110: '--thread' is not an option of run.\n    Did you mean '--threads'? Run 'stratify run --help'.")]
    [TestCase("check job.yml --jsn", "STR110: '--jsn' is not an option of check.\n    Did you mean '--json'? Run 'stratify check --help'.")]
    [TestCase("run a.yml b.yml", "STR110: 'b.yml' is one word too many for run.\n    Run 'stratify run --help'.")]
    [TestCase("help STR999", "STR110: There is no code 'STR999'.\n    'stratify help' lists them; 'stratify --help' is about the verbs.")]
    [TestCase("describe feilds", "STR110: There is nothing to describe called 'feilds'.\n    Did you mean 'fields'? 'stratify describe' lists the datasets.")]
    public void A_command_that_is_not_understood_says_the_way_out(string args, string says)
    {
        var told = CommandLine.Run(args.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(2));
            Assert.That(told.Out, Is.Empty);
            Assert.That(told.Error, Is.EqualTo($"{says}\n1 problem. 'stratify help STR110' explains the first. exit 2\n"));
        });
    }

    [TestCase("demo --people 0", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("demo --people -5", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("demo --people 900001", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("synth --out x --people many", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("synth --out x --people 1e3", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("synth --out x --people 99999999999999999999", "'--people' must be a whole number from 1 to 900000.")]
    [TestCase("synth --out x --seed -1", "'--seed' must be a whole number from 0 to 2147483647.")]
    [TestCase("run job.yml --threads -1", "'--threads' must be a whole number from 0 to 1024.")]
    [TestCase("run job.yml --threads 1025", "'--threads' must be a whole number from 0 to 1024.")]
    [TestCase("run job.yml --threads two", "'--threads' must be a whole number from 0 to 1024.")]
    [TestCase("run job.yml --memory lots", "'--memory' must be a size from 100MB, such as 512MB or 4GB.")]
    [TestCase("run job.yml --memory 4", "'--memory' must be a size from 100MB, such as 512MB or 4GB.")]
    [TestCase("run job.yml --memory -4GB", "'--memory' must be a size from 100MB, such as 512MB or 4GB.")]
    [TestCase("run job.yml --memory 99MB", "'--memory' must be a size from 100MB, such as 512MB or 4GB.")]
    [TestCase("run job.yml --memory 4GB;x", "'--memory' must be a size from 100MB, such as 512MB or 4GB.")]
    public void A_number_out_of_its_range_says_the_range(string args, string says)
    {
        var told = CommandLine.Run(args.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(2));
            Assert.That(told.Error, Does.StartWith($"STR110: {says}\n    Run 'stratify {args.Split(' ')[0]} --help'.\n"));
        });
    }

    [TestCase("100MB")]
    [TestCase("1.5GB")]
    [TestCase("2gib")]
    [TestCase("\"0.5 TB\"")]
    public void A_size_of_memory_is_taken_as_people_write_it(string size)
    {
        using var job = new SmallJob();

        Assert.That(job.Run("--memory", size.Trim('"')).ExitCode, Is.Zero);
    }

    [Test]
    public void A_job_that_is_not_there_is_told()
    {
        var told = CommandLine.Run("run", "nowhere/stratify.yml");

        Assert.That((told.ExitCode, told.Error.Split('\n')[0]), Is.EqualTo((2, "nowhere/stratify.yml: STR105: The job file cannot be read.")));
    }
}
