using System.Text;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Rows are kept from run to run, and what comes of them is what comes of reading every file again.</summary>
public sealed class LandingCacheSpec
{
    /// <summary>A day on which no file of a test is written.</summary>
    private static readonly DateTime LongAgo = new(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);

    [Test]
    public void The_next_night_only_the_extract_that_changed_is_kept_anew_and_the_results_are_those_of_reading_everything()
    {
        using var job = new SmallJob();
        job.Run();
        Age(job);
        File.AppendAllText(job.At("extracts/outpatients.csv"), File.ReadLines(job.At("extracts/outpatients.csv")).Last().Replace(",O", ",X", StringComparison.Ordinal) + "\n");

        job.Run();
        var kept = Published(job);
        var ages = Kept(job).Select(File.GetLastWriteTimeUtc).ToList();
        job.Run("--fresh");

        Assert.Multiple(() =>
        {
            Assert.That((ages.Count, ages.Count(age => age == LongAgo)), Is.EqualTo((2, 1)), "two extracts are kept, and one of them is the first run's");
            Assert.That(Published(job), Is.EquivalentTo(kept));
        });
    }

    [Test]
    public void With_fresh_every_file_is_read()
    {
        using var job = new SmallJob();
        job.Run();
        Age(job);
        job.Run("--fresh");

        Assert.That(Kept(job).Select(File.GetLastWriteTimeUtc), Has.None.EqualTo(LongAgo));
    }

    /// <summary>A bit at the beginning, within and at the end. That damage of every byte is seen is shown of the rows alone, where no run has to be made.</summary>
    [Test]
    public void A_kept_file_that_is_damaged_is_made_again_without_a_word()
    {
        using var job = new SmallJob();
        job.Run();
        var before = Published(job);
        var largest = Kept(job).MaxBy(path => new FileInfo(path).Length)!;
        var whole = File.ReadAllBytes(largest);
        foreach (var at in new[] { 0, whole.Length / 2, whole.Length - 1 })
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(largest, damaged);
            Directory.Delete(job.Current, recursive: true);

            Assert.That(job.Run().ExitCode, Is.Zero, $"byte {at}");
            Assert.That(Published(job), Is.EquivalentTo(before), $"byte {at}");
            Assert.That(File.ReadAllBytes(largest), Is.EqualTo(whole), $"byte {at}");
        }
    }

    [Test]
    public void A_kept_file_that_is_cut_off_is_made_again()
    {
        using var job = new SmallJob();
        job.Run();
        var before = Published(job);
        foreach (var file in Kept(job)) { File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]); }
        Directory.Delete(job.Current, recursive: true);
        job.Run();

        Assert.That(Published(job), Is.EquivalentTo(before));
    }

    [Test]
    public void Somebody_who_says_no_is_gone_from_what_is_kept()
    {
        using var job = new SmallJob();
        job.Run();
        var first = Kept(job).Select(Path.GetFileName).ToHashSet();
        File.WriteAllText(job.At("no.csv"), "9990000018\n");
        job.Replace("good.yml", "key_file:", "opt_out: no.csv\nkey_file:");
        job.Run();

        Assert.That(Kept(job).Select(Path.GetFileName).Where(first.Contains), Is.Empty, "rows of the first run may hold theirs");
    }

    [Test]
    public void Another_key_finds_nothing_that_was_kept()
    {
        using var job = new SmallJob();
        job.Run();
        var first = Kept(job).Select(Path.GetFileName).ToHashSet();
        job.Write("secrets/pseudonym.key", Encoding.ASCII.GetBytes("public: another key of at least thirty-two bytes"));
        job.Run();

        Assert.That(Kept(job).Select(Path.GetFileName).Where(first.Contains), Is.Empty);
    }

    /// <summary>Whatever stands in a field of the extracts, of four characters or more, and the pseudonyms.</summary>
    [Test]
    public void What_is_kept_shows_nothing_of_a_row_to_whoever_lacks_the_key()
    {
        using var job = new SmallJob();
        job.Run();
        var fields = Directory.EnumerateFiles(job.At("extracts")).SelectMany(file => File.ReadLines(file).Skip(1)).SelectMany(line => line.Split(',')).Where(field => field.Length >= 4).ToHashSet();
        byte[][] kept = [.. Kept(job).Select(File.ReadAllBytes)];

        Assert.Multiple(() =>
        {
            Assert.That(fields, Has.Count.GreaterThan(20));
            Assert.That(fields.Where(field => kept.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(field)) >= 0)), Is.Empty);
        });
    }

    [Test]
    public void The_folder_of_what_is_kept_is_closed_to_others()
    {
        if (OperatingSystem.IsWindows()) { Assert.Ignore("Windows has no such modes."); return; }
        using var job = new SmallJob();
        job.Run();

        Assert.That(File.GetUnixFileMode(Path.Combine(job.Output, ".cache")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public void A_file_that_is_written_to_while_it_is_read_stops_the_run()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var path = folder.File("deaths.csv", "NHS Number,DEC_ID\n");
        var file = new ExtractFile("deaths.csv", path) { Stamp = FileStamp.Of(path)! with { Length = 5 } };
        using var landing = new ExtractLanding([new Delivery(1, Profile.ForNational(Catalogue.Find("deaths")!), [file])], new LandingRules(new Pseudonyms(new byte[32])));

        Assert.That(Assert.Throws<ExtractException>(() => Stages.Run(landing.ToStage(), warehouse))!.Problems.Select(problem => problem.Kind), Does.Contain(ProblemKinds.FileChanged));
    }

    private static void Age(SmallJob job)
    {
        foreach (var file in Kept(job)) { File.SetLastWriteTimeUtc(file, LongAgo); }
    }

    private static IReadOnlyList<string> Kept(SmallJob job) => [.. Directory.EnumerateFiles(Path.Combine(job.Output, ".cache"))];

    /// <summary>All that a run publishes but the manifest, which alone tells the time.</summary>
    /// <summary>All but the manifest, and what is told of the run before, which a fresh run does not look at.</summary>
    /// <summary>All but what is held against the run before, which is another.</summary>
    private static Dictionary<string, string> Published(SmallJob job) => SmallJob.Bytes(job.Current)
        .Where(file => file.Key is not ("manifest.json" or "restricted/changed_links.csv" or "restricted/population/population.json" or "restricted/population/population.sha256") && !file.Key.StartsWith("restricted/population/link_change", StringComparison.Ordinal)).ToDictionary();
}
