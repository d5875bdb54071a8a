using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Where every row and every penny of several extracts went.</summary>
public sealed class LandingLedgerSpec
{
    private const string Header = "NHSNumber,UniqCareContID,OrgIDProv,CareContDate,Cost,FamilyName\n";
    private static readonly Profile National = Profile.ForNational(Catalogue.Find("mental_health_contacts")!);

    private static ExtractLanding Land(TemporaryFolder folder, Warehouse warehouse, params (string Name, string Text)[][] extracts)
    {
        var deliveries = extracts.Select((files, i) => new Delivery(i + 1, National, [.. files.Select(file => new ExtractFile(file.Name, folder.File(file.Name, file.Text)))])).ToList();
        var pseudonyms = new Pseudonyms("a key of at least thirty-two bytes"u8);
        var landing = new ExtractLanding(deliveries, new LandingRules(pseudonyms) { OptedOut = new HashSet<long> { pseudonyms.OfNumber(9990000026).Token } });
        foreach (var step in landing.ToStage().Steps.Cast<CodeStep>()) { step.Make(warehouse); }
        return landing;
    }

    private static string[] Lines(Warehouse warehouse, string sql) =>
        [.. warehouse.Query(sql).Rows.Select(row => string.Join(' ', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-")))];

    [Test]
    public void Every_row_has_one_outcome_and_every_penny_follows_it()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));

        Land(folder, warehouse,
            [
                // Files are read in the order of their names: the second of these comes first.
                ("late.csv", Header + "9990000018,c1,RXY,2024-04-01,3.00,Hall\n9990000018,c2,RXY,2024-04-02,4.00,Hall\n"),
                ("early.csv", Header + "9990000018,c1,RXY,2024-04-01,1.00,Hall\n9990000018,c2,RXY,2024-04-02,4.00,Hall\n9990000018,c3,RXY,bad,8.00,Hall\n9990000026,c4,RXY,2024-04-02,16.00,Opted\n"),
            ],
            [("late.csv.2", Header + "9990000034,c9,RXY,2024-04-03,32.00,Hill\n9990000018,c2,RXY,2024-04-02,4.00,HALL\n")]);

        Assert.Multiple(() =>
        {
            Assert.That(Lines(warehouse, "select extract, file, outcome, reason, row_count, pence from landing_ledger order by all"), Is.EqualTo(new[]
            {
                "1 early.csv duplicate repeat 1 400",
                "1 early.csv duplicate superseded 1 100",
                "1 early.csv loaded - 0 0",
                "1 early.csv opted_out - 1 1600",
                "1 early.csv read - 4 2900",
                "1 early.csv rejected not_a_date 1 800",
                "1 late.csv duplicate repeat 1 400",
                "1 late.csv loaded - 1 300",
                "1 late.csv read - 2 700",
                "2 late.csv.2 loaded - 2 3600",
                "2 late.csv.2 read - 2 3600",
            }));
            Assert.That(Lines(warehouse, "select * from reject"), Is.EqualTo(new[] { "1 early.csv 4 contact_date not_a_date" }));
            Assert.That(Lines(warehouse, "select extract, source_id, cost from mental_health_contacts_landed order by row_id"), Is.EqualTo(new[] { "1 c1 300", "2 c9 3200", "2 c2 400" }));
            Assert.That(Lines(warehouse, "select family_name from identity.mental_health_contacts order by row_id"), Is.EqualTo(new[] { "HALL", "HILL", "HALL" }));
            Assert.That(Lines(warehouse, "select * from landed_total order by all"), Is.EqualTo(new[] { "1 mental_health_contacts early.csv 0 0", "1 mental_health_contacts late.csv 1 300", "2 mental_health_contacts late.csv.2 2 3600" }));
        });
    }

    [Test]
    public void An_opted_out_person_is_in_no_table()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));

        Land(folder, warehouse, [("a.csv", Header + "9990000026,canary1,RXY,2024-04-01,1.00,Canary\n9990000026,canary2,RXY,bad,1.00,Canary\n")]);

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Count("select count(*) from mental_health_contacts_landed"), Is.Zero);
            Assert.That(warehouse.Count("select count(*) from identity.mental_health_contacts"), Is.Zero);
            Assert.That(warehouse.Count("select count(*) from reject"), Is.Zero);
        });
    }

    [TestCase("update landing_ledger set row_count = row_count + 1 where outcome = 'read'", "every_row_is_accounted_for")]
    [TestCase("update landing_ledger set row_count = row_count - 1 where outcome = 'loaded'", "every_row_is_accounted_for")]
    [TestCase("update landed_total set row_count = 1", "every_row_is_accounted_for")]
    [TestCase("delete from landed_total", "every_row_is_accounted_for")]
    [TestCase("delete from landing_ledger where outcome = 'rejected'", "every_row_is_accounted_for")]
    [TestCase("update landing_ledger set pence = pence + 1 where outcome = 'rejected'", "every_pound_is_accounted_for")]
    [TestCase("update landing_ledger set pence = 0 where outcome = 'loaded'", "every_pound_is_accounted_for")]
    [TestCase("update landed_total set pence = pence - 1", "every_pound_is_accounted_for")]
    public void The_laws_notice_what_is_missing(string damage, string law)
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        Land(folder, warehouse, [("a.csv", Header + "9990000018,c1,RXY,2024-04-01,1.00,Hall\n9990000018,c2,RXY,2024-04-01,2.00,Hall\n9990000018,c3,RXY,bad,1.00,Hall\n")]);
        Assert.That(warehouse.Breaches(SqlScript.Load(law)), Is.Zero);

        warehouse.Execute(damage);

        Assert.That(warehouse.Breaches(SqlScript.Load(law)), Is.EqualTo(1));
    }

    [Test]
    public void A_dataset_that_nobody_delivered_has_its_tables_empty()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));

        Land(folder, warehouse);

        foreach (var dataset in Catalogue.All)
        {
            Assert.That(warehouse.Count($"select count(*) from {dataset.LandedTable}") + warehouse.Count($"select count(*) from {dataset.IdentityTable}"), Is.Zero);
        }
    }

    [Test]
    public void A_key_that_is_none_is_noticed_and_corrections_are_not()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var rows = string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"9990000018,k{i},RXY,2024-04-01,{i}.00,Hall\n")));
        var corrected = string.Concat(Enumerable.Range(0, 5).Select(i => $"9990000018,k{i},RXY,2024-04-02,1.00,Hall\n"));

        var corrections = Land(folder, warehouse, [("a.csv", Header + rows + corrected)]);
        Assert.That(corrections.Notices, Is.Empty);

        using var second = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var noKey = Land(folder, second, [("a.csv", Header + string.Concat(Enumerable.Range(0, 7).Select(i => $"9990000018,same,RXY,2024-04-0{i + 1},1.00,Hall\n")))]);
        Assert.That(noKey.Notices.Select(notice => notice.ToString()), Is.EqualTo(new[]
        {
            "a.csv: STR310: 6 of 7 rows share their key (provider, source_id) with a later row of other content, which is kept in their place.\n    Where these are not corrections, what the profile maps to provider, source_id is no key of mental_health_contacts.",
        }));
    }

    [Test]
    public void A_blank_part_of_a_key_is_a_value_of_its_own()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var services = Profile.ForNational(Catalogue.Find("social_care_services")!);
        var text = "NHS Number,LA Code,LA Person Unique Identifier,Event Reference,Event Start Date,Unit Cost\n,905,,r1,2024-04-01,1\n,905,,r1,2024-04-01,2\n,905,7,r1,2024-04-01,4\n,905,,r1,2024-04-01,8\n,905,,r1,2024-04-01,8\n";

        var landing = new ExtractLanding([new Delivery(1, services, [new ExtractFile("a.csv", folder.File("a.csv", text))])], new LandingRules(LandingReading.Pseudonyms));
        foreach (var step in landing.ToStage().Steps.Cast<CodeStep>()) { step.Make(warehouse); }

        Assert.Multiple(() =>
        {
            Assert.That(Lines(warehouse, "select person_reference, unit_cost from social_care_services_landed order by row_id"), Is.EqualTo(new[] { "7 400", "- 800" }));
            Assert.That(Lines(warehouse, "select outcome, reason, row_count, pence from landing_ledger order by all"), Is.EqualTo(new[]
            {
                "duplicate repeat 1 800", "duplicate superseded 2 300", "loaded - 2 1200", "read - 5 2300",
            }));
        });
    }

    [Test]
    public void What_is_wrong_with_all_files_of_all_extracts_is_said_at_once()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));

        Assert.That(
            () => Land(folder, warehouse, [("a.csv", "UniqCareContID\n"), ("b.csv", Header)], [("c.csv", ""), ("d.csv", "\"" + Header)]),
            Throws.TypeOf<ExtractException>().With.Message.EqualTo("""
                a.csv:1: STR301: The header does not have the column 'NHSNumber'.
                    Map the sender's own name in a profile for mental_health_contacts.
                a.csv:1: STR301: The header does not have the column 'CareContDate'.
                    Map the sender's own name in a profile for mental_health_contacts.
                c.csv:1: STR303: The file has no header.
                d.csv:1: STR307: A quote opens here and is never closed.
                """));
    }

    [Test]
    public void Row_ids_say_where_a_row_came_from_and_grow_in_reading_order()
    {
        long[] ids = [LandedShape.RowIdOf(1, 0, 2), LandedShape.RowIdOf(1, 0, 3), LandedShape.RowIdOf(1, 65535, 2), LandedShape.RowIdOf(2, 0, uint.MaxValue), LandedShape.RowIdOf(32767, 65535, uint.MaxValue)];

        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.Ordered.And.Unique);
            Assert.That(ids[^1], Is.EqualTo(long.MaxValue));
            Assert.That(() => LandedShape.RowIdOf(32768, 0, 1), Throws.ArgumentException);
        });
    }
}
