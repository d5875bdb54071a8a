using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stratify.Drawing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary><c>link</c>: how a published run linked its records, and why one of them was linked or not.</summary>
public sealed class LinkTests
{
    private const string Services = "social_care_services";

    private LinkageJob _job = null!;

    [OneTimeSetUp]
    public void Run() => _job = new LinkageJob();

    [OneTimeTearDown]
    public void Clear() => _job.Dispose();

    [Test]
    public void Whatever_was_weighed_is_explained_by_the_weight_that_decided_it()
    {
        Assert.Multiple(() =>
        {
            foreach (var choice in Rows("linkage_choices.csv").DistinctBy(row => row[3]))
            {
                var json = Explain(choice[1], "--json").Json;
                var steps = json.GetProperty("steps").EnumerateArray().ToList();
                Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo(choice[3]));
                Assert.That(json.GetProperty("probability").GetDouble(), Is.EqualTo(double.Parse(choice[5], CultureInfo.InvariantCulture)), "to the last digit");
                Assert.That(json.GetProperty("weight").GetDouble(), Is.EqualTo(double.Parse(choice[4], CultureInfo.InvariantCulture)).Within(0.0005));
                Assert.That(steps.Sum(step => step.GetProperty("bits").GetDouble()), Is.EqualTo(json.GetProperty("weight").GetDouble()).Within(0.0005 * (steps.Count + 1)));
                Assert.That(steps[^1].GetProperty("total").GetDouble(), Is.EqualTo(json.GetProperty("weight").GetDouble()));
            }
        });
    }

    [Test]
    public void Text_and_json_say_the_same_figures()
    {
        var key = Rows("linkage_choices.csv").First(row => row[3] == "linked")[1];
        var text = Explain(key).Out;
        var json = Explain(key, "--json").Json;

        Assert.Multiple(() =>
        {
            foreach (var step in json.GetProperty("steps").EnumerateArray())
            {
                Assert.That(text, Does.Match($@"{Regex.Escape(step.GetProperty("says").GetString()!)} +[+]?{step.GetProperty("bits").GetRawText()} +[+]?{step.GetProperty("total").GetRawText()}"));
            }
            Assert.That(text, Does.Contain($"which is a probability of {json.GetProperty("probability").GetRawText()}."));
            Assert.That(text, Does.EndWith("Linked: the probability reaches the job's threshold of 0.99, so the record's costs are the person's.\n"));
            Assert.That(text, Does.Contain("A record and a person taken at random"));
        });
    }

    [Test]
    public void No_name_key_or_pseudonym_of_anybody_is_shown()
    {
        var choices = Rows("linkage_choices.csv");
        var told = string.Concat(choices.Take(20).Select(row => Explain(row[1]).Out)) + CommandLine.Run("link", "report", _job.Output).Out;

        Assert.That(_job.Town.People.Select(person => person.Family).Concat(_job.Town.People.Select(person => person.Postcode)).Concat(choices.Select(row => row[2])).Distinct().Where(value => value.Length > 5 && told.Contains(value, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public void A_report_tells_what_was_published_and_what_probability_found()
    {
        var json = CommandLine.Run("link", "report", _job.Output, "--json").Json;
        var published = File.ReadLines(Path.Combine(_job.Current, "tables", "linkage.csv")).Skip(1);
        var unlinked = json.GetProperty("unlinked").EnumerateArray().Single();
        var likely = Rows("linkage_review.csv").Count(row => row[0] == Services && row[2] == "P");

        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("grades").EnumerateArray().Select(grade => string.Join(',', grade.EnumerateObject().Select(cell => cell.Value.ToString()))), Is.EqualTo(published));
            Assert.That((unlinked.GetProperty("records_before").GetInt32(), unlinked.GetProperty("records").GetInt32()), Is.EqualTo((400, 400 - likely)), "400 records without a number");
            Assert.That(unlinked.GetProperty("pounds_before").GetInt32(), Is.EqualTo(json.GetProperty("grades").EnumerateArray().Where(grade => grade.GetProperty("dataset").GetString() == Services).Sum(grade => grade.GetProperty("pounds").GetInt32())));
        });
    }

    /// <summary>The council's 400 records say a birth date, a sex and a postcode, and nobody's ethnic group; all begin in one month.</summary>
    [Test]
    public void Who_is_linked_is_told_by_what_the_records_say()
    {
        var exact = Rows("match_rates.csv").Where(row => row[0] == Services).ToList();
        var rates = Rates().ToDictionary(rate => (rate.GetProperty("attribute").GetString()!, rate.GetProperty("group").GetString()!));
        var likely = Rows("linkage_review.csv").Count(row => row[0] == Services && row[2] == "P");

        Assert.Multiple(() =>
        {
            foreach (var attribute in exact.GroupBy(row => row[1]))
            {
                Assert.That((attribute.Sum(row => int.Parse(row[3], CultureInfo.InvariantCulture)), attribute.Sum(row => int.Parse(row[5], CultureInfo.InvariantCulture))), Is.EqualTo((400, likely)), attribute.Key);
            }
            Assert.That(exact.Select(row => (row[1], row[2])), Is.EquivalentTo(rates.Keys));
            Assert.That(rates.Keys.Where(key => key.Item1 is "month" or "ethnic_group"), Is.EqualTo(new[] { ("ethnic_group", "not stated"), ("month", "2024-06") }));
            Assert.That(rates[("month", "2024-06")].GetProperty("share_linked").GetDouble(), Is.EqualTo(likely / 400.0).Within(0.01));
            Assert.That(rates[("month", "2024-06")].GetProperty("share_linked_by_rule").GetDouble(), Is.Zero, "before probability");
        });
    }

    [Test]
    public void Text_json_and_picture_say_the_same_rates()
    {
        using var folder = new TemporaryFolder();
        var text = CommandLine.Run("link", "report", _job.Output, "--charts", folder.Path).Out;
        var picture = File.ReadAllText(Path.Combine(folder.Path, $"link-rates-{Services}.svg"));

        Assert.Multiple(() =>
        {
            foreach (var rate in Rates().Where(rate => rate.GetProperty("attribute").GetString() is "age_band" or "month"))
            {
                string Of(string figure) => Regex.Escape(rate.GetProperty(figure).ToString());
                Assert.That(text, Does.Match($@"{Services} +(Age|Month): {Of("group")} +{Of("records")} +{Of("unlinked")} +{Of("share_linked_by_rule")} +{Of("share_linked")} +{Of("pounds_linked")} +{Of("pounds_unlinked")}"));
                Assert.That(picture, Does.Contain($": {rate.GetProperty("group").GetString()}<").And.Contains($">{rate.GetProperty("share_linked")}<"));
            }
            Assert.That(text, Does.Contain($"  {Services} does not tell deprivation_decile, ethnic_group\n"));
        });
    }

    [Test]
    public void The_ranking_at_both_thresholds_is_told_in_a_sentence_for_each_scheme()
    {
        var rankings = CommandLine.Run("link", "report", _job.Output, "--json").Json.GetProperty("ranking_at_coverage").EnumerateArray().ToList();
        var text = CommandLine.Run("link", "report", _job.Output).Out;

        Assert.Multiple(() =>
        {
            Assert.That(rankings, Is.Not.Empty);
            foreach (var ranking in rankings)
            {
                Assert.That(text, Does.Contain($"  {ranking.GetProperty("scheme").GetString()}, {ranking.GetProperty("year").GetString()}: {ranking.GetProperty("says").GetString()}\n"));
                Assert.That(ranking.GetProperty("says").GetString(), Does.Match("^[0-9]+ of the [0-9]+ costliest cohorts are the same(, ranks agree at [-0-9.]+ .Spearman.)?; "));
            }
        });
    }

    [Test]
    public void The_surer_a_link_must_be_the_more_records_say_too_little()
    {
        var json = CommandLine.Run("link", "report", _job.Output, "--json").Json;
        var shares = json.GetProperty("unlinkable_by_threshold").EnumerateArray().Select(at => at.GetProperty("share")).ToList();
        var exact = Rows("linkage_unlinkables.csv");

        Assert.Multiple(() =>
        {
            Assert.That(shares, Has.Count.EqualTo(8));
            Assert.That(shares.Where(share => share.ValueKind == JsonValueKind.Number).Select(share => share.GetDouble()), Is.Ordered.And.Not.Empty);
            Assert.That(exact.Sum(row => int.Parse(row[3], CultureInfo.InvariantCulture)), Is.EqualTo(400));
            Assert.That(exact.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)), Is.Ordered);
        });
    }

    [Test]
    public void Levels_of_a_comparison_are_all_there_is_for_one_person_and_for_two()
    {
        var levels = CommandLine.Run("link", "report", _job.Output, "--json").Json.GetProperty("levels").EnumerateArray().ToList();

        Assert.Multiple(() =>
        {
            foreach (var comparison in levels.GroupBy(level => level.GetProperty("comparison").GetString()))
            {
                Assert.That(comparison.Sum(level => level.GetProperty("m").GetDouble()), Is.EqualTo(1).Within(0.00001), comparison.Key);
                Assert.That(comparison.Sum(level => level.GetProperty("u").GetDouble()), Is.EqualTo(1).Within(0.00001), comparison.Key);
            }
        });
    }

    [Test]
    public void Few_are_hidden_and_the_surer_a_link_must_be_the_more_stay_unlinked()
    {
        var json = CommandLine.Run("link", "report", _job.Output, "--json").Json;
        var pairs = json.GetProperty("histogram").EnumerateArray().Select(bin => bin.GetProperty("pairs")).ToList();
        var shares = json.GetProperty("unlinked_by_threshold").EnumerateArray().Select(at => at.GetProperty("unlinked_share")).Where(share => share.ValueKind == JsonValueKind.Number).Select(share => share.GetDouble()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(pairs.Where(count => count.ValueKind == JsonValueKind.Number).Select(count => count.GetInt32()), Has.All.Matches<int>(count => count % 5 == 0 && count is 0 or > 7));
            Assert.That(pairs.Where(count => count.ValueKind == JsonValueKind.String).Select(count => count.GetString()), Is.Not.Empty.And.All.EqualTo("[c]"));
            Assert.That(shares, Is.Ordered.And.Not.Empty);
            Assert.That(shares[^1], Is.GreaterThan(shares[0]));
        });
    }

    [Test]
    public void Pictures_show_the_figures_of_their_tables_and_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var key = Rows("linkage_choices.csv").First(row => row[3] == "linked")[1];
        CommandLine.Run("link", "report", _job.Output, "--charts", folder.Path);
        var json = Explain(key, "--charts", folder.Path, "--json").Json;
        var waterfall = File.ReadAllText(Path.Combine(folder.Path, "link-waterfall.svg"));
        var scenes = LinkCharts.Of(LinkReport.Read(_job.Current)).Concat(LinkCharts.Of(PublishedLink.Find(_job.Current, Services, key).Decision!));

        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(new[] { $"link-levels-{Services}.svg", "link-rates-acute_outpatients.svg", $"link-rates-{Services}.svg", $"link-unlinkable-{Services}.svg", $"link-unlinked-{Services}.svg", "link-waterfall.svg", $"link-weights-{Services}.svg" }));
            foreach (var step in json.GetProperty("steps").EnumerateArray()) { Assert.That(waterfall, Does.Match($@">[+]?{step.GetProperty("bits").GetRawText()}<")); }
            Assert.That(scenes.SelectMany(scene => Lint.Check(scene.Scene)), Is.Empty);
            Assert.That(CommandLine.Run("link", "report", _job.Output, "--charts", Path.Combine(folder.Path, "link-waterfall.svg")).Error, Does.Contain("STR701"));
        });
    }

    [Test]
    public void A_record_that_nobody_was_weighed_for_is_answered_too()
    {
        var told = CommandLine.Run("link", "explain", _job.Output, "--record", "acute_outpatients:RBA/A1");

        Assert.That((told.ExitCode, told.Out), Is.EqualTo((0, "Not linked: number not on the register. Nobody of the register was weighed.\n")));
    }

    [TestCase("guess", null, "STR110: There is no 'link guess'.")]
    [TestCase("explain", null, "STR110: 'link explain' needs to know which record.")]
    [TestCase("explain", "V1", "STR110: '--record' does not name a dataset and a key.")]
    [TestCase("report", "social_care_services:V1", "STR110: '--record' is of 'link explain'")]
    [TestCase("explain", "social_care_services:V1", "with this key: it is not there, or an NHS number linked it.")]
    [TestCase("explain", "social_care_service:V1", "Did you mean 'social_care_services'?")]
    public void What_cannot_be_answered_is_told_with_a_way_out(string what, string? record, string says)
    {
        var told = CommandLine.Run(["link", what, _job.Output, .. record is null ? Array.Empty<string>() : ["--record", record]]);

        Assert.That(told.ExitCode, Is.EqualTo(2));
        Assert.That(told.Error, Does.Contain(says));
        Assert.That(told.Error, Does.Not.Contain("V1"), "a key is its sender's");
    }

    [Test]
    public void A_run_by_rules_alone_has_a_report_and_no_weights()
    {
        using var job = new SmallJob();
        job.Run();
        var report = CommandLine.Run("link", "report", job.Output);
        var explained = CommandLine.Run("link", "explain", job.Output, "--record", "acute_outpatients:RBA/A1");

        Assert.Multiple(() =>
        {
            Assert.That(report.Out, Does.Contain("acute_outpatients").And.Contain("Records were linked by rules alone"));
            Assert.That((report.ExitCode, explained.ExitCode), Is.EqualTo((0, 2)));
            Assert.That(explained.Error, Does.Contain("STR105: The run did not link by probability").And.Contain("'linkage: {probabilistic: true}'"));
        });
    }

    [Test]
    public void A_folder_that_is_no_run_and_evidence_that_was_changed_are_told()
    {
        using var folder = new TemporaryFolder();
        using var job = new LinkageJob();
        var file = Path.Combine(job.Current, "restricted", "linkage_parameters.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("postcode,3,", "postcode,x,", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(CommandLine.Run("link", "report", folder.Path).Error, Does.Contain("STR105: There is no published run here"));
            Assert.That(CommandLine.Run("link", "explain", folder.Path, "--record", "a:b").Error, Does.Contain("STR105: There is no published run here"));
            Assert.That(CommandLine.Run("link", "report", job.Output).Error, Does.Contain("STR403: The line is not as a run writes it."));
        });
    }

    private List<JsonElement> Rates() => [.. CommandLine.Run("link", "report", _job.Output, "--json").Json.GetProperty("match_rates").EnumerateArray().Where(rate => rate.GetProperty("dataset").GetString() == Services)];

    private CommandLine Explain(string key, params string[] options) => CommandLine.Run(["link", "explain", _job.Output, "--record", $"{Services}:{key}", .. options]);

    /// <summary>Rows of a file without quotes.</summary>
    private List<string[]> Rows(string file) => [.. File.ReadLines(Path.Combine(_job.Current, "restricted", file)).Skip(1).Select(line => line.Split(','))];
}
