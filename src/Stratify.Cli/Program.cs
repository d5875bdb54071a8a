using System.CommandLine;
using System.CommandLine.Help;
using Stratify.Cli.Verbs;
using Stratify.Problems;

namespace Stratify.Cli;

/// <summary>The terminal: arguments, progress, exit codes, and nothing else.</summary>
public static class Program
{
    public static int Main(string[] args) => Run(args, Terminal.OfProcess());

    /// <summary>Runs one command line and answers its exit code. Nothing escapes: what the user can mend is said, the rest is our defect.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var debug = args.Contains("--debug");
        try
        {
            return Invoke(args.Where(arg => arg != "--debug").ToArray(), terminal);
        }
        catch (StratifyException problem)
        {
            return ProblemList.Write(terminal, problem.Problems, problem.ExitCode, args.Contains(Verb.Json.Name));
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Interrupted. Nothing was published; the last published run stands.");
            return (int)terminal.Interruption;
        }
        catch (Exception defect)
        {
            terminal.Error.WriteLine("Stratify has a defect: it met something that it should have handled. Nothing was published.");
            // The message of an unknown exception may quote data, so it is shown on request only.
            terminal.Error.WriteLine(debug ? defect.ToString() : $"({defect.GetType().Name}. Run again with --debug for its trace, which may quote data, and report it.)");
            return (int)ExitCode.Defect;
        }
    }

    private static int Invoke(string[] args, Terminal terminal)
    {
        // Not a RootCommand: it would call itself by the name of the process.
        var root = new Command("stratify", "Finds, ranks and explains the groups of people for whom joined-up care would pay off most, from the extracts of GP practices, hospitals, community and mental health trusts and councils.")
        {
            Verb.Json, new VersionOption { Action = new SayVersion(terminal) },
        };
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
        root.Add(help);
        foreach (var verb in Verb.All) { root.Add(verb.ToCommand(terminal)); }
        // A path may begin with @ without meaning a file of arguments.
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // Who asks for help has not finished the command line.
        if (parsed.Errors.Count > 0 && parsed.Action is not (HelpWithExamples or SayVersion)) { throw Usage.Wrong(parsed); }
        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
