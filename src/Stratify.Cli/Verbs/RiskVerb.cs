using System.CommandLine;
using Stratify.Planning.Risks;
using Stratify.Problems;
using Stratify.Reports.Pages;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify.Cli.Verbs;

/// <summary>The risk of an emergency admission and of high cost in the next year, and how well it foretells.</summary>
internal sealed class RiskVerb() : StudyVerb("risk", "Learns, from one year of a run to the next, who is at risk of an emergency admission or of being in the costliest 5%, and tests it on people or a year that it has not seen: how well it tells apart, whether what was expected came, what lists would have held, and whether groups fit alike.", ("; of two years or more that follow each other", "Of who is left out in turn, and of the draws."),
    "risk --run reports --to risk", "risk --run reports --list winter.csv --purpose \"Review by practice pharmacists, asked by Dr Lane\"")
{
    private readonly Option<string?> _list = new("--list") { Description = "Write the people of the last year at the highest risk, by pseudonym, into restricted/lists of the run, under this name (such as winter.csv). Nothing is written unless given." };
    private readonly Option<string?> _purpose = new("--purpose") { Description = "With --list: what it is for and who asked, kept beside it." };
    private readonly Option<long> _share = Number("--per-thousand", "With --list: how many people of a thousand are on it.", 1, 200, 50);

    protected override void Define(Command command)
    {
        AddOptions(command, _list, _purpose, _share);
    }

    protected override void Answer(Study study, ParseResult parsed, string? to, Terminal terminal)
    {
        var order = Order(parsed);
        // Before anything is reckoned: where it cannot be written, nothing need be.
        order?.PathIn(study.Run);
        var risk = RiskStudy.Make(study, Seed(parsed));
        var list = order?.Write(study, risk);
        var tables = risk.Tables;
        if (to is not null)
        {
            StudyReport.Write(study, to, "Risk of the next year", facts => $"{facts.Place}, learnt from {risk.FittedOn} and tested on {risk.TestedOn}",
                facts => RiskPage.Make(RiskStudy.Title, tables.Models, (tables.Calibration, tables.Lists, tables.Equity, tables.Weights), facts), risk.All);
        }
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal, new
            {
                Folder = study.Run,
                To = to,
                List = list,
                risk.TooFew,
                Models = TextTable.Json(tables.Models),
                Calibration = TextTable.Json(tables.Calibration),
                Lists = TextTable.Json(tables.Lists),
                Equity = TextTable.Json(tables.Equity),
                Weights = TextTable.Json(tables.Weights),
                RiskWords.Limits,
            });
            return;
        }
        Say(terminal, risk);
        if (list is not null) { terminal.Out.WriteLine($"  list     {list}  (people: it must not leave; its purpose is beside it)"); }
    }

    private PersonList? Order(ParseResult parsed) => (parsed.GetValue(_list), parsed.GetValue(_purpose)) switch
    {
        ({ } file, var purpose) => new PersonList(file, purpose ?? "", parsed.GetValue(_share) / 1000.0),
        (null, not null) => throw new DefinitionException(ProblemKinds.UsageWrong.At(null, "'--purpose' is of a list of people, and none is asked for.", "Give --list a name such as winter.csv, or leave --purpose out.")),
        _ => null,
    };

    private static void Say(Terminal terminal, RiskStudy risk)
    {
        var tables = risk.Tables;
        for (var row = 0; row < tables.Models.Rows.Count; row++)
        {
            var outcome = tables.Models.Text(row, "outcome");
            terminal.Out.WriteLine($"Risk of {RiskStudy.Title(outcome)}");
            foreach (var sentence in RiskWords.OfTest(tables.Models, row).Concat(RiskWords.OfLists(tables.Lists, outcome))) { terminal.Out.WriteLine($"  {sentence}"); }
            Write(terminal, tables.Calibration, outcome, "tenths", "people", "expected", "observed", "observed_over_expected", "observed_over_expected_lower", "observed_over_expected_upper");
            Write(terminal, tables.Lists, outcome, "listed", "people", "came_to", "came_to_lower", "came_to_upper", "found", "of_admissions", "of_admissions_lower", "of_admissions_upper", "cut_for_tenth");
            Write(terminal, tables.Equity, outcome, "by", "group", "people", "observed_over_expected", "observed_over_expected_lower", "observed_over_expected_upper", "listed_share", "listed_share_lower", "listed_share_upper", "observed_share");
            terminal.Out.WriteLine();
        }
        foreach (var few in risk.TooFew) { terminal.Out.WriteLine($"The risk of {few} is not told: it came to too few."); }
        terminal.Out.WriteLine(RiskWords.Limits);
    }

    private static void Write(Terminal terminal, ResultTable table, string outcome, params string[] columns) => TextTable.Write(terminal.Out, table.Part(table.Name, table.Title, table.Where(("outcome", outcome)), columns));
}
