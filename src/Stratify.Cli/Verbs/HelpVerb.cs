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
        if (parsed.GetValue(_code) is not { } code)
        {
            foreach (var each in ProblemKinds.All) { terminal.Out.WriteLine($"{each.Code}  {each.Title}"); }
            return 0;
        }
        if (ProblemKinds.All.FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            terminal.Out.WriteLine($"{known.Code}: {known.Title}");
            terminal.Out.WriteLine(known.Explanation);
            return 0;
        }
        return ProblemList.Write(terminal, [ProblemKinds.UsageWrong.At(null, $"There is no code '{code}'.", "'stratify help' lists them.")], ExitCode.Usage);
    }
}
