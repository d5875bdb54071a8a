using System.CommandLine;
using System.Globalization;

namespace Stratify.Cli.Verbs;

/// <summary>One thing that the command line does.</summary>
internal abstract class Verb(string name, string description, params string[] examples)
{
    /// <summary>Every verb takes it.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print what was found as JSON.", Recursive = true };

    public string Name { get; } = name;

    /// <summary>Command lines without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    public static IReadOnlyList<Verb> All { get; } =
    [
        new InitVerb(), new DemoVerb(), new RunVerb(), new CheckVerb(), new MapVerb(), new DescribeVerb(), new SynthVerb(), new VerifyVerb(), new JudgeVerb(), new LinkVerb(), new CohortVerb(), new CompareVerb(), new ReportVerb(), new ReleaseVerb(), new PlanVerb(), new BudgetVerb(), new EvaluateVerb(), new ProjectVerb(), new RiskVerb(), new KeyVerb(), new HelpVerb(),
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

    /// <summary>The day against which lists are held that must not be old.</summary>
    protected static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "Make the run as on this day, such as 2025-04-10, when opt-out lists are held against their age; today unless given.",
        CustomParser = given =>
        {
            if (DateOnly.TryParseExact(given.Tokens[^1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
            given.AddError("'--as-of' must be a day such as 2025-04-10.");
            return null;
        },
    };

    /// <summary>An option that takes a whole number between two bounds, both included.</summary>
    protected static Option<long> Number(string name, string description, long from, long to, long unlessGiven) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => unlessGiven,
        CustomParser = given =>
        {
            if (long.TryParse(given.Tokens[^1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) { return number; }
            given.AddError(string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {from} to {to}."));
            return unlessGiven;
        },
    };
}
