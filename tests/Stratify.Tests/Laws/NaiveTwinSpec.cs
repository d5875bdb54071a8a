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
        var outcome = Stratify.Run.Execute(JobReader.Read(Path.Combine(folder.Path, "stratify.yml")), new RunOptions { Threads = 2 }, new Progress<RunEvent>());
        var twin = new NaiveTwin(folder.Path);
        twin.Work();

        Assert.That(OfRun(outcome.Folder), Is.EqualTo(twin.People.Select(pair => Line(pair.Key, pair.Value)).Order(StringComparer.Ordinal)));
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
