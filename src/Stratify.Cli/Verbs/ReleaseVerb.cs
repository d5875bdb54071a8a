using System.CommandLine;
using System.Globalization;
using Stratify.Releases;

namespace Stratify.Cli.Verbs;

/// <summary>The pack that may leave.</summary>
internal sealed class ReleaseVerb() : Verb("release", "Makes a pack of a run's figures that may leave, after they were attacked together with all that left before; true values stay in the ledger, for whoever checks it.",
    "release reports --to releases/2025-04", "release reports --to for-the-board --tables cohorts,population --purpose \"Board paper 12\"")
{
    private readonly Argument<string> _run = new("run") { Description = "A run's folder, or an output folder for its current run." };
    private readonly Option<string> _to = new("--to") { Description = "The pack's folder, which must not be there yet.", Required = true };
    private readonly Option<string> _tables = new("--tables") { Description = "Only these tables, separated by commas; all unless given." };
    private readonly Option<string> _ledger = new("--ledger") { Description = "The folder with all releases so far; 'releases' beside the run unless given." };
    private readonly Option<string> _purpose = new("--purpose") { Description = "What it is for and who asked, printed in the pack." };
    private readonly Option<bool> _withReport = new("--with-report") { Description = "Put report.html and report.pdf into the pack; only with all tables." };
    private readonly Option<long> _days = Number("--days", "How many days must lie between releases of different data; the pack says so.", 0, 366, 28);
    private readonly Option<DateOnly?> _asOf = AsOf();

    protected override void Define(Command command)
    {
        command.Add(_run);
        foreach (var option in new Option[] { _to, _tables, _ledger, _purpose, _withReport, _days, _asOf }) { command.Add(option); }
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var run = Path.GetFullPath(RunFolder.OfRun(parsed.GetValue(_run)!));
        var made = Release.Make(new ReleaseOrder(run, Path.GetFullPath(parsed.GetValue(_to)!), Path.GetFullPath(parsed.GetValue(_ledger) ?? Path.Combine(Path.GetDirectoryName(run)!, "releases")), parsed.GetValue(_asOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
        {
            Tables = [.. (parsed.GetValue(_tables) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Purpose = parsed.GetValue(_purpose) ?? "",
            WithReport = parsed.GetValue(_withReport),
            LeastDays = (int)parsed.GetValue(_days),
        });
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { made.Folder, Release = made.Entry.Number, Run = made.Entry.Run.Id, Checker = Path.Combine(made.Entry.Folder, "checker.csv"), made.Files }); }
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Release {made.Entry.Number}: {made.Files.Count} files that may leave."));
        terminal.Out.WriteLine($"  pack     {made.Folder}");
        terminal.Out.WriteLine($"  checker  {Path.Combine(made.Entry.Folder, "checker.csv")}  (true values: it must not leave)");
        return 0;
    }
}
