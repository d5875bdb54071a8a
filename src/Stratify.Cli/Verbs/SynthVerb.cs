using System.CommandLine;
using Stratify.Synthetic;

namespace Stratify.Cli.Verbs;

/// <summary>Invented extracts only.</summary>
internal sealed class SynthVerb() : Verb("synth", "Writes the extracts of an invented population, and a job for them.",
    "synth --people 5000 --seed 7 --gzip --out town", "synth --people 20000 --years 3 --out three-years")
{
    private readonly Option<long> _people = Number("--people", "How many people are registered.", 1, 900_000, unlessGiven: 10_000);
    private readonly Option<long> _seed = Number("--seed", "The same seed gives the same people.", 0, int.MaxValue, unlessGiven: 1);
    private readonly Option<long> _years = Number("--years", "How many years, the last of them 2024/25, in which people live on: they age, fall ill, move, die, and who was costly is so again in part.", 1, SyntheticPopulation.MostYears, unlessGiven: 1);
    private readonly Option<bool> _gzip = new("--gzip") { Description = "Write compressed extracts, .csv.gz." };
    private readonly Option<string> _out = new("--out") { Description = "The folder to write.", Required = true };

    protected override void Define(Command command)
    {
        command.Add(_people);
        command.Add(_seed);
        command.Add(_years);
        command.Add(_gzip);
        command.Add(_out);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var people = parsed.GetValue(_people);
        var job = Inventing.Write(people, parsed.GetValue(_seed), parsed.GetValue(_out)!, parsed.GetValue(_gzip), (int)parsed.GetValue(_years));
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { Job = job, People = people, Seed = parsed.GetValue(_seed), Years = parsed.GetValue(_years) }); }
        terminal.Out.WriteLine($"Wrote the extracts of {people} invented people and a job for them: {job}");
        return 0;
    }
}
