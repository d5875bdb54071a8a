using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What a job may name, and what it may not.</summary>
public sealed class JobSpec
{
    [TestCase("a folder that is a link", "elsewhere/outpatients.csv")]
    [TestCase("a file that is a link", "extracts/link.csv")]
    [TestCase("a pattern that matches a link", "extracts/l*.csv")]
    [TestCase("a link that goes round in a circle", "extracts/circle.csv")]
    public void No_link_leads_out_of_the_folder(string what, string path)
    {
        using var elsewhere = new SmallJob();
        using var job = new SmallJob();
        Directory.CreateSymbolicLink(job.At("elsewhere"), elsewhere.At("extracts"));
        File.CreateSymbolicLink(job.At("extracts/link.csv"), elsewhere.At("extracts/outpatients.csv"));
        File.CreateSymbolicLink(job.At("extracts/circle.csv"), job.At("extracts/circle.csv"));
        job.Replace("good.yml", "extracts/outpatients.csv", path);

        Assert.That(Told(job), Is.EqualTo(new[] { ProblemKinds.PathOutside }), what);
    }

    [TestCase("schemes: [number-of-conditions]", "schemes: [mine.yml]")]
    [TestCase("key_file: secrets/pseudonym.key", "key_file: mine.yml")]
    [TestCase("    files: extracts/outpatients.csv", "    files: extracts/outpatients.csv\n    profile: mine.yml")]
    public void Neither_a_scheme_nor_a_key_nor_a_profile_is_reached_by_a_link(string from, string to)
    {
        using var elsewhere = new SmallJob();
        using var job = new SmallJob();
        File.CreateSymbolicLink(job.At("mine.yml"), elsewhere.Yaml);
        job.Replace("good.yml", from, to);

        Assert.That(Told(job), Is.EqualTo(new[] { ProblemKinds.PathOutside }));
    }

    [Test]
    public void A_link_within_the_folder_is_followed()
    {
        using var job = new SmallJob();
        File.CreateSymbolicLink(job.At("extracts/latest.csv"), job.At("extracts/outpatients.csv"));
        job.Replace("good.yml", "extracts/outpatients.csv", "extracts/latest.csv");

        Assert.That(job.Run().ExitCode, Is.Zero);
    }

    [Test]
    public void A_link_to_a_file_that_has_gone_is_an_extract_that_cannot_be_read()
    {
        using var job = new SmallJob();
        File.CreateSymbolicLink(job.At("extracts/latest.csv"), job.At("extracts/gone.csv"));
        job.Replace("good.yml", "extracts/outpatients.csv", "extracts/l*.csv");
        var told = job.Run();

        Assert.That((told.ExitCode, told.Error.Split('\n')[0]), Is.EqualTo((5, "extracts/latest.csv: STR306: The file cannot be opened or read to its end.")));
    }

    [TestCase("NHS Number\n9990001006\n", "", Description = "A header has no digit")]
    [TestCase("9990001006\n\n", "")]
    [TestCase("\uFEFF9990001006\r\n", "")]
    [TestCase("999000100\n", "optouts.csv:1", Description = "A number that was cut is no header")]
    [TestCase("NHS Number\n9990001006\n9990001007\n", "optouts.csv:3", Description = "A wrong check digit")]
    [TestCase("NHS Number\n9990001006\nall of ward 3\n", "optouts.csv:3")]
    public void A_line_of_the_opt_out_list_that_may_be_somebody_stops_the_run(string list, string places)
    {
        using var job = new SmallJob();
        File.WriteAllText(job.At("optouts.csv"), list);
        job.Replace("good.yml", "key_file:", "opt_out: optouts.csv\nkey_file:");
        var told = Wrong(job);

        Assert.That(string.Join(' ', told.Select(problem => problem.Place)), Is.EqualTo(places));
    }

    [Test]
    public void Whatever_is_done_to_a_job_file_it_is_read_or_refused()
    {
        var whole = File.ReadAllText(Repository.At("data-samples", "broken", "good.yml"));
        var random = new Random(11);
        const string marks = "[]{}:,-#&*!|>'\"%@`?\t\n\0 ~\u00A0\uFEFFx";
        for (var i = 0; i < 20_000; i++)
        {
            var text = whole.ToCharArray().ToList();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var at = random.Next(text.Count);
                if (random.Next(3) == 0) { text.RemoveRange(at, Math.Min(random.Next(1, 30), text.Count - at - 1)); }
                else { text.Insert(at, marks[random.Next(marks.Length)]); }
            }
            var mutant = new string([.. text]);
            try
            {
                Yaml.Parse(mutant, "mutant.yml");
            }
            catch (DefinitionException refused)
            {
                Assert.That(refused.Problems.Single().Place!.Line, Is.LessThanOrEqualTo(mutant.Split('\n').Length), mutant);
            }
        }
    }

    [TestCase("", false, 0.99, 0.9, 500, Description = "what is only likely links nobody unless the job asks")]
    [TestCase("linkage: {probabilistic: true}", true, 0.99, 0.9, 500)]
    [TestCase("linkage: {probabilistic: true, threshold: 0.95, coverage: 0.6, block: 2000}", true, 0.95, 0.6, 2000)]
    [TestCase("linkage: {probabilistic: true, threshold: 0.8}", true, 0.8, 0.8, 500, Description = "coverage is never stricter than costs")]
    public void A_job_says_how_sure_a_link_must_be(string line, bool isOn, double threshold, double coverage, int block)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"{line}\nkey_file:");
        var linkage = Planner.Read(job.Yaml).Linkage;

        Assert.That((linkage.Probabilistic, linkage.Threshold, linkage.Coverage, linkage.Block), Is.EqualTo((isOn, threshold, coverage, block)));
    }

    [TestCase("threshold: 1", "'threshold' must be a probability from 0.5 to below 1, such as 0.99.")]
    [TestCase("threshold: sure", "'threshold' must be a probability from 0.5 to below 1, such as 0.99.")]
    [TestCase("coverage: 0.995", "'coverage' must not be above 'threshold'.")]
    [TestCase("block: 1", "'block' must be a whole number from 10 to 1000000.")]
    [TestCase("treshold: 0.99", "'treshold' is not a key here.")]
    [TestCase("rules: [number, names]", "There is no rule 'names'.")]
    public void A_job_that_says_it_wrongly_is_told(string key, string message)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"linkage: {{{key}}}\nkey_file:");

        Assert.That(Wrong(job).Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    [TestCase("", 1, 1, 0)]
    [TestCase("ranking: {weights: {excess_cost: 2.5, persistence: 1}}", 2.5, 1, 1, Description = "what is not said is as usual")]
    public void A_job_says_how_much_each_component_of_a_priority_counts(string line, double excess, double settings, double persistence)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"{line}\nkey_file:");
        var weights = Planner.Read(job.Yaml).Ranking.Weights;

        Assert.That((weights["excess_cost"], weights["settings_used"], weights["persistence"]), Is.EqualTo(((decimal)excess, (decimal)settings, (decimal)persistence)));
    }

    [TestCase("excess_cost: -1", "'excess_cost' must be a weight from 0 to 100, such as 1 or 0.5.")]
    [TestCase("exces_cost: 1", "'exces_cost' is not a key here.")]
    [TestCase("excess_cost: 0, settings_used: 0, in_scope: 0, stability: 0", "Every weight is 0, so nothing would be put in order.")]
    public void Weights_that_order_nothing_are_refused(string weights, string message)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"ranking: {{weights: {{{weights}}}}}\nkey_file:");

        Assert.That(Wrong(job).Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    [Test]
    public void A_job_says_which_cohorts_are_looked_at_up_close()
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", "report: {up_close: [number-of-conditions.conditions-0, number-of-conditions.conditions-5-plus]}\nkey_file:");

        Assert.That(Planner.Plan(Planner.Read(job.Yaml)).Report.Cohorts, Is.EqualTo(new[] { ("number-of-conditions", "conditions-0"), ("number-of-conditions", "conditions-5-plus") }));
    }

    [Test]
    public void A_job_says_of_how_many_cohorts_its_report_tells()
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", "report: {cohorts_up_close: 4}\nkey_file:");

        Assert.That(Planner.Plan(Planner.Read(job.Yaml)).Report.CohortsUpClose, Is.EqualTo(4));
    }

    [TestCase("cohorts_up_close: 0", "'cohorts_up_close' must be a whole number from 1 to 20.")]
    [TestCase("cohorts_up_close: 2, up_close: [number-of-conditions.conditions-0]", "The cohorts up close are named already.")]
    public void How_many_cohorts_is_a_small_number_and_not_said_beside_their_names(string report, string message)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"report: {{{report}}}\nkey_file:");

        Assert.That(Wrong(job).Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    [TestCase("number-of-conditions.conditions-9", "The scheme 'number-of-conditions' has no cohort 'conditions-9'.")]
    [TestCase("numbers.conditions-0", "No scheme of the job is called 'numbers'.")]
    [TestCase("conditions-0", "This is not a cohort of a scheme.")]
    [TestCase("number-of-conditions.conditions-0, number-of-conditions.conditions-0", "The cohort is named twice.")]
    public void A_cohort_that_is_none_cannot_be_looked_at(string cohorts, string message)
    {
        using var job = new SmallJob();
        job.Replace("good.yml", "key_file:", $"report: {{up_close: [{cohorts}]}}\nkey_file:");

        Assert.That(Wrong(job).Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    private static IEnumerable<ProblemKind> Told(SmallJob job) => Wrong(job).Select(problem => problem.Kind);

    private static IReadOnlyList<Problem> Wrong(SmallJob job)
    {
        try
        {
            Planner.Read(job.Yaml);
            return [];
        }
        catch (StratifyException told)
        {
            return told.Problems;
        }
    }
}
