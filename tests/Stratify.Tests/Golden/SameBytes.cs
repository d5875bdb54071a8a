using System.Globalization;
using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What a run publishes depends on what it was given, and on nothing of the machine.</summary>
public sealed class SameBytes
{
    private TemporaryFolder _folder = null!;
    private IReadOnlyDictionary<string, string> _published = null!;

    private string Job => Path.Combine(_folder.Path, "stratify.yml");

    [OneTimeSetUp]
    public void Invent()
    {
        _folder = new TemporaryFolder();
        Assert.That(CommandLine.Run("synth", "--people", "900", "--seed", "9", "--out", _folder.Path).ExitCode, Is.Zero);
        File.AppendAllText(Job, "linkage: {probabilistic: true}\n");
        _published = Bytes(Job, "--threads", "1");
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [TestCase("--threads", "2")]
    [TestCase("--threads", "4")]
    [TestCase("--memory", "200MB")]
    public void Neither_processors_nor_memory_change_a_byte(string option, string value) =>
        Assert.That(Bytes(Job, option, value), Is.EqualTo(_published));

    [Test]
    public void Nor_does_it_where_tables_of_all_events_rest()
    {
        var outcome = Stratify.Run.Execute(Planner.Read(Job), new RunOptions { Fresh = true, LargeFrom = 0 }, new Progress<RunEvent>());

        Assert.That(Content(outcome.Folder), Is.EqualTo(_published));
    }

    /// <summary>Kiritimati's day begins fourteen hours before Greenwich's.</summary>
    [Test]
    public void Nor_do_the_time_zone_and_the_language_of_a_machine()
    {
        using var job = new SmallJob();
        Assert.That(job.Run("--fresh").ExitCode, Is.Zero);
        var published = Content(job.Current);

        Assert.That(ChildProcess.Run($"export TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8; exec {ChildProcess.Command} run '{job.Yaml}' --fresh").ExitCode, Is.Zero);

        Assert.That(Content(job.Current), Is.EqualTo(published));
    }

    [Test]
    public void Nor_does_the_culture_of_whoever_calls()
    {
        using var job = new SmallJob();
        Assert.That(job.Run("--fresh").ExitCode, Is.Zero);
        var published = Content(job.Current);
        var (before, elsewhere) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        (elsewhere.NumberFormat.NumberDecimalSeparator, elsewhere.NumberFormat.NumberGroupSeparator, elsewhere.NumberFormat.NegativeSign) = (",", ".", "−");
        elsewhere.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";

        try
        {
            CultureInfo.CurrentCulture = elsewhere;
            Assert.That((1.5).ToString("0.0", CultureInfo.CurrentCulture), Is.EqualTo("1,5"));
            Assert.That(job.Run("--fresh").ExitCode, Is.Zero);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.That(Content(job.Current).Except(published).Select(file => file.Key), Is.Empty);
    }

    [Test]
    public void The_order_of_an_extracts_rows_changes_no_result()
    {
        using var shuffled = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(Path.Combine(_folder.Path, "reports"), StringComparison.Ordinal)))
        {
            var to = Path.Combine(shuffled.Path, Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (file.EndsWith(".csv", StringComparison.Ordinal)) { File.WriteAllText(to, Shuffled(File.ReadAllText(file))); }
            else { File.Copy(file, to); }
        }

        // Refused rows are listed by their lines, and links in the order of them.
        static bool IsOfLines(string file) => file is "restricted/rejects.csv" or "restricted/population/population.json" or "restricted/population/population.sha256" || file.StartsWith("restricted/links/", StringComparison.Ordinal);
        Assert.That(Bytes(Path.Combine(shuffled.Path, "stratify.yml")).Where(file => !IsOfLines(file.Key)), Is.EquivalentTo(_published.Where(file => !IsOfLines(file.Key))));
    }

    /// <summary>One component alone counts, so that the order is another: and with it which cohorts of a scheme are looked at up close, with their made-up people and providers.</summary>
    [Test]
    public void Other_weights_of_the_order_of_cohorts_take_the_people_up_and_change_what_shows_the_order_alone()
    {
        var job = Path.Combine(_folder.Path, "weighed.yml");
        File.WriteAllText(job, File.ReadAllText(Job) + $"ranking: {{weights: {{{string.Join(", ", RankComponents.Names.Select(name => $"{name}: {(name == RankComponents.SettingsUsed ? 1 : 0)}"))}}}}}\n");

        var outcome = Stratify.Run.Execute(Planner.Read(job), new RunOptions(), new Progress<RunEvent>());
        var changed = Content(outcome.Folder).Where(file => _published.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(outcome.TakenUp, Is.Not.Null);
            Assert.That(changed, Does.Contain("tables/priorities.csv"));
            Assert.That(changed.Where(file => !Regex.IsMatch(file, "^(report.*|log.jsonl|restricted/changed_links.csv|charts/(priorities|providers)-.*|(tables|restricted/exact)/(priorities|exemplar|exemplar_steps|cohort_providers|up_close_profile).csv)$")), Is.Empty);
            Assert.That(_published.Keys.Where(file => file.StartsWith("restricted/p", StringComparison.Ordinal)), Has.Some.EqualTo("restricted/person_year.parquet").And.Some.StartWith("restricted/population/"), "what must not change is looked at");
        });
    }

    /// <summary>All of a run but its manifest, which says when it was made.</summary>
    private static Dictionary<string, string> Bytes(string job, params string[] options)
    {
        Assert.That(CommandLine.Run(["run", job, "--fresh", .. options]).ExitCode, Is.EqualTo(3));
        var output = Path.Combine(Path.GetDirectoryName(job)!, "reports");
        return Content(Path.Combine(output, RunFolder.Current(output)!));
    }

    private static Dictionary<string, string> Content(string run) => SmallJob.Bytes(run).Where(file => file.Key != Manifest.FileName).ToDictionary();

    /// <summary>Rows in the order of their hash: far from the order in which they were written, and the same each time. Later rows that replace earlier ones are few and alike.</summary>
    private static string Shuffled(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines[1..].OrderBy(line => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(line)))).Prepend(lines[0])) + "\n";
    }
}
