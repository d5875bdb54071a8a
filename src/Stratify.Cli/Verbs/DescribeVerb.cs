using System.CommandLine;
using Stratify.Cohorts;
using Stratify.Datasets;
using Stratify.Model;
using Stratify.Planning;
using Stratify.Planning.Budgets;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>Documentation from the declarations themselves.</summary>
internal sealed class DescribeVerb() : Verb("describe", "Describes what Stratify reads and knows: all datasets, one dataset's columns, the fields that conditions may name, groupings of conditions and their codes, rules of what is in scope, a scheme, how events are costed, or prices.",
    "describe acute_inpatients", "describe prices hip fracture")
{
    private readonly Argument<string?> _what = new("what") { Description = "A dataset, 'fields', 'conditions', a grouping, 'admissions', a list of admissions, 'opportunities', a rule of what is in scope, 'schemes', a scheme, 'costing', 'places', 'months', 'metrics', 'priorities', 'up-close', 'scenarios', a scenario, 'projections', 'risk', 'programmes', 'budgets', a pool, 'prices', or nothing for the list.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Argument<string[]> _words = new("words") { Description = "After 'prices': words to look for in settings, units, codes and names.", Arity = ArgumentArity.ZeroOrMore };

    protected override void Define(Command command)
    {
        command.Add(_what);
        command.Add(_words);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var what = parsed.GetValue(_what)?.ToLowerInvariant();
        var words = parsed.GetValue(_words) ?? [];
        if (words.Length > 0 && what != "prices") { throw new DefinitionException(ProblemKinds.UsageWrong.At(null, $"Only prices are searched: '{what} {string.Join(' ', words)}' is too much.", "For example: stratify describe prices hip fracture")); }
        var (found, lines) = what switch
        {
            null => Datasets(),
            "fields" => Fields(),
            "schemes" => SchemeText.All(),
            "prices" => DescribedPrices.Of(words),
            "costing" => DescribedCosting.All(),
            "places" => DescribedPlaces.All(),
            "months" => DescribedMonths.All(),
            "metrics" => DescribedMetrics.All(),
            "priorities" => DescribedPriorities.All(),
            "scenarios" => DescribedScenarios.All(),
            "budgets" => DescribedBudgets.All(),
            "programmes" => DescribedProgrammes.All(),
            "projections" => DescribedProjections.All(),
            "risk" => DescribedRisk.All(),
            "up-close" => DescribedUpClose.All(),
            "conditions" => ConditionText.Groupings(),
            "admissions" => ConditionText.Lists(),
            "opportunities" => OpportunityText.All(),
            _ when ConditionText.Of(what) is { } told => told,
            _ when Pool.Text(what) is { } pool => (new { Name = what, Text = pool }, [pool]),
            _ when ShippedScenarios.Text(what) is { } scenario => (new { Name = what, Text = scenario }, [scenario]),
            _ when OpportunityText.Of(what) is { } rule => rule,
            _ when Catalogue.Find(what) is { } dataset => Columns(dataset),
            _ when Catalogue.Related.FirstOrDefault(set => set.Name == what) is { } set => Tables(set),
            _ when Schemes.Text(what) is { } text => SchemeText.One(what, text),
            _ => throw Unknown(what),
        };
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, found); }
        foreach (var line in lines) { terminal.Out.WriteLine(line); }
        return 0;
    }

    private static DefinitionException Unknown(string what)
    {
        string[] known = [.. Catalogue.JobNames, .. Schemes.Names, .. ConditionText.Names, .. OpportunityText.Names, .. ShippedScenarios.Names, .. Pool.Names, "scenarios", "budgets", "fields", "conditions", "admissions", "opportunities", "schemes", "costing", "places", "months", "priorities", "up-close", "metrics", "programmes", "projections", "risk", "prices"];
        return new(ProblemKinds.UsageWrong.At(null, $"There is nothing to describe called '{what}'.", $"{Nearest.Hint(what, known, "names")} 'stratify describe' lists the datasets.".TrimStart()));
    }

    private static (object, IEnumerable<string>) Datasets() => (
        new
        {
            Datasets = Catalogue.All.Select(dataset => new { dataset.Name, dataset.Title, dataset.Row }),
            Related = Catalogue.Related.Select(set => new { set.Name, set.Title, Gives = Gives(set) }),
        },
        [
            .. Catalogue.All.Select(dataset => $"{dataset.Name,-24} {dataset.Title}: {dataset.Row}"),
            .. Catalogue.Related.Select(set => $"{set.Name,-24} {set.Title}: {(set.Tables.Count == 1 ? set.Tables[0].Dataset.Row : $"{set.Tables.Count} related tables, which give {string.Join(" and ", Gives(set))}")}"),
        ]);

    private static IReadOnlyList<string> Gives(RelatedSet set) => [.. set.Tables.Select(table => set.Gives(table.Part)?.Name).OfType<string>().Distinct()];

    private static (object, IEnumerable<string>) Tables(RelatedSet set) => (
        new { set.Name, set.Title, Gives = Gives(set), Tables = set.Tables.Select(table => new { table.Key, table.Dataset.Name, table.Needed, table.Dataset.Row }) },
        [
            $"{set.Name}: {set.Title}, as its tables. Its rows count as {string.Join(" and ", Gives(set))}.",
            $"In a job: {{dataset: {set.Name}, tables: {{{string.Join(", ", set.Tables.Where(table => table.Needed).Select(table => $"{table.Key}: extracts/{table.Key.ToLowerInvariant()}*.csv"))}}}}}.",
            .. set.Tables.Select(table => $"  {table.Key,-8} {(table.Needed ? "needed" : "optional"),-9} {table.Dataset.Name,-14} {table.Dataset.Row}"),
        ]);

    private static (object, IEnumerable<string>) Fields() => (
        new { Fields = PersonYearFields.All.Select(field => new { field.Name, Type = Word(field.Type), Kind = Word(field.Kind), field.Meaning }) },
        PersonYearFields.All.Select(field => $"{field.Name,-24} {Word(field.Type),-7} {Word(field.Kind),-9} {field.Meaning}"));

    private static (object, IEnumerable<string>) Columns(Dataset dataset) => (
        new { dataset.Name, dataset.Title, dataset.Row, dataset.Grain, dataset.DateFormats, Columns = dataset.Columns.Select(column => new { column.Name, Kind = Word(column.Kind), Need = Need(column), Header = column.From, column.Meaning, Dated = column.Dated.Select(dates => new { dates.Code, dates.From, dates.To, dates.Source }) }) },
        [
            $"{dataset.Name}: {dataset.Title}. One row is {dataset.Row}.",
            .. dataset.IsOfPerson ? Array.Empty<string>() : ["No row is of a person: nothing of it is counted or priced, and it is read whoever opted out."],
            $"A row is named by {string.Join(", ", dataset.Grain)}. Dates: {string.Join(", ", dataset.DateFormats)}.",
            $"Later deliveries: {Later(dataset.Delivery)}, unless the job says otherwise (delivery: {(dataset.IsOfPerson ? "add, replace, replace_period" : "add, replace")} or net_change).",
            .. dataset.Columns.Select(column => $"  {column.Name,-20} {Word(column.Kind),-10} {Need(column),-9} \"{column.From}\"  {column.Meaning}{(column.Dated.Count == 0 ? "" : $" Of its list: {string.Join(", ", column.Dated)}.")}"),
        ]);

    private static string Later(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Replace => "the last of each sender, and of a list that has no senders the last, stands alone",
        DeliveryKind.ReplacePeriod => "each stands in place of its sender's earlier ones for the period that it covers",
        DeliveryKind.NetChange => "rows of the same key are corrected or deleted, the others stand",
        _ => "rows are added",
    };

    private static string Need(Column column) => column.Required ? "required" : column.InHeader ? "in header" : "optional";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
