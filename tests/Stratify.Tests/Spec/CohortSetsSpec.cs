using Stratify.Cohorts;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Cohorts that overlap: who is in them, and what is published of them.</summary>
public sealed class CohortSetsSpec
{
    [Test]
    public void A_person_is_in_every_set_that_is_true_of_them_or_in_none()
    {
        using var town = Placed("""
            cohorts:
              - {id: old, title: Old, where: age >= 75}
              - {id: dementia, title: Dementia, where: dementia}
              - {id: not-old, title: Not old, where: not age >= 75}
            """, """
            person_id | age | dementia
            ada       | 80  | yes
            ben       | 60  | yes
            cyd       |     | no
            """);

        Assert.That(Table.Draw(town.Warehouse.Query("select person_id, cohort from cohort_member join person_year using (person_key, year) order by all")), Is.EqualTo(Table.Normal("""
            person_id | cohort
            ada       | dementia
            ada       | old
            ben       | dementia
            ben       | not-old
            """)));
    }

    /// <summary>25 people: 20 of 40 and over, 12 of 60 and over, of whom 9 are of 70 and over. 12 − 9 and 25 − 20 are few, 20 − 12 are not.</summary>
    [Test]
    public void A_set_is_hidden_where_a_larger_one_less_it_would_tell_of_a_few()
    {
        using var town = Published("""
            scheme: ages
            title: Ages
            kind: sets
            cohorts:
              - {id: from-40, title: From 40, where: age >= 40}
              - {id: from-60, title: From 60, where: age >= 60}
              - {id: from-70, title: From 70, where: age >= 70}
              - {id: cheap, title: Cheap, where: cost < £100}
            """, [.. ResultTown.Alike(9, new(75, 0, 100_00, 0)), .. ResultTown.Alike(3, new(65, 0, 90_00, 0)), .. ResultTown.Alike(8, new(45, 0, 50_00, 0)), .. ResultTown.Alike(5, new(20, 0, 10_00, 0))]);
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(ResultTown.Draw(results["cohorts"], "kind", "cohort", "people", "mean_cost"), Is.EqualTo(Table.Normal("""
                kind | cohort  | people | mean_cost
                sets | from-40 | [c]    | [c]
                sets | from-60 | 10     | 97.5
                sets | from-70 | [c]    | [c]
                sets | cheap   | 15     | 45
                """)));
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>The same people in a partition of another scheme: its cohort of 10 holds the set of 8, and 2 would be told.</summary>
    [Test]
    public void A_set_inside_a_cohort_of_another_scheme_is_seen_too()
    {
        using var town = Published("""
            scheme: few
            title: Few
            kind: sets
            cohorts: [{id: costly, title: Costly, where: cost >= £100 and conditions >= 1}]
            """, [.. ResultTown.Alike(8, new(75, 1, 100_00, 0)), .. ResultTown.Alike(2, new(65, 1, 90_00, 0)), .. ResultTown.Alike(30, new(45, 0, 50_00, 0))], "number-of-conditions");

        Assert.That(town.Warehouse.Query("select least_left from cohort_nested where scheme = 'few'").Rows[0][0], Is.EqualTo(2L));
        Assert.That(ResultTown.Draw(town.Publish()["cohorts"], "cohort", "people"), Does.Contain("costly | [c]").And.Contain("conditions-0 | 30"));
    }

    [Test]
    public void Sets_are_held_to_no_total_and_a_lone_hidden_one_takes_no_other_with_it()
    {
        using var town = Published("""
            scheme: own
            title: Own
            kind: sets
            cohorts:
              - {id: few, title: Few, where: age >= 90}
              - {id: some, title: Some, where: conditions >= 1}
              - {id: most, title: Most, where: age >= 40}
            """, [.. ResultTown.Alike(3, new(95, 0, 100_00, 0)), .. ResultTown.Alike(20, new(45, 1, 50_00, 0)), .. ResultTown.Alike(20, new(45, 0, 50_00, 0)), .. ResultTown.Alike(20, new(20, 1, 50_00, 0))]);

        Assert.That(ResultTown.Draw(town.Publish()["cohorts"], "cohort", "people", "share_of_people"), Is.EqualTo(Table.Normal("""
            cohort | people | share_of_people
            few    | [c]    | [c]
            some   | 40     | 0.615
            most   | 45     | 0.692
            """)));
    }

    [Test]
    public void A_scheme_that_knows_the_outcome_selects_nobody_as_the_year_begins()
    {
        var problems = new List<Problem>();

        Schemes.RefuseRetrospective([Schemes.Shipped("end-of-life")!, Schemes.Shipped("high-cost")!], problems);

        Assert.That(problems.Select(problem => $"{problem.Place}: {problem.Message} {problem.Hint}"), Is.EqualTo(new[]
        {
            "end-of-life.yml: The scheme 'end-of-life' places people by what is known only when the year is over (died), and the job looks at them as the year begins. Leave the scheme out, or write conditions: {known_by: end}.",
        }));
    }

    private static CohortTown Placed(string rest, string drawn)
    {
        var town = new CohortTown(People.Of(drawn));
        Stages.Run(CohortStage.Make([Read($"scheme: own\ntitle: Own\nkind: sets\n{rest}")]), town.Warehouse);
        return town;
    }

    private static ResultTown Published(string scheme, IReadOnlyList<Resident> people, params string[] shipped) => new(people, [], [.. shipped.Select(name => Schemes.Shipped(name)!), Read(scheme)]);

    private static Scheme Read(string yaml)
    {
        var problems = new List<Problem>();
        return SchemeReader.Read(yaml, "own.yml", problems) ?? throw new DefinitionException(problems);
    }
}
