using System.CommandLine;

namespace Stratify.Cli.Verbs;

/// <summary>Definitions and the first rows of each extract, without output.</summary>
internal sealed class CheckVerb() : Verb("check", "Checks a job in seconds: its definitions, and the header and first rows of each extract. Writes nothing.",
    "check stratify.yml", "check jobs/somerset.yml")
{
    private readonly Argument<string> _job = new("job") { Description = "The job file, such as stratify.yml." };

    private readonly Option<DateOnly?> _asOf = AsOf();

    protected override void Define(Command command)
    {
        command.Add(_job);
        command.Add(_asOf);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var check = JobCheck.FirstRows(Planner.Read(parsed.GetValue(_job)!), parsed.GetValue(_asOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var notice in check.Notices) { terminal.Error.WriteLine(notice); }
        if (parsed.GetValue(Json))
        {
            return JsonOutput.Write(terminal, new { check.Files, Notices = JsonOutput.Of(check.Notices), Schemes = check.Plan.Schemes.Select(scheme => scheme.Name), Prices = check.Plan.Prices.Prices.Count, PeopleOf = check.Plan.TakesUp?.Of.Name });
        }
        foreach (var file in check.Files)
        {
            terminal.Out.WriteLine($"{file.File}  {file.Dataset}: of the first {file.Read} rows {file.Refused} refused, {file.OutOfScope} out of scope");
        }
        if (check.Plan.TakesUp is { } people)
        {
            terminal.Out.WriteLine($"The job can run: the people of {people.Of.Name} ({string.Join(", ", people.Facts.Years)}) are as that run left them; {check.Plan.Schemes.Count} schemes.");
            return 0;
        }
        terminal.Out.WriteLine($"The job can run: {check.Plan.Deliveries.Count} extracts, {check.Plan.Schemes.Count} schemes, {check.Plan.Prices.Prices.Count} prices.");
        return 0;
    }
}
