using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary><c>judge</c>: which figures of a published run may be used, by other limits.</summary>
public sealed class JudgeTests
{
    [Test]
    public void A_published_run_is_judged_again_by_limits_of_ones_own()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "out");
        var mine = folder.File("mine.csv", "check,dataset,column,warn_over,fail_over,at_least,why\nunlinked,acute_outpatients,*,0.5,0.9,10,Visitors\n");
        CommandLine.Run("run", Repository.At("data-samples", "broken", "extract-other-people.yml"), "--out", output);

        var shipped = CommandLine.Run("judge", output);
        var own = CommandLine.Run("judge", output, "--thresholds", mine);
        var json = CommandLine.Run("judge", output, "--thresholds", mine, "--json");

        Assert.Multiple(() =>
        {
            Assert.That(shipped.Out, Does.Contain("Hospital care: no. Outpatient appointments: 4 of 12 events that no person of the register was found for, over 20%."));
            Assert.That(own.Out, Does.Contain("Hospital care: with care. Not delivered: ").And.Contain("Who is registered: yes."));
            Assert.That(json.Out, Does.Contain("passed with violations"));
            Assert.That((shipped.ExitCode, own.ExitCode, json.ExitCode), Is.EqualTo((0, 0, 0)));
        });
    }

    [Test]
    public void What_is_no_run_and_what_is_no_file_of_thresholds_is_told()
    {
        using var folder = new TemporaryFolder();

        Assert.Multiple(() =>
        {
            Assert.That(CommandLine.Run("judge", folder.Path).Error, Does.Contain("STR105: The run has no counts of data quality."));
            Assert.That(CommandLine.Run("judge", folder.Path, "--thresholds", Path.Combine(folder.Path, "none.csv")).Error, Does.Contain("STR105: The thresholds cannot be read."));
            Assert.That(CommandLine.Run("judge", folder.Path).ExitCode, Is.EqualTo(2));
        });
    }
}
