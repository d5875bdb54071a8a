using System.Globalization;
using Stratify.Model;
using Stratify.Results;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>
/// A made town in which three people have social care of about a million each; and somebody who has nothing but the files that were published, and
/// subtracts. Among so many figures some are near a million by chance; so the town is there twice, and in the second those three cost more,
/// each by another sum: what tells of one of them moves as that one does, and a figure that was near by chance, or has another of them in it, does not.
/// </summary>
public sealed class GiantsSpec
{
    private Town[] _towns = [];

    [OneTimeSetUp]
    public void Run_the_towns() => _towns = [new Town(1, 1, 1), new Town(1.4m, 1.81m, 2.16m)];

    [OneTimeTearDown]
    public void Sweep_up()
    {
        foreach (var town in _towns) { town.Dispose(); }
    }

    [TestCase("opensafely")]
    [TestCase("sacro")]
    public void Nothing_that_is_published_lets_their_cost_be_told_by_subtraction(string rule)
    {
        var told = Told(_towns[0], DisclosureRule.Named(rule)).ToList();
        TestContext.Out.WriteLine($"{rule}: {told.Count} differences and figures, of them near by chance in one town: {Found(_towns[0], DisclosureRule.Named(rule)).Count}");

        Assert.Multiple(() =>
        {
            Assert.That(_towns[0].Giants, Has.All.GreaterThan(900_000));
            Assert.That(told, Has.Count.GreaterThan(500));
            Assert.That(Found(DisclosureRule.Named(rule)), Is.Empty);
        });
    }

    /// <summary>By counts alone, as before, the same attacker finds them.</summary>
    [Test]
    public void The_attacker_finds_them_where_counts_alone_decide()
    {
        var found = Found(DisclosureRule.OpenSafely with { Near = 0 });
        TestContext.Out.WriteLine($"by counts alone: {found.Count}: {string.Join("; ", found)}");

        Assert.That(found, Has.Count.GreaterThan(3));
    }

    private HashSet<string> Found(DisclosureRule rule) => [.. Found(_towns[0], rule).Intersect(Found(_towns[1], rule))];

    private static HashSet<string> Found(Town town, DisclosureRule rule) =>
        [.. from told in Told(town, rule) from giant in town.Giants.Select((pounds, i) => (Pounds: pounds, Number: i + 1)) where Math.Abs(told.Pounds - giant.Pounds) < 0.1 * giant.Pounds select $"{told.What}: person {giant.Number}"];

    /// <summary>Every figure of pounds, every difference between a whole and what can be seen of its parts.</summary>
    private static IEnumerable<(string What, double Pounds)> Told(Town town, DisclosureRule rule)
    {
        using var folder = new TemporaryFolder();
        ResultFiles.Write(ResultReader.Read(town.Run.Warehouse, rule), folder.Path);
        PublishedCsv File(string table) => new(Path.Combine(folder.Path, $"{table}.csv"));
        var all = File("population").Rows.Single().Number("cost") ?? throw new InvalidOperationException("All cost of a town is told.");
        var settings = File("cost_by_setting").Rows.ToDictionary(row => row.Text("setting"), row => row.Number("cost"));
        var (cohorts, conditions, details) = (File("cohorts"), File("cost_by_conditions"), File("cohort_settings"));
        return
        [
            .. Left("cost_by_setting", File("cost_by_setting").Rows, row => "", row => row.Number("cost"), _ => all),
            .. Left("payers", File("payer_by_setting").Rows, row => "", row => row.Number("cost"), _ => all),
            .. Left("payers of a setting", File("payer_by_setting").Rows, row => row.Text("setting"), row => row.Number("cost"), setting => settings[setting]),
            .. Left("bases of a setting", File("cost_basis").Rows, row => row.Text("setting"), row => row.Number("cost"), setting => settings[setting]),
            .. Left("bands of a setting", conditions.Rows, row => row.Text("setting"), row => Times(row, "mean_cost", "people"), setting => settings[setting]),
            .. Left("settings of a band", conditions.Rows, row => row.Text("conditions_band"), row => Times(row, "mean_cost", "people"), band => Band(conditions, band)),
            .. Left("bands", [.. conditions.Rows.GroupBy(row => row.Text("conditions_band")).Select(band => band.FirstOrDefault(row => row.Number("mean_cost_all") is not null) ?? band.First())], _ => "", row => Times(row, "mean_cost_all", "people"), _ => all),
            .. Left("ages of a band", File("cost_by_age_and_conditions").Rows, row => row.Text("conditions_band"), row => row.Number("cost"), band => Band(conditions, band)),
            .. Left("ages and bands", File("cost_by_age_and_conditions").Rows, _ => "", row => row.Number("cost"), _ => all),
            .. Left("combinations", File("setting_combinations").Rows, _ => "", row => row.Number("cost"), _ => all),
            .. new[] { "practices", "neighbourhoods" }.SelectMany(places => Left(places, [.. File(places).Rows.Where(row => row.Text("measure") == "cost")], _ => "", row => row.Number("cost"), _ => all)),
            .. Left("equity", [.. File("equity").Rows.Where(row => row.Text("measure") == "cost")], row => row.Text("kind"), row => row.Number("cost"), _ => all),
            .. Left("a scheme", [.. cohorts.Rows.Where(row => row.Text("kind") == "partition")], row => row.Text("scheme"), row => row.Number("total_cost"), _ => all),
            .. Left("outside a set", [.. cohorts.Rows.Where(row => row.Text("kind") == "sets")], row => row.Text("cohort"), row => row.Number("total_cost"), _ => all),
            .. Setting.All.SelectMany(setting => Left($"{setting.Name} of a scheme", [.. cohorts.Rows.Where(row => row.Text("kind") == "partition")], row => row.Text("scheme"), row => Times(row, $"mean_cost_{setting.Name}", "people"), _ => settings[setting.Name])),
            .. Setting.All.SelectMany(setting => Left($"{setting.Name} outside a set", [.. cohorts.Rows.Where(row => row.Text("kind") == "sets")], row => row.Text("cohort"), row => Times(row, $"mean_cost_{setting.Name}", "people"), _ => settings[setting.Name])),
            .. Left("settings of a cohort", details.Rows, Cohort, row => Times(row, "mean_cost", "people"), cohort => cohorts.Rows.First(row => Cohort(row) == cohort).Number("total_cost")),
            .. new[] { "deprivation", "ethnic_group" }.SelectMany(profile => Left("profile of a cohort", [.. File("cohort_profile").Rows.Where(row => row.Text("profile") == profile)], Cohort, row => Times(row, "mean_cost", "people"), cohort => cohorts.Rows.First(row => Cohort(row) == cohort).Number("total_cost"))),
            .. Steps("all cost", File("concentration").Rows, all),
            .. File("concentration_by_setting").Rows.GroupBy(row => row.Text("setting")).SelectMany(setting => Steps(setting.Key, [.. setting], settings[setting.Key])),
        ];
    }

    private static string Cohort(PublishedCsv.Row row) => $"{row.Text("scheme")}/{row.Text("cohort")}";

    private static double? Band(PublishedCsv conditions, string band) => conditions.Rows.Where(row => row.Text("conditions_band") == band).Select(row => Times(row, "mean_cost_all", "people")).FirstOrDefault(pounds => pounds is not null);

    private static double? Times(PublishedCsv.Row row, string mean, string people) => row.Text(mean) == "[z]" ? 0 : row.Number(mean) * row.Number(people);

    /// <summary>What is seen, and, where a part cannot be seen, what is left of its whole.</summary>
    private static IEnumerable<(string, double)> Left(string what, IReadOnlyList<PublishedCsv.Row> rows, Func<PublishedCsv.Row, string> key, Func<PublishedCsv.Row, double?> pounds, Func<string, double?> whole)
    {
        foreach (var group in rows.GroupBy(key))
        {
            foreach (var (row, i) in group.Select((row, i) => (row, i)).Where(each => pounds(each.row) is not null)) { yield return ($"{what} {group.Key}: row {i + 1}", pounds(row)!.Value); }
            if (whole(group.Key) is { } all) { yield return ($"{what} {group.Key}: what is left", all - group.Sum(row => pounds(row) ?? 0)); }
        }
    }

    /// <summary>What lies between two points of a curve, and after each.</summary>
    private static IEnumerable<(string, double)> Steps(string what, IReadOnlyList<PublishedCsv.Row> rows, double? whole)
    {
        if (whole is not { } all) { yield break; }
        double last = 0;
        foreach (var row in rows.Where(row => row.Number("share_of_cost") is not null).OrderBy(row => row.Number("top_share")))
        {
            var share = row.Number("share_of_cost")!.Value;
            yield return ($"{what} up to {row.Text("top_share")}", (share - last) * all);
            yield return ($"{what} beyond {row.Text("top_share")}", (1 - share) * all);
            last = share;
        }
    }

    /// <summary>Three people who are cared for at home already get a further service through the whole year, at £19,300 and more a week.</summary>
    /// <param name="times">Of that, for each of the three.</param>
    private static void Plant(string extract, decimal[] times)
    {
        var lines = File.ReadAllLines(extract).ToList();
        var column = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var people = lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == column.Count && cells[column["NHS Number"]].Length == 10).DistinctBy(cells => cells[column["NHS Number"]]).Take(3).ToList();
        for (var i = 0; i < 3; i++)
        {
            var cells = people[i].ToArray();
            void Put(string name, string text) => cells[column[name]] = text;
            Put("Event Reference", $"V99999{i}");
            Put("Service Component", "Direct payment");
            Put("Service Type", "Long Term Support: Community");
            Put("Event Start Date", "01/04/2024");
            Put("Event End Date", "31/03/2025");
            Put("Unit Cost", ((19_300 + (4_400 * i)) * times[i]).ToString("0.00", CultureInfo.InvariantCulture));
            Put("Cost Frequency (Unit Type)", "Weekly");
            Put("Planned units per week", "");
            lines.Add(string.Join(',', cells));
        }
        File.WriteAllLines(extract, lines);
    }

    private sealed class Town : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        /// <param name="times">How often as much each of the three costs as in the first town.</param>
        internal Town(params decimal[] times)
        {
            SyntheticPopulation.Write(2000, 5, _folder.Path);
            Plant(Path.Combine(_folder.Path, "extracts", "social_care_services.csv"), times);
            Run = new StationRun(Path.Combine(_folder.Path, "stratify.yml"));
            Giants = [.. Run.Warehouse.Query("select cost from person_year order by cost desc limit 3").Rows.Select(row => (long)row[0]! / 100.0)];
        }

        internal StationRun Run { get; }

        /// <summary>What the three cost in pounds, the most first.</summary>
        internal IReadOnlyList<double> Giants { get; }

        public void Dispose()
        {
            Run.Dispose();
            _folder.Dispose();
        }
    }
}
