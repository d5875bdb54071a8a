using System.CommandLine;
using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>A profile to start from, for an extract that nobody has described.</summary>
internal sealed class MapVerb() : Verb("map", "Proposes a profile for an extract, from its header and first rows: how sure each column is, and what its values look like, never a value. It does not guess the order of day and month.",
    "map extracts/contacts.csv --as community_contacts", "map extracts/contacts.csv.gz --as community_contacts --json")
{
    private readonly Argument<string> _file = new("file") { Description = "The extract: delimited text, or .gz of it." };
    private readonly Option<string> _as = new("--as") { Description = "The dataset that it holds; 'stratify describe' lists them.", Required = true };

    protected override void Define(Command command)
    {
        command.Add(_file);
        command.Add(_as);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var name = parsed.GetValue(_as)!;
        var dataset = Catalogue.Find(name) ?? throw new DefinitionException(ProblemKinds.UnknownName.At(null, $"There is no dataset '{name}'.", Nearest.Hint(name, [.. Catalogue.All.Select(each => each.Name)], "datasets")));
        var proposed = ProposedProfile.Of(parsed.GetValue(_file)!, dataset);
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, proposed); }
        terminal.Out.Write(proposed.Yaml);
        return 0;
    }
}
