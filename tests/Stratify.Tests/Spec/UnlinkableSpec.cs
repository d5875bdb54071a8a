using Stratify.Linkage.Probabilistic;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Which records say too little to be linked, whoever is on the register: each is held against itself.</summary>
public sealed class UnlinkableSpec
{
    private static readonly LinkageTown Town = new(2000, 31);

    /// <summary>What records of the town say: half of them all, misspelt as usual; the others a part of it, as it is.</summary>
    private static readonly string?[][] Said = [.. Town.People.Take(600).Select((person, i) => (i % 6, Town.Cells(i % 6 < 3 ? person : Town.Record(person), 0)) switch
    {
        (0, var cells) => (string?[])[cells[0], cells[1], null, null, cells[4]],
        (1, var cells) => [cells[0], null, cells[2], null, null],
        (2, var cells) => [null, null, cells[2], null, cells[4]],
        (_, var cells) => cells,
    })];

    private Flow _flow = null!;
    private IReadOnlyList<(string Dataset, double Probability, long Records)> _told = [];
    private LinkModel _model = null!;

    [OneTimeSetUp]
    public void Link()
    {
        _flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Fill("gp_registrations", LinkageTown.RegisterColumns, Town.People.Select(LinkageTown.Register))
            .Fill("social_care_services", ["authority", "start_date", "source_id", "family_name", "given_name", "birth_date", "postcode", "gender"],
                Said.Select((cells, i) => (string?[])["LA1", "2024-05-01", $"s{i}", .. cells]))
            .Link();
        var folder = _flow.KeepEvidence();
        (_told, _model) = (PublishedEvidence.SelfMatches(folder), PublishedEvidence.Models(folder).Single());
    }

    [OneTimeTearDown]
    public void Clear() => _flow.Dispose();

    /// <summary>By hand, in bits: everything that is said agrees, and one person at least has each value.</summary>
    [Test]
    public void Every_record_weighs_what_it_says_and_no_more()
    {
        var people = Town.People;
        var expected = Said.Select(cells => Words(cells) < 2 ? 0 : LinkExplanation.OfWeight(Math.Round(LinkExplanation.Of(_model, PatternCode.Of(
            [
                cells[0] is null ? -1 : 5, cells[1] is null or { Length: 1 } ? -1 : 4, cells[1] is { Length: 1 } ? 1 : -1,
                cells[2] is null ? -1 : 5, cells[3] is null ? -1 : 3, cells[4] is null ? -1 : 1,
            ]),
            [
                Who(person => person.Family == cells[0]), Who(person => person.Given == cells[1]), 0,
                Who(person => $"{person.Born:yyyy-MM-dd}" == cells[2]), Who(person => person.Postcode == cells[3]), 0,
            ], rivals: 0).Weight, 2, MidpointRounding.AwayFromZero)));

        Assert.That(_told.SelectMany(told => Enumerable.Repeat(told.Probability, (int)told.Records)).Order(), Is.EqualTo(expected.Order()).Within(1e-12));

        long Who(Func<Citizen, bool> says) => Math.Max(1, people.Count(says));
    }

    [Test]
    public void Who_says_only_a_birth_date_and_a_sex_says_too_little_and_who_says_all_says_enough()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_told.Sum(told => told.Records), Is.EqualTo(Said.Length), "every record is there once");
            Assert.That(_told.Single(told => told.Probability == 0).Records, Is.EqualTo(Said.Count(cells => Words(cells) < 2)), "a hundred say next to nothing");
            Assert.That(_told.Where(told => told.Probability >= 0.99).Sum(told => told.Records), Is.InRange(290, 500), "half say all, and a name with a birth date may do");
        });
    }

    [Test]
    public void A_file_of_which_nobody_can_be_recognised_has_no_such_curve()
    {
        var away = new LinkageTown(300, 99).People;
        using var linked = new LinkedTown(Town.People, away.Select(person => (person, (string?[])[null, .. Town.Cells(person, 0)])));

        Assert.That(linked.Flow.Draw("select evidence from link_model"), Is.EqualTo("evidence\nnone"));
        Assert.That(linked.Flow.Warehouse.Count("select count(*) from link_self"), Is.Zero);
    }

    /// <summary>Names, birth date and postcode: two at least are needed to be compared.</summary>
    private static int Words(string?[] cells) => cells.Take(4).Count(cell => cell is not null);
}
