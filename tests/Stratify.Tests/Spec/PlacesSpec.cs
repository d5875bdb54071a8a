using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Practices and neighbourhoods against each other, in towns small enough to be worked by hand; what has a logarithm in it by a script in R.</summary>
public sealed class PlacesSpec
{
    /// <summary>£10 and £30 a person where £20 is everybody's mean. Cost comes in lots of Σc²/Σc = (20·10² + 20·30²)/800 = £25, so 8 lots and 24 where 16 are expected.</summary>
    [Test]
    public void A_practice_is_held_against_what_its_people_would_cost_at_everybody_s_rates()
    {
        using var town = new PlaceTown(new Listed("A", "", 20, 42, 10), new Listed("B", "", 20, 42, 30));

        Assert.Multiple(() =>
        {
            Assert.That(town.Draw("practices", "cost", "place", "people", "person_years", "cost", "expected_cost", "lot", "crude_rate", "standardised_rate", "ratio", "ratio_lower", "ratio_upper"), Is.EqualTo(Table.Normal("""
                place | people | person_years | cost | expected_cost | lot | crude_rate | standardised_rate | ratio | ratio_lower | ratio_upper
                A     | 20     | 20           | 200  | 400           | 25  | 10         | 10                | 0.5   | 0.22        | 0.99
                B     | 20     | 20           | 600  | 400           | 25  | 30         | 30                | 1.5   | 0.96        | 2.23
                """)));
            Assert.That(town.Draw("practices", "cost", "place", "dispersion", "between_places", "z", "shrunken_ratio", "inner_lower", "inner_upper", "outer_lower", "outer_upper", "verdict_95", "adjusted_p"), Is.EqualTo(Table.Normal("""
                place | dispersion | between_places | z     | shrunken_ratio | inner_lower | inner_upper | outer_lower | outer_upper | verdict_95  | adjusted_p
                A     | 3.42       | 0.604          | -1.06 | 0.55           | 0.28        | 3.6         | 0.13        | 7.54        | as expected | 0.535
                B     | 3.42       | 0.604          | 0.62  | 1.41           | 0.28        | 3.6         | 0.13        | 7.54        | as expected | 0.535
                """)));
        });
    }

    [Test]
    public void A_practice_that_is_only_old_costs_what_is_expected()
    {
        using var town = new PlaceTown(new Listed("A", "", 10, 42, 10), new Listed("A", "", 30, 82, 40), new Listed("B", "", 30, 42, 10), new Listed("B", "", 10, 82, 40));

        Assert.That(town.Draw("practices", "cost", "place", "cost", "expected_cost", "ratio", "crude_rate", "standardised_rate"), Is.EqualTo(Table.Normal("""
            place | cost | expected_cost | ratio | crude_rate | standardised_rate
            A     | 1300 | 1300          | 1     | 32.5       | 18
            B     | 700  | 700           | 1     | 17.5       | 18
            """)), "in the standard population (7000 × £10 + 2500 × £40)/9500 = £17.89 each");
    }

    /// <summary>Ten of twenty young people come once, five of ten old ones twice: (7000·10/20 + 2500·10/10)/9500, and a variance of events squared, 10 and 20.</summary>
    [Test]
    public void Attendances_are_standardised_to_the_european_population_and_those_who_come_again_make_them_less_sure()
    {
        using var town = new PlaceTown(
            new Listed("A", "", 20, 42, 0, [.. Enumerable.Repeat(1, 10)]), new Listed("A", "", 10, 82, 0, [.. Enumerable.Repeat(2, 5)]), new Listed("B", "", 30, 42, 0, [.. Enumerable.Repeat(1, 10)]));

        Assert.That(town.Draw("practices", "ae_attendances", "place", "events", "expected_events", "lot", "crude_rate", "standardised_rate", "standardised_rate_lower", "standardised_rate_upper"), Is.EqualTo(Table.Normal("""
            place | events | expected_events | lot  | crude_rate | standardised_rate | standardised_rate_lower | standardised_rate_upper
            A     | 20     | 18              | 1.33 | 666.7      | 631.6             | 343.2                   | 1034.8
            B     | 10     | 12              | 1.33 | 333.3      | 333.3             | 159.6                   | 613
            """)));
    }

    /// <summary>Twelve practices of 400: a tenth of people come once, a quarter of the seventh's. 45 are expected of each; ln(100/45)·√45 = 5.36, ln(40/45)·√45 = −0.79.</summary>
    [Test]
    public void A_practice_that_truly_differs_is_found_and_the_others_are_as_expected()
    {
        using var town = new PlaceTown([.. Enumerable.Range(1, 12).Select(i => new Listed($"P{i:00}", "", 400, 42, 5, [.. Enumerable.Repeat(1, i == 7 ? 100 : 40)]))]);
        var practices = town.Publish()["practices"];
        var found = practices.Where(("measure", "ae_attendances")).ToLookup(row => practices.Text(row, "verdict_998"), row => (practices.Text(row, "place"), practices[row, "z"].Csv, practices[row, "adjusted_p"].Csv));

        Assert.Multiple(() =>
        {
            Assert.That(found["higher"], Is.EqualTo(new[] { ("P07", "5.36", "0") }));
            Assert.That(found["as expected"].Count(place => place is (_, "-0.79", "0.429")), Is.EqualTo(11));
            Assert.That(practices.Where(("measure", "cost"), ("verdict_95", "as expected")).Count(), Is.EqualTo(12), "all cost the same");
        });
    }

    [Test]
    public void One_practice_alone_has_no_peers_and_a_town_without_neighbourhoods_has_one_line_for_everybody()
    {
        using var town = new PlaceTown(new Listed("A", "", 40, 42, 10));

        Assert.Multiple(() =>
        {
            Assert.That(town.Draw("practices", "cost", "place", "people", "ratio", "z", "verdict_95"), Is.EqualTo(Table.Normal("""
                place | people | ratio | z   | verdict_95
                A     | 40     | 1     | [z] | [z]
                """)));
            Assert.That(town.Draw("neighbourhoods", "cost", "place", "people", "ratio", "z", "verdict_95"), Is.EqualTo(Table.Normal("""
                place      | people | ratio | z   | verdict_95
                not stated | 40     | 1     | [z] | [z]
                """)));
        });
    }

    /// <summary>Lots are (80·10² + 40·40²)/2400 = £30, so 26.67 are expected: z² = 26.67·(ln ½)² = 12.8 of both, and τ² = (2·12.8 − 1)/26.67 = 0.961².</summary>
    [Test]
    public void People_of_no_neighbourhood_are_part_of_the_whole_and_no_peers()
    {
        using var town = new PlaceTown(new Listed("A", "North", 40, 42, 10), new Listed("B", "South", 40, 42, 10), new Listed("C", "", 40, 42, 40));

        Assert.That(town.Draw("neighbourhoods", "cost", "place", "cost", "expected_cost", "ratio", "verdict_998", "between_places"), Is.EqualTo(Table.Normal("""
            place      | cost | expected_cost | ratio | verdict_998 | between_places
            North      | 400  | 800           | 0.5   | as expected | 0.961
            South      | 400  | 800           | 0.5   | as expected | 0.961
            not stated | 1600 | 800           | 2     | [z]         | [z]
            """)));
    }

    [Test]
    public void Where_all_practices_are_small_nothing_is_shown_and_the_audit_is_content()
    {
        using var town = new PlaceTown(new Listed("A", "North", 5, 42, 10, 1), new Listed("B", "North", 6, 42, 20), new Listed("C", "South", 7, 42, 30));
        var results = town.Publish();

        Assert.Multiple(() =>
        {
            Assert.That(results["practices"].Rows.Select(row => row.Skip(4).All(cell => cell.IsHidden)), Has.All.True);
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>
    /// Five are hidden at A, and 45 can be seen of North: 40 at B would give them back, so B is hidden with A, and none of South is. Of
    /// attendances few came from D alone, and the other that is hidden is the only one besides.
    /// </summary>
    [Test]
    public void A_small_practice_is_not_had_back_from_its_neighbourhood()
    {
        using var town = new PlaceTown(new Listed("A", "North", 5, 42, 10), new Listed("B", "North", 40, 42, 10), new Listed("C", "South", 30, 42, 10, [.. Enumerable.Repeat(1, 20)]), new Listed("D", "South", 50, 42, 10, 1, 1, 1));

        Assert.Multiple(() =>
        {
            Assert.That(town.Draw("practices", "cost", "place", "people", "cost"), Is.EqualTo(Table.Normal("""
                place | people | cost
                A     | [c]    | [c]
                B     | [c]    | [c]
                C     | 30     | 300
                D     | 50     | 500
                """)));
            Assert.That(town.Draw("neighbourhoods", "cost", "place", "people"), Is.EqualTo(Table.Normal("""
                place | people
                North | 45
                South | 80
                """)));
            Assert.That(town.Draw("practices", "ae_attendances", "place", "people", "events", "verdict_95"), Is.EqualTo(Table.Normal("""
                place | people | events | verdict_95
                A     | [c]    | [c]    | [c]
                B     | [c]    | [c]    | [c]
                C     | [c]    | [c]    | [c]
                D     | [c]    | [c]    | [c]
                """)));
        });
    }

    [TestCase("update measure_place set people = people + 1 where place = 'A' and measure = 'cost'")]
    [TestCase("delete from measure_place where kind = 'neighbourhood' and place = ''")]
    [TestCase("update measure_place set pence = pence - 1 where place = 'B'")]
    [TestCase("update measure_place set expected_pence = expected_pence + 5 where place = 'B' and measure = 'cost'")]
    [TestCase("update measure_place set expected_events = expected_events + 0.01 where place = 'B'")]
    public void The_law_that_places_hold_everyone_once_can_break(string breaking)
    {
        using var town = new PlaceTown(new Listed("A", "North", 20, 42, 10, 1), new Listed("B", "", 20, 42, 30));
        var law = SqlScript.Load("places_hold_everyone");
        var before = town.Warehouse.Breaches(law);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(law) > 0), Is.EqualTo((0L, true)));
    }
}
