using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What a scheme's author is told without any run: made-up people, what the scheme may not mean, and a folder to start from.</summary>
public sealed class SchemeTestSpec
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Begin() => _folder = new TemporaryFolder();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Made_up_people_come_to_the_cohorts_that_their_author_expects()
    {
        _folder.File("test.yml", """
            scheme: bridges-to-health
            people:
              - {person: dementia comes first, dementia: true, heart_failure: true, expect: frailty}
              - {person: two conditions, conditions: 2, expect: long-term-conditions}
              - {person: nobody in particular, expect: acutely-ill}
            """);
        var told = CommandLine.Run("cohort", "test", Path.Combine(_folder.Path, "test.yml"));

        Assert.That(told.ExitCode, Is.EqualTo(4));
        Assert.That(told.Out, Does.Contain("test.yml:5:5: nobody in particular is expected in 'acutely-ill', and comes to 'healthy'.").And.Contain("2 passed, 1 failed"));
    }

    [Test]
    public void A_test_that_cannot_be_read_says_where_and_what_was_meant()
    {
        _folder.File("wrong.yml", """
            scheme: bridges-to-health
            people:
              - {person: a slip, demenita: true, age: old, expect: frailtee}
            """);
        var told = CommandLine.Run("cohort", "test", Path.Combine(_folder.Path, "wrong.yml"));

        Assert.That(told.ExitCode, Is.EqualTo(2));
        Assert.That(told.Error, Does.Contain("wrong.yml:3:22").And.Contain("Did you mean 'dementia'?").And.Contain("wrong.yml:3:43").And.Contain("Write a number, or missing.").And.Contain("Did you mean 'frailty'?"));
    }

    [TestCase("age > 80 and age < 70", "contradicts itself")]
    [TestCase("dementia or not dementia or dementia is missing", "is true of everybody")]
    [TestCase("age >= 75 and dementia", "Nobody can reach 'doubtful'", Description = "taken by age >= 65")]
    [TestCase("died", "only when the year is over")]
    public void Lint_warns_of(string condition, string says)
    {
        _folder.File("lint.yml", $"""
            scheme: lint
            title: Lint
            cohorts:
              - id: older
                title: Older
                where: age >= 65
              - id: doubtful
                title: Doubtful
                where: {condition}
              - id: rest
                title: Rest
                where: everyone
            """);
        var told = CommandLine.Run("cohort", "lint", Path.Combine(_folder.Path, "lint.yml"));

        Assert.That(told.ExitCode, Is.EqualTo(3));
        Assert.That(told.Out, Does.Contain("lint.yml:9:12: warning: ").And.Contain(says).And.Contain("1 warning, "));
    }

    [TestCase("conditions >= 3", Description = "reached by those below 65")]
    [TestCase("cost in top 5%", Description = "a place among others")]
    [TestCase("count of (copd, asthma, ckd) >= 2")]
    [TestCase("sex is \"female\" and age between 15 and 44")]
    public void Lint_warns_of_nothing_in(string condition)
    {
        _folder.File("fine.yml", $"scheme: fine\ntitle: Fine\ncohorts:\n  - {{id: older, title: Older, where: age >= 65}}\n  - id: fine\n    title: Fine\n    where: {condition}\n  - {{id: rest, title: Rest, where: everyone}}\n");
        var told = CommandLine.Run("cohort", "lint", Path.Combine(_folder.Path, "fine.yml"));

        Assert.That(told.ExitCode, Is.Zero, told.Out);
        Assert.That(told.Out, Does.Contain("0 warnings"));
    }

    [Test]
    public void What_init_leaves_passes_its_own_tests_and_is_never_written_over()
    {
        var folder = Path.Combine(_folder.Path, "begun");
        Assert.That(CommandLine.Run("init", folder).ExitCode, Is.Zero);

        Assert.Multiple(() =>
        {
            Assert.That(CommandLine.Run("cohort", "test", Path.Combine(folder, "tests", "older-people.yml")).Out, Does.Contain("5 passed, 0 failed"));
            Assert.That(CommandLine.Run("cohort", "lint", Path.Combine(folder, "schemes", "older-people.yml")).ExitCode, Is.Zero);
            Assert.That(CommandLine.Run("check", Path.Combine(folder, "stratify.yml")).Error, Does.Contain("stratify key make secrets/pseudonym.key").And.Contain("No file is 'extracts/gp_registrations*.csv'"));
            Assert.That(File.ReadAllLines(Path.Combine(folder, ".gitignore")), Does.Contain("/secrets/").And.Contain("/extracts/*").And.Contain("/reports/"));
            Assert.That(CommandLine.Run("init", folder), Has.Property("ExitCode").EqualTo(2).And.Property("Error").Contains("nothing is written over"));
        });
    }
}
