using System.CommandLine;
using Stratify.Synthetic;

namespace Stratify.Cli.Verbs;

/// <summary>From nothing to a report.</summary>
internal sealed class DemoVerb() : Verb("demo", "Invents a population, writes its extracts and a job, runs the job and says where the report is.",
    "demo", "demo --people 50000 --seed 7 --out reports/bigger")
{
    private readonly Option<int> _people = new("--people") { Description = "How many people are registered.", DefaultValueFactory = _ => 10_000 };
    private readonly Option<long> _seed = new("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _out = new("--out") { Description = "The folder for extracts, job and report.", DefaultValueFactory = _ => Path.Combine("reports", "demo") };

    protected override void Define(Command command)
    {
        command.Add(_people);
        command.Add(_seed);
        command.Add(_out);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_out)!);
        terminal.Error.WriteLine($"Inventing {parsed.GetValue(_people)} people. Nothing here is about anybody.");
        SyntheticPopulation.Write(parsed.GetValue(_people), parsed.GetValue(_seed), folder);
        var job = Path.Combine(folder, "stratify.yml");
        var outcome = Progress.Watch(terminal, progress => Run.Execute(Planner.Read(job), new RunOptions(), progress, terminal.Stop.Token));
        Outcome.Write(terminal, outcome, json: false);
        terminal.Out.WriteLine($"  job      {job}  (edit it, add a scheme, and run it again with: stratify run {job})");
        // The invented extracts hold a few bad rows on purpose: the warning about them is part of the show, not a failure.
        return 0;
    }
}
