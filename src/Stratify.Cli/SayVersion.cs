using System.CommandLine;
using System.CommandLine.Invocation;

namespace Stratify.Cli;

/// <summary>The engine's version, whatever process it runs in.</summary>
internal sealed class SayVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(Fingerprint.Version);
        return 0;
    }
}
