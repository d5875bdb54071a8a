using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Stratify.Cli.Verbs;

namespace Stratify.Cli;

/// <summary>The help of a verb, with its examples below.</summary>
internal sealed class HelpWithExamples(HelpAction help, Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var answer = help.Invoke(parseResult);
        var verb = Verb.All.FirstOrDefault(verb => verb.Name == parseResult.CommandResult.Command.Name);
        terminal.Out.WriteLine("Examples:");
        foreach (var example in verb?.Examples ?? ["demo", "run stratify.yml"]) { terminal.Out.WriteLine($"  stratify {example}"); }
        return answer;
    }
}
