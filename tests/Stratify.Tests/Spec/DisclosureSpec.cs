using Stratify.Model;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Settings;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class DisclosureSpec
{
    private static readonly Disclosure Door = new(DisclosureRule.OpenSafely);

    [TestCase(0, "0")]
    [TestCase(1, "[c]")]
    [TestCase(7, "[c]")]
    [TestCase(8, "10")]
    [TestCase(12, "10")]
    [TestCase(13, "15")]
    [TestCase(17, "15")]
    [TestCase(18, "20")]
    [TestCase(114_874, "114875", Description = "South Somerset in 2012")]
    public void A_count_is_zero_hidden_or_rounded(long count, string published)
    {
        foreach (var rule in new[] { DisclosureRule.OpenSafely, DisclosureRule.Hes }) { Assert.That(new Disclosure(rule).Count(count).Csv, Is.EqualTo(published), rule.Name); }
    }

    [TestCase(0, "0")]
    [TestCase(9, "[c]")]
    [TestCase(10, "10")]
    [TestCase(12, "10")]
    [TestCase(13, "15")]
    public void Sacro_hides_counts_below_ten(long count, string published) => Assert.That(new Disclosure(DisclosureRule.Sacro).Count(count).Csv, Is.EqualTo(published));

    [Test]
    public void A_true_zero_is_told_from_what_is_hidden_and_from_what_cannot_be_measured()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Door.Total(0, 0), Is.InstanceOf<ZeroCell>());
            Assert.That(Door.Total(7, 0), Is.InstanceOf<HiddenCell>(), "that few people cost nothing is said of them too");
            Assert.That(Door.Total(8, 0).Csv, Is.EqualTo("0"));
            Assert.That(Door.Mean(0, 0), Is.InstanceOf<NotApplicableCell>());
            Assert.That(Door.Derived(8, double.NaN, 2), Is.InstanceOf<NotApplicableCell>());
            Assert.That(Door.Derived(8, null, 2), Is.InstanceOf<NotApplicableCell>());
            Assert.That(new[] { Door.Count(0).Number, Door.Count(3).Number, Door.Mean(0, 0).Number }, Is.EqualTo(new double?[] { 0, null, null }));
        });
    }

    [TestCase(7)]
    [TestCase(1)]
    public void Whatever_describes_a_hidden_group_is_hidden_with_it(long count)
    {
        Cell[] cells = [Door.Mean(count, 100), Door.Total(count, 100), Door.Derived(count, 0.5, 3), Door.Years(count, 1), Door.Middle(count, 5, 0), Door.Share(Door.Count(count), Door.Count(100), 100), Door.Share(Door.Count(50), Door.Count(count), count)];

        Assert.That(cells, Is.All.InstanceOf<HiddenCell>());
    }

    /// <summary>£1,234.56 each for 13 people is published as 15 × £1,235.</summary>
    [Test]
    public void Money_is_the_published_mean_times_the_published_count()
    {
        Assert.That((Door.Mean(13, 13 * 1234_56).Csv, Door.Total(13, 13 * 1234_56).Csv), Is.EqualTo(("1235", "18525")));
    }

    [TestCase(1_00, "1")]
    [TestCase(9_876, "98.8")]
    [TestCase(9_87, "9.87")]
    [TestCase(1234_50, "1235")]
    [TestCase(-1234_50, "-1235")]
    public void A_mean_has_three_figures_or_whole_pounds(long penceEach, string published) => Assert.That(Door.Mean(20, 20 * penceEach).Csv, Is.EqualTo(published));

    /// <summary>The middle of 15 people has seven on each side.</summary>
    [TestCase(15, "[c]")]
    [TestCase(16, "5")]
    public void A_median_needs_enough_people_on_each_side(long count, string published) => Assert.That(Door.Middle(count, 5, 0).Csv, Is.EqualTo(published));

    /// <summary>3 of 11 are hidden; 9 of 11 are published as 10 of 10, for 0.818 would be an eleven.</summary>
    [TestCase(3, 11, "[c]")]
    [TestCase(9, 11, "1")]
    [TestCase(0, 11, "0")]
    [TestCase(1000, 3000, "0.333")]
    public void A_share_is_of_published_counts(long part, long whole, string published) => Assert.That(Door.Share(Door.Count(part), Door.Count(whole), whole).Csv, Is.EqualTo(published));

    /// <summary>HES: one decimal of a percentage only when the denominator is at least 4,000.</summary>
    [TestCase(1000, 3000, "0.33")]
    [TestCase(1000, 3995, "0.25")]
    [TestCase(1333, 4000, "0.334")]
    public void Hospital_statistics_round_shares_of_fewer_than_4000_to_whole_percentages(long part, long whole, string published)
    {
        var door = new Disclosure(DisclosureRule.Hes);

        Assert.That(door.Share(door.Count(part), door.Count(whole), whole).Csv, Is.EqualTo(published));
    }

    [Test]
    public void Every_rule_that_a_job_may_name_is_there()
    {
        Assert.Multiple(() =>
        {
            Assert.That(DisclosureRule.All.Select(rule => rule.Name), Is.EqualTo(DisclosureNames.All));
            Assert.That(DisclosureNames.All.Select(name => DisclosureRule.Named(name).Name), Is.EqualTo(DisclosureNames.All));
            Assert.That(() => DisclosureRule.Named("none"), Throws.ArgumentException);
            Assert.That(DisclosureRule.OpenSafely.Says, Is.EqualTo("Counts of 1 to 7 are hidden and others rounded to the nearest 5. " + Nearly + "."));
            Assert.That(DisclosureRule.Hes.Says, Is.EqualTo("Counts of 1 to 7 are hidden and others rounded to the nearest 5. Percentages of fewer than 4,000 people are whole. " + Nearly + "."));
            Assert.That(DisclosureRule.Sacro.Says, Is.EqualTo("Counts of 1 to 9 are hidden and others rounded to the nearest 5. " + Nearly + ", or where the two have more than 90%."));
        });
    }

    private const string Nearly = "Pounds are hidden, of however many people they are, where all but the two who have most of them come to less than 10% of what the first has";

    [TestCase("sacro", "sacro")]
    [TestCase("hes", "hes")]
    [TestCase("opensafely", "opensafely")]
    public void A_job_names_its_rule(string written, string name) => Assert.That(Job($"disclosure: {written}").Disclosure.Rule, Is.EqualTo(name));

    [Test]
    public void A_job_that_names_none_has_the_first() => Assert.That(Job("").Disclosure.Rule, Is.EqualTo(DisclosureNames.All[0]));

    /// <summary>For small areas and what people would not have known of them.</summary>
    [Test]
    public void A_job_may_ask_for_more_people_than_its_rule_does_and_for_larger_places()
    {
        var asked = Job("disclosure: {rule: sacro, least: 20, least_of_place: 1500}").Disclosure;
        var rule = DisclosureRule.Named(asked.Rule).Stricter(asked.Least, asked.LeastOfPlace);

        Assert.Multiple(() =>
        {
            Assert.That((rule.Name, rule.Least, rule.LeastOfPlace), Is.EqualTo(("sacro", 20L, 1500L)));
            Assert.That(rule.Says, Does.StartWith("Counts of 1 to 19 are hidden").And.EndWith("Practices and neighbourhoods of fewer than 1,500 people are hidden."));
            Assert.That(DisclosureRule.Sacro.Stricter(8, 0).Least, Is.EqualTo(10), "Never fewer than the rule's own.");
            Assert.That(new Disclosure(rule).Count(19), Is.EqualTo(HiddenCell.Instance));
            Assert.That(Assert.Throws<DefinitionException>(() => Job("disclosure: {rule: sacro, least: 5}"))!.Problems.Single().ToString(), Does.Contain("least"));
            Assert.That(Assert.Throws<DefinitionException>(() => Job("disclosure: {rules: sacro}"))!.Problems.Single().ToString(), Does.Contain("rules"));
        });
    }

    [Test]
    public void A_job_cannot_name_a_rule_that_is_not_there() =>
        Assert.That(Assert.Throws<DefinitionException>(() => Job("disclosure: openSafely"))!.Problems.Single().ToString(), Does.Contain("opensafely"));

    private static Job Job(string disclosure)
    {
        using var folder = new TemporaryFolder();
        SyntheticPopulation.Write(1, 1, folder.Path);
        var path = Path.Combine(folder.Path, "stratify.yml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("disclosure: opensafely", disclosure, StringComparison.Ordinal));
        return JobReader.Read(path);
    }
}
