using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What people with a condition cost, by how many others they have; residents have the first conditions of the list: hypertension, diabetes, coronary heart disease and so on.</summary>
public sealed class ConditionOthersSpec
{
    private static readonly string[] Columns = ["condition", "others", "people", "mean_cost"];

    /// <summary>40 with one, 30 with two, 20 with three, and 10 with four and 10 with five, who together have three or more others of each of their conditions.</summary>
    [Test]
    public void A_person_is_under_each_of_their_conditions_with_as_many_others()
    {
        using var town = new ResultTown(
        [
            .. ResultTown.Alike(40, new Resident(40, 1, 100_00, 0)), .. ResultTown.Alike(30, new Resident(40, 2, 200_00, 0)), .. ResultTown.Alike(20, new Resident(40, 3, 300_00, 0)),
            .. ResultTown.Alike(10, new Resident(40, 4, 400_00, 0)), .. ResultTown.Alike(10, new Resident(40, 5, 600_00, 0)),
        ], "number-of-conditions");

        Assert.That(ResultTown.Draw(town.Publish()["cost_by_condition_and_others"], Columns), Is.EqualTo(Table.Normal("""
            condition              | others    | people | mean_cost
            Hypertension           | 0         | 40     | 100
            Hypertension           | 1         | 30     | 200
            Hypertension           | 2         | 20     | 300
            Hypertension           | 3 or more | 20     | 500
            Diabetes               | 1         | 30     | 200
            Diabetes               | 2         | 20     | 300
            Diabetes               | 3 or more | 20     | 500
            Coronary heart disease | 2         | 20     | 300
            Coronary heart disease | 3 or more | 20     | 500
            Heart failure          | 3 or more | 20     | 500
            Atrial fibrillation    | 3 or more | 10     | 600
            """)));
    }

    /// <summary>
    /// Three people have three conditions. Of hypertension 42 are seen, who are all that are left of it without 12 and 3; of those with one other,
    /// the 12 are hidden under both conditions, as those would be had back from how many people have two.
    /// </summary>
    [Test]
    public void Bands_of_few_people_take_others_with_them_so_that_no_whole_gives_them_back()
    {
        using var town = new ResultTown([.. ResultTown.Alike(42, new Resident(40, 1, 100_00, 0)), .. ResultTown.Alike(12, new Resident(40, 2, 200_00, 0)), .. ResultTown.Alike(3, new Resident(40, 3, 300_00, 0))], "number-of-conditions");
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(ResultTown.Draw(results["cost_by_condition_and_others"], Columns), Is.EqualTo(Table.Normal("""
                condition              | others | people | mean_cost
                Hypertension           | 0      | 40     | 100
                Hypertension           | 1      | [c]    | [c]
                Hypertension           | 2      | [c]    | [c]
                Diabetes               | 1      | [c]    | [c]
                Diabetes               | 2      | [c]    | [c]
                Coronary heart disease | 2      | [c]    | [c]
                """)));
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>Everybody's bands of one condition are those who have it, and everybody with so many conditions is under each: 1 × 40 + 2 × 30 + 3 × 20.</summary>
    [Test]
    public void Over_conditions_people_come_to_as_many_as_they_have_conditions()
    {
        using var town = new ResultTown([.. ResultTown.Alike(40, new Resident(40, 1, 100_00, 0)), .. ResultTown.Alike(30, new Resident(40, 2, 200_00, 0)), .. ResultTown.Alike(20, new Resident(40, 3, 300_00, 0))], "number-of-conditions");

        Assert.That(town.Warehouse.Count("select cast(sum(people) as bigint) from measure_condition_others"), Is.EqualTo(160));
    }
}
