using Stratify.Datasets;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What a later delivery is to an earlier one: further rows, everything again, or changes.</summary>
public sealed class DeliverySpec
{
    private const string Contact = "NHSNumber,UniqCareContID,OrgIDProv,CareContDate,Cost\n";
    private const string Appointment = "NEWNHSNO,ATTENDKEY,PROCODE,APPTDATE,ATTENDED,CDS UPDATE TYPE,TARIFF_TOTAL_PAYMENT\n";

    private static readonly Dataset Contacts = Catalogue.Find("mental_health_contacts")!, Appointments = Catalogue.Find("acute_outpatients")!;

    [Test]
    public void Rows_that_are_added_stand_beside_the_earlier_ones_and_a_key_that_comes_again_is_named()
    {
        var landed = LandedFiles.Of(Contacts, DeliveryKind.Add,
            ("1.csv", Contact + Row("a", 1) + Row("b", 2) + Row("c", 4)),
            ("2.csv", Contact + Row("b", 2) + Row("c", 8) + Row("d", 16)));

        Assert.Multiple(() =>
        {
            Assert.That(landed.Pence, Is.EqualTo(2700), "1 + 2 + 8 + 16 pounds");
            Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate repeat 1", "1.csv duplicate superseded 1", "1.csv loaded - 1", "2.csv loaded - 3" }));
            Assert.That(landed.Superseded, Is.EqualTo(new[] { "0 4 1 3" }), "Line 4 of the first file, and line 3 of the second that is kept");
        });
    }

    [Test]
    public void A_delivery_of_everything_stands_in_place_of_its_senders_earlier_ones_and_of_no_other_senders()
    {
        var landed = LandedFiles.Of(Contacts, DeliveryKind.Replace,
            ("1.csv", Contact + Row("a", 1) + Row("b", 2) + Row("a", 4, "RX2")),
            ("2.csv", Contact + Row("b", 8) + Row("d", 16)));

        Assert.Multiple(() =>
        {
            Assert.That(landed.Pence, Is.EqualTo(2800), "RX2 sent nothing since");
            Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate replaced 2", "1.csv loaded - 1", "2.csv loaded - 2" }));
            Assert.That(landed.Notices.Select(notice => notice.ToString()), Is.EqualTo(new[]
            {
                "1.csv: STR321: 2 of 3 rows are left out, as a later delivery of the same sender stands in place of this one.\n    Where the files are parts of one whole, set 'delivery: add' for the extract.",
            }));
        });
    }

    [Test]
    public void Files_of_one_day_are_one_delivery_and_the_day_decides_whatever_the_names_are()
    {
        (string, DateOnly?, string)[] files =
        [
            ("z_20240430.csv", new DateOnly(2024, 4, 30), Contact + Row("old", 1)),
            ("a_20240531.csv", new DateOnly(2024, 5, 31), Contact + Row("a", 2)),
            ("b_20240531.csv", new DateOnly(2024, 5, 31), Contact + Row("b", 4)),
        ];

        var replaced = LandedFiles.Of(Contacts, DeliveryKind.Replace, files);
        var undated = LandedFiles.Of(Contacts, DeliveryKind.Replace, [.. files.Select(file => (file.Item1, file.Item3))]);

        Assert.Multiple(() =>
        {
            Assert.That(replaced.Pence, Is.EqualTo(600));
            Assert.That(undated.Pence, Is.EqualTo(100), "By name the oldest file comes last, and stands alone");
        });
    }

    [Test]
    public void A_net_change_corrects_and_deletes_and_is_no_conflict()
    {
        var landed = LandedFiles.Of(Appointments, null,
            ("1.csv", Appointment + Appt("a", "9", 1) + Appt("b", "9", 2) + Appt("c", "9", 4) + Appt("d", "9", 8)),
            ("2.csv", Appointment + Appt("b", "9", 16) + ",c,RXY,,,1,\n" + Appt("d", "1", 8) + Appt("e", "1", 32)),
            ("3.csv", Appointment + Appt("d", "9", 64)));

        Assert.Multiple(() =>
        {
            Assert.That(landed.Pence, Is.EqualTo(8100), "a, b as it was corrected, and d, which came back");
            Assert.That(landed.Ledger, Is.EqualTo(new[]
            {
                "1.csv duplicate deleted 1", "1.csv duplicate superseded 2", "1.csv loaded - 1",
                "2.csv duplicate deletion 3", "2.csv loaded - 1", "3.csv loaded - 1",
            }));
            Assert.That(landed.Notices, Is.Empty);
        });
    }

    [Test]
    public void A_row_that_deletes_needs_its_key_and_any_other_row_needs_everything()
    {
        var landed = LandedFiles.Of(Appointments, null, ("1.csv", Appointment + Appt("a", "9", 1) + ",a,,,,1,\n,b,RXY,,5,9,\n,a,RXY,2024-13-01,5,1,\n"));

        Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv loaded - 1", "1.csv rejected blank 2", "1.csv rejected not_a_date 1" }));
    }

    [Test]
    public void Two_rows_of_one_key_in_one_file_are_a_conflict_even_among_changes()
    {
        var rows = string.Concat(Enumerable.Range(0, 7).Select(i => Appt("same", "9", i)));

        Assert.Multiple(() =>
        {
            Assert.That(LandedFiles.Of(Appointments, null, ("1.csv", Appointment + rows)).Notices.Select(notice => notice.Kind), Is.EqualTo(new[] { ProblemKinds.RowsSuperseded }));
            Assert.That(LandedFiles.Of(Appointments, null, [.. Enumerable.Range(1, 2).Select(night => ($"{night}.csv", Appointment + string.Concat(Enumerable.Range(0, 7).Select(i => Appt($"a{i}", "9", night)))))]).Notices, Is.Empty);
            Assert.That(LandedFiles.Of(Appointments, DeliveryKind.Add, [.. Enumerable.Range(1, 2).Select(night => ($"{night}.csv", Appointment + string.Concat(Enumerable.Range(0, 7).Select(i => Appt($"a{i}", "9", night)))))]).Notices.Select(notice => notice.Kind), Is.EqualTo(new[] { ProblemKinds.RowsSuperseded }));
        });
    }

    [Test]
    public void An_update_type_is_no_content()
    {
        var landed = LandedFiles.Of(Appointments, null, ("1.csv", Appointment + Appt("a", "", 1)), ("2.csv", Appointment + Appt("a", "9", 1)));

        Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate repeat 1", "2.csv loaded - 1" }));
    }

    private static string Row(string key, int pounds, string provider = "RXY") => $"9990000018,{key},{provider},2024-04-01,{pounds}.00\n";

    private static string Appt(string key, string update, int pounds) => $"9990000018,{key},RXY,2024-04-01,5,{update},{pounds}.00\n";
}
