using System.Text;
using System.Text.Json;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class DisclosureFilesSpec
{
    [Test]
    public void A_table_is_written_as_plain_csv_with_marks_for_hidden_and_not_applicable()
    {
        using var folder = new TemporaryFolder();
        ResultFiles.Write(Small(), folder.Path);

        Assert.That(File.ReadAllBytes(Path.Combine(folder.Path, "small.csv")), Is.EqualTo(Encoding.UTF8.GetBytes(""""
            name,people,mean_cost
            Gŵyn,15,12.5
            "a, ""b""",[c],[c]
            '=1+1,0,[z]
            '+44,20,1235
            '-3,20,-4
            '@x,20,0

            """".ReplaceLineEndings("\n"))));
    }

    [Test]
    public void The_same_results_are_the_same_bytes()
    {
        using var town = new ResultTown(DisclosureTablesSpec.Town(), "number-of-conditions");
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        ResultFiles.Write(town.Publish(), one.Path);
        ResultFiles.Write(town.Publish(), two.Path);

        Assert.That(Files(one.Path), Is.EqualTo(Files(two.Path)));
    }

    [Test]
    public void The_data_package_names_every_file_and_every_column_of_it()
    {
        using var town = new ResultTown(DisclosureTablesSpec.Town(), "number-of-conditions");
        using var folder = new TemporaryFolder();
        ResultFiles.Write(town.Publish(), folder.Path);
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(resource => resource.GetProperty("path").GetString()!);

        Assert.Multiple(() =>
        {
            Assert.That(resources.Keys, Is.EquivalentTo(Directory.EnumerateFiles(folder.Path, "*.csv").Select(Path.GetFileName)));
            foreach (var (path, resource) in resources)
            {
                var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
                Assert.That(string.Join(',', fields.Select(field => field.GetProperty("name").GetString())), Is.EqualTo(File.ReadLines(Path.Combine(folder.Path, path)).First()), path);
                Assert.That(fields.Select(field => field.GetProperty("description").GetString()), Has.None.Empty, path);
                Assert.That(fields.Select(field => field.GetProperty("type").GetString()), Is.All.EqualTo("string").Or.EqualTo("number"), path);
                Assert.That(resource.GetProperty("schema").GetProperty("missingValues").EnumerateArray().Select(value => value.GetString()), Is.EqualTo(new[] { "[c]", "[z]" }), path);
            }
            Assert.That(package.RootElement.GetProperty("description").GetString(), Does.Contain("opensafely").And.Contain("[c]"));
        });
    }

    private static ResultSet Small() => new(DisclosureRule.OpenSafely, [new ResultTable("small", "Small", [new("name", "Name.", Unit.Text), new("people", "People.", Unit.Count), new("mean_cost", "Mean.", Unit.PoundsEach)],
    [
        [new TextCell("Gŵyn"), new ValueCell(15), new ValueCell(12.5m)],
        [new TextCell("a, \"b\""), HiddenCell.Instance, HiddenCell.Instance],
        [new TextCell("=1+1"), ZeroCell.Instance, NotApplicableCell.Instance],
        [new TextCell("+44"), new ValueCell(20), new ValueCell(1235)],
        [new TextCell("-3"), new ValueCell(20), new ValueCell(-4)],
        [new TextCell("@x"), new ValueCell(20), new ValueCell(0)],
    ])]);

    private static IEnumerable<(string Name, string Text)> Files(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)));
}
