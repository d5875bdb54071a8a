using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A headline states a finding only where the published figures bear it out.</summary>
public sealed class ReportHeadlineSpec
{
    [Test]
    public void The_share_of_the_costliest_twentieth_is_stated_where_it_may_be_seen()
    {
        var report = DrawnReport.Empty.With("concentration", """
            top_share | people | share_of_cost
            ----------+--------+--------------
            0.01      |    100 |         0.221
            0.05      |    500 |         0.484
            0.2       |   2000 |         0.803
            """);

        Assert.That(report.Page("In one page").Headline, Is.EqualTo("One person in twenty accounts for 48% of cost"));
    }

    [Test]
    public void Where_a_twentieth_is_too_few_people_the_next_familiar_share_is_stated()
    {
        var report = DrawnReport.Empty.With("concentration", """
            top_share | people | share_of_cost
            ----------+--------+--------------
            0.05      |    [c] |           [c]
            0.1       |    [c] |           [c]
            0.2       |      8 |          0.71
            """);

        Assert.That(report.Page("In one page").Headline, Is.EqualTo("One person in five accounts for 71% of cost"));
    }

    [Test]
    public void Nothing_is_claimed_of_a_place_without_people()
    {
        Assert.That(DrawnReport.Empty.Report.Pages.Select(page => page.Headline), Is.EqualTo(new[]
        {
            "How cost is spread over people",
            "Cost a person by number of long-term conditions",
            "Cost by age and number of conditions",
            "Which services the same people use",
            "How records were linked to people",
            "How the figures were made, and how far to trust them",
        }));
    }

    [TestCase("0.05", "0.16", "The number of conditions says more about cost than age does")]
    [TestCase("0.16", "0.05", "Age says more about cost than the number of conditions does")]
    [TestCase("0.10", "0.11", "Cost by age and number of conditions")]
    [TestCase("0.001", "0.004", "Cost by age and number of conditions")]
    [TestCase("[c]", "[c]", "Cost by age and number of conditions")]
    public void Age_and_conditions_are_compared_by_what_each_explains(string age, string conditions, string headline)
    {
        var report = DrawnReport.Empty.With("model_fit", $"""
            model              | groups | adjusted
            -------------------+--------+---------
            age                |      8 | {age}
            conditions         |      6 | {conditions}
            age and conditions |     40 | 0.2
            """);

        Assert.That(report.Page("Who").Headline, Is.EqualTo(headline));
    }

    [TestCase("300", "2400", "People with 5 or more conditions cost 8 times as much as people with none")]
    [TestCase("300", "600", "People with 5 or more conditions cost twice as much as people with none")]
    [TestCase("300", "420", "Cost a person by number of long-term conditions")]
    [TestCase("[c]", "2400", "Cost a person by number of long-term conditions")]
    [TestCase("0", "2400", "Cost a person by number of long-term conditions")]
    public void Many_conditions_are_compared_with_none_where_both_may_be_seen(string none, string many, string headline)
    {
        var report = DrawnReport.Empty.With("cost_by_conditions", $"""
            conditions_band | setting   | people | mean_cost | mean_cost_all
            ----------------+-----------+--------+-----------+--------------
            0               | inpatient |    500 | {none}    | {none}
            5 or more       | inpatient |     50 | {many}    | {many}
            """);

        Assert.That(report.Page("Where the money goes").Headline, Is.EqualTo(headline));
    }

    [TestCase("1", "The costliest cohort: Parkinson's disease, £5,000 a person")]
    [TestCase("2", "1 of 2 cohorts cost more than average, by more than chance")]
    public void A_cohort_is_called_the_costliest_only_when_chance_leaves_no_doubt(string rankUpper, string headline)
    {
        var report = DrawnReport.Empty
            .With("population", """
                people | mean_cost
                -------+----------
                  1000 |      1000
                """)
            .With("cohorts", $"""
                scheme | scheme_title | uses_activity | cohort | title               | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper
                -------+--------------+---------------+--------+---------------------+--------+-----------+------------+------------+------+------------+-----------
                mine   | Mine         | no            | a      | Parkinson's disease |     20 |      5000 |       3000 |       7000 |    1 |          1 | {rankUpper}
                mine   | Mine         | no            | b      | Everyone else       |    980 |       900 |        800 |       1000 |    2 |          1 | 2
                """);

        Assert.That(report.Page("Which cohorts: Mine").Headline, Is.EqualTo(headline));
    }

    [Test]
    public void People_of_three_settings_are_set_against_their_cost_when_they_cost_more_than_their_share()
    {
        var report = DrawnReport.Empty
            .With("population", """
                people | cost   | mean_cost
                -------+--------+----------
                  1000 | 100000 |       100
                """)
            .With("setting_combinations", """
                settings                          | people | cost  | mean_cost
                ----------------------------------+--------+-------+----------
                primary_care                      |    800 | 20000 |        25
                community+inpatient+primary_care  |    100 | 60000 |       600
                inpatient+outpatient+primary_care |    [c] |   [c] |       [c]
                """);

        Assert.That(report.Page("Where services meet").Headline, Is.EqualTo("People who use three settings or more are 10% of people and 60% of cost"));
    }
}
