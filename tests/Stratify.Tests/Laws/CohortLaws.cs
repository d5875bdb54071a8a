using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>What is true of any scheme, asked of any people.</summary>
public sealed class CohortLaws
{
    private static readonly IReadOnlyList<MadeUp> Town = CohortConditions.People.Sample(200, seed: 7);

    [TestCaseSource(typeof(Schemes), nameof(Schemes.Names))]
    public void A_shipped_scheme_places_everyone_as_the_oracle_does(string name)
    {
        var scheme = Schemes.Shipped(name)!;
        using var town = new CohortTown(Town);
        var oracle = new Oracle(Town);

        Stages.Run(CohortStage.Make([scheme]), town.Warehouse);

        var placed = town.Warehouse.Query("select person_id, cohort from cohort_member anti join combination using (scheme, cohort) join person_year using (person_key, year) order by all").Rows.Select(row => $"{row[0]} {row[1]}");
        var expected = scheme.IsSets
            ? scheme.Cohorts.SelectMany(cohort => Town.Zip(oracle.Ask(cohort.Criterion)).Where(pair => pair.Second == true).Select(pair => $"{pair.First.Id} {cohort.Id}"))
            : Town.Zip(oracle.Assign(scheme)).Select(pair => $"{pair.First.Id} {pair.Second}");
        Assert.That(placed, Is.EquivalentTo(expected));
    }

    [Test]
    public void All_shipped_schemes_together_place_everyone_as_each_does_alone()
    {
        var found = SchemeReader.Read("scheme: found\ntitle: Found\nkind: sets\ndiscover: {from: [diabetes, ckd, heart_failure], sizes: [2, 3], at_least: 2}", "found.yml", [])!;
        List<Scheme> all = [.. Schemes.Names.Select(name => Schemes.Shipped(name)!).Append(found)];
        using var town = new CohortTown(Town);
        Stages.Run(CohortStage.Make(all), town.Warehouse);

        var together = Table.Draw(town.Warehouse.Query("select scheme, cohort, person_key, year from cohort_member order by all"));
        var alone = Table.Draw(town.Warehouse.Query($"from ({CohortTables.Members(all).Sql}) order by all"));

        Assert.Multiple(() =>
        {
            Assert.That(together, Is.EqualTo(alone));
            Assert.That(town.Warehouse.Count("select count(distinct scheme_kind || (number > (select count(*) from cohort anti join combination using (scheme, cohort)))) from cohort"), Is.EqualTo(3), "Partitions, sets that are written down and sets that are found are in play");
        });
    }

    [TestCase("update person_cohort set cohorts = [] where person_key = 1")]
    [TestCase("update person_cohort set cohorts = list_transform(cohorts, lambda number: null) where person_key = 1")]
    [TestCase("update person_cohort set cohorts = list_concat(cohorts, cohorts) where person_key = 1")]
    [TestCase("update person_cohort set cohorts = list_transform(cohorts, lambda number: -number) where person_key = 1")]
    [TestCase("update cohort_key set scheme = 'elsewhere' where number in (select unnest(cohorts) from person_cohort where person_key = 1); delete from person_cohort where person_key <> 1")]
    public void The_law_sees_whoever_is_in_no_cohort_or_in_two(string breaking)
    {
        var law = SqlScript.Load("everyone_is_in_one_cohort");
        using var town = new CohortTown(Town);
        var partitions = Schemes.Names.Select(name => Schemes.Shipped(name)!).Where(scheme => !scheme.IsSets).ToList();
        Stages.Run(CohortStage.Make(partitions), town.Warehouse);
        var before = town.Warehouse.Breaches(law);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(law)), Is.EqualTo((0L, (long)partitions.Count)));
    }

    [TestCase("delete from person_cohort where person_key = 1", 1)]
    [TestCase("insert into person_cohort from person_cohort where person_key = 1", 1)]
    [TestCase("insert into person_cohort select 0, year, cohorts from person_cohort where person_key = 1", 1)]
    [TestCase("update person_cohort set person_key = 0 where person_key = 1", 2)]
    [TestCase("update person_cohort set year = '1999/00' where person_key = 1", 2)]
    public void The_law_sees_strangers_and_whoever_is_left_out_or_placed_again(string breaking, int breaches)
    {
        var law = SqlScript.Load("everyone_of_a_year_is_placed");
        using var town = new CohortTown(Town);
        Stages.Run(CohortStage.Make([Schemes.Shipped("number-of-conditions")!]), town.Warehouse);
        var before = town.Warehouse.Breaches(law);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(law)), Is.EqualTo((0L, (long)breaches)));
    }

    [TestCase("update person_cohort set cohorts = list_concat(cohorts, cohorts) where person_key = 1")]
    [TestCase("update person_cohort set cohorts = list_append(cohorts, 999) where person_key = 1")]
    [TestCase("update cohort_key set year = '1999/00' where cohort = 'all'")]
    public void The_law_of_cohorts_sees_repeats_and_cohorts_of_another_run_or_year(string breaking)
    {
        var problems = new List<Problem>();
        var sets = SchemeReader.Read("scheme: sets\ntitle: Sets\nkind: sets\ncohorts: [{id: all, title: All, where: everyone}, {id: old, title: Old, where: age >= 50}]", "sets.yml", problems)!;
        var law = SqlScript.Load("a_cohort_holds_people_of_its_year_once");
        using var town = new CohortTown(Town);
        Stages.Run(CohortStage.Make([sets]), town.Warehouse);
        var before = town.Warehouse.Breaches(law);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(law) > 0), Is.EqualTo((0L, true)));
    }

    [Test]
    public void Cohorts_and_schemes_are_described_beside_their_members()
    {
        using var town = new CohortTown([]);

        Stages.Run(CohortStage.Make([Schemes.Shipped("high-cost")!, Schemes.Shipped("number-of-conditions")!]), town.Warehouse);

        Assert.Multiple(() =>
        {
            Assert.That(Table.Draw(town.Warehouse.Query("select scheme, position, scheme_kind, version, uses_activity, length(definition_hash) as hash from scheme order by position")), Is.EqualTo(Table.Normal("""
                scheme               | position | scheme_kind | version | uses_activity | hash
                high-cost            | 1        | partition   | 1       | yes           | 64
                number-of-conditions | 2        | partition   | 1       | no            | 64
                """)));
            Assert.That(Table.Draw(town.Warehouse.Query("select cohort, title, position, definition, scheme_title, scheme_kind, uses_activity from cohort where scheme = 'high-cost' order by position limit 2")), Is.EqualTo(Table.Normal("""
                cohort    | title                    | position | definition         | scheme_title                 | scheme_kind | uses_activity
                top-1     | Costliest 1%             | 1        | cost in top 1%     | Share of the costliest people | partition   | yes
                next-to-5 | Next, to the costliest 5% | 2       | cost in top 5%     | Share of the costliest people | partition   | yes
                """)));
        });
    }

    [Test]
    public void No_field_is_called_as_a_word_of_the_language() =>
        Assert.That(PersonYearFields.Names.Intersect(ConditionParser.Reserved), Is.Empty);
}
