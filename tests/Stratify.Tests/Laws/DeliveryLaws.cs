using System.IO.Compression;
using Stratify.Datasets;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>However an extract is delivered, it lands on the rows and the pennies of a single delivery.</summary>
public sealed class DeliveryLaws
{
    private static readonly string[] Feeds = ["gp_registrations", "gp_events", "gp_appointments", "acute_outpatients", "mental_health_contacts", "social_care_services"];

    /// <summary>The header and some rows of the town's extract.</summary>
    private static (string Header, string[] Rows) Extract(string dataset)
    {
        var lines = FirstLines(dataset, 121);
        return (lines[0], lines[1..]);
    }

    private static IEnumerable<TestCaseData> Scenarios() =>
        from feed in Feeds
        from scenario in new Dictionary<string, Func<string, string[], (string, DateOnly?, string)[]>>
        {
            ["the same file twice"] = (header, rows) => [("1.csv", null, Text(header, rows)), ("2.csv", null, Text(header, rows))],
            ["other order, quotes and line ends"] = (header, rows) => [("1.csv", null, Text(header, rows)), ("2.csv", null, string.Concat(rows.Reverse().Prepend(header).Select(line => Quoted(line) + "\r\n")))],
            ["a part and then all of it"] = (header, rows) => [("1.csv", null, Text(header, rows[..40])), ("2.csv", null, Text(header, rows))],
            ["older after newer, dated"] = (header, rows) => [("1.csv", new DateOnly(2024, 6, 1), Text(header, rows)), ("2.csv", new DateOnly(2024, 5, 1), Text(header, rows[..40]))],
            ["an empty delivery before"] = (header, rows) => [("1.csv", null, Text(header, [])), ("2.csv", null, Text(header, rows))],
            ["an empty delivery after"] = (header, rows) => [("1.csv", null, Text(header, rows)), ("2.csv", null, Text(header, []))],
        }
        select new TestCaseData(feed, scenario.Value).SetArgDisplayNames(feed, scenario.Key);

    [TestCaseSource(nameof(Scenarios))]
    public void A_delivery_of_what_was_delivered_changes_nothing(string feed, Func<string, string[], (string, DateOnly?, string)[]> scenario)
    {
        var dataset = Catalogue.Find(feed)!;
        var (header, rows) = Extract(feed);

        foreach (var kind in new[] { dataset.Delivery, DeliveryKind.Replace, DeliveryKind.ReplacePeriod }.Distinct()) { SameAsOnce(feed, LandedFiles.Of(dataset, kind, scenario(header, rows)), kind.ToString()); }
    }

    [TestCaseSource(nameof(Feeds))]
    public void Rows_that_are_added_land_the_same_however_they_are_split_over_files_and_in_whatever_order(string feed)
    {
        var dataset = Catalogue.Find(feed)!;
        var (header, rows) = Extract(feed);

        for (var seed = 1; seed <= 5; seed++)
        {
            var random = Xoshiro.For(seed, feed);
            var files = new List<string>[random.NextInt(6) + 1];
            for (var i = 0; i < files.Length; i++) { files[i] = []; }
            // Some rows are in several files, and each is in one at least.
            foreach (var row in rows.OrderBy(_ => random.NextInt(1 << 30))) { for (var copies = random.NextInt(4) == 0 ? 2 : 1; copies > 0; copies--) { files[random.NextInt(files.Length)].Add(row); } }

            var kind = seed % 2 == 0 ? DeliveryKind.Add : DeliveryKind.NetChange;
            SameAsOnce(feed, LandedFiles.Of(dataset, kind, [.. files.Select((file, i) => ($"{i}.csv", Text(header, file)))]), $"{kind}, seed {seed}");
        }
    }

    private static string Text(string header, IEnumerable<string> rows) => string.Concat(rows.Prepend(header).Select(line => line + "\n"));

    /// <summary>Every field in quotes; the town's fields that need them have none of their own inside.</summary>
    private static string Quoted(string line)
    {
        var (text, inside) = ("\"", false);
        foreach (var letter in line)
        {
            if (letter == '"') { inside = !inside; }
            else { text += letter == ',' && !inside ? "\",\"" : letter; }
        }
        return text + "\"";
    }

    private static readonly Dictionary<string, LandedFiles> Single = [];

    private static LandedFiles Once(string feed)
    {
        if (!Single.TryGetValue(feed, out var once))
        {
            var (header, rows) = Extract(feed);
            Single[feed] = once = LandedFiles.Of(Catalogue.Find(feed)!, null, ("1.csv", Text(header, rows)));
        }
        return once;
    }

    private static void SameAsOnce(string feed, LandedFiles landed, string how)
    {
        var once = Once(feed);

        Assert.Multiple(() =>
        {
            Assert.That(landed.Pence, Is.EqualTo(once.Pence), how);
            Assert.That(landed.Rows, Has.Count.EqualTo(once.Rows.Count), how);
            Assert.That(landed.Rows.Except(once.Rows), Is.Empty, how);
        });
    }

    /// <summary>The header and first rows of one of the town's extracts.</summary>
    private static string[] FirstLines(string dataset, int count)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(Repository.At("data-samples", "town", "extracts", $"{dataset}.csv.gz")), CompressionMode.Decompress));
        return [.. Enumerable.Range(0, count).Select(_ => file.ReadLine()).OfType<string>()];
    }
}
