using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A scheme that looks for sets where there are none publishes, and says that it found nothing.</summary>
public sealed class NothingDiscoveredSpec
{
    [TestCase("cohorts: [{id: all, title: Everyone, where: everyone}]\n", Description = "beside a cohort that is written down")]
    [TestCase("", Description = "alone")]
    public void It_is_said_and_published(string cohorts)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "schemes: [number-of-conditions]", "schemes: [found.yml]");
        File.WriteAllText(job.At("found.yml"), $"scheme: found\ntitle: Found\nkind: sets\n{cohorts}discover: {{from: all, sizes: [2, 3], at_least: 50, most: 20}}\n");

        var told = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(told.Error, Does.Contain("STR206").And.Contain("found.yml").And.Contain("in 50 people of a year"));
            Assert.That(File.ReadAllText(Path.Combine(job.Current, "manifest.json")), Does.Contain("STR206"));
            Assert.That(File.ReadAllText(Path.Combine(job.Current, "report.html")), Does.Contain("looked for sets in the data and found none"));
        });
    }

    [Test]
    public void Describe_tells_beforehand_how_few_are_too_few() =>
        Assert.That(CommandLine.Run("describe", "condition-combinations").Out, Does.Match("# Sets that fewer than \\d+ people of a year have are not kept; a run that finds none says so \\(STR206\\)"));
}
