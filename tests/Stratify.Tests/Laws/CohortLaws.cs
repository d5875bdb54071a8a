using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>What is true of any condition, asked of any people. <c>STRATIFY_CASES</c> sets how many conditions are tried.</summary>
public sealed class CohortLaws
{
    private static readonly IReadOnlyList<MadeUp> Town = CohortConditions.People.Sample(200, seed: 7);

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("STRATIFY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 300;

    private static Config Config(int cases) => FsCheck.Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(20240401, 7), null)).WithQuietOnSuccess(true);

    [Test]
    public void Compiled_sql_and_the_oracle_agree_on_every_person()
    {
        using var town = new CohortTown(Town);
        var oracle = new Oracle(Town);
        var seen = new HashSet<bool?>();

        Check.One(Config(Cases), Prop.ForAll(CohortConditions.Of(4).ToArbitrary(), condition =>
        {
            var criterion = CohortEngine.Read(condition);
            var expected = Town.Select(person => oracle.Ask(criterion, person)).ToList();
            seen.UnionWith(expected);
            return town.Ask(criterion).SequenceEqual(expected);
        }));

        Assert.That(seen, Is.EquivalentTo(new bool?[] { true, false, null }), "The conditions tried tell nothing apart.");
    }

    [Test]
    public void Logic_holds_in_compiled_sql()
    {
        using var town = new CohortTown(Town);
        IReadOnlyList<bool?> Ask(string condition) => town.Ask(CohortEngine.Read(condition));

        Check.One(Config(Cases / 3), Prop.ForAll(CohortConditions.Of(2).ToArbitrary(), CohortConditions.Of(2).ToArbitrary(), (a, b) =>
        {
            Assert.Multiple(() =>
            {
                Assert.That(Ask($"not (({a}) and ({b}))"), Is.EqualTo(Ask($"not ({a}) or not ({b})")));
                Assert.That(Ask($"({a}) and ({b})"), Is.EqualTo(Ask($"({b}) and ({a})")));
                Assert.That(Ask($"not not ({a})"), Is.EqualTo(Ask(a)));
                Assert.That(Ask($"any of ({a}, {b})"), Is.EqualTo(Ask($"({a}) or ({b})")));
                Assert.That(Ask(a).Zip(Ask($"not ({a})"), (yes, no) => yes is null == no is null && (yes is null || yes != no)), Is.All.True);
            });
        }));
    }

    [Test]
    public void A_damaged_text_is_read_or_refused_with_its_place()
    {
        var damaged =
            from condition in CohortConditions.Of(3)
            from cut in Gen.Choose(0, condition.Length)
            from length in Gen.Choose(0, 5)
            from inserted in Gen.Elements("", "(", ")", ",", "\"", "'", "£", "%", "-", "#", "\0", "\uD800", "is", " not ", "9999999999999999", "£5,0", "é", "\n", "any of (", "𝄞")
            select string.Concat(condition.AsSpan(0, cut), inserted, condition.AsSpan(Math.Min(condition.Length, cut + length)));
        var refused = 0;

        Check.One(Config(Cases * 10), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            var problems = new List<Problem>();
            var criterion = ConditionParser.Parse(text, offset => new Place("x.yml", 1, offset + 1), problems);
            refused += problems.Count > 0 ? 1 : 0;
            return criterion is null == problems.Count > 0 && problems.All(problem => problem.Place!.Column >= 1 && problem.Place.Column <= text.Length + 1 && problem.Message.Length > 0);
        }));

        Assert.That(refused, Is.Positive);
    }

    [TestCaseSource(typeof(Schemes), nameof(Schemes.Names))]
    public void A_shipped_scheme_places_everyone_once_and_as_the_oracle_does(string name)
    {
        var scheme = Schemes.Shipped(name)!;
        using var town = new CohortTown(Town);

        Stages.Run(CohortStage.Make([scheme]), town.Warehouse);

        var placed = town.Warehouse.Query("select cohort from cohort_member order by person_key, year").Rows.Select(row => (string?)row[0]);
        Assert.That(placed, Is.EqualTo(Town.Select(person => new Oracle(Town).Assign(scheme, person))));
    }

    [TestCase("delete from cohort_member where person_key = 1")]
    [TestCase("insert into cohort_member select * from cohort_member where person_key = 1")]
    [TestCase("update cohort_member set cohort = null where person_key = 1")]
    [TestCase("update cohort_member set cohort = 'elsewhere' where person_key = 1")]
    [TestCase("insert into cohort_member select scheme, cohort, 0, year from cohort_member where person_key = 1")]
    public void The_law_sees_whoever_is_in_no_cohort_or_in_two(string breaking)
    {
        var law = SqlScript.Load("everyone_is_in_one_cohort");
        using var town = new CohortTown(Town);
        Stages.Run(CohortStage.Make([.. Schemes.Names.Select(name => Schemes.Shipped(name)!)]), town.Warehouse);
        var before = town.Warehouse.Breaches(law);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(law)), Is.EqualTo((0L, (long)Schemes.Names.Count)));
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
