using Stratify.Model;

namespace Stratify.Costing;

/// <summary>What a run costs by.</summary>
/// <param name="Prices">The job's book, of one price year.</param>
public sealed record CostingRules(PriceBook Prices)
{
    /// <summary>One of <see cref="CostBases.Ways"/>.</summary>
    public string Way { get; init; } = CostBases.Standard;

    /// <summary>Market forces factors; none where the job has no list.</summary>
    public IReadOnlyList<ProviderFactor> Factors { get; init; } = [];

    /// <summary>The book that the job's is held against, of the same price year; null for none.</summary>
    public PriceBook? Compare { get; init; }

    /// <summary>What the accounts say of settings; none where the job gives none.</summary>
    public IReadOnlyList<ControlTotal> ControlTotals { get; init; } = [];
}
