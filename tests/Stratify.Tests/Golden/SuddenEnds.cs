using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What the machine does to a run: a full disk, a signal, a death. Each in a process of its own.</summary>
public sealed class SuddenEnds
{
    private TemporaryFolder _folder = null!;

    private string Job => Path.Combine(_folder.Path, "stratify.yml");

    private string Output => Path.Combine(_folder.Path, "reports");

    [OneTimeSetUp]
    public void Invent()
    {
        _folder = new TemporaryFolder();
        Assert.That(CommandLine.Run("synth", "--people", "3000", "--seed", "5", "--out", _folder.Path).ExitCode, Is.Zero);
        Assert.That(CommandLine.Run("run", Job).ExitCode, Is.EqualTo(3));
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16)]
    [TestCase(80, Description = "Several charts are written at once, and each fails")]
    [TestCase(150)]
    public void A_file_that_cannot_grow_is_told_and_yesterdays_run_stands(int kilobytes)
    {
        if (!OperatingSystem.IsLinux()) { Assert.Ignore("The limit on the size of files is set as Linux's bash does."); }
        var yesterday = SmallJob.Bytes(Output);
        var told = ChildProcess.Run($"ulimit -f {kilobytes}; exec {ChildProcess.Command} run '{Job}' --fresh");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(74), told.Error);
            Assert.That(told.Error, Does.Match($"(^|\n){Output}: STR701: [^\n]+\n    [^\n]+\n1 problem. 'stratify help STR701' explains the first. exit 74\n$"));
            Assert.That(SmallJob.Bytes(Output), Is.EqualTo(yesterday));
            Assert.That(Directory.EnumerateDirectories(Output, "*.part"), Is.Empty);
        });
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public void A_run_that_is_told_to_end_ends_and_leaves_nothing(string signal, int exitCode)
    {
        if (signal == "INT" && IgnoresInterrupts()) { Assert.Ignore("Whoever started the tests had interrupts ignored, as a shell does for what it runs in the background, and a child inherits that."); }
        var yesterday = SmallJob.Bytes(Output);
        using var child = ChildProcess.Start($"exec {ChildProcess.Command} run '{Job}' --fresh");
        child.WaitFor("Reading extracts");
        child.Signal(signal);
        var told = child.End();

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(exitCode), told.Error);
            Assert.That(told.Error, Does.EndWith("Interrupted. Nothing was published; the last published run stands.\n"));
            Assert.That(SmallJob.Bytes(Output), Is.EqualTo(yesterday));
            Assert.That(Directory.EnumerateDirectories(Output, "*.part"), Is.Empty);
        });
    }

    [TestCase("Reading extracts")]
    [TestCase("Making one row")]
    [TestCase("Placing everyone")]
    public void A_run_that_is_killed_leaves_yesterdays_and_the_next_one_needs_no_hand(string moment)
    {
        var yesterday = SmallJob.Bytes(Output);
        using (var child = ChildProcess.Start($"exec {ChildProcess.Command} run '{Job}' --fresh"))
        {
            child.WaitFor(moment);
            child.Signal("KILL");
            Assert.That(child.End().ExitCode, Is.EqualTo(137));
        }

        Assert.Multiple(() =>
        {
            Assert.That(SmallJob.Bytes(Output).Where(file => !file.Key.Contains(".part", StringComparison.Ordinal)), Is.EquivalentTo(yesterday));
            Assert.That(Directory.EnumerateDirectories(Output, "*.part"), Is.Not.Empty, "It was not killed in the middle");
            Assert.That(CommandLine.Run("verify", Output).ExitCode, Is.Zero);
            Assert.That(CommandLine.Run("run", Job).ExitCode, Is.EqualTo(3));
            Assert.That(SmallJob.Bytes(Output), Is.EqualTo(yesterday));
        });
    }

    /// <summary>SIGINT is the second bit of the mask that Linux shows.</summary>
    private static bool IgnoresInterrupts()
    {
        var mask = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return mask is not null && (ulong.Parse(mask[7..].Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) & 2) != 0;
    }
}
