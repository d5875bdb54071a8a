using System.Text.RegularExpressions;
using Stratify.Tests.Support;

namespace Stratify.Tests.Architecture;

/// <summary>Who may know whom. Stations talk through tables, so none imports another.</summary>
public sealed partial class ImportRules
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Problems"] = [],
        ["Statistics"] = [],
        ["Drawing"] = [],
        ["Datasets"] = ["Model", "Problems"],
        ["Settings"] = ["Model", "Problems", "Datasets"],
        ["Engine"] = ["Problems", "DuckDb"],
        ["Landing"] = ["Model", "Problems", "Settings", "Engine", "Datasets"],
        ["Quality"] = ["Model", "Problems", "Settings", "Engine", "Datasets"],
        ["Linkage"] = ["Model", "Problems", "Settings", "Engine", "Datasets", "Statistics"],
        ["Costing"] = ["Model", "Problems", "Settings", "Engine"],
        ["Morbidity"] = ["Model", "Problems", "Settings", "Engine"],
        ["PersonYears"] = ["Model", "Problems", "Settings", "Engine"],
        ["Cohorts"] = ["Model", "Problems", "Settings", "Engine"],
        ["Ranking"] = ["Model", "Problems", "Settings", "Engine", "Statistics"],
        // No station: questions about the people of a published run, and their answers after disclosure control.
        ["Studies"] = ["Model", "Problems", "Settings", "Engine", "Cohorts", "Results", "Statistics"],
        // No station: what may leave of a published run.
        ["Releases"] = ["Problems", "Settings", "Engine", "Results"],
        ["Planning"] = ["Model", "Problems", "Settings", "Engine", "Statistics", "Cohorts", "Studies", "Results"],
        ["Results"] = ["Model", "Problems", "Settings", "Engine", "Statistics"],
        ["Reports"] = ["Model", "Problems", "Results", "Drawing"],
        ["Synthetic"] = ["Model", "Settings", "Datasets", "Statistics"],
    };

    /// <summary>Packages, and the only folders of the engine that may use them.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["MathNet"] = ["Statistics"],
        ["YamlDotNet"] = ["Problems"],
        ["CsvHelper"] = ["Settings", "Results"],
    };

    [Test]
    public void A_folder_imports_only_what_it_may_know()
    {
        var breaches = Uses().Where(use => !Packages.ContainsKey(use.Import) && use.Import != use.Folder && !Allowed[use.Folder].Contains(use.Import));

        Assert.That(breaches.Select(use => $"{use.File} imports {use.Import}"), Is.Empty);
    }

    [Test]
    public void A_package_is_used_in_its_own_folder_only()
    {
        var breaches = Uses().Where(use => Packages.TryGetValue(use.Import, out var folders) && !folders.Contains(use.Folder));

        Assert.That(breaches.Select(use => $"{use.File} uses {use.Import}"), Is.Empty);
    }

    [Test]
    public void Every_folder_of_the_engine_has_its_rule()
    {
        var folders = Directory.GetDirectories(Repository.At("src", "Stratify")).Select(Path.GetFileName).Where(name => name is not ("obj" or "bin"));

        Assert.That(folders, Is.SubsetOf(Allowed.Keys));
    }

    [Test]
    public void A_breach_would_be_seen()
    {
        Assert.That(Imports("namespace X;\nusing Stratify.Cohorts;\nvar y = Stratify.Ranking.RankingStage.Make(1);\nusing MathNet.Numerics;"),
            Is.EquivalentTo(new[] { "Cohorts", "Ranking", "MathNet" }));
    }

    private static IEnumerable<(string File, string Folder, string Import)> Uses() =>
        from file in Repository.Files("src/Stratify", "*.cs")
        where file.Contains('/', StringComparison.Ordinal)
        from import in Imports(File.ReadAllText(Repository.At("src", "Stratify", file)))
        select (file, file[..file.IndexOf('/', StringComparison.Ordinal)], import);

    private static IEnumerable<string> Imports(string source) =>
        OurNames().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(PackageNames().Matches(source).Select(match => match.Groups[1].Value))
            .Distinct();

    /// <summary>A namespace of ours, in a using directive or in front of a name; the file's own namespace line is its folder.</summary>
    [GeneratedRegex(@"(?<!namespace )\bStratify\.([A-Z]\w+)")]
    private static partial Regex OurNames();

    [GeneratedRegex(@"\b(MathNet|YamlDotNet|CsvHelper)\b(?=[.;])")]
    private static partial Regex PackageNames();
}
