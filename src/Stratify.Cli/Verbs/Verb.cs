using System.CommandLine;

namespace Stratify.Cli.Verbs;

/// <summary>One thing that the command line does.</summary>
internal abstract class Verb(string name, string description, params string[] examples)
{
    public string Name { get; } = name;

    /// <summary>Command lines without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    public static IReadOnlyList<Verb> All { get; } =
    [
        new DemoVerb(), new RunVerb(), new CheckVerb(), new DescribeVerb(), new SynthVerb(), new VerifyVerb(), new HelpVerb(),
    ];

    public Command ToCommand(Terminal terminal)
    {
        var command = new Command(Name, description);
        Define(command);
        command.SetAction(parsed => Do(parsed, terminal));
        return command;
    }

    /// <summary>Adds the verb's arguments and options.</summary>
    protected abstract void Define(Command command);

    /// <returns>The exit code.</returns>
    protected abstract int Do(ParseResult parsed, Terminal terminal);
}
