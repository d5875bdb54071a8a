using System.Runtime.Versioning;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A reader of the output folder sees a whole run, yesterday's or today's, whatever goes wrong.</summary>
public sealed class RunFolderSpec
{
    [Test]
    public void A_run_is_a_folder_that_CURRENT_names()
    {
        using var job = SmallJob.Ran();

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(job.Output, "CURRENT")), Does.Match("^2024-25-[0-9a-f]{12}\n$"));
            Assert.That(Directory.EnumerateFileSystemEntries(job.Output).Select(Path.GetFileName), Is.EquivalentTo(new[] { ".cache", ".lock", "CURRENT", Path.GetFileName(job.Current) }));
            Assert.That(SmallJob.Bytes(job.Current).Keys, Is.SupersetOf(new[] { "manifest.json", "ledger.csv", "restricted/person_year.parquet", "restricted/cohort_member.parquet", "restricted/rejects.csv", "restricted/linkage_review.csv", "log.jsonl", "report.html", "report.pdf", "tables/datapackage.json" }));
            Assert.That(Directory.Exists(Path.Combine(job.Current, "restricted", "work")), Is.False, "Working files rest nowhere");
        });
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win", Reason = "Windows inherits the folder's own permissions.")]
    public void What_is_of_single_people_is_closed_to_other_users()
    {
        using var job = SmallJob.Ran();

        Assert.That(File.GetUnixFileMode(Path.Combine(job.Current, "restricted")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(File.GetUnixFileMode(job.Current) & UnixFileMode.OtherRead, Is.Not.EqualTo(UnixFileMode.None), "the report is for others");
    }

    [Test]
    public void A_later_run_stands_beside_the_earlier_and_is_the_current_one()
    {
        using var job = SmallJob.Ran();
        var earlier = job.Current;
        var bytes = SmallJob.Bytes(earlier);
        job.Replace("good.yml", "name: broken", "name: later");
        job.Run();

        Assert.That(job.Current, Is.Not.EqualTo(earlier));
        Assert.That(SmallJob.Bytes(earlier), Is.EqualTo(bytes));
    }

    [TestCase("a definition", "good.yml", "2024/25", "2024", 2)]
    [TestCase("an extract", "extracts/outpatients.csv", "ATTENDKEY", "KEY", 5)]
    [TestCase("an extract's rows", "extracts/outpatients.csv", ",RBA,2024-", ",RBA,2024/", 5)]
    public void Whatever_is_wrong_leaves_yesterdays_run_byte_for_byte(string what, string file, string from, string to, int exitCode)
    {
        using var job = SmallJob.Ran();
        var yesterday = SmallJob.Bytes(job.Output);
        job.Replace(file, from, to);

        Assert.That(job.Run().ExitCode, Is.EqualTo(exitCode), what);
        Assert.That(SmallJob.Bytes(job.Output), Is.EqualTo(yesterday));
        Assert.That(Directory.EnumerateDirectories(job.Output, "*.part"), Is.Empty);
    }

    [Test]
    public void A_broken_law_leaves_yesterdays_run_byte_for_byte()
    {
        using var job = SmallJob.Ran();
        var yesterday = SmallJob.Bytes(job.Output);
        var told = Assert.Throws<BrokenLawException>(() => Run.Execute(Planner.Read(job.Yaml), new RunOptions { Fresh = true }, new LawBreaker()));

        Assert.That((int)told!.ExitCode, Is.EqualTo(4));
        Assert.That(SmallJob.Bytes(job.Output), Is.EqualTo(yesterday));
        Assert.That(Directory.EnumerateDirectories(job.Output, "*.part"), Is.Empty);
    }

    [Test]
    public void A_second_run_on_the_same_folder_is_sent_away_and_changes_nothing()
    {
        using var job = SmallJob.Ran();
        using (RunFolder.Take(job.Output))
        {
            var told = job.Run();
            Assert.That((told.ExitCode, told.Error.Split('\n')[0]), Is.EqualTo((75, $"{job.Output}: STR702: Another run is writing to this folder.")));
        }

        Assert.That(job.Run().ExitCode, Is.Zero);
    }

    [Test]
    public void A_lock_is_held_against_another_process()
    {
        using var job = new SmallJob();
        using (RunFolder.Take(job.Output))
        {
            Assert.That(ChildProcess.Run($"{ChildProcess.Command} run '{job.Yaml}'").ExitCode, Is.EqualTo(75));
        }
    }

    [Test]
    public void An_output_that_is_a_file_is_told()
    {
        using var job = new SmallJob();
        job.Write("reports", []);
        var told = job.Run();

        Assert.That((told.ExitCode, told.Error.Split('\n')[0]), Is.EqualTo((74, $"{job.Output}: STR701: The output cannot be written here.")));
    }

    [Test]
    public void An_output_where_nothing_may_be_made_is_told()
    {
        if (!OperatingSystem.IsLinux()) { Assert.Ignore("Linux has a folder in which not even root may make one."); }
        using var job = new SmallJob();

        Assert.That(job.Run("--out", "/proc/stratify").ExitCode, Is.EqualTo(74));
    }

    [Test]
    public void A_run_that_a_power_cut_left_between_two_names_is_put_back()
    {
        using var job = SmallJob.Ran();
        var yesterday = SmallJob.Bytes(job.Output);
        Directory.Move(job.Current, $"{job.Current}.old.part");
        Directory.CreateDirectory($"{job.Current}.part");
        using (RunFolder.Take(job.Output)) { }

        Assert.That(SmallJob.Bytes(job.Output), Is.EqualTo(yesterday));
        Assert.That(Directory.EnumerateDirectories(job.Output, "*.part"), Is.Empty);
    }

    [Test]
    public void Only_leftovers_of_runs_are_swept()
    {
        using var job = new SmallJob();
        job.Write("reports/mine.part/kept.txt", []);
        job.Write("reports/2023-24-0123456789ab.part/swept.txt", []);
        job.Run();

        Assert.That(Directory.EnumerateDirectories(job.Output, "*.part").Select(Path.GetFileName), Is.EqualTo(new[] { "mine.part" }));
    }

    [Test]
    public void A_folder_cannot_be_taken_twice_and_is_free_when_it_was_let_go()
    {
        using var folder = new TemporaryFolder();
        using (RunFolder.Take(folder.Path)) { Assert.That(() => RunFolder.Take(folder.Path), Throws.TypeOf<LockedException>()); }
        using (RunFolder.Take(folder.Path)) { }
    }

    /// <summary>No law breaks on data unless the engine is at fault, so one is broken for it when the last stations are reached.</summary>
    private sealed class LawBreaker : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value.Stage == "cohorts") { throw new BrokenLawException([ProblemKinds.LawBroken.At(null, "The law 'everyone is in one cohort' is broken in 1 places.")]); }
        }
    }
}
