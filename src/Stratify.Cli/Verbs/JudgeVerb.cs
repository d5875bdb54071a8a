using System.CommandLine;
using Stratify.Problems;
using Stratify.Quality;

namespace Stratify.Cli.Verbs;

/// <summary>Judges the data quality of a published run again, from its counts.</summary>
internal sealed class JudgeVerb() : Verb("judge", "Says which figures of a published run may be used, by its counts of data quality and by thresholds of your own. No extract is read.",
    "judge reports", "judge reports --thresholds mine/thresholds.csv")
{
    private readonly Argument<string> _run = new("run") { Description = "A run's folder, or an output folder for its current run." };
    private readonly Option<string?> _thresholds = new("--thresholds") { Description = "A CSV file of thresholds that stand before those that ship." };

    protected override void Define(Command command)
    {
        command.Add(_run);
        command.Add(_thresholds);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var folder = RunFolder.OfRun(parsed.GetValue(_run)!);
        var judgements = PublishedChecks.Judge(folder, Limits(parsed.GetValue(_thresholds)));
        var verdicts = Verdict.All(judgements);
        if (parsed.GetValue(Json))
        {
            return JsonOutput.Write(terminal, new
            {
                Folder = folder,
                Verdicts = verdicts.Select(verdict => new { verdict.Output, MayBeUsed = verdict.Use, verdict.Why }),
                Checks = judgements.Select(it => new { it.Count.Check, it.Count.Dataset, it.Count.Column, it.Count.Violations, it.Count.Counted, Outcome = Judgement.Word(it.Outcome), it.Reason }),
            });
        }
        foreach (var verdict in verdicts) { terminal.Out.WriteLine($"{verdict.Title}: {verdict.Use}. {string.Join(' ', verdict.Why)}".TrimEnd()); }
        return 0;
    }

    private static Thresholds Limits(string? file)
    {
        if (file is null) { return Thresholds.Shipped; }
        try
        {
            using var stream = File.OpenRead(file);
            return Thresholds.Shipped.With(Thresholds.Read(stream, file));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(file), "The thresholds cannot be read."));
        }
    }
}
