using System.CommandLine;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>Hashes a published run again.</summary>
internal sealed class VerifyVerb() : Verb("verify", "Checks that every file of a published run is the one that was published, by its hash.",
    "verify reports", "verify reports/2024-25-1a2b3c4d5e6f")
{
    private readonly Argument<string> _run = new("run") { Description = "A run's folder, or an output folder for its current run." };

    protected override void Define(Command command) => command.Add(_run);

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var folder = RunFolder.OfRun(parsed.GetValue(_run)!);
        var problems = Manifest.Verify(folder);
        if (problems.Count > 0) { throw new BrokenLawException(problems); }
        var files = Manifest.Outputs(folder).Count;
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { Folder = folder, Files = files, Problems = Array.Empty<object>() }); }
        terminal.Out.WriteLine($"{files} files are as they were published: {folder}");
        return 0;
    }
}
