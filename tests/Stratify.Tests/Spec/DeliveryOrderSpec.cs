using Stratify.Datasets;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What a job says of its deliveries, and in which order it finds them.</summary>
public sealed class DeliveryOrderSpec
{
    [TestCase("", DeliveryKind.NetChange, Description = "Outpatients change")]
    [TestCase("    delivery: add\n", DeliveryKind.Add)]
    [TestCase("    delivery: replace\n", DeliveryKind.Replace)]
    [TestCase("    delivery: replace_period\n", DeliveryKind.ReplacePeriod)]
    public void A_job_may_say_what_a_later_delivery_is(string says, DeliveryKind kind)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "    files: extracts/outpatients.csv\n", "    files: extracts/outpatients.csv\n" + says);

        Assert.That(Planner.Plan(JobReader.Read(job.Yaml)).Deliveries[1].Kind, Is.EqualTo(kind));
    }

    [Test]
    public void Files_are_dated_by_their_names_where_the_job_says_how()
    {
        using var job = new SmallJob();
        foreach (var name in new[] { "op-31-05-2024-v2.csv", "op-01-06-2024.csv" }) { job.Write($"extracts/{name}", File.ReadAllBytes(job.At("extracts/outpatients.csv"))); }
        job.Replace("good.yml", "    files: extracts/outpatients.csv\n", "    files: extracts/op-*.csv\n    dated: dd-MM-yyyy\n");

        Assert.That(Planner.Plan(JobReader.Read(job.Yaml)).Deliveries[1].Files.Select(file => $"{file.Name} {file.Dated:yyyy-MM-dd}"),
            Is.EquivalentTo(new[] { "extracts/op-31-05-2024-v2.csv 2024-05-31", "extracts/op-01-06-2024.csv 2024-06-01" }));
    }

    [TestCase("op-120240531.csv", "no date")]
    [TestCase("op-20240531-20240601.csv", "several dates")]
    [TestCase("op-20241301.csv", "no date")]
    public void A_name_without_one_date_cannot_be_put_in_order(string name, string has)
    {
        using var job = new SmallJob();
        job.Write($"extracts/{name}", File.ReadAllBytes(job.At("extracts/outpatients.csv")));
        job.Replace("good.yml", "    files: extracts/outpatients.csv\n", "    files: extracts/op-*.csv\n    dated: yyyyMMdd\n");

        Assert.That(() => JobReader.Read(job.Yaml), Throws.Exception.With.Message.Contains($"The name of 'extracts/{name}' has {has} of the form yyyyMMdd."));
    }
}
