using System.Diagnostics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What programs of others make of the village's report, where they are on the PATH; where not, the test says that it was left out.</summary>
public sealed class OtherReaders
{
    private static string Report(string file) => Path.Combine(Village.Outcome.Folder, file);

    [Test]
    public void Qpdf_finds_no_fault_in_the_document()
    {
        var (exitCode, told, _) = Run(Found("qpdf"), "--check", Report("report.pdf"));

        Assert.That(exitCode, Is.Zero, told);
        Assert.That(told, Does.Contain("No syntax or stream encoding errors found"));
    }

    /// <summary>A browser says on its console what a page did that its policy refuses, or what it could not load.</summary>
    [Test]
    public void A_browser_shows_the_whole_page_and_has_nothing_to_complain_of()
    {
        using var profile = new TemporaryFolder();
        var (exitCode, told, complaints) = Run(Found("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--enable-logging=stderr",
            $"--user-data-dir={profile.Path}", "--dump-dom", new Uri(Report("report.html")).AbsoluteUri);
        var page = File.ReadAllText(Report("report.html"));

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(complaints, Does.Not.Contain("CONSOLE"));
            foreach (var part in new[] { "<section", "<svg", "<table", "<figure", "</html>" }) { Assert.That(Count(told, part), Is.EqualTo(Count(page, part)), part); }
        });
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Found(params string[] programs)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = programs.SelectMany(program => paths.Select(path => Path.Combine(path, program))).FirstOrDefault(File.Exists);
        if (found is null) { Assert.Ignore($"{string.Join(", ", programs)}: not on the PATH, so this was not looked at."); }
        return found!;
    }

    /// <summary>What it said, and what it had to complain of.</summary>
    private static (int ExitCode, string Told, string Complaints) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told, error.Result);
    }
}
