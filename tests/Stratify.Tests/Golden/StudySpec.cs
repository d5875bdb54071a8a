using System.Text.Json;
using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What a researcher may ask of a published run. Expected figures are counted from the person-years by queries written for the test, and rounded as the rule says.</summary>
public sealed class StudySpec
{
    private TemporaryFolder _folder = null!;
    private string _run = "";

    [OneTimeSetUp]
    public void RunOnce()
    {
        _folder = new TemporaryFolder();
        Assert.That(CommandLine.Run("synth", "--people", "2500", "--seed", "5", "--out", _folder.Path).ExitCode, Is.Zero);
        var told = CommandLine.Run("run", Path.Combine(_folder.Path, "stratify.yml"));
        Assert.That(told.ExitCode, Is.Zero.Or.EqualTo(3), told.Error);
        _run = Path.Combine(_folder.Path, "reports");
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Explain_tells_people_and_events_rule_by_rule()
    {
        _folder.File("mine.yml", """
            scheme: mine
            title: Mine
            cohorts:
              - {id: older, title: Older, where: age >= 65 and conditions >= 2 and emergency_admissions >= 1}
              - {id: many, title: Many, where: conditions >= 2}
              - {id: rest, title: Rest, where: everyone}
            """);
        var steps = Json("cohort", "explain", _run, "--scheme", Path.Combine(_folder.Path, "mine.yml")).GetProperty("steps").EnumerateArray().Select(step => (Rule: step.GetProperty("rule").GetString(), Condition: step.GetProperty("condition").GetString(), People: step.GetProperty("people").ToString(), Events: step.GetProperty("events").ToString())).ToList();

        const string older = "age >= 65 and conditions >= 2 and emergency_admissions >= 1";
        Assert.That(steps, Is.EqualTo(new[]
        {
            ("1", "left by the rules above", Rounded("true"), Events("true")),
            ("1", "age >= 65", Rounded("age >= 65"), Events("age >= 65")),
            ("1", "conditions >= 2", Rounded("age >= 65 and conditions >= 2"), Events("age >= 65 and conditions >= 2")),
            ("1", "emergency_admissions >= 1", Rounded(older), Events(older)),
            ("2", "left by the rules above", Rounded($"not ({older})"), Events($"not ({older})")),
            ("2", "conditions >= 2", Rounded($"conditions >= 2 and not ({older})"), Events($"conditions >= 2 and not ({older})")),
            ("3", "left by the rules above", Rounded("conditions < 2"), Events("conditions < 2")),
            ("3", "everyone", Rounded("conditions < 2"), Events("conditions < 2")),
        }));
    }

    [Test]
    public void A_step_that_takes_few_people_away_is_hidden()
    {
        _folder.File("few.yml", """
            scheme: few
            title: Few
            cohorts:
              - {id: nearly-all, title: Nearly all, where: age >= 0 and age < 97}
              - {id: rest, title: Rest, where: everyone}
            """);
        Assert.That(Count("age >= 97"), Is.InRange(1, 7), "the sample is not what the test was written for");

        var told = CommandLine.Run("cohort", "explain", _run, "--scheme", Path.Combine(_folder.Path, "few.yml"));

        Assert.That(told.Out.Split('\n').Where(line => line.Contains("age < 97", StringComparison.Ordinal)), Has.One.Contains("[c]"), told.Out);
    }

    [Test]
    public void Why_agrees_with_the_cohort_of_everybody_who_is_asked_about()
    {
        var members = Rows($"select person_id, cohort from '{Restricted("cohort_member.parquet")}' where scheme = 'age-and-conditions' order by md5(person_id) limit 12");
        foreach (var member in members)
        {
            var found = Json("cohort", "why", _run, (string)member[0]!, "--scheme", "age-and-conditions");
            Assert.That(found.GetProperty("cohorts").EnumerateArray().Select(cohort => cohort.GetString()), Is.EqualTo(new[] { (string)member[1]! }));
        }
    }

    [Test]
    public void Why_says_of_each_part_whether_it_is_true_and_with_what_values()
    {
        var person = Rows($"select person_id, cost from '{Restricted("person_year.parquet")}' where conditions >= 2 and not has_dementia and emergency_admissions = 0 order by person_id limit 1")[0];
        _folder.File("why.yml", """
            scheme: why
            title: Why
            cohorts:
              - {id: a, title: A, where: "dementia or (conditions >= 2 and not emergency_admissions > 0)"}
              - {id: rest, title: Rest, where: everyone}
            """);
        var rules = Json("cohort", "why", _run, (string)person[0]!, "--scheme", Path.Combine(_folder.Path, "why.yml")).GetProperty("rules").EnumerateArray()
            .Select(rule => $"{rule.GetProperty("depth")} {rule.GetProperty("truth").GetString()} {rule.GetProperty("condition").GetString()}");

        Assert.That(rules, Is.EqualTo(new[]
        {
            "0 true dementia or (conditions >= 2 and not emergency_admissions > 0)",
            "1 false dementia",
            "1 true conditions >= 2 and not emergency_admissions > 0",
            "2 true conditions >= 2",
            "2 true not emergency_admissions > 0",
            "3 false emergency_admissions > 0",
            "0 true everyone",
        }));
    }

    [Test]
    public void Diff_tells_who_moves_between_two_versions_of_a_scheme()
    {
        foreach (var (name, limit) in new[] { ("old", 65), ("new", 75) })
        {
            _folder.File($"{name}.yml", $$"""
                scheme: {{name}}
                title: {{name}}
                cohorts:
                  - {id: older, title: Older, where: age >= {{limit}}}
                  - {id: rest, title: Rest, where: everyone}
                """);
        }
        var found = Json("cohort", "diff", _run, Path.Combine(_folder.Path, "old.yml"), Path.Combine(_folder.Path, "new.yml"));
        var moved = found.GetProperty("agreement")[0];
        var pairs = found.GetProperty("movement").EnumerateArray().Select(row => (row.GetProperty("cohort_before").GetString(), row.GetProperty("cohort_after").GetString(), row.GetProperty("people").ToString()));

        Assert.Multiple(() =>
        {
            Assert.That(moved.GetProperty("moved").ToString(), Is.EqualTo(Rounded("age between 65 and 74")));
            Assert.That(pairs, Is.EqualTo(new[] { ("older", "older", Rounded("age >= 75")), ("older", "rest", Rounded("age between 65 and 74")), ("rest", "rest", Rounded("age < 65")) }));
        });
    }

    /// <summary>Those who stay and those who move are everybody together, so neither is told where the other is few.</summary>
    [Test]
    public void Diff_hides_how_many_move_where_few_stay()
    {
        foreach (var rest in new[] { "rest", "others" }) { _folder.File($"{rest}.yml", $"scheme: {rest}\ntitle: Old\ncohorts:\n  - {{id: oldest, title: Oldest, where: age >= 97}}\n  - {{id: {rest}, title: Rest, where: everyone}}\n"); }
        Assert.That(Count("age >= 97"), Is.InRange(1, 7), "the sample is not what the test was written for");

        var agreement = Json("cohort", "diff", _run, Path.Combine(_folder.Path, "rest.yml"), Path.Combine(_folder.Path, "others.yml")).GetProperty("agreement")[0];

        Assert.That((agreement.GetProperty("moved").ToString(), agreement.GetProperty("moved_pounds").ToString()), Is.EqualTo(("[c]", "[c]")));
    }

    [Test]
    public void A_scheme_agrees_with_itself_wholly() =>
        Assert.That(Json("cohort", "diff", _run, "single-conditions", "single-conditions").GetProperty("agreement")[0].GetProperty("adjusted_rand").GetDouble(), Is.EqualTo(1));

    [Test]
    public void Compare_says_that_only_a_scheme_differs_and_which_figures()
    {
        var before = Path.Combine(_run, RunFolder.Current(_run)!);
        Assert.That(CommandLine.Run("run", Path.Combine(_folder.Path, "stratify.yml"), "--scheme", "high-cost").ExitCode, Is.Zero.Or.EqualTo(3));
        var found = Json("compare", before, _run);
        CommandLine.Run("run", Path.Combine(_folder.Path, "stratify.yml"));

        Assert.Multiple(() =>
        {
            Assert.That(found.GetProperty("why").GetString(), Is.EqualTo("Only schemes differ: the people, their events and their cost are the same."));
            Assert.That(found.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("table").GetString()).Distinct(), Is.EqualTo(new[] { "cohorts" }));
            Assert.That(found.GetProperty("inputs").EnumerateArray().Select(input => $"{input.GetProperty("name")} {input.GetProperty("change")}"), Does.Contain("scheme high-cost new"));
        });
    }

    [Test]
    public void A_run_whose_people_were_left_out_of_a_copy_says_so()
    {
        var copy = Path.Combine(_folder.Path, "copy");
        Directory.CreateDirectory(copy);
        File.Copy(Path.Combine(_run, RunFolder.Current(_run)!, "manifest.json"), Path.Combine(copy, "manifest.json"));

        Assert.That(CommandLine.Run("cohort", "explain", copy, "--scheme", "high-cost").Error, Does.Contain("The run's people are not here"));
    }

    private string Restricted(string file) => Path.Combine(_run, RunFolder.Current(_run)!, "restricted", file);

    private IReadOnlyList<object?[]> Rows(string sql)
    {
        using var work = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(work.Path, Threads: 1) { Beside = Path.GetDirectoryName(Restricted("x")) });
        return warehouse.Query(sql).Rows;
    }

    private long Count(string where) => (long)Rows($"select count(*) from '{Restricted("person_year.parquet")}' where {where}")[0][0]!;

    /// <summary>To the nearest five, as the strictest rule has it.</summary>
    private string Rounded(string where) => $"{(Count(where) + 2) / 5 * 5}";

    private string Events(string where) => $"{((long)Rows($"select (sum(gp_appointments + coalesce(prescriptions, 0) + admissions + outpatient_attendances + ae_attendances + community_contacts + mental_health_contacts) + 2)::bigint from '{Restricted("person_year.parquet")}' where {where}")[0][0]!) / 5 * 5}";

    private static JsonElement Json(params string[] arguments)
    {
        var told = CommandLine.Run([.. arguments, "--json"]);
        Assert.That(told.ExitCode, Is.Zero, told.Error);
        using var document = JsonDocument.Parse(told.Out);
        return document.RootElement.Clone();
    }
}
