using System.Globalization;
using System.Text.RegularExpressions;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary>Every job of <c>data-samples/broken</c> says what the table in its README holds: where to look, the code, and the exit code.</summary>
public sealed partial class BrokenSamples
{
    private static readonly string[] People = [.. File.ReadLines(Path.Combine(Folder, "extracts", "register.csv")).Skip(1).SelectMany(line => line.Split(',')[..5]).Where(value => value.Length > 3)];

    private static string Folder => Repository.At("data-samples", "broken");

    /// <summary>Who may read a file is not kept with it: a checkout may be closed to others, and this one sample must not be.</summary>
    [OneTimeSetUp]
    public void Open()
    {
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(Path.Combine(Folder, "secrets", "open.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead); }
    }

    [TestCaseSource(nameof(Rows))]
    public void A_broken_sample_is_told_by_place_code_and_exit_code(string sample, string says, int exitCode)
    {
        using var output = new TemporaryFolder();
        var told = CommandLine.Run("run", Path.Combine(Folder, $"{sample}.yml"), "--out", output.Path);

        Assert.Multiple(() =>
        {
            Assert.That(Places(told.Error), Is.EqualTo(says), told.Error);
            Assert.That(told.ExitCode, Is.EqualTo(exitCode));
            Assert.That(People.Where(value => (told.Out + told.Error).Contains(value, StringComparison.Ordinal)), Is.Empty, "Nobody is quoted");
        });
    }

    [Test]
    public void Every_sample_has_its_line_in_the_table() =>
        Assert.That(Rows().Select(row => row.Arguments[0]), Is.EquivalentTo(Directory.EnumerateFiles(Folder, "*.yml").Select(Path.GetFileNameWithoutExtension)));

    [Test]
    public void Every_sample_says_in_its_first_line_what_is_wrong() =>
        Assert.That(Table().Select(cells => (cells[0], cells[1])), Is.EqualTo(Table().Select(cells => (cells[0], File.ReadLines(Path.Combine(Folder, $"{cells[0]}.yml")).First()[2..]))));

    [Test]
    public void The_samples_stay_small() =>
        Assert.That(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length), Is.LessThan(200_000));

    private static IEnumerable<TestCaseData> Rows() => Table().Select(cells => new TestCaseData(cells[0], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture)).SetArgDisplayNames(cells[0]));

    private static IEnumerable<string[]> Table() => File.ReadLines(Path.Combine(Folder, "README.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (string[])[cells[0].Trim('`'), .. cells[1..]]);

    /// <summary>What stands on standard error, in the words of the table.</summary>
    private static string Places(string error)
    {
        var places = Told().Matches(error.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)).Select(match => $"`{match.Groups[1].Value}` {match.Groups[2].Value}").ToList();
        return places.Count == 0 ? "nothing" : string.Join("; ", places.CountBy(place => place).Select(place => place.Value == 1 ? place.Key : $"{place.Key} ×{place.Value}"));
    }

    [GeneratedRegex("^(\\S+): (STR\\d{3}): ", RegexOptions.Multiline)]
    private static partial Regex Told();
}
