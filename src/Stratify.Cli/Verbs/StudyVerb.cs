using System.CommandLine;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>A question to a published run: which run, what its draws begin with, and where the pages of the answer go.</summary>
/// <param name="says">What the run must be beside being one, as its description ends, empty where any will do; and what the seed is of.</param>
internal abstract class StudyVerb(string name, string description, (string Run, string Seed) says, params string[] examples) : Verb(name, description, examples)
{
    private readonly Option<string> _run = new("--run") { Description = $"A run's folder, or an output folder for its current run{says.Run}.", Required = true };
    private readonly Option<string?> _to = new("--to") { Description = "A folder for the pages (HTML, PDF), charts and tables." };
    private readonly Option<long> _seed = Number("--seed", says.Seed, 0, int.MaxValue, 1);

    protected long Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <param name="own">Options of the question itself.</param>
    protected void AddOptions(Command command, params Option[] own)
    {
        foreach (var option in (Option[])[_run, .. own, _to, _seed]) { command.Add(option); }
    }

    protected sealed override int Do(ParseResult parsed, Terminal terminal)
    {
        using var study = Study.Open(parsed.GetValue(_run)!);
        var to = parsed.GetValue(_to) is { } folder ? Path.GetFullPath(folder) : null;
        Answer(study, parsed, to, terminal);
        if (to is not null && !parsed.GetValue(Json))
        {
            terminal.Out.WriteLine($"  pages    {Path.Combine(to, "report.html")}");
            terminal.Out.WriteLine($"           {Path.Combine(to, "report.pdf")}");
        }
        return 0;
    }

    /// <param name="to">The folder to write pages to; null where none are asked for.</param>
    protected abstract void Answer(Study study, ParseResult parsed, string? to, Terminal terminal);
}
