using System.Globalization;
using Stratify.Datasets;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A delivery that stands in place of its sender's earlier ones for the period that it covers, as a bulk replacement does.</summary>
public sealed class DeliveryPeriodSpec
{
    private const string Header = "NEWNHSNO,ATTENDKEY,PROCODE,APPTDATE,ATTENDED,TARIFF_TOTAL_PAYMENT";
    private const string WithPeriod = $"{Header},CDS REPORT PERIOD START DATE,CDS REPORT PERIOD END DATE";

    private static readonly Dataset Appointments = Catalogue.Find("acute_outpatients")!;

    [Test]
    public void What_was_sent_before_of_the_days_that_a_delivery_covers_is_left_out_and_named()
    {
        var landed = Land(
            ("1.csv", Rows("a 04-02 1", "b 05-10 2", "c 05-20 4", "d 06-01 8")),
            ("2.csv", Rows("b 05-01 16", "e 05-31 32")));

        Assert.Multiple(() =>
        {
            Assert.That(landed.Pence, Is.EqualTo(5700), "1 + 8 + 16 + 32 pounds: c was taken back, and b moved");
            Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate replaced_period 2", "1.csv loaded - 2", "2.csv loaded - 2" }));
            Assert.That(landed.Superseded, Is.Empty, "A bulk replacement is no conflict");
            Assert.That(landed.Notices.Single().ToString(), Is.EqualTo(
                "1.csv: STR321: 2 of 4 rows are left out, as a later delivery of the same sender stands in place of this one for the days that it covers.\n    Where the files are parts of one whole, set 'delivery: add' for the extract."));
        });
    }

    [Test]
    public void A_partial_overlap_takes_only_the_days_that_are_sent_again() =>
        Assert.That(Land(("1.csv", Rows("a 04-10 1", "b 04-20 2", "c 05-05 4")), ("2.csv", Rows("d 04-16 8", "e 05-01 16"))).Pence, Is.EqualTo(2900), "a, c, d and e");

    [Test]
    public void The_period_that_the_rows_say_counts_also_on_days_of_which_they_have_no_row() =>
        Assert.That(Land(("1.csv", Rows("a 04-10 1", "b 04-29 2", "c 05-05 4")), ("2.csv", Said("2024-04-01", "2024-04-30", "d 04-16 8"))).Pence, Is.EqualTo(1200), "c and d");

    [Test]
    public void A_row_of_a_wrong_year_takes_its_own_month_and_not_all_between() =>
        Assert.That(Land(("1.csv", Rows("a 04-10 1", "b 05-20 2", "c 06-05 4")), ("2.csv", Rows("d 06-01 8", "e 06-30 16", "typo 04-30 32"))).Pence, Is.EqualTo(5900), "a is before the slip, b in a month that was not sent, c was taken back");

    [Test]
    public void Another_senders_days_stand() =>
        Assert.That(Land(("1.csv", Rows("a 04-10 1") + Row("RX2", "b 04-10 2")), ("2.csv", Rows("c 04-01 4", "d 04-30 8"))).Pence, Is.EqualTo(1400), "RX2 sent nothing since");

    [Test]
    public void The_day_of_delivery_decides_whatever_the_order_of_the_files()
    {
        (string, DateOnly?, string)[] files =
        [
            ("a_20240701.csv", new DateOnly(2024, 7, 1), Rows("a 04-01 1", "b 04-30 2")),
            ("b_20240601.csv", new DateOnly(2024, 6, 1), Rows("a 04-01 4", "c 04-15 8", "d 05-01 16")),
        ];

        Assert.That(LandedFiles.Of(Appointments, DeliveryKind.ReplacePeriod, files).Pence, Is.EqualTo(1900), "a and b of July, and d of June");
    }

    [Test]
    public void Of_three_deliveries_the_last_that_covers_a_day_tells_it() =>
        Assert.That(Land(
            ("1.csv", Rows("a 04-01 1", "b 05-15 2", "c 06-30 4")),
            ("2.csv", Rows("d 05-01 8", "e 06-30 16")),
            ("3.csv", Rows("f 06-01 32", "g 06-30 64"))).Pence, Is.EqualTo(10500), "a, d, f and g");

    [Test]
    public void A_key_that_comes_again_on_a_day_that_is_not_covered_is_a_correction_all_the_same() =>
        Assert.That(Land(("1.csv", Rows("a 04-01 1")), ("2.csv", Rows("a 05-01 2"))), Has.Property("Pence").EqualTo(200).And.Property("Ledger").EqualTo(new[] { "1.csv duplicate superseded 1", "2.csv loaded - 1" }));

    [Test]
    public void An_episode_lies_in_the_period_in_which_it_ended_and_one_that_goes_on_in_that_in_which_it_began()
    {
        const string header = "NEWNHSNO,EPIKEY,PROCODE,EPISTART,EPIEND,ADMIMETH,TARIFF_TOTAL_PAYMENT\n";
        var landed = LandedFiles.Of(Catalogue.Find("acute_inpatients")!, DeliveryKind.ReplacePeriod,
            ("1.csv", header + "9990000018,a,RXY,2024-03-30,2024-04-02,21,1\n9990000018,b,RXY,2024-04-29,2024-05-02,21,2\n9990000018,c,RXY,2024-04-30,,21,4\n"),
            ("2.csv", header + "9990000018,d,RXY,2024-03-01,2024-04-01,21,8\n9990000018,e,RXY,2024-04-29,2024-04-30,21,16\n"));

        Assert.That(landed.Pence, Is.EqualTo(2600), "b, d and e");
    }

    [Test]
    public void Items_dispensed_are_restated_month_by_month_without_being_asked_to()
    {
        const string header = "NHSNumber,ItemID,ProcessingPeriodDate,ItemActualCost\n";
        var landed = LandedFiles.Of(Catalogue.Find("prescribed_items")!, null,
            ("1.csv", header + "9990000018,i1,2024-04-01,1\n9990000018,i2,2024-04-01,2\n9990000018,i3,2024-05-01,4\n"),
            ("2.csv", header + "9990000018,i1,2024-04-01,8\n"));

        Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate replaced_period 2", "1.csv loaded - 1", "2.csv loaded - 1" }));
    }

    /// <summary>A year of true rows, sent in windows that overlap as they like, each as it was known then; the last word on each day is the truth.</summary>
    [Test]
    public void However_periods_were_sent_again_the_total_is_that_of_the_truth_in_one_delivery([Range(1, 12)] int seed)
    {
        var random = Xoshiro.For(seed, "periods");
        var day = new DateOnly(2024, 4, 1);
        var files = new List<(string, string)>();
        var known = new Dictionary<DateOnly, string>();
        for (var file = 0; file < 6; file++)
        {
            var (from, length) = (random.NextInt(300), 1 + random.NextInt(65));
            var rows = "";
            for (var i = from; i < from + length; i++)
            {
                var on = day.AddDays(i);
                known[on] = random.NextInt(3) > 0 ? string.Create(CultureInfo.InvariantCulture, $"9990000018,f{file}d{i},RXY,{on:yyyy-MM-dd},5,{random.NextInt(1000)}.{random.NextInt(100):00}") : "";
                if (known[on].Length > 0) { rows += string.Create(CultureInfo.InvariantCulture, $"{known[on]},{day.AddDays(from):yyyy-MM-dd},{day.AddDays(from + length - 1):yyyy-MM-dd}\n"); }
            }
            // A delivery without a row says nothing of its period, so nobody can know of it.
            if (rows.Length == 0) { rows = string.Create(CultureInfo.InvariantCulture, $"{known[day.AddDays(from)] = $"9990000018,f{file}d{from},RXY,{day.AddDays(from):yyyy-MM-dd},5,1.00"},{day.AddDays(from):yyyy-MM-dd},{day.AddDays(from + length - 1):yyyy-MM-dd}\n"); }
            files.Add(($"{file}.csv", $"{WithPeriod}\n{rows}"));
        }

        var (sent, truth) = (Land([.. files]), Land(("truth.csv", $"{Header}\n{string.Concat(known.Values.Where(row => row.Length > 0).Select(row => row + "\n"))}")));

        Assert.That((sent.Pence, sent.Rows.Count), Is.EqualTo((truth.Pence, truth.Rows.Count)));
    }

    private static LandedFiles Land(params (string Name, string Text)[] files) => LandedFiles.Of(Appointments, DeliveryKind.ReplacePeriod, files);

    /// <summary>Rows as key, month and day, pounds.</summary>
    private static string Rows(params string[] rows) => $"{Header}\n{string.Concat(rows.Select(row => Row("RXY", row)))}";

    private static string Said(string from, string to, string row) => $"{WithPeriod}\n{Row("RXY", row).TrimEnd()},{from},{to}\n";

    private static string Row(string provider, string row) => row.Split(' ') is [var key, var day, var pounds] ? $"9990000018,{key},{provider},{(key == "typo" ? 2014 : 2024)}-{day},5,{pounds}\n" : throw new ArgumentException(row);
}
