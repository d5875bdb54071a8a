using Stratify.Datasets;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>The profiles that readers of the repository are shown.</summary>
public sealed class SampleProfileSpec
{
    private static IEnumerable<string> Profiles => Repository.Files("data-samples/profiles", "*.yml").Where(path => !path.EndsWith("stratify.yml", StringComparison.Ordinal));

    [TestCaseSource(nameof(Profiles))]
    public void A_sample_profile_is_read_without_a_problem(string path)
    {
        var problems = new List<Problem>();
        ProfileReader.Read(File.ReadAllText(Repository.At("data-samples/profiles", path)), path, problems);

        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void Only_the_files_of_the_sample_job_are_missing()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Repository.Files("data-samples/profiles/five_sector", "*.yml"))
        {
            File.Copy(Repository.At("data-samples/profiles/five_sector", file), Path.Combine(folder.Path, file));
        }
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "secrets")).FullName, "pseudonym.key"), [.. "public: a key for tests, which guards nobody"u8]);

        var missing = Assert.Throws<ExtractException>(() => JobReader.Read(Path.Combine(folder.Path, "stratify.yml")));

        Assert.That(missing!.Problems, Has.Count.EqualTo(9));
    }
}
