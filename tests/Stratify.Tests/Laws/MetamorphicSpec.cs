using System.Globalization;
using Stratify.Costing;
using Stratify.Model;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>
/// Whole runs held against each other: something is changed of which it is known what it must change, and nothing else may. What order of
/// rows and number of threads must not change is in <c>Golden/SameBytes</c>.
/// </summary>
public sealed class MetamorphicSpec
{
    private const string AllYears = "select * exclude (person_key) from person_year order by person_id, year";

    private const string AllEvents = "select dataset, source_id, year, payer, cost_basis, price_key, cost_pence from costed_event order by all";

    private TemporaryFolder _folder = null!;
    private IReadOnlyList<string> _years = null!;

    [OneTimeSetUp]
    public void Invent()
    {
        _folder = new TemporaryFolder();
        SyntheticPopulation.Write(300, 21, _folder.Path);
        using var run = new StationRun(Job(_folder.Path));
        _years = Lines(run, AllYears);
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void A_feed_that_comes_in_two_deliveries_makes_the_same_person_years()
    {
        using var copy = Copy((folder, file) =>
        {
            var lines = File.ReadAllLines(file);
            var name = Path.GetFileNameWithoutExtension(file);
            for (var part = 0; part < 2; part++) { File.WriteAllLines(Path.Combine(folder, "extracts", $"{name}.{part}.csv"), lines[1..].Where((_, i) => i % 2 == part).Prepend(lines[0])); }
        });
        var job = File.ReadAllText(Job(copy.Path));
        File.WriteAllText(Job(copy.Path), job.Replace(".csv}", ".*.csv, delivery: add}", StringComparison.Ordinal));

        using var run = new StationRun(Job(copy.Path));

        Assert.That(Lines(run, AllYears), Is.EqualTo(_years));
    }

    [Test]
    public void Somebody_else_and_their_care_change_nobody_s_row()
    {
        var number = NhsNumber.TestNumber(899_999).ToString(CultureInfo.InvariantCulture);
        using var copy = Copy((folder, file) => File.Copy(file, Path.Combine(folder, "extracts", Path.GetFileName(file))));
        Add("gp_registrations", ("NHS Number", number), ("Patient Identifier", "ZZ1"), ("Surname", "Quixote"), ("Forename", "Zebedee"), ("DOB", "1931-02-03"), ("Sex", "1"), ("GP Practice Code", "X99003"), ("Registration Start Date", "2001-02-03"));
        Add("acute_inpatients", ("NEWNHSNO", number), ("EPIKEY", "ZZ2"), ("PROCODE", "X98"), ("PROVSPNOPS", "ZZ3"), ("EPIORDER", "1"), ("EPISTART", "2024-06-01"), ("EPIEND", "2024-06-21"), ("ADMIDATE", "2024-06-01"), ("DISDATE", "2024-06-21"), ("ADMIMETH", "21"), ("DIAG_01", "I500"), ("TARIFF_TOTAL_PAYMENT", "98765.43"));
        Add("social_care_services", ("NHS Number", number), ("LA Code", "E99"), ("Event Reference", "ZZ4"), ("Event Start Date", "01/05/2024"), ("Unit Cost", "900"), ("Cost Frequency (Unit Type)", "Weekly"));

        using var run = new StationRun(Job(copy.Path));
        var years = Lines(run, AllYears);

        Assert.Multiple(() =>
        {
            Assert.That(years.Except(_years).Count(), Is.EqualTo(1));
            Assert.That(years.Intersect(_years), Is.EqualTo(_years));
        });

        void Add(string dataset, params (string Header, string Value)[] values)
        {
            var file = Path.Combine(copy.Path, "extracts", $"{dataset}.csv");
            var headers = File.ReadLines(file).First().Split(',');
            Assert.That(values.Select(value => value.Header), Is.SubsetOf(headers));
            File.AppendAllText(file, string.Join(',', headers.Select(header => values.FirstOrDefault(value => value.Header == header).Value ?? "")) + "\n");
        }
    }

    /// <summary>Prices are for sixty times as much as the book's, so that no minute costs a part of a penny and twice the price is twice the cost.</summary>
    [Test]
    public void Twice_the_price_is_twice_the_cost_of_what_is_priced_and_of_nothing_else()
    {
        var (once, twice) = (Priced(60), Priced(120));

        Assert.Multiple(() =>
        {
            Assert.That(twice.Keys, Is.EquivalentTo(once.Keys));
            Assert.That(once.Keys.Count(IsPriced), Is.GreaterThan(1000));
            Assert.That(once.Keys.Where(key => !IsPriced(key)), Has.Some.Contains("| rate |"));
            Assert.That(once.Keys.Where(key => twice[key] != once[key] * (IsPriced(key) ? 2 : 1)), Is.Empty);
        });

        static bool IsPriced(string key) => key.Contains("| price |", StringComparison.Ordinal) || key.Contains("| average |", StringComparison.Ordinal);

        Dictionary<string, long> Priced(int times)
        {
            using var copy = Copy((folder, file) => File.Copy(file, Path.Combine(folder, "extracts", Path.GetFileName(file))));
            var prices = PriceBook.Shipped("2024/25")!.Prices.Select(price => string.Create(CultureInfo.InvariantCulture,
                $"{price.Setting},{string.Join(',', price.Key.Split('|').Select(key => $"\"{key}\""))},{price.Unit},{price.Per},{price.Pence * times / 100m:0.00},2024/25,by hand,test"));
            File.WriteAllLines(Path.Combine(copy.Path, "mine.csv"), prices.Prepend("setting,key1,key2,key3,unit,per,price,price_year,source,status"));
            File.WriteAllText(Job(copy.Path), File.ReadAllText(Job(copy.Path)).Replace("prices: 2024/25", "prices: mine.csv", StringComparison.Ordinal));
            using var run = new StationRun(Job(copy.Path));
            return run.Warehouse.Query(AllEvents).Rows.ToDictionary(row => string.Join(" | ", row.Take(6)), row => (long)row[6]!);
        }
    }

    private static string Job(string folder) => Path.Combine(folder, "stratify.yml");

    private static List<string> Lines(StationRun run, string sql) => [.. run.Warehouse.Query(sql).Rows.Select(row => string.Join(" | ", row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];

    /// <summary>The invented job in a folder of its own.</summary>
    /// <param name="put">Puts an extract there, as it was or otherwise.</param>
    private TemporaryFolder Copy(Action<string, string> put)
    {
        var copy = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(copy.Path, "extracts"));
        Directory.CreateDirectory(Path.Combine(copy.Path, "secrets"));
        File.Copy(Job(_folder.Path), Job(copy.Path));
        File.Copy(Path.Combine(_folder.Path, "secrets", "pseudonym.key"), Path.Combine(copy.Path, "secrets", "pseudonym.key"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Path, "extracts"))) { put(copy.Path, file); }
        return copy;
    }
}
