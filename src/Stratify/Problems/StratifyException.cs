namespace Stratify.Problems;

/// <summary>A failure that is the user's to mend. Anything else that is thrown is a defect in Stratify (exit 70).</summary>
public abstract class StratifyException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>Distinct per kind, so that a scheduler knows why a run failed without reading its log.</summary>
    public abstract ExitCode ExitCode { get; }
}

/// <summary>What the process answers to its caller. The numbers are a public contract.</summary>
public enum ExitCode
{
    Published = 0,
    Usage = 2,
    PublishedWithWarnings = 3,
    LawBroken = 4,
    ExtractRefused = 5,
    DisclosureRefused = 6,
    Defect = 70,
    InputOutput = 74,
    Locked = 75,
    Interrupted = 130,
    Terminated = 143,
}

/// <summary>A job, profile, scheme, price or key file is wrong. Every problem found is listed; no extract was read.</summary>
public sealed class DefinitionException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public DefinitionException(Problem problem) : this([problem]) { }

    public override ExitCode ExitCode => ExitCode.Usage;
}

/// <summary>An extract is missing, or is not what its contract says.</summary>
public sealed class ExtractException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public override ExitCode ExitCode => ExitCode.ExtractRefused;
}

/// <summary>A law does not hold for this data, so nothing is published.</summary>
public sealed class BrokenLawException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public override ExitCode ExitCode => ExitCode.LawBroken;
}

/// <summary>A result table would show what must not be shown.</summary>
public sealed class DisclosureException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public override ExitCode ExitCode => ExitCode.DisclosureRefused;
}

/// <summary>The disk, a folder or a permission stood in the way.</summary>
public sealed class OutputException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public override ExitCode ExitCode => ExitCode.InputOutput;
}

/// <summary>Another run is writing to the same output folder.</summary>
public sealed class LockedException(IReadOnlyList<Problem> problems) : StratifyException(problems)
{
    public override ExitCode ExitCode => ExitCode.Locked;
}
