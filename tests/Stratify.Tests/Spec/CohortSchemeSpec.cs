using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How schemes place people, those that ship among them.</summary>
[TestFixtureSource(typeof(CohortEngine), nameof(CohortEngine.All))]
public sealed class CohortSchemeSpec(CohortEngine engine)
{
    [Test]
    public void A_person_joins_the_first_cohort_that_is_true_of_them()
    {
        var scheme = Own("""
            cohorts:
              - {id: old, title: Old, where: age >= 75}
              - {id: frail, title: Frail, where: dementia}
              - {id: else, title: Everyone else, where: everyone}
            """);

        Assert.That(Placed(scheme, """
            person_id | age | dementia
            ada       | 80  | yes
            ben       | 60  | yes
            cyd       | 60  | no
            """), Is.EqualTo("ada old, ben frail, cyd else"));
    }

    [Test]
    public void What_is_unknown_of_a_person_does_not_place_them()
    {
        var scheme = Own("""
            cohorts:
              - {id: young, title: Young, where: age < 75}
              - {id: not-young, title: Not young, where: not age < 75}
              - {id: else, title: Age not known, where: everyone}
            """);

        Assert.That(Placed(scheme, """
            person_id | age
            ada       | 80
            ben       | 60
            cyd       |
            """), Is.EqualTo("ada not-young, ben young, cyd else"));
    }

    [Test]
    public void A_crossing_places_by_a_band_of_each_field()
    {
        Assert.That(Placed(Shipped("age-and-conditions"), """
            person_id | age | conditions
            newborn   | 0   | 0
            seventeen | 17  | 1
            eighteen  | 18  | 0
            old       | 89  | 4
            oldest    | 104 | 9
            unknown   |     | 2
            """), Is.EqualTo("newborn age-0-17-conditions-0, seventeen age-0-17-conditions-1, eighteen age-18-39-conditions-0, "
                + "old age-80-89-conditions-4, oldest age-90-plus-conditions-5-plus, unknown age-not-known"));
    }

    [Test]
    public void Number_of_conditions() => Assert.That(Placed(Shipped("number-of-conditions"), """
        person_id | conditions
        none      | 0
        one       | 1
        four      | 4
        many      | 12
        """), Is.EqualTo("none conditions-0, one conditions-1, four conditions-4, many conditions-5-plus"));

    [Test]
    public void Single_conditions_place_by_the_leading_one() => Assert.That(Placed(Shipped("single-conditions"), """
        person_id | dementia | heart_failure | cancer | hypertension | osteoarthritis
        both      | yes      | yes           | no     | yes          | no
        heart     | no       | yes           | yes    | no           | no
        joints    | no       | no            | no     | yes          | yes
        pressure  | no       | no            | no     | yes          | no
        none      | no       | no            | no     | no           | no
        """), Is.EqualTo("both dementia, heart heart-failure, joints osteoarthritis, pressure hypertension, none no-condition"));

    // One row for each rule of the published script, first match winning.
    [Test]
    public void Bridges_to_health_follows_the_order_of_its_source() => Assert.That(Placed(Shipped("bridges-to-health"), """
        person_id | dementia | heart_failure | chd | ckd | cancer | learning_disability | hearing_loss | conditions | emergency_admissions
        a         | yes      | yes           | no  | no  | yes    | no                  | no           | 3          | 1
        b         | no       | yes           | no  | no  | yes    | no                  | no           | 2          | 0
        c         | no       | no            | no  | yes | no     | yes                 | no           | 2          | 0
        d         | no       | no            | no  | no  | yes    | yes                 | no           | 2          | 0
        e         | no       | no            | no  | no  | no     | yes                 |              | 2          | 0
        deaf      | no       | no            | no  | no  | no     | no                  | yes          | 2          | 0
        f         | no       | no            | no  | no  | no     | no                  |              | 2          | 4
        g         | no       | no            | no  | no  | no     | no                  | no           | 1          | 1
        h         | no       | no            | no  | no  | no     | no                  | no           | 1          | 0
        """), Is.EqualTo("a frailty, b limited-reserve, c limited-reserve, d cancer, e disability, deaf disability, f long-term-conditions, g acutely-ill, h healthy"));

    [Test]
    public void Frailty_and_unplanned_care() => Assert.That(Placed(Shipped("frailty-and-unplanned-care"), """
        person_id | age | dementia | conditions | emergency_admissions | ae_attendances
        a         | 75  | yes      | 5          | 2                    | 9
        b         | 74  | yes      | 5          | 2                    | 9
        c         | 75  | no       | 4          | 1                    | 9
        d         | 74  | no       | 4          | 2                    | 9
        e         | 30  | no       | 0          | 1                    | 5
        f         | 80  | no       | 3          | 1                    | 4
        g         | 30  | no       | 0          | 0                    | 4
        """), Is.EqualTo("a older-repeated-emergencies, b dementia, c older-many-conditions, d repeated-emergencies, e frequent-attenders, f other-older, g everyone-else"));

    [Test]
    public void High_cost_rounds_each_share_up_to_a_whole_person() => Assert.That(Placed(Shipped("high-cost"), """
        person_id | cost
        a         | 0
        b         | 10
        c         | 20
        d         | 0
        e         | 40
        f         | 30
        """), Is.EqualTo("a no-cost, b rest-with-cost, c rest-with-cost, d no-cost, e top-1, f next-to-20"));

    [TestCaseSource(typeof(Schemes), nameof(Schemes.Names))]
    public void A_person_of_whom_nothing_is_known_is_placed_too(string name) =>
        Assert.That(engine.Assign(Shipped(name), [new MadeUp(1, "nobody", "2024/25", new Dictionary<string, object>())]).GetValueOrDefault("nobody"), Is.EqualTo(Shipped(name) is { IsSets: false } scheme ? scheme.Cohorts[^1].Id : null));

    private string Placed(Scheme scheme, string drawn)
    {
        var people = People.Of(drawn);
        var placed = engine.Assign(scheme, people);
        return string.Join(", ", people.Select(person => $"{person.Id} {placed[person.Id]}"));
    }

    private static Scheme Shipped(string name) => Schemes.Shipped(name)!;

    private static Scheme Own(string cohorts)
    {
        var problems = new List<Problem>();
        return SchemeReader.Read("scheme: own\ntitle: Our own\n" + cohorts, "own.yml", problems) ?? throw new DefinitionException(problems);
    }
}

/// <summary>What every shipped scheme owes its reader.</summary>
public sealed class CohortShippedSchemes
{
    [Test]
    public void These_ship() => Assert.That(Schemes.Names, Is.EqualTo(new[]
    {
        "age-and-conditions", "bridges-to-health", "bridges-to-health-national", "cambridge-five", "condition-combinations", "each-condition", "end-of-life",
        "frailty-and-unplanned-care", "high-cost", "high-cost-last-year", "hospital-frailty", "kaiser-triangle", "many-conditions", "nnhip", "number-of-conditions", "phs-demographic",
        "phs-high-resource", "phs-service-use", "single-conditions", "snee-live-well", "system-p",
    }));

    [TestCaseSource(typeof(Schemes), nameof(Schemes.Names))]
    public void Each_says_where_it_comes_from_and_how_true_it_is(string name)
    {
        var scheme = Schemes.Shipped(name)!;

        Assert.Multiple(() =>
        {
            Assert.That(scheme.Name, Is.EqualTo(name));
            Assert.That(scheme.Source, Is.Not.Empty);
            Assert.That(scheme.Status, Is.Not.Empty);
            Assert.That(scheme.Cohorts.Select(cohort => cohort.Title), Is.Unique);
        });
    }

    [TestCase("age-and-conditions", "")]
    [TestCase("number-of-conditions", "")]
    [TestCase("single-conditions", "")]
    [TestCase("bridges-to-health", "emergency_admissions")]
    [TestCase("frailty-and-unplanned-care", "emergency_admissions, ae_attendances")]
    [TestCase("high-cost", "cost")]
    [TestCase("bridges-to-health-national", "admissions, emergency_admissions, ae_attendances")]
    [TestCase("cambridge-five", "")]
    [TestCase("condition-combinations", "")]
    [TestCase("each-condition", "")]
    [TestCase("end-of-life", "")]
    [TestCase("hospital-frailty", "")]
    [TestCase("kaiser-triangle", "cost")]
    [TestCase("many-conditions", "")]
    [TestCase("nnhip", "")]
    [TestCase("phs-demographic", "cost_prescribing, admissions, care_weeks")]
    [TestCase("phs-high-resource", "cost")]
    [TestCase("snee-live-well", "falls_admissions, mental_health_contacts")]
    [TestCase("system-p", "ae_attendances")]
    [TestCase("high-cost-last-year", "last_year_cost")]
    public void One_that_places_by_activity_is_labelled(string name, string fields)
    {
        var scheme = Schemes.Shipped(name)!;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(", ", scheme.ActivityFields.Select(field => field.Name)), Is.EqualTo(fields));
            Assert.That(scheme.UsesActivity, Is.EqualTo(fields.Length > 0));
        });
    }

    [Test]
    public void Those_that_know_the_outcome_are_marked() =>
        Assert.That(Schemes.Names.Where(name => Schemes.Shipped(name)!.IsRetrospective), Is.EqualTo(new[] { "end-of-life", "phs-demographic" }));

    [Test]
    public void Each_condition_has_its_set() =>
        Assert.That(Schemes.Shipped("each-condition")!.Cohorts.Select(cohort => (cohort.Where, cohort.Title)), Is.EquivalentTo(Conditions.All.Select(condition => (condition.Name, condition.Title))));

    [Test]
    public void Age_is_banded_as_the_report_bands_it()
    {
        var cohorts = Schemes.Shipped("age-and-conditions")!.Cohorts;

        Assert.That(cohorts.Select(cohort => cohort.Where.Split(" and conditions")[0]).Distinct().SkipLast(1), Is.EqualTo(AgeBands.All.Select((band, i) => i + 1 < AgeBands.All.Count
            ? $"age between {band.From} and {AgeBands.All[i + 1].From - 1}"
            : $"age >= {band.From}")));
    }

    [Test]
    public void Every_condition_has_its_place_among_the_leading_ones() =>
        Assert.That(Schemes.Shipped("single-conditions")!.Cohorts.SkipLast(1).Select(cohort => (cohort.Where, cohort.Title)), Is.EquivalentTo(Conditions.All.Select(condition => (condition.Name, condition.Title))));

    [Test]
    public void A_scheme_that_does_not_ship_is_not_found() => Assert.That(Schemes.Shipped("snake-oil"), Is.Null);
}
