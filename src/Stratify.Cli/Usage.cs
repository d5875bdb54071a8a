using System.CommandLine;
using Stratify.Problems;

namespace Stratify.Cli;

/// <summary>What is wrong with a command line, with the way out of it.</summary>
internal static class Usage
{
    internal static DefinitionException Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = command.Subcommands.Count > 0;
        var unknown = Tokens(parsed, isRoot).Select(token => Unknown(token, command, isRoot)).ToList();
        if (unknown.Count > 0) { return new DefinitionException(unknown); }
        var help = $"Run 'stratify {(isRoot ? "" : $"{command.Name} ")}--help'.";
        return new DefinitionException([.. parsed.Errors.Select(error => ProblemKinds.UsageWrong.At(null, error.Message, help))]);
    }

    /// <summary>What follows a misspelt verb or option belongs to it, and is not a fault of its own.</summary>
    private static IEnumerable<string> Tokens(ParseResult parsed, bool isRoot) =>
        !isRoot && parsed.UnmatchedTokens.Any(IsOption) ? parsed.UnmatchedTokens.Where(IsOption) : parsed.UnmatchedTokens.Take(1);

    private static bool IsOption(string token) => token.StartsWith('-');

    private static Problem Unknown(string token, Command command, bool isRoot)
    {
        var isOption = IsOption(token);
        string[] known = isOption
            ? [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive)).Select(option => option.Name)]
            : [.. command.Subcommands.Select(verb => verb.Name)];
        var near = Nearest.Of(token, known);
        var hint = $"{(near is null ? "" : $"Did you mean '{near}'? ")}Run 'stratify {(isRoot ? "" : $"{command.Name} ")}--help'.";
        return ProblemKinds.UsageWrong.At(null, $"'{token}' is {(isOption ? "not an option" : isRoot ? "not a verb" : "one word too many")}{(isRoot ? "" : $" {(isOption ? "of" : "for")} {command.Name}")}.", hint);
    }
}
