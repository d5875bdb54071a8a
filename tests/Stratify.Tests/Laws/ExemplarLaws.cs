using System.Globalization;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>What is true of the made-up people of a thousand small populations, each a cohort of its own.</summary>
public sealed class ExemplarLaws
{
    private const int Populations = 1000;

    private static readonly (string Setting, string Activity, bool Lasts)[] _kinds =
        [("primary_care", "gp_appointment", false), ("prescribing", "dispensed_item", false), ("inpatient", "emergency_admission", true), ("outpatient", "outpatient_appointment", false), ("social_care", "care_service", true)];

    [Test]
    public void Nobody_s_record_is_an_exemplar_s_and_every_value_is_of_ten_people_or_more()
    {
        var people = Enumerable.Range(0, Populations).SelectMany(Draw).ToList();
        using var town = new CloseTown(people, [CloseTown.Year], least: 8);
        var sizes = people.GroupBy(person => person.Cohort).ToDictionary(cohort => cohort.Key, cohort => cohort.Count());
        var records = people.Select(person => Record(person.Care.Select(care => (care.Setting, care.Contacts, care.Pence)))).ToHashSet();
        var steps = town.Warehouse.Query("select cohort, setting, month, people, contacts, pence from exemplar_step order by cohort, step").Rows
            .Select(row => (Cohort: (string)row[0]!, Setting: (string)row[1]!, Month: (long)row[2]!, People: (long)row[3]!, Contacts: (long)row[4]!, Pence: (long)row[5]!)).ToList();
        var states = town.Warehouse.Query("select cohort, state from exemplar_person").Rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!);

        Assert.Multiple(() =>
        {
            Assert.That(states, Has.Count.EqualTo(sizes.Count));
            Assert.That(states.Where(state => sizes[state.Key] < 16).Select(state => state.Value), Has.All.EqualTo("too few people").And.Some.Not.Null);
            Assert.That(states.Where(state => sizes[state.Key] >= 16).Select(state => state.Value), Has.None.EqualTo("too few people"));
            Assert.That(states.Values.Distinct().Order(StringComparer.Ordinal), Is.EqualTo(new[] { "made", "made, with prices to one figure", "no care that half of them have", "too few people", "withheld: it would be a real record" }), "the draws reach every way it can go");
            Assert.That(steps.Select(step => step.Cohort).Distinct(), Is.EquivalentTo(states.Where(state => state.Value.StartsWith("made", StringComparison.Ordinal)).Select(state => state.Key)));
            Assert.That(steps.Select(step => step.People), Has.All.GreaterThanOrEqualTo(16));
            Assert.That(steps.GroupBy(step => step.Cohort).Where(journey => records.Contains(Record(journey.Select(step => (step.Setting, (int)step.Contacts, step.Pence))))), Is.Empty, "as many contacts and pounds in every setting");
            Assert.That(steps.Where(step => step.Contacts > people.Where(person => person.Cohort == step.Cohort).Max(person => person.Care.Where(care => care.Setting == step.Setting).Sum(care => care.Contacts))), Is.Empty, "no more contacts than anybody had");
        });
    }

    /// <summary>Each population twice, the second time with its costliest person a thousand times as costly, and with three hundred contacts more.</summary>
    [Test]
    public void The_costliest_person_may_cost_a_thousand_times_as_much_and_nothing_of_the_exemplar_moves()
    {
        var drawn = Enumerable.Range(0, 200).Select(i => (Number: i, People: Draw(i))).Where(population => population.People.Count >= 18).ToList();
        var people = drawn.SelectMany(population =>
        {
            var costliest = population.People.MaxBy(person => person.Care.Sum(care => care.Pence))!;
            return population.People.Select(person => person with { Cohort = $"{population.Number}-as-it-was" })
                .Concat(population.People.Select(person => (ReferenceEquals(person, costliest) ? Extreme(person) : person) with { Cohort = $"{population.Number}-extreme" }));
        }).ToList();
        using var town = new CloseTown(people, [CloseTown.Year], least: 8);

        Assert.That(drawn, Has.Count.GreaterThan(50));
        Assert.Multiple(() =>
        {
            foreach (var population in drawn) { Assert.That(town.Journey($"{population.Number}-extreme"), Is.EqualTo(town.Journey($"{population.Number}-as-it-was"))); }
        });
    }

    private static CareOf Extreme(CareOf person) => person with
    {
        Care = [.. person.Care.Select(care => care with { Pence = care.Pence * 1000 }), new(CloseTown.Year, 11, "primary_care", "gp_appointment", "P1", 300, 0, 90_000_000)],
    };

    /// <summary>From nine people to sixty; some alike to the penny, some with one who cost more than all the others.</summary>
    private static List<CareOf> Draw(int number)
    {
        var draws = Xoshiro.For(number, "exemplar");
        var cohort = string.Create(CultureInfo.InvariantCulture, $"{number}");
        var size = draws.NextInt(4) switch { 0 => 9 + draws.NextInt(8), 1 => 16 + draws.NextInt(6), _ => 20 + draws.NextInt(41) };
        var price = _kinds.Select(_ => 100L * (1 + draws.NextInt(draws.NextInt(3) == 0 ? 9 : 5000))).ToArray();
        var alike = draws.NextInt(4) == 0;
        var one = Care(draws, price, isExact: true);
        var people = Enumerable.Range(0, size).Select(_ => new CareOf(cohort, alike ? one : Care(draws, price, isExact: draws.NextInt(2) == 0), draws.NextInt(2) == 0 ? "male" : "female", draws.NextInt(100))).ToList();
        if (draws.NextInt(3) == 0) { people[0] = Extreme(people[0]); }
        return people;
    }

    private static List<CareOfMonth> Care(Xoshiro draws, long[] price, bool isExact)
    {
        var care = new List<CareOfMonth>();
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            var contacts = draws.NextInt(3) == 0 ? 0 : draws.NextInt(kind < 2 ? 5 : 3);
            for (var i = 0; i < contacts; i++)
            {
                care.Add(new(CloseTown.Year, draws.NextInt(12), _kinds[kind].Setting, _kinds[kind].Activity, "P1", 1, _kinds[kind].Lasts ? 1 + draws.NextInt(20) : 0, isExact ? price[kind] : 1 + (price[kind] * (50 + draws.NextInt(100)) / 100)));
            }
        }
        return care;
    }

    /// <summary>Contacts and whole pounds by setting, as text.</summary>
    private static string Record(IEnumerable<(string Setting, int Contacts, long Pence)> care) => string.Join("; ", care.GroupBy(each => each.Setting).OrderBy(setting => setting.Key, StringComparer.Ordinal)
        .Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Key} {setting.Sum(each => each.Contacts)} {(setting.Sum(each => each.Pence) + 50) / 100}")));
}
