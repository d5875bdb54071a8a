using System.Globalization;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>A whole run against the same figures worked out again the slow way, for everyone in an invented population.</summary>
public sealed class NaiveTwinSpec
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Everyone_s_days_conditions_place_and_cost_by_setting_are_those_of_a_slow_and_obvious_calculation(int seed)
    {
        using var folder = new TemporaryFolder();
        SyntheticPopulation.Write(400, seed, folder.Path);
        var outcome = Stratify.Run.Execute(JobReader.Read(Path.Combine(folder.Path, "stratify.yml")), new RunOptions(), new Progress<RunEvent>());
        var twin = new NaiveTwin(folder.Path);
        twin.Work();

        Assert.That(OfRun(outcome.Folder), Is.EqualTo(twin.People.Select(pair => Line(pair.Key, pair.Value)).Order(StringComparer.Ordinal)));
    }

    /// <summary>Codes are spoilt in the ways in which systems spoil them, which must change nothing.</summary>
    [TestCase(4)]
    [TestCase(5)]
    public void Everyone_s_scores_and_stays_are_those_of_a_slow_and_obvious_calculation(int seed)
    {
        using var folder = new TemporaryFolder();
        SyntheticPopulation.Write(500, seed, folder.Path);
        var file = Path.Combine(folder.Path, "extracts", "acute_inpatients.csv");
        var marks = new[] { "I509", "E119", "J449", "N189", "F03X" }.Zip(["i50.9D", "E11.9*", "J44.9-", "N18.90", "f03"]);
        File.WriteAllText(file, marks.Aggregate(File.ReadAllText(file), (text, mark) => text.Replace($",{mark.First},", $",{mark.Second},", StringComparison.Ordinal)));
        var outcome = Stratify.Run.Execute(JobReader.Read(Path.Combine(folder.Path, "stratify.yml")), new RunOptions(), new Progress<RunEvent>());
        var twin = new NaiveTwin(folder.Path);
        twin.Work();

        Assert.Multiple(() =>
        {
            Assert.That(ScoresOfRun(outcome.Folder), Is.EqualTo(twin.People.Select(pair => $"{pair.Key} {NaiveScores.Of(pair.Value)} {NaiveStays.Says(pair.Value)} {Entropy(pair.Value)}").Order(StringComparer.Ordinal)));
            Assert.That(ScopeOfRun(outcome.Folder), Is.EqualTo(twin.People.SelectMany(pair => NaiveOpportunities.Of(pair.Value).Select(rule => $"{pair.Key} {rule}")).Order(StringComparer.Ordinal)));
            Assert.That(ScopeOfRun(outcome.Folder).Select(line => line.Split(' ')[1]).Distinct().Count(), Is.GreaterThan(12), "else little is tested");
        });
    }

    /// <summary>Every third event of hospitals, practices and community and mental health services comes with a cost; some of their providers have a factor.</summary>
    [TestCase(6, "standard")]
    [TestCase(6, "paid")]
    public void What_is_paid_for_everyone_what_that_costs_as_a_standard_and_with_factors_is_that_of_a_slow_and_obvious_calculation(int seed, string way)
    {
        using var folder = new TemporaryFolder();
        SyntheticPopulation.Write(400, seed, folder.Path);
        foreach (var dataset in new[] { "gp_appointments", "acute_inpatients", "acute_outpatients", "emergency_attendances", "ambulance_incidents", "community_contacts", "mental_health_contacts", "talking_therapies", "critical_care" })
        {
            var file = Path.Combine(folder.Path, "extracts", $"{dataset}.csv");
            File.WriteAllLines(file, File.ReadAllLines(file).Select((line, n) => n % 3 == 1 && line.EndsWith(',') ? string.Create(CultureInfo.InvariantCulture, $"{line}{10 + (n * 37 % 5000)}.{n % 100:00}") : line));
        }
        folder.File("mff.csv", "provider,mff\nX98,1.0831\nX97,1.234567\n");
        var job = Path.Combine(folder.Path, "stratify.yml");
        File.AppendAllText(job, $"\ncosting: {{cost: {way}, mff: mff.csv}}\n");
        var outcome = Stratify.Run.Execute(JobReader.Read(job), new RunOptions(), new Progress<RunEvent>());
        var twin = new NaiveTwin(folder.Path) { ByStandard = way == "standard", Factors = new() { ["X98"] = 1.0831m, ["X97"] = 1.234567m } };
        twin.Work();
        using var warehouse = new Warehouse(new WarehouseOptions(outcome.Folder));

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Query($"select person_id, cost, paid_cost, standard_cost, mff_cost from read_parquet('{outcome.Folder}/restricted/person_year.parquet')").Rows
                .Select(row => string.Join(' ', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal),
                Is.EqualTo(twin.People.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Pence.Values.Sum()} {pair.Value.Paid} {pair.Value.Standard} {pair.Value.Factored}")).Order(StringComparer.Ordinal)));
            Assert.That(twin.People.Values.Count(person => person.Paid != person.Standard && person.Factored != person.Standard), Is.GreaterThan(100), "else little is tested");
        });
    }

    private static string Entropy(NaivePerson person)
    {
        var whole = person.Pence.Values.Where(pence => pence > 0).Sum();
        return whole == 0 ? "-" : NaiveScores.Text(Math.Round((decimal)(-person.Pence.Values.Where(pence => pence > 0).Sum(pence => (double)pence / whole * Math.Log((double)pence / whole)) / Math.Log(9)), 4, MidpointRounding.AwayFromZero));
    }

    private static IEnumerable<string> ScoresOfRun(string folder)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(folder));
        return [.. warehouse.Query($"""
            select person_id, charlson, elixhauser, cambridge, barnett_conditions, hfrs, hfrs_band,
                acsc_admissions, acsc_phs_admissions, acsc_carey_admissions, acsc_chronic_admissions, acsc_acute_admissions, falls_admissions,
                readmissions, zero_stay_admissions, emergency_bed_days, delayed_days, setting_entropy
            from read_parquet('{folder}/restricted/person_year.parquet')
            """).Rows
            .Select(row => string.Join(' ', row.Select(value => value switch { null => "-", decimal number => NaiveScores.Text(number), _ => Convert.ToString(value, CultureInfo.InvariantCulture) }))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> ScopeOfRun(string folder)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(folder));
        return [.. warehouse.Query($"select person_id, rule, admissions, net_admissions from read_parquet('{folder}/restricted/population/person_opportunity.parquet') join read_parquet('{folder}/restricted/population/person_year.parquet') using (person_key, year)").Rows
            .Select(row => string.Join(' ', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OfRun(string folder)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(folder));
        var costs = string.Join(", ", Setting.All.Select(setting => $"cost_{setting.Name}"));
        return [.. warehouse.Query($"select person_id, days_registered, conditions, neighbourhood || '/' || deprivation_decile, {costs} from read_parquet('{folder}/restricted/person_year.parquet')").Rows
            .Select(row => string.Join(' ', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal)];
    }

    private static string Line(string id, NaivePerson person) => string.Create(CultureInfo.InvariantCulture,
        $"{id} {person.Days.Count} {person.Conditions.Count} {person.Place} {string.Join(' ', Setting.All.Select(setting => person.Pence.GetValueOrDefault(setting.Name)))}");
}
