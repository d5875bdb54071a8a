using System.Globalization;
using Stratify.Settings;
using Stratify.Statistics;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Invented people live on from year to year: who they were, what they have and what they draw lasts, in part.</summary>
public sealed class SyntheticYearsSpec
{
    private const int People = 700;

    private readonly TemporaryFolder _folder = new();
    private IReadOnlyList<(string Person, string Practice, DateOnly From, DateOnly? To, DateOnly? Died)> _register = [];
    private ILookup<string, DateOnly> _appointments = null!;

    [OneTimeSetUp]
    public void Invent_three_years_once()
    {
        SyntheticPopulation.Write(People, 5, _folder.Path, years: 3);
        _register = [.. Rows("gp_registrations").Select(row => (row["Patient Identifier"], row["GP Practice Code"], Day(row["Registration Start Date"])!.Value, Day(row["Registration End Date"]), Day(row["DateofDeath"])))];
        var numbers = Rows("gp_registrations").Where(row => row["NHS Number"].Length > 0).GroupBy(row => row["NHS Number"]).ToDictionary(one => one.Key, one => one.First()["Patient Identifier"]);
        _appointments = Rows("gp_appointments").Where(row => numbers.ContainsKey(row["NHS Number"].Replace(" ", "", StringComparison.Ordinal)))
            .Select(row => (Person: numbers[row["NHS Number"].Replace(" ", "", StringComparison.Ordinal)], On: Day(row["Appointment Date"])!.Value)).ToLookup(one => one.Person, one => one.On);
    }

    [OneTimeTearDown]
    public void Sweep_up() => _folder.Dispose();

    [Test]
    public void The_job_asks_for_the_years_and_the_same_seed_gives_the_same_bytes()
    {
        using var again = new TemporaryFolder();
        SyntheticPopulation.Write(People, 5, again.Path, years: 3);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(_folder.Path, "stratify.yml")), Does.Contain("period: [2022/23, 2023/24, 2024/25]"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Path, "extracts"))) { Assert.That(File.ReadAllBytes(Path.Combine(again.Path, "extracts", Path.GetFileName(file))), Is.EqualTo(File.ReadAllBytes(file)), file); }
        });
    }

    [Test]
    public void People_join_move_and_die_in_each_of_the_years()
    {
        var (from, to) = (new DateOnly(2022, 4, 1), new DateOnly(2025, 3, 31));
        var years = new[] { 2022, 2023, 2024 };
        var moved = _register.GroupBy(row => row.Person).Where(spans => spans.Select(span => span.Practice).Distinct().Count() > 1).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(_register.Select(row => row.Person).Distinct().Count(), Is.EqualTo(People));
            Assert.That(_register.Select(row => row.Died).OfType<DateOnly>(), Is.All.InRange(from, to));
            Assert.That(_register.Select(row => row.Died).OfType<DateOnly>().Select(Year).Distinct(), Is.EquivalentTo(years));
            Assert.That(_register.GroupBy(row => row.Person).Select(spans => spans.Min(span => span.From)).Where(day => day >= from).Select(Year).Distinct(), Is.EquivalentTo(years));
            Assert.That(moved, Has.Count.GreaterThan(5));
            Assert.That(moved.Select(spans => spans.Count(span => span.To is null)), Is.All.LessThanOrEqualTo(1), "the practice that they left closes its span");
        });
    }

    [Test]
    public void Nobody_is_seen_before_they_come_or_after_they_died_or_left()
    {
        var spans = _register.GroupBy(row => row.Person).ToDictionary(person => person.Key, person => (From: person.Min(span => span.From), To: person.Any(span => span.To is null) ? DateOnly.MaxValue : person.Max(span => span.To!.Value), Died: person.Max(span => span.Died) ?? DateOnly.MaxValue));

        Assert.That(_appointments.SelectMany(person => person.Where(day => day < spans[person.Key].From || day > spans[person.Key].To || day > spans[person.Key].Died)), Is.Empty);
    }

    /// <summary>A first entry of a condition in a year is one that the years before have not: reviews of what was there are none.</summary>
    [Test]
    public void Conditions_begin_in_each_year()
    {
        var conditions = ConditionCodes.Shipped.Codes.Where(code => code is { System: "SNOMED", Kind: "diagnosis" }).GroupBy(code => code.Code).ToDictionary(code => code.Key, code => code.First().Condition);
        var begun = Rows("gp_events").GroupBy(row => (row["NHS Number"], row["DOB"], conditions[row["Supplied Code"]])).Select(entries => Year(entries.Min(row => Day(row["Event Date"])!.Value))).ToList();

        Assert.That(new[] { 2022, 2023, 2024 }.Select(year => begun.Count(one => one == year)), Is.All.GreaterThan(People / 40), "four in a hundred people a year, by the shares of each age");
    }

    /// <summary>Regression to the mean: the tenth who come oftenest come less a year on, and oftener still than everybody.</summary>
    [Test]
    public void Who_comes_oftenest_comes_less_the_next_year_and_more_than_others()
    {
        var there = _register.GroupBy(row => row.Person).Where(spans => spans.All(span => span.Died is null) && spans.Any(span => span.To is null) && spans.Min(span => span.From) < new DateOnly(2022, 4, 1)).Select(spans => spans.Key).ToList();
        var counts = there.Select(person => (First: _appointments[person].Count(day => Year(day) == 2022), Then: _appointments[person].Count(day => Year(day) == 2023))).OrderByDescending(one => one.First).ToList();
        var top = counts.Take(counts.Count / 10).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(top.Average(one => one.Then), Is.LessThan(0.8 * top.Average(one => one.First)));
            Assert.That(top.Average(one => one.Then), Is.GreaterThan(1.5 * counts.Average(one => one.Then)));
            Assert.That(counts.Average(one => one.Then) / counts.Average(one => one.First), Is.InRange(0.85, 1.2), "everybody's number stays much as it is");
        });
    }

    /// <summary>Shape k and mean 1 have variance 1/k; the correlation is as asked for.</summary>
    [Test]
    public void Luck_drifts_and_keeps_its_distribution()
    {
        var random = new Xoshiro(1);
        var draws = new double[40_000];
        draws[0] = random.Gamma(1.1);
        for (var i = 1; i < draws.Length; i++) { draws[i] = random.GammaAfter(draws[i - 1], 1.1, 0.45); }
        var mean = draws.Average();
        var variance = draws.Average(draw => (draw - mean) * (draw - mean));

        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(1).Within(0.03));
            Assert.That(variance, Is.EqualTo(1 / 1.1).Within(0.06));
            Assert.That(draws.Zip(draws.Skip(1), (a, b) => (a - mean) * (b - mean)).Average() / variance, Is.EqualTo(0.45).Within(0.03));
        });
    }

    private static int Year(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Without the rows that are broken on purpose.</summary>
    private IEnumerable<Dictionary<string, string>> Rows(string dataset)
    {
        var lines = File.ReadAllLines(Path.Combine(_folder.Path, "extracts", $"{dataset}.csv"));
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(line => !line.Contains("2023-02-30", StringComparison.Ordinal)).Select(line => header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second));
    }
}
