using System.Globalization;
using Stratify.Settings;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>
/// A register of 12,000 people who are all different, some of whom share a number, a full name, or family name and birth date with another;
/// and an extract that tells of them. Each is registered with a practice of their own, which shows who was taken for whom.
/// </summary>
public sealed class DistinctPeopleSpec
{
    private const int People = 12_000, Alike = 600;

    [Test]
    public void Of_twelve_thousand_who_share_numbers_and_names_at_most_three_pairs_are_taken_for_one_person()
    {
        var town = new LinkageTown(People, 19);
        var register = town.People.Select(person => person.Number < People - Alike ? person : Sharing(person, town.People[(People - 1 - person.Number) * 17])).ToList();
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Fill("gp_registrations", LinkageTown.RegisterColumns, register.Select(person => (string?[])
                [NumberOf(person.Number), $"p{person.Number}", Practice(person.Number), .. LinkageTown.Register(person)[3..]]))
            .Fill("social_care_services", ["authority", "start_date", "source_id", "nhs_number", "family_name", "given_name", "birth_date", "postcode", "gender"], Records(town, register))
            .Link();

        // Two people are a false pair when the register makes one of them, or a record of one is linked to the other.
        var pairs = flow.Draw("""
            with practice as (select distinct person_key, practice from registration),
            taken_for as (
                select one.practice as one, other.practice as other from practice as one join practice as other using (person_key)
                union
                select 'P' || regexp_extract(source_id, 's(\d+)', 1), practice from person_link join event using (dataset, row_id) join practice using (person_key)
            )
            select count(distinct least(one, other) || ' ' || greatest(one, other)) as pairs from taken_for where one <> other
            """).Split('\n')[1];
        TestContext.Out.WriteLine($"{pairs} false pairs; links {flow.Draw("select grade, count(*) as records from person_link group by grade order by grade")}");
        Assert.Multiple(() =>
        {
            Assert.That(int.Parse(pairs, CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(3));
            Assert.That(flow.Warehouse.Count("select count(*) from person"), Is.GreaterThanOrEqualTo(People - 3));
            Assert.That(flow.Warehouse.Count("select count(*) from person_link where grade = 'A'"), Is.GreaterThan(2400), "and most are linked");
            Assert.That(flow.Warehouse.Count("select count(*) from person_link where grade = 'P'"), Is.GreaterThan(200));
        });
    }

    /// <summary>The last people of the town, in threes: the first of three keeps what is theirs and has another's number.</summary>
    private static Citizen Sharing(Citizen person, Citizen other) => (person.Number % 3) switch
    {
        0 => person,
        1 => person with { Family = other.Family, Given = other.Given },
        _ => person with { Family = other.Family, Born = other.Born },
    };

    private static string NumberOf(int person) => (1_000_000 + (person >= People - Alike && person % 3 == 0 ? (People - 1 - person) * 17 : person)).ToString(CultureInfo.InvariantCulture);

    private static string Practice(int person) => $"P{person}";

    /// <summary>Three in ten of all, and all who share something and whom they share it with; half of them by number, some of those without a birth date.</summary>
    private static List<string?[]> Records(LinkageTown town, IReadOnlyList<Citizen> register)
    {
        var told = register.Where(person => person.Number >= People - Alike || person.Number % 17 == 0 || town.Random.Chance(0.25)).ToList();
        return [.. told.Select(person => (person, cells: town.Cells(town.Record(person), blank: 0.03))).Select(record => (string?[])
            ["LA1", "2024-05-01", $"s{record.person.Number}", town.Random.Chance(0.7) ? NumberOf(record.person.Number) : null, .. record.cells])];
    }
}
