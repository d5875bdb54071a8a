using Stratify.Cohorts;
using Stratify.Problems;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Conditions that come together, found in the data of a run, and what they cost beyond each alone.</summary>
public sealed class CombinationSpec
{
    /// <summary>Three with diabetes and kidney disease, one of whom has heart failure too; two with each of the first alone; three with none.</summary>
    private const string Ten = """
        person_id | diabetes | ckd | heart_failure | cost
        a         | yes      | yes | no            | 100
        b         | yes      | yes | no            | 120
        c         | yes      | yes | yes           | 140
        d         | yes      | no  | no            | 40
        e         | yes      | no  | no            | 60
        f         | no       | yes | no            | 20
        g         | no       | yes | no            | 30
        h         | no       | no  | no            | 0
        i         | no       | no  | no            | 10
        j         | no       | no  |               | 20
        """;

    [Test]
    public void Combinations_that_enough_people_have_are_found_costliest_first_each_with_its_exclusive_twin()
    {
        using var town = Found("{from: [diabetes, ckd, heart_failure], sizes: [2, 3], at_least: 1}");

        // Diabetes and kidney disease cost £360; the pairs with heart failure, and all three, £140 each, in the order of the conditions.
        Assert.That(Table.Draw(town.Warehouse.Query("""
            select cohort, title, string_agg(person_id, ' ' order by person_id) as people
            from combination left join cohort_member using (scheme, cohort) left join person_year using (person_key, year) group by cohort, title, position order by position
            """)), Is.EqualTo(Table.Normal("""
            cohort                                  | title                                                       | people
            diabetes-and-ckd                        | Diabetes + Chronic kidney disease                           | a b c
            only-diabetes-and-ckd                   | Diabetes + Chronic kidney disease, none else                | a b
            diabetes-and-heart-failure              | Diabetes + Heart failure                                    | c
            only-diabetes-and-heart-failure         | Diabetes + Heart failure, none else                         |
            ckd-and-heart-failure                   | Chronic kidney disease + Heart failure                      | c
            only-ckd-and-heart-failure              | Chronic kidney disease + Heart failure, none else           |
            diabetes-and-ckd-and-heart-failure      | Diabetes + Chronic kidney disease + Heart failure           | c
            only-diabetes-and-ckd-and-heart-failure | Diabetes + Chronic kidney disease + Heart failure, none else | c
            """)));
    }

    [TestCase("{from: [diabetes, ckd, heart_failure], sizes: [2, 3], at_least: 2}", "diabetes-and-ckd")]
    [TestCase("{from: [diabetes, ckd, heart_failure], sizes: [2, 3], at_least: 1, most: 2}", "diabetes-and-ckd, diabetes-and-heart-failure")]
    [TestCase("{from: [diabetes, ckd, heart_failure], sizes: [3], at_least: 1}", "diabetes-and-ckd-and-heart-failure")]
    [TestCase("{from: all, at_least: 2}", "diabetes-and-ckd")]
    [TestCase("{from: all}", "")]
    public void Size_floor_and_number_are_declared(string discover, string expected)
    {
        using var town = Found(discover);

        Assert.That(string.Join(", ", town.Warehouse.Query("select cohort from cohort where cohort not like 'only-%' order by position").Rows.Select(row => row[0])), Is.EqualTo(expected));
    }

    /// <summary>Means are £120 with both, £50 and £25 with one alone and £10 with none: 10 + 40 + 15 = £65 were to be expected, and £55 are beyond. p is R's, as in ContrastTests.</summary>
    [Test]
    public void What_a_pair_costs_beyond_its_conditions_each_alone()
    {
        using var town = Found("{from: [diabetes, ckd], sizes: [2], at_least: 3}");

        Assert.Multiple(() =>
        {
            Assert.That(Table.Draw(town.Warehouse.Query("select cohort, people, pence, everyone, people_1, people_2, least_compared, expected, excess, round(p_value, 8) as p, round(adjusted_p, 8) as adjusted from measure_condition_combination")), Is.EqualTo(Table.Normal("""
                cohort                | people | pence | everyone | people_1 | people_2 | least_compared | expected | excess | p          | adjusted
                diabetes-and-ckd      | 3      | 36000 | 10       | 5        | 5        | 2              | 65       | 55     | 0.02969629 | 0.02969629
                only-diabetes-and-ckd | 3      | 36000 | 10       | 5        | 5        | 2              | 65       | 55     | 0.02969629 | 0.02969629
                """)));
            // No resample can leave the least and the most that the groups could give: 100 − 60 − 30 + 0 and 140 − 40 − 20 + 20.
            Assert.That(town.Warehouse.Count("select count(*) from measure_condition_combination where excess_lower between 10 and 55 and excess_upper between 55 and 100 and excess_lower < excess_upper"), Is.EqualTo(2));
        });
    }

    /// <summary>
    /// 67 people: 22 with high blood pressure alone, 12 with diabetes too, 3 of heart disease besides, 30 with none. Observed over expected is of published
    /// counts, (15 × 65)/(35 × 15) = 1.86. Nobody has diabetes alone, so nothing is to be expected; and the exclusive pair less the pair would tell of 3.
    /// </summary>
    [Test]
    public void The_published_table_is_made_of_published_counts_and_hides_what_few_people_tell()
    {
        using var town = new ResultTown(
            [.. ResultTown.Alike(22, new(50, 1, 300_00, 0)), .. ResultTown.Alike(12, new(50, 2, 900_00, 0)), .. ResultTown.Alike(3, new(50, 3, 900_00, 0)), .. ResultTown.Alike(30, new(50, 0, 100_00, 0))],
            [],
            [Read("{from: all, sizes: [2, 3], at_least: 8}")]);
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(ResultTown.Draw(results["condition_combinations"], "cohort", "variant", "people", "observed_over_expected", "total_cost", "mean_cost", "expected", "excess"), Is.EqualTo(Table.Normal("""
                cohort                         | variant   | people | observed_over_expected | total_cost | mean_cost | expected | excess
                hypertension-and-diabetes      | inclusive | 15     | 1.86                   | 13500      | 900       | [z]      | [z]
                only-hypertension-and-diabetes | exclusive | [c]    | [c]                    | [c]        | [c]       | [c]      | [c]
                """)));
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    [Test]
    public void Where_no_scheme_looks_for_combinations_there_is_no_table()
    {
        using var town = new ResultTown([.. ResultTown.Alike(20, new(50, 2, 300_00, 0))], "number-of-conditions");

        Assert.That(town.Publish().Tables.Select(table => table.Name), Has.None.EqualTo("condition_combinations"));
    }

    private static CohortTown Found(string discover)
    {
        var town = new CohortTown(People.Of(Ten));
        Stages.Run(CohortStage.Make([Read(discover)]), town.Warehouse);
        CombinationMeasures.Step(seed: 1).Make(town.Warehouse);
        return town;
    }

    private static Scheme Read(string discover)
    {
        var problems = new List<Problem>();
        return SchemeReader.Read($"scheme: together\ntitle: Together\nkind: sets\ndiscover: {discover}", "together.yml", problems) ?? throw new DefinitionException(problems);
    }
}
