using System.CommandLine;

namespace Stratify.Cli.Verbs;

/// <summary>The nightly job.</summary>
internal sealed class RunVerb() : Verb("run", "Runs a job: reads its extracts, links, prices, ranks, and publishes a report. The same command again publishes the same run without work.",
    "run stratify.yml", "run stratify.yml --out reports --threads 2 --memory 4GB --json")
{
    private readonly Argument<string> _job = new("job") { Description = "The job file, such as stratify.yml." };
    private readonly Option<string?> _out = new("--out") { Description = "Publish in this folder instead of the job's own." };
    private readonly Option<int> _threads = new("--threads") { Description = "Processors to use; 0 for all." };
    private readonly Option<string> _memory = new("--memory") { Description = "Memory that tables may take before they spill to disk, such as 4GB.", DefaultValueFactory = _ => "" };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Make everything again, even if this very run was published before." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the outcome as JSON." };

    protected override void Define(Command command)
    {
        command.Add(_job);
        command.Add(_out);
        command.Add(_threads);
        command.Add(_memory);
        command.Add(_fresh);
        command.Add(_json);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var options = new RunOptions
        {
            Output = parsed.GetValue(_out) is { } folder ? Path.GetFullPath(folder) : null,
            Threads = parsed.GetValue(_threads),
            Memory = parsed.GetValue(_memory)!,
            Fresh = parsed.GetValue(_fresh),
        };
        var outcome = Progress.Watch(terminal, progress => Run.Execute(Planner.Read(parsed.GetValue(_job)!), options, progress, terminal.Stop.Token));
        Outcome.Write(terminal, outcome, parsed.GetValue(_json));
        return (int)outcome.ExitCode;
    }
}
