using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

public sealed class VerifyTests
{
    [Test]
    public void A_published_run_is_as_it_was_published()
    {
        using var job = SmallJob.Ran();
        var told = CommandLine.Run("verify", job.Output);

        Assert.That((told.ExitCode, told.Error), Is.EqualTo((0, "")));
        Assert.That(told.Out, Does.EndWith($"files are as they were published: {job.Current}\n"));
    }

    [Test]
    public void A_changed_a_missing_and_an_added_file_are_named()
    {
        using var job = SmallJob.Ran();
        File.AppendAllText(Path.Combine(job.Current, "ledger.csv"), "\n");
        File.Delete(Path.Combine(job.Current, "restricted", "rejects.csv"));
        File.WriteAllText(Path.Combine(job.Current, "added.txt"), "");
        var told = CommandLine.Run("verify", job.Current);

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(4));
            Assert.That(told.Error, Does.StartWith("""
                restricted/rejects.csv: STR403: The file is missing.
                ledger.csv: STR403: The file is not the one that was published.
                added.txt: STR403: The file was not part of the run.
                """ + "\n"));
        });
    }

    [Test]
    public void One_flipped_bit_of_any_file_is_found()
    {
        using var job = SmallJob.Ran();
        foreach (var file in SmallJob.Bytes(job.Current).Keys.Where(file => file != Manifest.FileName))
        {
            var path = Path.Combine(job.Current, file);
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.That(CommandLine.Run("verify", job.Output).Error, Does.StartWith($"{file}: STR403: "));
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
        Assert.That(CommandLine.Run("verify", job.Output).ExitCode, Is.Zero);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{\"outputs\": 3}")]
    public void A_damaged_manifest_is_told_and_no_defect(string manifest)
    {
        using var job = SmallJob.Ran();
        File.WriteAllText(Path.Combine(job.Current, "manifest.json"), manifest);

        Assert.That(CommandLine.Run("verify", job.Output).ExitCode, Is.EqualTo(4));
        Assert.That(job.Run("--json").Json.GetProperty("repeated").GetBoolean(), Is.False, "A damaged run is made again");
        Assert.That(CommandLine.Run("verify", job.Output).ExitCode, Is.Zero);
    }

    [Test]
    public void A_folder_that_is_no_run_is_told()
    {
        using var folder = new TemporaryFolder();

        Assert.That(CommandLine.Run("verify", folder.Path).Error, Does.Contain("STR403: There is no manifest, so this is not a published run."));
    }
}
