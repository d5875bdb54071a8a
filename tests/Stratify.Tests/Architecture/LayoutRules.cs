using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Architecture;

public sealed class LayoutRules
{
    [Test]
    public void The_top_level_holds_what_a_newcomer_expects_and_no_other_folder()
    {
        var folders = Directory.GetDirectories(Repository.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));

        Assert.That(folders, Is.SubsetOf(new[] { "src", "tests", "data-samples", "reports" }));
    }

    [TestCaseSource(nameof(Scripts))]
    public void A_script_states_its_grain_or_its_law_and_is_short(string file)
    {
        var text = File.ReadAllText(Repository.At("src", "Stratify", file));
        var script = SqlScript.Parse(Path.GetFileNameWithoutExtension(file), text);

        Assert.Multiple(() =>
        {
            Assert.That(script.IsLaw || script.Grain.Count > 0 || text.Contains("-- grain: one row", StringComparison.Ordinal));
            Assert.That(script.Reads, Is.Not.Empty);
            Assert.That(text.Split('\n'), Has.Length.LessThan(80));
            Assert.That(text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)), Has.None.Contains(";"));
        });
    }

    [Test]
    public void No_two_scripts_make_the_same_table() =>
        Assert.That(Repository.Files("src/Stratify", "*.sql").Select(Path.GetFileName), Is.Unique);

    [TestCaseSource(nameof(Sources))]
    public void A_source_file_is_one_idea(string file) =>
        Assert.That(File.ReadAllLines(Repository.At("src", file)), Has.Length.LessThanOrEqualTo(250));

    private static IEnumerable<string> Scripts() => Repository.Files("src/Stratify", "*.sql");

    private static IEnumerable<string> Sources() => Repository.Files("src", "*.cs");
}
