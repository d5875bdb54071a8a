using System.Globalization;
using System.Text;
using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>Whatever the contacts, a flat file of them and the tables of their submissions come to the same person-years, to the penny.</summary>
public sealed class RelatedLaws
{
    private static readonly string[] Numbers = ["9990000018", "9990000026", "9990000034", ""];
    private static readonly string[] Currencies = ["N02AF", "N02AN", "A08A1", "IC01", "NONE", ""];

    private RelatedJob _contacts = null!, _care = null!;

    [OneTimeSetUp]
    public void Send()
    {
        _contacts = new RelatedJob().Give("csds", [.. Tables(Contacts(new Random(4)), new Random(4))]).Run(dropping: false);
        _care = new RelatedJob().Give("client_level_data", "LA Code | LA Person Unique Identifier | NHS Number | Event Type | Event Start Date | Cost Frequency (Unit Type)\n905 | 1 | 9990000018 | Service | 01/05/2024 | Weekly").Run(dropping: false);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        _contacts.Dispose();
        _care.Dispose();
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void The_same_contacts_in_both_shapes_give_the_same_person_years(int seed)
    {
        var contacts = Contacts(new Random(seed));
        using var flat = new RelatedJob().Give("community_contacts", Flat(contacts)).Run();
        using var related = new RelatedJob().Give("csds", [.. Tables(contacts, new Random(seed))]).Run();
        const string years = "select * from person_year order by person_id";
        const string costs = "select person_key, event.counted_on, costed_event.costed, cost_basis, cost_pence from costed_event join event using (dataset, source_id) order by all";

        Assert.Multiple(() =>
        {
            Assert.That(related.Draw(years), Is.EqualTo(flat.Draw(years)));
            Assert.That(related.Draw(costs), Is.EqualTo(flat.Draw(costs)));
            Assert.That(flat.Warehouse.Count("select count(*) from costed_event"), Is.EqualTo(contacts.Count));
            Assert.That(related.Warehouse.Count("select count(*) from landing_ledger where outcome = 'duplicate'"), Is.EqualTo(2), "Both ways of being sent again are in play");
        });
    }

    [TestCase("delete from related_outcome where outcome = 'event'")]
    [TestCase("delete from related_made where row_id = (select min(row_id) from related_made)")]
    [TestCase("insert into related_made select * from related_made limit 1")]
    [TestCase("update related_outcome set outcome = 'event'")]
    [TestCase("delete from related_item")]
    public void The_law_sees_a_contact_that_is_lost_or_counted_twice(string breaking)
    {
        Break(_contacts.Warehouse, "every_related_row_is_an_event_or_named", breaking);
    }

    [TestCase("delete from care_outcome")]
    [TestCase("update care_outcome set outcome = 'restated'")]
    [TestCase("delete from social_care_services_landed")]
    [TestCase("insert into social_care_services_landed select * from social_care_services_landed")]
    public void The_law_sees_an_event_of_social_care_that_is_lost_or_counted_twice(string breaking)
    {
        Break(_care.Warehouse, "every_care_event_stands_once_or_is_named", breaking);
    }

    /// <summary>And mends it again, for the next.</summary>
    private static void Break(Warehouse warehouse, string name, string breaking)
    {
        var law = SqlScript.Load(name);
        Assert.That(warehouse.Breaches(law), Is.Zero);

        warehouse.Execute("begin transaction");
        warehouse.Execute(breaking);
        var breaches = warehouse.Breaches(law);
        warehouse.Execute("rollback");

        Assert.That(breaches, Is.Positive);
    }

    private sealed record Contact(int Person, int Month, string Id, string Day, string Attended, string Currency, string Cost);

    private static List<Contact> Contacts(Random random) => [.. Enumerable.Range(0, 60).Select(i =>
    {
        var month = random.Next(12);
        var day = new DateOnly(2024, 4, 1).AddMonths(month).AddDays(random.Next(28));
        return new Contact(random.Next(Numbers.Length), month, $"C{i}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), random.Next(4) == 0 ? "7" : "5",
            Currencies[random.Next(Currencies.Length)], random.Next(5) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{random.Next(300)}.{random.Next(100):00}") : "");
    })];

    private static string Flat(List<Contact> contacts) => contacts.Aggregate(
        new StringBuilder("NHS NUMBER | UNIQUE CARE CONTACT IDENTIFIER | ORGANISATION IDENTIFIER (CODE OF PROVIDER) | CARE CONTACT DATE | ATTENDANCE STATUS | CURRENCY CODE | COST\n"),
        (text, it) => text.Append(CultureInfo.InvariantCulture, $"{Numbers[it.Person]} | {it.Id} | RXY | {it.Day} | {it.Attended} | {it.Currency} | {it.Cost}\n")).ToString();

    /// <summary>A submission a month with everyone in it; half of the months have a primary before it whose contacts are all wrong, and each tells last month's contacts again.</summary>
    private static IEnumerable<(string, string)> Tables(List<Contact> contacts, Random random)
    {
        const string lineage = "ORGANISATION IDENTIFIER (CODE OF PROVIDER) | UNIQUE SUBMISSION ID | UNIQUE MONTH ID | FILE TYPE";
        var (index, referrals, told, done) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        for (var month = 0; month < 12; month++)
        {
            var refresh = $"RXY | {random.Next(1000) + (month * 1000)} | {1489 + month} | Refresh";
            var primary = $"RXY | {(month * 1000) + 999} | {1489 + month} | Primary";
            foreach (var sent in month % 2 == 0 ? [primary, refresh] : (string[])[refresh])
            {
                for (var person = 0; person < Numbers.Length; person++)
                {
                    index.Add($"L{person} | {Numbers[person]} | {sent}");
                    referrals.Add($"R{person} | L{person} | {sent}");
                }
                foreach (var it in contacts.Where(contact => contact.Month == month || contact.Month == month - 1))
                {
                    // A wrong primary, and a wrong account of what a later month tells again.
                    var right = sent == refresh && !(it.Month == month && month < 11);
                    told.Add($"{it.Id} | R{it.Person} | {it.Day} | {it.Attended} | {it.Currency} | {(right ? it.Cost : "1234.56")} | {sent}");
                    done.Add($"{it.Id}-{told.Count} | {it.Id} | {sent}");
                }
            }
        }
        yield return ("CYP001", Drawn($"LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | {lineage}", index, random));
        yield return ("CYP101", Drawn($"SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED) | {lineage}", referrals, random));
        yield return ("CYP201", Drawn($"CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | ATTENDANCE STATUS | CURRENCY CODE | COST | {lineage}", told, random));
        yield return ("CYP202", Drawn($"CARE ACTIVITY IDENTIFIER | CARE CONTACT IDENTIFIER | {lineage}", done, random));
    }

    private static string Drawn(string header, List<string> rows, Random random)
    {
        var inAnyOrder = rows.ToArray();
        random.Shuffle(inAnyOrder);
        return $"{header}\n{string.Join('\n', inAnyOrder)}";
    }
}
