using System.Collections.Frozen;
using Stratify.Datasets;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>What holds for every extract of a run.</summary>
/// <param name="Pseudonyms">Made with the project's key.</param>
public sealed record LandingRules(Pseudonyms Pseudonyms)
{
    /// <summary>Tokens of people whose record must not be used; their rows are counted and never stored.</summary>
    public IReadOnlySet<long> OptedOut { get; init; } = FrozenSet<long>.Empty;

    /// <summary>Tokens of the people whose record may be used and nobody else's; null where all others may.</summary>
    public IReadOnlySet<long>? Allowed { get; init; }

    /// <summary>Whether the rows of a person must not be used. A row without a number is nobody's that a list could name.</summary>
    internal bool IsWithheld(long token) => OptedOut.Contains(token) || Allowed?.Contains(token) == false;

    /// <summary>Tokens of numbers that somewhere stand for no number at all; rows under one are read as if it were blank.</summary>
    public IReadOnlySet<long> Dummies { get; init; } = FrozenSet<long>.Empty;

    /// <summary>For each number that another has replaced, by its token, what stands for its person now.</summary>
    public FrozenDictionary<long, Pseudonym> Newest { get; init; } = FrozenDictionary<long, Pseudonym>.Empty;

    /// <summary>Changes with any of them; empty where no number was replaced.</summary>
    public string NewestHash { get; init; } = "";

    /// <summary>The share of a file's rows that may be refused before the file is.</summary>
    public decimal MaxRejected { get; init; } = 0.005m;

    /// <summary>The extracts of the last run that was published; none when there is none, or it is not to be looked at.</summary>
    public IReadOnlyList<Feed> Before { get; init; } = [];

    /// <summary>Where rows are kept from run to run; null where none are.</summary>
    public LandingCache? Cache { get; init; }

    /// <summary>Every file is read, though its rows were kept.</summary>
    public bool ReadAfresh { get; init; }

    /// <summary>Bytes read at a time.</summary>
    public int BufferSize { get; init; } = 1 << 17;
}

/// <summary>One file of an extract.</summary>
/// <param name="Name">As the job says it, for ledgers and problems.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Dated">When it was delivered, where its name says so; files of one day are one delivery.</param>
public sealed record ExtractFile(string Name, string Path, DateOnly? Dated = null)
{
    /// <summary>What the file was like before anything was read of it; null where that is not watched.</summary>
    public FileStamp? Stamp { get; init; }
}

/// <summary>One extract of a job: the files that one sender delivered in one shape.</summary>
/// <param name="Extract">The extract's number in the job, from 1.</param>
public sealed record Delivery(int Extract, Profile Profile, IReadOnlyList<ExtractFile> Files)
{
    public Dataset Dataset => Profile.Dataset;

    /// <summary>Files of the extract's other tables that are numbered before these; 0 where it is one table.</summary>
    public int FilesBefore { get; init; }

    /// <summary>What a later file is to an earlier one.</summary>
    public DeliveryKind Kind { get; init; } = Profile.Dataset.Delivery;

    /// <summary>With its files in the order in which they were delivered: by the dates in their names, else by their names.</summary>
    internal Delivery InOrder() => this with { Files = [.. Files.OrderBy(file => file.Dated).ThenBy(file => file.Name, StringComparer.Ordinal)] };

    /// <summary>Which delivery each file belongs to, from 0, once they are in order: undated files are each one of their own.</summary>
    internal IReadOnlyList<int> Turns
    {
        get
        {
            var turns = new List<int>();
            for (var i = 0; i < Files.Count; i++)
            {
                var sameDay = i > 0 && Files[i].Dated is not null && Files[i].Dated == Files[i - 1].Dated;
                turns.Add(i == 0 ? 0 : sameDay ? turns[i - 1] : turns[i - 1] + 1);
            }
            return turns;
        }
    }
}
