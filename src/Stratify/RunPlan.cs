using Stratify.Cohorts;
using Stratify.Costing;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Quality;
using Stratify.Settings;

namespace Stratify;

/// <summary>A job with everything that it names found and read: what the stations are made from.</summary>
public sealed record RunPlan
{
    public required IReadOnlyList<Period> Periods { get; init; }

    public required long Seed { get; init; }

    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    public required LandingRules Landing { get; init; }

    public LinkageSettings Linkage { get; init; } = new();

    /// <summary>The places whose people are the population; null for everybody of the register.</summary>
    public PlaceSettings? Place { get; init; }

    public RankingSettings Ranking { get; init; } = new();

    /// <summary>Which cohorts are shown up close.</summary>
    public ReportSettings Report { get; init; } = new();

    /// <summary>The name of the disclosure rule.</summary>
    public DisclosureSettings Disclosure { get; init; } = new(Model.DisclosureNames.OpenSafely);

    public ConditionDefinitions Conditions { get; init; } = ConditionDefinitions.Shipped;

    public CostingSettings Costing { get; init; } = new();

    /// <summary>What events cost by: the job's costing with its price books and lists read.</summary>
    public required CostingRules CostBy { get; init; }

    public PriceBook Prices => CostBy.Prices;

    public required IReadOnlyList<Scheme> Schemes { get; init; }

    /// <summary>What the user should hear of the job itself.</summary>
    public IReadOnlyList<Problem> Notices { get; init; } = [];

    public Thresholds Thresholds { get; init; } = Thresholds.Shipped;

    /// <summary>The people that the job names in place of extracts; null where it has its own. Then nothing is landed, linked or costed, and what says how stands in their facts.</summary>
    public RestingPopulation? TakesUp { get; init; }

    /// <summary>Whether events were priced by a second book too.</summary>
    public bool ComparesPrices => TakesUp is null ? CostBy.Compare is not null : TakesUp.Facts.Costing.ComparedWith is not null;
}
