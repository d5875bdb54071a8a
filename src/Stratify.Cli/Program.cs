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
            return ProblemList.Write(terminal, problem.Problems, problem.ExitCode);
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
        var root = new RootCommand("Finds, ranks and explains the groups of people for whom joined-up care would pay off most, from the extracts of GP practices, hospitals, community and mental health trusts and councils.");
        foreach (var verb in Verb.All) { root.Add(verb.ToCommand(terminal)); }
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            var problems = parsed.Errors.Select(error => ProblemKinds.UsageWrong.At(null, error.Message, $"Run 'stratify {parsed.CommandResult.Command.Name} --help'.".Replace($" {root.Name} ", " ", StringComparison.Ordinal))).ToList();
            return ProblemList.Write(terminal, problems, ExitCode.Usage);
        }
        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
