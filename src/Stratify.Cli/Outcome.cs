using System.Text.Json;

namespace Stratify.Cli;

/// <summary>What a run left, for the person at the terminal or the program that called.</summary>
internal static class Outcome
{
    internal static void Write(Terminal terminal, RunOutcome outcome, bool json)
    {
        foreach (var warning in outcome.Warnings) { terminal.Error.WriteLine(warning); }
        if (json) { WriteJson(terminal, outcome); }
        else
        {
            terminal.Out.WriteLine(outcome.Repeated ? "Nothing has changed since this run was published; it is current again." : "Published. Every law holds.");
            terminal.Out.WriteLine($"  report   {Path.Combine(outcome.Folder, "report.html")}");
            terminal.Out.WriteLine($"           {Path.Combine(outcome.Folder, "report.pdf")}");
            terminal.Out.WriteLine($"  figures  {Path.Combine(outcome.Folder, "tables")}");
            terminal.Out.WriteLine($"  charts   {Path.Combine(outcome.Folder, "charts")}");
            if (outcome.Warnings.Count > 0) { terminal.Out.WriteLine($"  {outcome.Warnings.Count} {(outcome.Warnings.Count == 1 ? "warning" : "warnings")}, listed above and in manifest.json"); }
        }
    }

    private static void WriteJson(Terminal terminal, RunOutcome outcome)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("folder", outcome.Folder);
            json.WriteString("report", Path.Combine(outcome.Folder, "report.html"));
            json.WriteBoolean("repeated", outcome.Repeated);
            json.WriteStartArray("warnings");
            foreach (var warning in outcome.Warnings) { json.WriteStringValue(warning.ToString()); }
            json.WriteEndArray();
            json.WriteNumber("exit_code", (int)outcome.ExitCode);
            json.WriteEndObject();
        }
        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
