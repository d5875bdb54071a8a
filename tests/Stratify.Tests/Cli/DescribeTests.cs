using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary>What is said of conditions: every grouping and every code of it.</summary>
public sealed class DescribeTests
{
    [Test]
    public void Every_grouping_is_listed_with_its_release_and_its_source()
    {
        var told = CommandLine.Run("describe", "conditions").Out;

        Assert.Multiple(() =>
        {
            foreach (var grouping in GroupingDefinition.Shipped)
            {
                Assert.That(told, Does.Contain($"\n{grouping.Name} ").Or.StartsWith($"{grouping.Name} "));
                Assert.That(told, Does.Contain(grouping.Source));
                Assert.That(told, Does.Contain($"release {grouping.Release}"));
            }
        });
    }

    [TestCase("charlson", "  diab: Diabetes without complication, 1 unless diabwc. Known by a code within 1826 days.")]
    [TestCase("cambridge", "  asthma: Asthma, 0.19. Known by a code, and 1 medicine within 365 days.")]
    [TestCase("barnett", "  cancer: Cancer, new diagnosis in last 5 years. Known by a first code within 1826 days.")]
    [TestCase("hfrs", "  f00: Dementia in Alzheimers disease, 7.1. Known by a code within 730 days.")]
    [TestCase("acsc_admissions", "    with secondary: J41 J42 J43 J44 J47")]
    [TestCase("falls_admissions", "    unless any: V W X Y")]
    public void A_grouping_or_a_list_is_told_to_the_last_code(string name, string line) => Assert.That(CommandLine.Run("describe", name).Out.Split('\n').Select(one => one.TrimEnd('\r')), Has.Member(line));

    [Test]
    public void What_puts_cohorts_in_order_is_told_with_every_weight_and_can_be_pasted_into_a_job()
    {
        var told = CommandLine.Run("describe", "priorities").Out;

        Assert.Multiple(() =>
        {
            Assert.That(told, Does.Contain("ranking: {weights: {excess_cost: 1, settings_used: 1, in_scope: 1, stability: 1, persistence: 0}}"));
            foreach (var component in Model.RankComponents.All) { Assert.That(told, Does.Contain(component.Meaning)); }
        });
    }

    [Test]
    public void How_a_cohort_is_shown_up_close_is_told_with_the_fewest_people_of_a_value()
    {
        var told = CommandLine.Run("describe", "up-close").Out;

        Assert.Multiple(() =>
        {
            Assert.That(told, Does.Contain("report: {up_close: [number-of-conditions.conditions-5-plus]}"));
            Assert.That(told, Does.Contain("Every value is of 16 people or more (opensafely)"), "eight on each side of the middle");
            foreach (var table in new[] { "up_close_profile", "up_close_conditions", "cohort_providers", "exemplar", "exemplar_steps" }) { Assert.That(told, Does.Contain($"tables/{table}.csv")); }
        });
    }

    [Test]
    public void How_places_are_compared_is_told_with_every_measure_and_the_standard_population()
    {
        var told = CommandLine.Run("describe", "places").Out;

        Assert.Multiple(() =>
        {
            foreach (var measure in PlaceMeasures.All) { Assert.That(told, Does.Contain($"  {measure.Name} ")); }
            Assert.That(told, Does.Contain("85-89 1500, 90+ 1000"));
            Assert.That(CommandLine.Run("describe", "places", "--json").Out, Does.Contain("\"weight\": 1000").Or.Contain("\"weight\":1000"));
        });
    }

    [Test]
    public void What_is_told_month_by_month_is_told_with_every_measure_and_what_has_no_limits()
    {
        var told = CommandLine.Run("describe", "months").Out;

        Assert.Multiple(() =>
        {
            foreach (var measure in MonthMeasures.All) { Assert.That(told, Does.Contain($"  {measure.Name} ").And.Contain(measure.Title)); }
            Assert.That(told, Does.Contain("fewer than ten months").And.Contain("is not over"));
            Assert.That(CommandLine.Run("describe", "months", "--json").Out, Does.Contain("ae_attendances"));
        });
    }

    [Test]
    public void Measures_of_joined_up_care_are_told_with_what_each_counts_and_needs()
    {
        var told = CommandLine.Run("describe", "metrics").Out;

        Assert.Multiple(() =>
        {
            foreach (var metric in Stratify.Ranking.Metrics.All) { Assert.That(told, Does.Contain($"  {metric.Name} ").And.Contain(metric.Definition).And.Contain(metric.Source)); }
            Assert.That(told, Does.Contain("Making Data Count").And.Contain("seven in a row on one side of the mean").And.Contain("cohort_coordination.csv"));
            Assert.That(CommandLine.Run("describe", "metrics", "--json").Out, Does.Contain("emergency_attendances.acuity"));
        });
    }

    [Test]
    public void Every_list_of_admissions_has_its_codes_and_no_code_is_of_a_list_that_nobody_knows() => Assert.Multiple(() =>
    {
        Assert.That(AdmissionCode.Shipped.Select(code => code.List).Distinct(), Is.EquivalentTo(AdmissionLists.All.Select(list => list.Name).Append(AdmissionLists.CancerCare)));
        Assert.That(GroupingDefinition.Shipped.Select(grouping => grouping.Name), Is.EqualTo(Groupings.All.Select(grouping => grouping.Name)));
    });

    [Test]
    public void Every_rule_of_what_is_in_scope_is_told_and_those_that_are_not_applied_say_why()
    {
        var told = CommandLine.Run("describe", "opportunities").Out;

        Assert.Multiple(() =>
        {
            Assert.That(told, Does.Contain("In scope is not a saving"));
            foreach (var rule in OpportunityRules.Shipped.All) { Assert.That(told, Does.Contain($" {rule.Name} ").And.Contain(rule.Title)); }
            foreach (var rule in OpportunityRules.Shipped.NotApplied) { Assert.That(told, Does.Contain(rule.NotApplied)); }
            Assert.That(CommandLine.Run("describe", "sdec_very_high").Out, Does.Contain("Admission method 21 or 22 or 23, aged 18 or more, 0 to 2 nights, a condition of sdec_very_high. Published as convertible: 90 to 100%.").And.Contain("    hrg: YQ51C YQ51D YQ51E"));
            Assert.That(CommandLine.Run("describe", "obesity").Out, Does.Contain("Not applied. Needs the fraction"));
            Assert.That(CommandLine.Run("describe", "opportunities", "--json").Out, Does.Contain("\"acsc_chronic\"").IgnoreCase);
        });
    }

    /// <summary>Every condition of a grouping is known by something, and what outranks it is there.</summary>
    [Test]
    public void Every_condition_has_codes_or_medicines_in_its_list() => Assert.Multiple(() =>
    {
        foreach (var (grouping, condition) in GroupingDefinition.Shipped.SelectMany(grouping => grouping.Conditions.Select(condition => (grouping, condition))))
        {
            var codes = ConditionDefinitions.Shipped.Lists[grouping.List].Codes.Where(code => condition.Parts.Contains(code.Condition)).ToList();
            Assert.That(codes.Exists(code => code.Kind == "diagnosis") || condition.Name == "painful_condition", $"{grouping.Name} {condition.Name}");
            Assert.That(codes.Exists(code => code.Kind == "medicine") || condition.Medicines is null, $"{grouping.Name} {condition.Name}");
            Assert.That(condition.OutrankedBy is null || grouping.Conditions.Any(other => other.Name == condition.OutrankedBy), $"{grouping.Name} {condition.Name}");
        }
    });
}
