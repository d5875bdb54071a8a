using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Stratify.Cli.Verbs;

/// <summary>The nightly job.</summary>
internal sealed partial class RunVerb() : Verb("run", "Runs a job: reads its extracts, links, prices, ranks, and publishes a report. The same command again publishes the same run without work.",
    "run stratify.yml --out reports --threads 2 --memory 4GB --json", "run stratify.yml --scheme bridges-to-health --scheme schemes/mine.yml")
{
    private readonly Argument<string> _job = new("job") { Description = "The job file, such as stratify.yml." };
    private readonly Option<string?> _out = new("--out") { Description = "Publish in this folder instead of the job's own." };
    private readonly Option<long> _threads = Number("--threads", "Processors to use; 0 for all, or for one where extracts are too small to share.", 0, 1024, unlessGiven: 0);
    private readonly Option<string> _memory = new("--memory") { Description = "Memory that tables may take before they spill to disk, such as 4GB.", DefaultValueFactory = _ => "", CustomParser = Memory };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Make everything again, even if this very run was published before, and hold no extract against the last run's." };

    private readonly Option<string[]> _schemes = new("--scheme") { Description = "Another scheme than the job's own: one that ships, by its name, or a file under the job's folder. May be given several times. Where nothing else has changed, people are taken up from the last run as they are." };

    private readonly Option<DateOnly?> _asOf = AsOf();

    protected override void Define(Command command)
    {
        command.Add(_job);
        command.Add(_schemes);
        command.Add(_asOf);
        command.Add(_out);
        command.Add(_threads);
        command.Add(_memory);
        command.Add(_fresh);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var options = new RunOptions
        {
            Output = parsed.GetValue(_out) is { } folder ? Path.GetFullPath(folder) : null,
            Threads = (int)parsed.GetValue(_threads),
            Memory = parsed.GetValue(_memory)!,
            Fresh = parsed.GetValue(_fresh),
            AsOf = parsed.GetValue(_asOf),
        };
        var outcome = Progress.Watch(terminal, progress => Run.Execute(Planner.Read(parsed.GetValue(_job)!, parsed.GetValue(_schemes) ?? []), options, progress, terminal.Stop.Token));
        return Outcome.Write(terminal, outcome, parsed.GetValue(Json));
    }

    private static string Memory(System.CommandLine.Parsing.ArgumentResult given)
    {
        var size = Size().Match(given.Tokens[^1].Value);
        var megabytes = size.Success ? decimal.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) * size.Groups[2].Value.ToUpperInvariant() switch { "M" => 1, "G" => 1_000, _ => 1_000_000 } : 0;
        if (megabytes is < 100 or > 100_000_000) { given.AddError("'--memory' must be a size from 100MB, such as 512MB or 4GB."); }
        return given.Tokens[^1].Value;
    }

    [GeneratedRegex(@"^(\d{1,9}(?:\.\d{1,3})?) ?([MGT])i?B$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
