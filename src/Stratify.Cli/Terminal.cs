using System.Runtime.InteropServices;
using System.Text;
using Stratify.Problems;

namespace Stratify.Cli;

/// <summary>Where a command writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public sealed class Terminal
{
    /// <summary>SIGXFSZ: without it the kernel ends the process at a limit on the size of files, where a failed write says so.</summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    /// <summary>Held, because a registration that is collected hears nothing any more.</summary>
    private readonly List<PosixSignalRegistration> _heard = [];

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Somebody looks on, so that progress may move; otherwise one plain line a step, without escape codes.</summary>
    public bool IsLive { get; init; }

    /// <summary>Set when the user or the system asks the run to stop.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>What the process answers when it was stopped.</summary>
    public ExitCode Interruption { get; private set; } = ExitCode.Interrupted;

    public static Terminal OfProcess()
    {
        var terminal = new Terminal
        {
            Out = Writer(Console.OpenStandardOutput()),
            Error = Writer(Console.OpenStandardError()),
            IsLive = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
        terminal.Hear(PosixSignal.SIGINT, signal => terminal.Interrupt(signal, ExitCode.Interrupted));
        terminal.Hear(PosixSignal.SIGTERM, signal => terminal.Interrupt(signal, ExitCode.Terminated));
        if (!OperatingSystem.IsWindows()) { terminal.Hear(FileTooLarge, signal => signal.Cancel = true); }
        return terminal;
    }

    private void Hear(PosixSignal signal, Action<PosixSignalContext> then) => _heard.Add(PosixSignalRegistration.Create(signal, then));

    private void Interrupt(PosixSignalContext signal, ExitCode answer)
    {
        signal.Cancel = true;
        Interruption = answer;
        Stop.Cancel();
    }

    /// <summary>UTF-8 without a mark and with plain line ends, whatever the machine's habit.</summary>
    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
}
