using System.Diagnostics;

namespace Stratify.Tests.Support;

/// <summary>The built command line in a process of its own, for what only a process can show: limits, signals, a sudden end.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>The command line for a shell.</summary>
    public static string Command { get; } = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Stratify.Cli.dll")}'";

    /// <param name="script">Run by bash; <see cref="Command"/> starts the program.</param>
    public static ChildProcess Start(string script)
    {
        if (OperatingSystem.IsWindows()) { Assert.Ignore("This test needs bash."); }
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // The runtime maps its own code through a file, which a limit on the size of files would refuse.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new ChildProcess(Process.Start(start)!);
    }

    public static CommandLine Run(string script)
    {
        using var child = Start(script);
        return child.End();
    }

    /// <summary>Reads what it says until a line has the words.</summary>
    public void WaitFor(string words)
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal)) { return; }
        }
        Assert.Fail($"It ended without '{words}'.");
    }

    /// <param name="name">As <c>kill</c> takes it.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public CommandLine End()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return new CommandLine(_process.ExitCode, output.Result, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) { _process.Kill(entireProcessTree: true); }
        _process.Dispose();
    }
}
