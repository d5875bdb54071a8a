using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A mean over a group is the cost of the few who have any; it must not be read, nor had from the figures beside it.</summary>
public sealed class DisclosureSettingsSpec
{
    /// <summary>
    /// Of 40 people with one condition 3 were admitted, of 30 with none nobody and of 20 with two all. To hide the 3 alone would leave them
    /// as what the mean of all care has beside the appointments, and as what all admissions cost beside those of the 20.
    /// </summary>
    [Test]
    public void What_a_few_of_a_group_cost_is_hidden_with_what_would_give_it_back()
    {
        using var town = new ResultTown(
        [
            .. ResultTown.Alike(30, new Resident(30, 0, 10_00, 0)),
            .. ResultTown.Alike(37, new Resident(50, 1, 100_00, 0)),
            .. ResultTown.Alike(3, new Resident(50, 1, 100_00, 30_000_00)),
            .. ResultTown.Alike(20, new Resident(70, 2, 50_00, 1000_00)),
        ], "number-of-conditions");
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            // Where one group's appointments are hidden those of the next smallest are too, and then nobody knows which was meant.
            Assert.That(ResultTown.Draw(results["cohorts"], "cohort", "people", "mean_cost", "mean_cost_primary_care", "mean_cost_inpatient", "mean_cost_emergency"), Is.EqualTo(Table.Normal("""
                cohort       | people | mean_cost | mean_cost_primary_care | mean_cost_inpatient | mean_cost_emergency
                conditions-0 | 30     | 10        | 10                     | 0                   | 0
                conditions-1 | 40     | 2350      | [c]                    | [c]                 | 0
                conditions-2 | 20     | 1050      | [c]                    | [c]                 | 0
                """)));
            Assert.That(Means(results["cost_by_conditions"], "inpatient"), Is.EqualTo(new[] { "0", "[c]", "[c]" }));
            Assert.That(Means(results["cost_by_conditions"], "primary_care"), Is.EqualTo(new[] { "10", "[c]", "[c]" }));
            Assert.That(results["cost_by_conditions"].Rows.Select(row => row[3].Csv), Has.None.EqualTo("[c]"), "the groups themselves are many enough to be seen");
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    [Test]
    public void Settings_that_many_of_a_group_use_are_shown()
    {
        using var town = new ResultTown([.. ResultTown.Alike(30, new Resident(30, 0, 10_00, 0)), .. ResultTown.Alike(20, new Resident(70, 2, 50_00, 1000_00))], "number-of-conditions");

        Assert.That(ResultTown.Draw(town.Publish()["cohorts"], "cohort", "mean_cost_primary_care", "mean_cost_inpatient"), Is.EqualTo(Table.Normal("""
            cohort       | mean_cost_primary_care | mean_cost_inpatient
            conditions-0 | 10                     | 0
            conditions-2 | 50                     | 1000
            """)));
    }

    private static IEnumerable<string> Means(ResultTable table, string setting) => table.Where(("setting", setting)).Select(row => table[row, "mean_cost"].Csv);
}
