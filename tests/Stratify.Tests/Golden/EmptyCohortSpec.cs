using System.Text.Json;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Whoever writes a cohort that holds nobody is told so once, and the run is published.</summary>
public sealed class EmptyCohortSpec
{
    [Test]
    public void A_scheme_of_the_job_s_own_names_its_cohorts_that_hold_nobody_in_one_notice()
    {
        using var job = new SmallJob();
        var told = Run(job, """
            scheme: mine
            title: Mine
            cohorts:
              - {id: ancient, title: Ancient, where: age >= 119}
              - {id: older, title: Older, where: age >= 65}
              - {id: elder, title: Elder, where: age >= 70}
              - {id: rest, title: Rest, where: everyone}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(told.Error, Does.Contain("mine.yml:4:42: STR207: Cohorts of the scheme 'mine' hold nobody in any year, and no table shows them: 'ancient', 'elder'."));
            Assert.That(Said(job), Is.EqualTo(1));
            Assert.That(File.ReadAllText(Path.Combine(job.Current, "report.html")), Does.Contain("hold nobody in any year"));
        });
    }

    [TestCase("cohorts: [{id: all, title: All, where: age >= 0 or age is missing}, {id: rest, title: Rest, where: everyone}]", Description = "nobody is left over")]
    [TestCase("cross: {age: [0-4, 5-118, 119+]}\ncohorts: [{id: rest, title: Rest, where: everyone}]", Description = "cells of a grid")]
    public void What_nobody_wrote_or_what_is_left_over_may_be_empty(string cohorts)
    {
        using var job = new SmallJob();
        var told = Run(job, $"scheme: mine\ntitle: Mine\n{cohorts}\n");

        Assert.That((told.ExitCode, Said(job)), Is.EqualTo((0, 0)), told.Error);
    }

    [Test]
    public void A_scheme_that_ships_may_have_cohorts_that_hold_nobody_here()
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "schemes: [number-of-conditions]", "schemes: [bridges-to-health]");
        job.Run();

        Assert.That(File.ReadLines(Path.Combine(job.Current, "tables", "cohorts.csv")).Count() - 1, Is.LessThan(8), "the sample is not what the test was written for");
        Assert.That(Said(job), Is.Zero);
    }

    private static CommandLine Run(SmallJob job, string scheme)
    {
        job.Replace("good.yml", "schemes: [number-of-conditions]", "schemes: [mine.yml]");
        File.WriteAllText(job.At("mine.yml"), scheme);
        return job.Run();
    }

    private static int Said(SmallJob job) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(job.Current, "manifest.json"))).RootElement.GetProperty("warnings").EnumerateArray().Count(warning => warning.GetProperty("code").GetString() == "STR207");
}
