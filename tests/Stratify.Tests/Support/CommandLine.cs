using System.Text.Json;
using Stratify.Cli;

namespace Stratify.Tests.Support;

/// <summary>One command line, run in this process, and what it answered.</summary>
public sealed record CommandLine(int ExitCode, string Out, string Error)
{
    /// <summary>What a program that called would read.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Out);
            return document.RootElement.Clone();
        }
    }

    public static CommandLine Run(params string[] args) => Run(stopped: false, args);

    /// <param name="stopped">Whether the user asked for an end before it began.</param>
    public static CommandLine Run(bool stopped, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Out = output, Error = error };
        if (stopped) { terminal.Stop.Cancel(); }
        var exitCode = Program.Run(args, terminal);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
