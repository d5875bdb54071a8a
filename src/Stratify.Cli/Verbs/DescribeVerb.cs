using System.CommandLine;
using Stratify.Cohorts;
using Stratify.Datasets;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>Documentation from the declarations themselves.</summary>
internal sealed class DescribeVerb() : Verb("describe", "Describes what Stratify reads and knows: all datasets, one dataset's columns, the fields that conditions may name, or a scheme.",
    "describe acute_inpatients", "describe fields")
{
    private readonly Argument<string?> _what = new("what") { Description = "A dataset, 'fields', 'schemes', a scheme, or nothing for the list.", Arity = ArgumentArity.ZeroOrOne };

    protected override void Define(Command command) => command.Add(_what);

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var what = parsed.GetValue(_what)?.ToLowerInvariant();
        if (what is null) { Datasets(terminal); }
        else if (what == "fields") { Fields(terminal); }
        else if (what == "schemes") { AllSchemes(terminal); }
        else if (Catalogue.Find(what) is { } dataset) { Columns(terminal, dataset); }
        else if (Schemes.Text(what) is { } scheme) { terminal.Out.Write(scheme); }
        else
        {
            var known = Catalogue.All.Select(each => each.Name).Concat(Schemes.Names).Append("fields").Append("schemes").ToList();
            return ProblemList.Write(terminal, [ProblemKinds.UsageWrong.At(null, $"There is nothing to describe called '{what}'.", Nearest.Hint(what, known, "names"))], ExitCode.Usage);
        }
        return 0;
    }

    private static void Datasets(Terminal terminal)
    {
        foreach (var dataset in Catalogue.All) { terminal.Out.WriteLine($"{dataset.Name,-24} {dataset.Title}: {dataset.Row}"); }
    }

    private static void Fields(Terminal terminal)
    {
        foreach (var field in PersonYearFields.All)
        {
            terminal.Out.WriteLine($"{field.Name,-24} {field.Type.ToString().ToLowerInvariant(),-7} {field.Kind.ToString().ToLowerInvariant(),-9} {field.Meaning}");
        }
    }

    private static void AllSchemes(Terminal terminal)
    {
        foreach (var scheme in Schemes.Names.Select(name => Schemes.Shipped(name)!))
        {
            terminal.Out.WriteLine($"{scheme.Name,-28} {scheme.Title}, {scheme.Cohorts.Count} cohorts{(scheme.UsesActivity ? ", built on activity" : "")}");
        }
    }

    private static void Columns(Terminal terminal, Dataset dataset)
    {
        terminal.Out.WriteLine($"{dataset.Name}: {dataset.Title}. One row is {dataset.Row}.");
        terminal.Out.WriteLine($"A row is named by {string.Join(", ", dataset.Grain)}. Dates: {string.Join(", ", dataset.DateFormats)}.");
        foreach (var column in dataset.Columns)
        {
            var need = column.Required ? "required" : column.InHeader ? "in header" : "optional";
            terminal.Out.WriteLine($"  {column.Name,-20} {column.Kind.ToString().ToLowerInvariant(),-10} {need,-9} \"{column.From}\"  {column.Meaning}");
        }
    }
}
