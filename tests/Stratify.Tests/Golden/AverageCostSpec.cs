using System.Text.Json;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A run whose acute care is priced by averages says so, and one whose providers have no factor too.</summary>
public sealed class AverageCostSpec
{
    private const string Head = "NEWNHSNO,ATTENDKEY,SURNAME,FORENAME,DOB,SEX,PROCODE,APPTDATE,ATTENDED,FIRSTATT,TRETSPEF,SUSHRG,TARIFF_TOTAL_PAYMENT\n";

    // A first appointment costs £260 in general medicine and £332 on average: five without a treatment function are £1,660 of £5,560, one £332 of £5,272.
    [TestCase(20, 5, "", 3)]
    [TestCase(20, 5, "costing: {average_limit: 0.5}\n", 0)]
    [TestCase(20, 1, "", 0, Description = "one in twenty is under a tenth")]
    [TestCase(9, 9, "", 0, Description = "too few to judge by")]
    public void A_run_warns_when_too_many_of_its_acute_pounds_rest_on_averages(int appointments, int withoutCode, string costing, int exitCode)
    {
        using var job = Job(appointments, withoutCode, costing);
        var told = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(exitCode), told.Error);
            Assert.That(told.Error.Contains("STR360", StringComparison.Ordinal), Is.EqualTo(exitCode == 3), told.Error);
        });
    }

    [Test]
    public void Providers_without_a_factor_are_counted_and_the_manifest_says_what_was_costed_by()
    {
        using var job = Job(20, 0, "costing: {cost: paid, mff: mff.csv}\n");
        job.Write("mff.csv", "provider,mff\nRA4,1.1\n"u8.ToArray());
        var told = job.Run();
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(job.Current, "manifest.json")));
        var costing = manifest.RootElement.GetProperty("costing");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(told.Error, Does.Contain("STR361: 1 providers have no market forces factor; their 20 events count with the factor 1."));
            Assert.That(costing.GetProperty("cost").GetString(), Is.EqualTo("paid"));
            Assert.That(costing.GetProperty("market_forces_factors").GetInt32(), Is.EqualTo(1));
            Assert.That(costing.GetProperty("bases").GetProperty("inpatient").GetProperty("standard").EnumerateArray().Select(basis => basis.GetString()), Is.EqualTo(new[] { "price", "carried", "rate", "average" }));
        });
    }

    private static SmallJob Job(int appointments, int withoutCode, string costing)
    {
        var job = new SmallJob();
        job.Write("extracts/outpatients.csv", System.Text.Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Range(1, appointments).Select(n =>
            $"9990001006,K{n},,,,,X98,2024-05-{n:00},5,1,{(n <= withoutCode ? "" : "300")},,\n"))));
        File.AppendAllText(job.Yaml, costing);
        return job;
    }
}
