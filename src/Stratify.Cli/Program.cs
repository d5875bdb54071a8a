namespace Stratify.Cli;

/// <summary>The terminal: arguments, progress, exit codes, and nothing else.</summary>
public static class Program
{
    public static int Main(string[] args) => args.Length;
}
