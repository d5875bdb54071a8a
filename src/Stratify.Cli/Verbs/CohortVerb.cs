using System.CommandLine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>Questions about schemes and the people of a published run, answered in seconds without an extract.</summary>
internal sealed class CohortVerb() : Verb("cohort", "Explains how a scheme comes to its cohorts, why one person is where they are, who moves between two schemes; tests schemes on made-up people, and looks for what their authors did not mean.",
    "cohort explain reports --scheme bridges-to-health", "cohort diff reports bridges-to-health schemes/mine.yml")
{
    private static readonly string[] _words = ["explain", "why", "diff", "test", "lint"];

    private readonly Argument<string> _what = new("what") { Description = "'explain' (people and events, rule by rule), 'why' (one person; for those who may see people), 'diff' (two schemes), 'test' (files of made-up people) or 'lint' (schemes)." };
    private readonly Argument<string[]> _of = new("of") { Description = "explain RUN; why RUN PSEUDONYM; diff RUN SCHEME SCHEME; test FILE...; lint SCHEME... A run is its folder, or an output folder for its current run; a scheme is a shipped one's name, or a file.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _scheme = new("--scheme") { Description = "With 'explain' and 'why': a shipped scheme's name, or a file." };
    private readonly Option<string?> _year = new("--year") { Description = "With 'why': the year, such as 2024/25; the run's last unless given." };
    private readonly Option<string?> _run = new("--run") { Description = "With 'test' and 'lint': a run whose own code lists conditions may name." };

    protected override void Define(Command command)
    {
        command.Add(_what);
        command.Add(_of);
        command.Add(_scheme);
        command.Add(_year);
        command.Add(_run);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var (what, of, json) = (parsed.GetValue(_what)!, parsed.GetValue(_of)!, parsed.GetValue(Json));
        return (what, of) switch
        {
            ("explain", [var run]) => Explain(terminal, run, Needed(parsed, "explain RUN --scheme SCHEME"), json),
            ("why", [var run, var person]) => Why(terminal, run, (person, parsed.GetValue(_year)), Needed(parsed, "why RUN PSEUDONYM --scheme SCHEME"), json),
            ("diff", [var run, var before, var after]) => Diff(terminal, run, (before, after), json),
            ("test", _) => Test(terminal, of, Fields(parsed.GetValue(_run)), json),
            ("lint", _) => Lint(terminal, of, Fields(parsed.GetValue(_run)), json),
            _ when _words.Contains(what) => throw Wrong($"'cohort {what}' is given {of.Length} {(of.Length == 1 ? "name" : "names")}.", what switch { "explain" => "Write: cohort explain RUN --scheme SCHEME.", "why" => "Write: cohort why RUN PSEUDONYM --scheme SCHEME.", _ => "Write: cohort diff RUN SCHEME SCHEME." }),
            _ => throw Wrong($"There is no 'cohort {what}'.", Nearest.Hint(what, _words, "words")),
        };
    }

    private static int Explain(Terminal terminal, string run, string scheme, bool json)
    {
        using var study = Study.Open(run);
        var read = study.Scheme(scheme);
        var table = Attrition.Of(study, read);
        if (json) { return JsonOutput.Write(terminal, new { Folder = study.Run, Scheme = read.Name, read.DefinitionHash, Steps = TextTable.Json(table) }); }
        terminal.Out.WriteLine($"{read.Title} ({read.Kind}, definition {read.DefinitionHash[..8]}): people, and what was done for them, rule by rule ([c] is a hidden number)");
        if (read.UsesActivity) { terminal.Out.WriteLine($"Made from care that people had ({string.Join(", ", read.ActivityFields.Select(field => field.Name))}), so it describes cost and cannot explain it."); }
        TextTable.Write(terminal.Out, table);
        return 0;
    }

    private static int Why(Terminal terminal, string run, (string Pseudonym, string? Year) person, string scheme, bool json)
    {
        using var study = Study.Open(run);
        var read = study.Scheme(scheme);
        var reasons = Reasons.Of(study, read, person.Pseudonym, person.Year);
        if (json) { return JsonOutput.Write(terminal, new { Folder = study.Run, Scheme = read.Name, reasons.Year, reasons.Cohorts, Rules = reasons.Lines.Select(line => new { line.Cohort, line.Depth, Condition = line.Text, Truth = Said(line.Truth), Values = line.Values.ToDictionary(value => value.Field, value => value.Value) }) }); }
        terminal.Out.WriteLine($"In {reasons.Year}: {(reasons.Cohorts.Count == 0 ? "in no cohort" : string.Join(", ", reasons.Cohorts))}. This is of one person: it stays with those who may see people.");
        TextTable.Write(terminal.Out, ["cohort", "is", "condition", "with"], reasons.Lines.Select(line => (string[])
            [line.Depth == 0 ? line.Cohort : "", Said(line.Truth), $"{new string(' ', 2 * line.Depth)}{line.Text}", string.Join(", ", line.Values.Select(value => $"{value.Field} {value.Value}"))]));
        return 0;
    }

    private static int Diff(Terminal terminal, string run, (string Before, string After) schemes, bool json)
    {
        using var study = Study.Open(run);
        var (before, after) = (study.Scheme(schemes.Before), study.Scheme(schemes.After));
        var movement = Movement.Between(study, before, after);
        if (json) { return JsonOutput.Write(terminal, new { Folder = study.Run, Before = new { before.Name, before.DefinitionHash }, After = new { after.Name, after.DefinitionHash }, Agreement = TextTable.Json(movement.Agreement), Movement = TextTable.Json(movement.Table) }); }
        terminal.Out.WriteLine($"{before.Title} ({before.DefinitionHash[..8]}) and {after.Title} ({after.DefinitionHash[..8]}) over the same people ([c] is a hidden number)");
        TextTable.Write(terminal.Out, movement.Agreement);
        terminal.Out.WriteLine();
        TextTable.Write(terminal.Out, movement.Table);
        return 0;
    }

    private static int Test(Terminal terminal, string[] files, KnownFields fields, bool json)
    {
        var people = files.SelectMany(file => SchemeTest.Run(file, fields)).ToList();
        var code = people.All(person => person.IsRight) ? ExitCode.Published : ExitCode.LawBroken;
        if (json) { return JsonOutput.Write(terminal, new { Passed = people.Count(person => person.IsRight), Failed = people.Count(person => !person.IsRight), People = people.Select(person => new { person.File, person.Scheme, person.Person, person.Place.Line, person.Expected, person.Got, person.IsRight }) }, code); }
        foreach (var person in people.Where(person => !person.IsRight))
        {
            terminal.Out.WriteLine($"{person.Place}: {person.Person} is expected in {Listed(person.Expected)}, and comes to {Listed(person.Got)}.");
        }
        terminal.Out.WriteLine($"{people.Count(person => person.IsRight)} passed, {people.Count(person => !person.IsRight)} failed");
        return (int)code;
    }

    private static int Lint(Terminal terminal, string[] schemes, KnownFields fields, bool json)
    {
        var findings = schemes.SelectMany(name => SchemeLint.Of(SchemeFile.Read(name, fields))).ToList();
        var code = findings.Any(finding => finding.IsWarning) ? ExitCode.PublishedWithWarnings : ExitCode.Published;
        if (json) { return JsonOutput.Write(terminal, new { Findings = findings.Select(finding => new { finding.Place.File, finding.Place.Line, finding.Place.Column, finding.Cohort, Warning = finding.IsWarning, finding.Says, finding.Hint }) }, code); }
        foreach (var finding in findings)
        {
            terminal.Out.WriteLine($"{finding.Place}: {(finding.IsWarning ? "warning" : "note")}: {finding.Says}");
            if (finding.Hint.Length > 0) { terminal.Out.WriteLine($"    {finding.Hint}"); }
        }
        terminal.Out.WriteLine($"{findings.Count(finding => finding.IsWarning)} {(findings.Count(finding => finding.IsWarning) == 1 ? "warning" : "warnings")}, {findings.Count(finding => !finding.IsWarning)} {(findings.Count(finding => !finding.IsWarning) == 1 ? "note" : "notes")}");
        return (int)code;
    }

    private static KnownFields Fields(string? run)
    {
        if (run is null) { return PersonYearFields.Shipped; }
        using var study = Study.Open(run);
        return study.Fields;
    }

    private string Needed(ParseResult parsed, string usage) => parsed.GetValue(_scheme) ?? throw Wrong("Which scheme?", $"Write: cohort {usage}. 'stratify describe schemes' lists those that ship.");

    private static string Listed(IReadOnlyList<string> cohorts) => cohorts.Count == 0 ? "no cohort" : string.Join(", ", cohorts.Select(cohort => $"'{cohort}'"));

    private static string Said(bool? truth) => truth switch { true => "true", false => "false", _ => "unknown" };

    private static DefinitionException Wrong(string message, string hint) => new(ProblemKinds.UsageWrong.At(null, message, hint));
}
