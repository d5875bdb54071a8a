using Spectre.Console;

namespace Stratify.Cli;

/// <summary>Shows how far a run is: a moving line where somebody looks on, one plain line a step where not.</summary>
internal static class Progress
{
    internal static RunOutcome Watch(Terminal terminal, Func<IProgress<RunEvent>, RunOutcome> work) =>
        terminal.IsLive ? Live(terminal, work) : work(new Lines(terminal));

    private static RunOutcome Live(Terminal terminal, Func<IProgress<RunEvent>, RunOutcome> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        RunOutcome? outcome = null;
        console.Status().Start("Starting", status => outcome = work(new Moving(console, status)));
        return outcome!;
    }

    private sealed class Lines(Terminal terminal) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => terminal.Error.WriteLine($"{value.Number} of {value.Of}  {value.Says}");
    }

    private sealed class Moving(IAnsiConsole console, StatusContext status) : IProgress<RunEvent>
    {
        private RunEvent? _last;

        public void Report(RunEvent value)
        {
            if (_last is not null) { console.MarkupLineInterpolated($"[green]done[/] {_last.Says}"); }
            _last = value;
            status.Status($"{value.Number} of {value.Of}  {Markup.Escape(value.Says)}");
        }
    }
}
