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

    /// <summary>The share of a file's rows that may be refused before the file is.</summary>
    public decimal MaxRejected { get; init; } = 0.005m;

    /// <summary>Bytes read at a time.</summary>
    public int BufferSize { get; init; } = 1 << 17;
}

/// <summary>One file of an extract.</summary>
/// <param name="Name">As the job says it, for ledgers and problems.</param>
/// <param name="Path">Where it is.</param>
public sealed record ExtractFile(string Name, string Path);

/// <summary>One extract of a job: the files that one sender delivered in one shape.</summary>
/// <param name="Extract">The extract's number in the job, from 1.</param>
public sealed record Delivery(int Extract, Profile Profile, IReadOnlyList<ExtractFile> Files)
{
    public Dataset Dataset => Profile.Dataset;
}
