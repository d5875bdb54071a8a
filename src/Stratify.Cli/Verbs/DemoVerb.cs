using System.CommandLine;

namespace Stratify.Cli.Verbs;

/// <summary>From nothing to a report.</summary>
internal sealed class DemoVerb() : Verb("demo", "Invents a population, writes its extracts and a job, runs the job and says where the report is.",
    "demo", "demo --people 50000 --seed 7 --out reports/bigger")
{
    private readonly Option<long> _people = Number("--people", "How many people are registered.", 1, 900_000, unlessGiven: 10_000);
    private readonly Option<long> _seed = Number("--seed", "The same seed gives the same people.", 0, int.MaxValue, unlessGiven: 1);
    private readonly Option<string> _out = new("--out") { Description = "The folder for extracts, job and report.", DefaultValueFactory = _ => Path.Combine("reports", "demo") };

    protected override void Define(Command command)
    {
        command.Add(_people);
        command.Add(_seed);
        command.Add(_out);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        terminal.Error.WriteLine($"Inventing {parsed.GetValue(_people)} people. Nothing here is about anybody.");
        var job = Inventing.Write(parsed.GetValue(_people), parsed.GetValue(_seed), Path.GetFullPath(parsed.GetValue(_out)!));
        var outcome = Progress.Watch(terminal, progress => Run.Execute(Planner.Read(job), new RunOptions(), progress, terminal.Stop.Token));
        // The invented extracts hold a few bad rows on purpose: the warning about them is part of the show, not a failure.
        Outcome.Write(terminal, outcome with { ExitCode = Problems.ExitCode.Published }, parsed.GetValue(Json));
        if (!parsed.GetValue(Json)) { terminal.Out.WriteLine($"  job      {job}  (edit it, add a scheme, and run it again with: stratify run {job})"); }
        return 0;
    }
}
