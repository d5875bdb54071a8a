using Stratify.Problems;

namespace Stratify.Cli;

/// <summary>Problems as the user reads them: all of them, each with its place and way out, then the exit code.</summary>
internal static class ProblemList
{
    private const int Most = 50;

    /// <param name="json">They are results too, for a program that asked for JSON.</param>
    internal static int Write(Terminal terminal, IReadOnlyList<Problem> problems, ExitCode exitCode, bool json)
    {
        foreach (var problem in problems.Take(Most)) { terminal.Error.WriteLine(problem); }
        if (problems.Count > Most) { terminal.Error.WriteLine($"and {problems.Count - Most} more of the same kinds"); }
        terminal.Error.WriteLine($"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}. 'stratify help {problems[0].Code}' explains the first. exit {(int)exitCode}");
        if (json) { JsonOutput.Write(terminal, new { Problems = JsonOutput.Of(problems) }, exitCode); }
        return (int)exitCode;
    }
}
