using System.Text.Json;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A job without extracts: whoever has no more of a run than its restricted folder places its people in cohorts of their own, and comes to the same figures.</summary>
public sealed class TakenPeopleSpec
{
    private SmallJob _job = null!;
    private string _run = "";

    [OneTimeSetUp]
    public void RunOnce()
    {
        _job = new SmallJob();
        _job.Replace("good.yml", "schemes: [number-of-conditions]", "schemes: [single-conditions, high-cost]\nconditions: [mine.csv]\ncosting: {compare: snee-2024}\nperiod: [2023/24, 2024/25]");
        _job.Replace("good.yml", "period: 2024/25\n", "");
        File.WriteAllText(_job.At("mine.csv"), "condition,code_system,code,match\nbroken_hip,icd10,S72,prefix\n");
        _job.Run();
        _run = _job.Current;
    }

    [OneTimeTearDown]
    public void Clear() => _job.Dispose();

    [Test]
    public void The_same_schemes_give_the_same_bytes_as_the_run_with_extracts()
    {
        using var mine = Mine("schemes: [single-conditions, high-cost]");
        CopyRun(mine.Path, whole: true);

        var told = CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"), "--json");

        var published = Published(mine.Path);
        var (before, now) = (Figures(_run), Figures(published));
        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(now.Except(before), Is.Empty);
            Assert.That(before.Except(now), Is.Empty);
            Assert.That(now, Has.Count.GreaterThan(60));
            Assert.That(JsonDocument.Parse(told.Out).RootElement.GetProperty("taken_up").GetString(), Is.EqualTo(Path.GetFileName(_run)));
        });
    }

    [Test]
    public void What_is_published_says_from_which_run_the_people_came_and_what_they_were_made_from()
    {
        using var mine = Mine("schemes: [bridges-to-health]");
        CopyRun(mine.Path, whole: true);
        CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"));

        var published = Published(mine.Path);
        var (before, now) = (ManifestOf(_run), ManifestOf(published));
        string Hash(JsonElement manifest, string definition) => manifest.GetProperty("definitions").GetProperty(definition).GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(now.GetProperty("people_of").GetProperty("run").GetString(), Is.EqualTo(Path.GetFileName(_run)));
            Assert.That(now.GetProperty("inputs").ToString(), Is.EqualTo(before.GetProperty("inputs").ToString()));
            Assert.That(now.GetProperty("feeds").ToString(), Is.EqualTo(before.GetProperty("feeds").ToString()));
            Assert.That(now.GetProperty("costing").ToString(), Is.EqualTo(before.GetProperty("costing").ToString()));
            Assert.That(Hash(now, "prices 2024/25"), Is.EqualTo(Hash(before, "prices 2024/25")));
            Assert.That(Hash(now, "scheme bridges-to-health"), Has.Length.EqualTo(64));
            Assert.That(File.ReadAllText(Path.Combine(published, "report.html")), Does.Contain($"The people are those of the run {Path.GetFileName(_run)}"));
            Assert.That(File.ReadAllText(Path.Combine(published, "tables", "datapackage.json")), Does.Contain($"The people are those of the run {Path.GetFileName(_run)}"));
            Assert.That(Manifest.Verify(published), Is.Empty);
        });
    }

    [Test]
    public void The_restricted_folder_alone_is_enough_and_conditions_of_the_runs_own_lists_are_fields()
    {
        using var mine = Mine("schemes: [hips.yml]", "restricted");
        CopyRun(mine.Path, whole: false);
        File.WriteAllText(Path.Combine(mine.Path, "hips.yml"), "scheme: hips\ntitle: Hips\nkind: sets\ncohorts: [{id: hip, title: Hip, where: broken_hip}]\n");

        var check = CommandLine.Run("check", Path.Combine(mine.Path, "mine.yml"));
        var told = CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"));

        Assert.That(check.Out, Does.Contain("The job can run: the people of").And.Contain("2023/24, 2024/25"), check.Error);
        Assert.That(told.ExitCode, Is.Zero, told.Error);
        Assert.That(File.ReadAllText(Path.Combine(Published(mine.Path), "ledger.csv")), Is.EqualTo(File.ReadAllText(Path.Combine(_run, "ledger.csv"))));
    }

    /// <summary>Where a run has the people of another, its conditions of the other's own lists are known to whoever asks about a person or tests a scheme.</summary>
    [Test]
    public void Why_test_and_lint_ask_a_run_that_took_people_up_as_they_ask_any_other()
    {
        using var mine = Mine("schemes: [hips.yml]", "restricted");
        CopyRun(mine.Path, whole: false);
        mine.File("hips.yml", "scheme: hips\ntitle: Hips\ncohorts:\n  - {id: hip, title: Hip, where: broken_hip and age >= 18}\n  - {id: rest, title: Rest, where: everyone}\n");
        mine.File("never.yml", "scheme: never\ntitle: Never\ncohorts:\n  - {id: hip, title: Hip, where: broken_hip and not broken_hip}\n  - {id: rest, title: Rest, where: everyone}\n");
        mine.File("test.yml", "scheme: hips.yml\npeople:\n  - {person: a fall, broken_hip: true, age: 80, expect: hip}\n  - {person: a child, broken_hip: true, age: 8, expect: rest}\n");
        var told = CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"));
        Assert.That(told.ExitCode, Is.Zero, told.Error);
        var (reports, hips) = (Path.Combine(mine.Path, "reports"), Path.Combine(mine.Path, "hips.yml"));
        var members = Members(Published(mine.Path));

        var reasons = members.Select(member => (member.Person, Cohort: JsonDocument.Parse(CommandLine.Run("cohort", "why", reports, member.Person, "--scheme", hips, "--json").Out).RootElement.GetProperty("cohorts")[0].GetString())).ToList();
        var test = CommandLine.Run("cohort", "test", Path.Combine(mine.Path, "test.yml"), "--run", reports);
        var lint = CommandLine.Run("cohort", "lint", Path.Combine(mine.Path, "never.yml"), "--run", reports);
        var unnamed = CommandLine.Run("cohort", "lint", hips);

        Assert.Multiple(() =>
        {
            Assert.That(members, Has.Count.EqualTo(8), "eight people in the last of two years");
            Assert.That(reasons, Is.EquivalentTo(members));
            Assert.That((test.ExitCode, test.Out.Trim()), Is.EqualTo((0, "2 passed, 0 failed")), test.Error);
            Assert.That(lint.Out, Does.Contain("never.yml:4").And.Contain("contradicts itself"), lint.Error);
            Assert.That(unnamed.Error, Does.Contain("hips.yml:4").And.Contain("'broken_hip' is not a field"));
        });
    }

    [Test]
    public void People_may_be_taken_up_from_a_run_that_took_them_up()
    {
        using var mine = Mine("schemes: [high-cost]");
        CopyRun(mine.Path, whole: true);
        CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"), "--out", Path.Combine(mine.Path, "between"));
        File.WriteAllText(Path.Combine(mine.Path, "mine.yml"), File.ReadAllText(Path.Combine(mine.Path, "mine.yml")).Replace("population: run", "population: between", StringComparison.Ordinal));

        var told = CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"));

        Assert.That(told.Out, Does.Contain($"taken up from {Path.GetFileName(_run)}, which the job names"), told.Error);
    }

    [TestCase("restricted/person_year.parquet", "is not as the run left it")]
    [TestCase("restricted/population/measure_setting.parquet", "is not as the run left it")]
    [TestCase("restricted/population/population.json", "is not as the run left it")]
    [TestCase("restricted/population/population.sha256", "is not as the run left it")]
    public void A_file_that_has_changed_or_gone_is_told_and_nothing_is_published(string file, string says)
    {
        using var mine = Mine("schemes: [high-cost]");
        CopyRun(mine.Path, whole: true);
        var path = Path.Combine(mine.Path, "run", file);
        File.AppendAllText(path, " ");
        var touched = CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml"));
        File.Delete(path);
        var lost = CommandLine.Run("check", Path.Combine(mine.Path, "mine.yml"));

        Assert.Multiple(() =>
        {
            Assert.That(touched.Error, Does.Contain("mine.yml:3:13").And.Contain("STR123").And.Contain(says));
            Assert.That(lost.Error, Does.Contain("STR123"));
            Assert.That((touched.ExitCode, lost.ExitCode), Is.EqualTo((2, 2)));
            Assert.That(File.Exists(Path.Combine(mine.Path, "reports", "CURRENT")), Is.False);
        });
    }

    [Test]
    public void A_file_that_was_never_part_of_the_run_is_told()
    {
        using var mine = Mine("schemes: [high-cost]");
        CopyRun(mine.Path, whole: true);
        File.WriteAllText(Path.Combine(mine.Path, "run", "restricted", "population", "scheme.parquet"), "");

        Assert.That(CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml")).Error, Does.Contain("restricted/population/scheme.parquet was not part of the run"));
    }

    [Test]
    public void People_of_another_build_are_not_taken_up()
    {
        using var mine = Mine("schemes: [high-cost]");
        CopyRun(mine.Path, whole: true);
        var index = Path.Combine(mine.Path, "run", "restricted", "population", "population.json");
        var build = JsonDocument.Parse(File.ReadAllText(index)).RootElement.GetProperty("build").GetString()!;
        File.WriteAllText(index, File.ReadAllText(index).Replace(build, "of another", StringComparison.Ordinal));
        File.WriteAllText(Path.ChangeExtension(index, "sha256"), $"{Fingerprint.HashFile(index)}  population.json\n");

        Assert.That(CommandLine.Run("run", Path.Combine(mine.Path, "mine.yml")).Error, Does.Contain("STR123").And.Contain("made by another build of Stratify"));
    }

    [Test]
    public void What_decided_how_people_were_made_cannot_be_said_again()
    {
        using var mine = Mine("schemes: [high-cost]\nprices: 2024/25\nseed: 7\nkey_file: a.key\nopt_outs: b.csv");
        CopyRun(mine.Path, whole: true);

        var wrong = Assert.Throws<DefinitionException>(() => Planner.Read(Path.Combine(mine.Path, "mine.yml")))!.Problems;

        Assert.That(wrong.Select(problem => $"{problem.Place!.Line} {problem.Code}"), Is.EquivalentTo(new[] { "5 STR104", "6 STR104", "7 STR104", "8 STR102" }));
        Assert.That(wrong.Where(problem => problem.Code == "STR104").Select(problem => problem.Message), Has.All.Contains("cannot stand beside 'population'"));
    }

    private static TemporaryFolder Mine(string says, string population = "run")
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "mine.yml"), $"version: 1\nname: broken\npopulation: {population}\n{says}\n");
        return folder;
    }

    /// <summary>The run as it was published, or its restricted folder alone.</summary>
    private void CopyRun(string folder, bool whole)
    {
        var from = whole ? _run : Path.Combine(_run, "restricted");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, whole ? "run" : "restricted", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>Everybody of the last year with their cohort, as the run itself left them.</summary>
    private static List<(string Person, string? Cohort)> Members(string run)
    {
        using var work = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(work.Path, Threads: 1) { Beside = Path.Combine(run, "restricted") });
        return [.. warehouse.Query($"select person_id, cohort from '{Path.Combine(run, "restricted", "cohort_member.parquet")}' where year = '2024/25' order by person_id").Rows.Select(row => ((string)row[0]!, (string?)row[1]))];
    }

    private static string Published(string folder) => Path.Combine(folder, "reports", RunFolder.Current(Path.Combine(folder, "reports"))!);

    private static JsonElement ManifestOf(string run) => JsonDocument.Parse(File.ReadAllText(Path.Combine(run, Manifest.FileName))).RootElement;

    /// <summary>All but what tells of the job: its report, its manifest and log, and what describes the tables.</summary>
    private static Dictionary<string, string> Figures(string run) => SmallJob.Bytes(run)
        .Where(file => file.Key is not ("log.jsonl" or "manifest.json" or "report.html" or "report.pdf" or "report_facts.json" or "tables/datapackage.json" or "restricted/changed_links.csv")).ToDictionary();
}
