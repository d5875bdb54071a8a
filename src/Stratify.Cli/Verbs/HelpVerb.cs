using System.CommandLine;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>An error explained, offline.</summary>
internal sealed class HelpVerb() : Verb("help", "Explains a problem by its code, or lists all codes.", "help STR202", "help")
{
    private readonly Argument<string?> _code = new("code") { Description = "A code such as STR202.", Arity = ArgumentArity.ZeroOrOne };

    protected override void Define(Command command) => command.Add(_code);

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var code = parsed.GetValue(_code);
        var kinds = ProblemKinds.All.Where(kind => code is null || string.Equals(kind.Code, code, StringComparison.OrdinalIgnoreCase)).ToList();
        if (kinds.Count == 0)
        {
            throw new DefinitionException(ProblemKinds.UsageWrong.At(null, $"There is no code '{code}'.", "'stratify help' lists them; 'stratify --help' is about the verbs."));
        }
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { Kinds = kinds }); }
        foreach (var kind in kinds) { terminal.Out.WriteLine(code is null ? $"{kind.Code}  {kind.Title}" : $"{kind.Code}: {kind.Title}\n{kind.Explanation}"); }
        return 0;
    }
}
