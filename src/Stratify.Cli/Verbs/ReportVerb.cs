using System.CommandLine;
using System.Globalization;
using Stratify.Reports;

namespace Stratify.Cli.Verbs;

/// <summary>A run's report once more, for some of its readers.</summary>
internal sealed class ReportVerb() : Verb("report", "Makes the report of a published run again from its tables, for those who will read it: HTML, PDF, charts, and one picture for a slide.",
    "report reports --for commissioner --to board-paper", "report reports --for researcher --whole --to annex")
{
    private readonly Argument<string> _run = new("run") { Description = "A run's folder, or an output folder for its current run." };
    private readonly Option<string> _to = new("--to") { Description = "The folder for the report.", Required = true };
    private readonly Option<string> _for = ForWhom();

    private readonly Option<bool> _whole = new("--whole") { Description = "Print everything that report.html has, and not only what is read on paper; an analyst's PDF always has." };

    protected override void Define(Command command)
    {
        command.Add(_run);
        command.Add(_for);
        command.Add(_to);
        command.Add(_whole);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var to = Path.GetFullPath(parsed.GetValue(_to)!);
        var pages = ReportAgain.Make(RunFolder.OfRun(parsed.GetValue(_run)!), Audiences.Named(parsed.GetValue(_for)!), to, parsed.GetValue(_whole) || Audiences.Named(parsed.GetValue(_for)!) == Audience.Analyst);
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { Folder = to, For = parsed.GetValue(_for), Pages = pages }); }
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The report for the {parsed.GetValue(_for)} has {pages} parts."));
        terminal.Out.WriteLine($"  report   {Path.Combine(to, "report.html")}");
        terminal.Out.WriteLine($"           {Path.Combine(to, "report.pdf")}");
        terminal.Out.WriteLine($"  slide    {Path.Combine(to, "summary.png")}");
        terminal.Out.WriteLine($"  charts   {Path.Combine(to, "charts")}");
        return 0;
    }

    private static Option<string> ForWhom()
    {
        var option = new Option<string>("--for") { Description = "commissioner: what was found; analyst: what came in and how far to trust it; researcher: everything, as the run's own report has it.", DefaultValueFactory = _ => Audiences.Names[0] };
        option.AcceptOnlyFromAmong([.. Audiences.Names]);
        return option;
    }
}
