using System.CommandLine;
using Stratify.Synthetic;

namespace Stratify.Cli.Verbs;

/// <summary>Invented extracts only.</summary>
internal sealed class SynthVerb() : Verb("synth", "Writes the extracts of an invented population, and a job for them.",
    "synth --people 5000 --seed 7 --out town", "synth --people 100000 --seed 1 --out big")
{
    private readonly Option<int> _people = new("--people") { Description = "How many people are registered.", DefaultValueFactory = _ => 10_000 };
    private readonly Option<long> _seed = new("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _out = new("--out") { Description = "The folder to write.", Required = true };

    protected override void Define(Command command)
    {
        command.Add(_people);
        command.Add(_seed);
        command.Add(_out);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        SyntheticPopulation.Write(parsed.GetValue(_people), parsed.GetValue(_seed), parsed.GetValue(_out)!);
        terminal.Out.WriteLine($"Wrote the extracts of {parsed.GetValue(_people)} invented people and a job for them: {Path.Combine(parsed.GetValue(_out)!, "stratify.yml")}");
        return 0;
    }
}
