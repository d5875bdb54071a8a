using System.Text.RegularExpressions;

namespace Stratify.Tests.Golden;

/// <summary>Nothing that is published calls anything a saving: that needs an interval and a comparison group, and no output has both.</summary>
public sealed class NoSavingSpec
{
    [Test]
    public void No_published_file_speaks_of_a_saving_but_to_say_that_there_is_none() => Assert.Multiple(() =>
    {
        var files = Directory.GetFiles(Village.Outcome.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("restricted", StringComparison.Ordinal) && Path.GetExtension(file) is ".html" or ".csv" or ".json" or ".svg").ToList();
        Assert.That(files, Has.Count.GreaterThan(20));
        foreach (var file in files) { Assert.That(Promises(File.ReadAllText(file)), Is.Empty, Path.GetFileName(file)); }
        Assert.That(File.ReadAllText(Path.Combine(Village.Outcome.Folder, "report.html")), Does.Contain("In scope, which is not a saving"));
    });

    [TestCase("A saving of £3m", 1)]
    [TestCase("which could be saved", 1)]
    [TestCase("Savings: £3m; this is not a saving", 1)]
    [TestCase("In scope, which is not a saving", 0)]
    public void A_promise_would_be_seen(string text, int promises) => Assert.That(Promises(text), Has.Count.EqualTo(promises));

    private static List<string> Promises(string text) =>
        [.. Regex.Matches(Regex.Replace(text, "(is|and) not a saving", "", RegexOptions.IgnoreCase), @"\b(sav(ed|es|ings?))\b", RegexOptions.IgnoreCase).Select(match => match.Value)];
}
