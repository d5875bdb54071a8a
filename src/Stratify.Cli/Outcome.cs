namespace Stratify.Cli;

/// <summary>What a run left, for the person at the terminal or the program that called.</summary>
internal static class Outcome
{
    internal static int Write(Terminal terminal, RunOutcome outcome, bool json)
    {
        foreach (var warning in outcome.Warnings) { terminal.Error.WriteLine(warning); }
        if (json)
        {
            return JsonOutput.Write(terminal, new { outcome.Folder, Report = Path.Combine(outcome.Folder, "report.html"), outcome.Repeated, outcome.TakenUp, Warnings = JsonOutput.Of(outcome.Warnings) }, outcome.ExitCode);
        }
        terminal.Out.WriteLine(outcome.Repeated ? "Nothing has changed since this run was published; it is current again." : "Published. Every law holds.");
        if (outcome.TakenUp is { } run) { terminal.Out.WriteLine($"  people   taken up from {run}, {(outcome.IsNamed ? "which the job names" : "as no extract, price or rule has changed since")}"); }
        terminal.Out.WriteLine($"  report   {Path.Combine(outcome.Folder, "report.html")}");
        terminal.Out.WriteLine($"           {Path.Combine(outcome.Folder, "report.pdf")}");
        terminal.Out.WriteLine($"  figures  {Path.Combine(outcome.Folder, "tables")}");
        terminal.Out.WriteLine($"  charts   {Path.Combine(outcome.Folder, "charts")}");
        if (outcome.Warnings.Count > 0) { terminal.Out.WriteLine($"  {outcome.Warnings.Count} {(outcome.Warnings.Count == 1 ? "warning" : "warnings")}, listed above and in manifest.json"); }
        return (int)outcome.ExitCode;
    }
}
