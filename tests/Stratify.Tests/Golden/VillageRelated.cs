using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>The village again, with what comes as flat files in its own job given as the tables of national data sets.</summary>
public sealed class VillageRelated
{
    [Test]
    public void The_village_has_the_same_figures_whether_its_care_comes_flat_or_as_national_data_sets_are_submitted()
    {
        using var folder = new TemporaryFolder();
        var outcome = Stratify.Run.Execute(JobReader.Read(Path.Combine(Villager.Folder, "related.yml")), new RunOptions { Output = folder.Path }, new Progress<RunEvent>());
        string[] Tables(string run) => [.. Directory.EnumerateFiles(Path.Combine(run, "tables")).Where(file => !Path.GetFileName(file).StartsWith("data", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        var (flat, related) = (Tables(Village.Outcome.Folder), Tables(outcome.Folder));

        Assert.Multiple(() =>
        {
            Assert.That(related.Select(Path.GetFileName), Is.EqualTo(flat.Select(Path.GetFileName)));
            foreach (var (one, other) in flat.Zip(related)) { Assert.That(File.ReadAllText(other), Is.EqualTo(File.ReadAllText(one)), Path.GetFileName(one)); }
        });
    }
}
