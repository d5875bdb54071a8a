using System.CommandLine;
using System.Globalization;
using Stratify.Planning.Projections;
using Stratify.Reports.Pages;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>What more and older people would cost by themselves.</summary>
internal sealed class ProjectVerb() : StudyVerb("project", "Says how cost and activity grow with the population: what people of each sex and age cost now, times a projection of their numbers, to any year of it; split into number, ageing and a stated change of need, with intervals.", ("", "Of the draws."),
    "project projection.csv --run reports --year 2035", "project projection.csv --run reports --area E06000066 --morbidity 0.5% --to growth --json")
{
    private readonly Argument<string> _projection = new("projection") { Description = "A CSV with the columns year, sex, age and people; 'describe projections' says how it is written." };
    private readonly Option<int?> _year = new("--year") { Description = "The projected year to look at closely, such as 2035; the last of the file unless given." };
    private readonly Option<string?> _from = new("--from") { Description = "Whose people and prices to start from, such as 2024/25; the run's last year unless given." };
    private readonly Option<int?> _base = new("--base") { Description = "The projected year that stands for it; the calendar year in which it begins unless given." };
    private readonly Option<string?> _area = new("--area") { Description = "The area to take of a file that tells several." };
    private readonly Option<double> _morbidity = new("--morbidity")
    {
        Description = "What the need of each person changes by in a year, such as 0.5%; nothing unless given.",
        CustomParser = given =>
        {
            var text = given.Tokens[^1].Value;
            if (text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= -10 and <= 10) { return (double)(percent / 100); }
            given.AddError("'--morbidity' must be a percentage a year from -10% to 10%, such as 0.5%.");
            return 0;
        },
    };


    protected override void Define(Command command)
    {
        command.Add(_projection);
        AddOptions(command, _year, _from, _base, _area, _morbidity);
    }

    protected override void Answer(Study study, ParseResult parsed, string? to, Terminal terminal)
    {
        var found = ProjectedGrowth.Make(study, new ProjectionQuestion(parsed.GetValue(_projection)!, parsed.GetValue(_area), parsed.GetValue(_from), parsed.GetValue(_base), parsed.GetValue(_year), parsed.GetValue(_morbidity), Seed(parsed)));
        var tables = found.Tables;
        if (to is not null)
        {
            StudyReport.Write(study, to, "Growth with the population", facts => string.Create(CultureInfo.InvariantCulture, $"{facts.Place}, from {found.From} to {found.Until}"),
                facts => ProjectionPage.Make((tables.Base, tables.Growth, tables.Claims), (tables.Activity, tables.Curve), found.Until, facts), found.All);
        }
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal, new { Folder = study.Run, Year = found.From, found.Base, found.Until, To = to, Start = TextTable.Json(tables.Base), Growth = TextTable.Json(tables.Growth), Activity = TextTable.Json(tables.Activity), Curve = TextTable.Json(tables.Curve), Claims = TextTable.Json(tables.Claims) });
            return;
        }
        foreach (var sentence in ProjectionWords.Of((tables.Base, tables.Growth, tables.Claims), found.Until)) { terminal.Out.WriteLine(sentence); }
        Say(terminal, tables.Growth, found.Until, "cost_before");
        Say(terminal, tables.Activity, found.Until, "before");
        terminal.Out.WriteLine("No counterfactual: it is what happens if people of each sex and age go on as they do now.");
    }

    private static void Say(Terminal terminal, ResultTable growth, int until, string now) =>
        TextTable.Write(terminal.Out, ["setting", "counted", "now", "number", "ageing", "morbidity", "growth", "95% from", "to"], growth.Where(("year", until.ToString(CultureInfo.InvariantCulture))).Select(row => (string[])
        [
            growth.Text(row, "setting"), growth.Text(row, "unit"), growth[row, now].Csv, .. new[] { "number", "ageing", "morbidity", "growth", "growth_lower", "growth_upper" }.Select(column => growth[row, column].Number is { } share ? share.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture) : growth[row, column].Csv),
        ]));
}
