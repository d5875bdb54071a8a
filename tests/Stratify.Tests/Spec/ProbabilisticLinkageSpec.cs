using Stratify.Model;
using Stratify.Settings;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Records without a number, linked by how likely they are of one person of the register, in towns whose truth is known.</summary>
public sealed class ProbabilisticLinkageSpec
{
    [Test]
    public void Of_a_town_s_records_nearly_all_find_their_person_and_next_to_none_another()
    {
        var town = new LinkageTown(10_000, 7);
        using var linked = new LinkedTown(town.People.Take(9000), Records(town, town.People.Where(_ => town.Random.Chance(0.3)), person => LinkageTown.Decile(person) <= 2 ? 2 : 1, blank: 0.03));

        var (rule, likely) = (linked.Truth.Of("C"), linked.Truth.Of("P"));
        TestContext.Out.WriteLine(string.Join('\n', linked.Truth.Says));
        Assert.Multiple(() =>
        {
            Assert.That(rule.Wrong, Is.LessThanOrEqualTo(2));
            Assert.That(likely.Right, Is.GreaterThan(600));
            Assert.That(likely.Wrong / (double)(likely.Right + likely.Wrong), Is.LessThanOrEqualTo(0.01));
            Assert.That(linked.Truth.RecallOf(), Is.GreaterThan(0.93), "rules alone find seven in ten");
            Assert.That(linked.Truth.RecallOf(person => person.Sex == "2"), Is.EqualTo(linked.Truth.RecallOf(person => person.Sex == "1")).Within(0.04), "women, who change their names, are found as often as men");
            Assert.That(linked.Truth.RecallOf(person => person.Born.Year > 2000), Is.GreaterThan(0.9), "children live with others of their name");
            Assert.That(linked.Truth.RecallOf(person => LinkageTown.Decile(person) <= 2), Is.InRange(0.84, linked.Truth.RecallOf(person => LinkageTown.Decile(person) > 2)), "twice as much goes wrong in records of deprived places");
            foreach (var (name, has) in LinkTruth.Groups)
            {
                Assert.That(linked.Truth.PrecisionOf(has), Is.GreaterThanOrEqualTo(0.995), name);
                Assert.That(new[] { "C", "P" }.Select(grade => linked.Truth.Of(grade, has).Wrong), Is.All.LessThanOrEqualTo(1), name);
            }
            Assert.That(linked.Links.Where(link => link.Grade == "P").Select(link => link.Probability), Is.All.GreaterThanOrEqualTo(0.99));
        });
    }

    /// <summary>
    /// Seven things in ten go wrong, and every seventh cell is empty; a quarter of the records are of nobody on the register. What is held
    /// likely must be true as often as is said, but for chance (three standard errors), and may be more often: a doubt costs a link, a false one
    /// moves costs.
    /// </summary>
    [Test]
    public void A_probability_is_what_it_says_even_of_bad_records()
    {
        var town = new LinkageTown(12_000, 11);
        using var linked = new LinkedTown(town.People.Take(9000), Records(town, town.People.Where(_ => town.Random.Chance(0.3)), trouble: 3, blank: 0.15),
            settings: new LinkageSettings { Probabilistic = true, Threshold = 0.9, Coverage = 0.9 });

        var (right, wrong) = linked.Truth.Of("P");
        TestContext.Out.WriteLine(string.Join('\n', linked.Truth.Says));
        Assert.Multiple(() =>
        {
            Assert.That(right, Is.GreaterThan(1000));
            Assert.That(wrong / (double)(right + wrong), Is.LessThanOrEqualTo(0.01), "of links with a probability of 0.9 and more");
            var bands = linked.Truth.Calibration(0, 0.1, 0.5, 0.9, 0.99, 0.999, 1).ToList();
            foreach (var band in bands) { Assert.That(band.Share, Is.GreaterThanOrEqualTo(band.Stated - (3 * Math.Sqrt(band.Stated * (1 - band.Stated) / band.Records))), band.ToString()); }
            Assert.That(bands.Select(band => band.Share), Is.Ordered, "the likelier, the truer");
            Assert.That(bands.Select(band => band.Records), Has.All.GreaterThan(100).And.Exactly(6).Items);
            Assert.That(bands[0].Share, Is.LessThan(0.2), "what is held unlikely mostly is");
        });
    }

    [TestCase(8, false)]
    [TestCase(9, true, Description = "brothers, sisters and twins of people who are")]
    public void A_file_of_people_who_are_not_on_the_register_ends_in_a_plain_statement(int seed, bool isKin)
    {
        var town = new LinkageTown(16_000, seed);
        var away = town.People.Where(person => isKin ? town.Random.Chance(0.25) : person.Number >= 12_000).ToList();
        using var linked = new LinkedTown(town.People.Except(away), Records(town, away, trouble: 1, blank: 0.03));

        Assert.Multiple(() =>
        {
            Assert.That(linked.Links.Count(link => link.Person is not null), Is.LessThanOrEqualTo(1), "one by name and birth date, which two may share");
            Assert.That(linked.Links.Where(link => link.Grade == "U" && link.Reason != "nothing to link by").Select(link => link.Reason).Distinct(), Is.EqualTo(new[] { "no sign that anybody of this file is on the register" }));
            Assert.That(linked.Flow.Draw("select evidence, says from link_model"), Is.EqualTo(Table.Normal("""
                evidence | says
                none     | no pair agrees better than chance and kinship explain: no sign that anybody of this file is on the register
                """)));
        });
    }

    /// <summary>2,000 records of people of the register, and 600 of other people who share a number, a full name, or family name and birth date with one of them.</summary>
    [Test]
    public void Of_twelve_thousand_people_some_of_whom_share_a_number_or_a_name_next_to_none_is_taken_for_another()
    {
        var town = new LinkageTown(12_000, 12);
        var (there, away) = (town.People.Take(11_400).ToList(), town.People.Skip(11_400).ToList());
        var alike = away.Select((person, i) => (i % 3, there[i * 19]) switch
        {
            (0, var other) => (person, Said(town, person, $"{1_000_000 + other.Number}")),
            (1, var other) => (person, Said(town, person with { Family = other.Family, Given = other.Given })),
            (_, var other) => (person, Said(town, person with { Family = other.Family, Born = other.Born })),
        });
        using var linked = new LinkedTown(there, [.. Records(town, there.Where(_ => town.Random.Chance(0.18)), trouble: 1, blank: 0.03), .. alike]);

        TestContext.Out.WriteLine($"A {linked.Truth.Of("A")}, C {linked.Truth.Of("C")}, P {linked.Truth.Of("P")}");
        Assert.That(linked.Truth.Of("P").Right, Is.GreaterThan(300));
        Assert.That(linked.Links.Count(link => link.IsWrong), Is.LessThanOrEqualTo(3));
    }

    /// <summary>Fifty people share a postcode, and every cell is left out one time in five, so that what is told must do; the same records without their addresses stand beside.</summary>
    [Test]
    public void An_address_finds_whom_a_postcode_leaves_in_doubt_and_takes_no_more_for_another()
    {
        (double Recall, int Right, int Wrong) Linked(bool hasAddresses)
        {
            var town = new LinkageTown(10_000, 13, districts: 1);
            var told = town.People.Where(_ => town.Random.Chance(0.3)).ToList().Select(person => (person, record: town.Record(person, trouble: 2)))
                .Select(said => (said.person, (string?[])[null, .. town.Cells(said.record, blank: 0.2), .. hasAddresses ? new[] { Identity.Address(LinkageTown.AddressTaken(said.person, said.record)) } : []])).ToList();
            using var linked = new LinkedTown(town.People.Take(9000), told, hasAddresses: hasAddresses);
            var (right, wrong) = linked.Truth.Of("P");
            TestContext.Out.WriteLine($"{(hasAddresses ? "with" : "without")}: P {right} and {wrong}, recall {linked.Truth.RecallOf():0.000}");
            return (linked.Truth.RecallOf(), right, wrong);
        }

        var (with, without) = (Linked(true), Linked(false));
        Assert.Multiple(() =>
        {
            Assert.That(with.Recall, Is.GreaterThan(without.Recall + 0.01));
            Assert.That(with.Right, Is.GreaterThan(without.Right + 25));
            Assert.That(with.Wrong / (double)(with.Right + with.Wrong), Is.LessThanOrEqualTo(0.01));
        });
    }

    [Test]
    public void Neither_the_order_of_rows_nor_threads_make_a_difference()
    {
        string Says(int threads, int order)
        {
            var town = new LinkageTown(3000, 5);
            using var linked = new LinkedTown(town.People.Take(2800), Records(town, town.People.Where(_ => town.Random.Chance(0.3)), trouble: 1, blank: 0.03), threads, order);
            return linked.Says;
        }

        var one = Says(threads: 1, order: 1);
        Assert.Multiple(() =>
        {
            Assert.That(one, Does.Contain("| P |"));
            Assert.That(Says(threads: 2, order: -1), Is.EqualTo(one));
            Assert.That(Says(threads: 4, order: 1), Is.EqualTo(one));
        });
    }

    private static IEnumerable<(Citizen Truth, string?[] Cells)> Records(LinkageTown town, IEnumerable<Citizen> people, double trouble, double blank) => Records(town, people, _ => trouble, blank);

    private static IEnumerable<(Citizen Truth, string?[] Cells)> Records(LinkageTown town, IEnumerable<Citizen> people, Func<Citizen, double> trouble, double blank) =>
        people.ToList().Select(person => (person, (string?[])[null, .. town.Cells(town.Record(person, trouble(person)), blank)]));

    private static string?[] Said(LinkageTown town, Citizen person, string? number = null) => [number, .. town.Cells(person, blank: 0)];
}
