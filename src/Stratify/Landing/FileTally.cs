namespace Stratify.Landing;

/// <summary>A field, or a whole row, that was refused. It says where and why, and never what stood there.</summary>
/// <param name="Column">Empty when the row's form is at fault.</param>
public readonly record struct Reject(long Line, string Column, RejectReason Reason);

/// <summary>Rows of a file that ended in one way, and their pounds as far as they can be read.</summary>
public readonly record struct Amount(long Rows, long Pence)
{
    internal Amount And(long pence) => new(Rows + 1, Pence + pence);
}

/// <summary>What became of the rows of one file. Every row that was read has one outcome.</summary>
public sealed class FileTally
{
    /// <summary>Refused rows beyond this number are counted and no longer listed.</summary>
    public const int MaxListed = 1_000_000;

    private readonly SortedDictionary<string, Amount> _rejected = new(StringComparer.Ordinal);

    public FileTally() { }

    /// <summary>Of a file that was read in an earlier run.</summary>
    internal FileTally(Amount read, Amount passed, Amount outOfScope, Amount optedOut, IReadOnlyDictionary<string, Amount> rejected, IEnumerable<Reject> rejects)
    {
        (Read, Passed, OutOfScope, OptedOut) = (read, passed, outOfScope, optedOut);
        foreach (var (reason, amount) in rejected) { _rejected[reason] = amount; }
        Rejects.AddRange(rejects);
    }

    /// <summary>Counted on its own before a row is judged, so that the outcomes can be held against it.</summary>
    public Amount Read { get; private set; }

    /// <summary>Handed on to be stored.</summary>
    public Amount Passed { get; private set; }

    public Amount OutOfScope { get; private set; }

    public Amount OptedOut { get; private set; }

    /// <summary>Rows with a valid NHS number, whatever became of them.</summary>
    public long Numbers { get; internal set; }

    /// <summary>Those whose number another has replaced: they are read as rows of the newest.</summary>
    public long Replaced { get; internal set; }

    /// <summary>By the code of the reason.</summary>
    public IReadOnlyDictionary<string, Amount> Rejected => _rejected;

    public List<Reject> Rejects { get; } = [];

    /// <summary>In a set's index of people: provider, local and national key of those who opted out, by which their other rows are found and withheld too.</summary>
    internal List<string?[]> OptedOutKeys { get; } = [];

    public long RejectedRows => _rejected.Values.Sum(amount => amount.Rows);

    /// <summary>Rows of which something could be asked: blank lines are not.</summary>
    public long RowsWithContent => Read.Rows - (_rejected.TryGetValue(RejectReasons.BlankLine.Code, out var blank) ? blank.Rows : 0);

    internal void CountRead(long pence) => Read = Read.And(pence);

    internal void CountPassed(long pence) => Passed = Passed.And(pence);

    internal void CountOutOfScope(long pence) => OutOfScope = OutOfScope.And(pence);

    internal void CountOptedOut(long pence) => OptedOut = OptedOut.And(pence);

    internal void CountRejected(Reject reject, long pence)
    {
        _rejected[reject.Reason.Code] = _rejected.GetValueOrDefault(reject.Reason.Code).And(pence);
        if (Rejects.Count < MaxListed) { Rejects.Add(reject); }
    }
}
