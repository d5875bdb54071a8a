using Stratify.Datasets;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a run is asked to do: the job file, with its paths found and its keys checked.</summary>
public sealed record Job
{
    /// <summary>Keys that no station reads before the one that places people in cohorts: all that is left to say of people who are taken up.</summary>
    public static IReadOnlyList<string> KeysOfSchemes { get; } = ["name", "schemes", "ranking", "report", "disclosure", "output", "legal_basis"];

    public required string Name { get; init; }

    /// <summary>The job file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>The folder that paths of the job are relative to, and stay under.</summary>
    public required string Folder { get; init; }

    /// <summary>The job file's own text, whose hash the manifest carries.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }

    public required IReadOnlyList<JobExtract> Extracts { get; init; }

    /// <summary>A shipped book's price year, or the path of a user's own.</summary>
    public required YamlText Prices { get; init; }

    /// <summary>Shipped schemes by name, or paths of the user's own.</summary>
    public required IReadOnlyList<YamlText> Schemes { get; init; }

    public required JobKey Key { get; init; }

    /// <summary>By which law the records of people are used, in the words of those who answer for it; null when the job does not say.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The lists of who said no, or of who may be used; none when the job names none.</summary>
    public IReadOnlyList<OptOutList> OptOuts { get; init; } = [];

    /// <summary>Path of the list of numbers that stand for no number; null when the job names none.</summary>
    public string? Dummies { get; init; }

    /// <summary>Path of the user's own thresholds of data quality; null for those that ship alone.</summary>
    public YamlText? Thresholds { get; init; }

    /// <summary>The rule by which results are let out.</summary>
    /// <summary>The places whose people are the population; null for everybody of the register.</summary>
    public PlaceSettings? Place { get; init; }

    public DisclosureSettings Disclosure { get; init; } = new(DisclosureNames.OpenSafely);

    public long Seed { get; init; } = 1;

    public ConditionSettings Conditions { get; init; } = new();

    public CostingSettings Costing { get; init; } = new();

    public LinkageSettings Linkage { get; init; } = new();

    public RankingSettings Ranking { get; init; } = new();

    public ReportSettings Report { get; init; } = new();

    /// <summary>The run whose people are taken up in place of extracts, as the job names it; null where the job has extracts. Years, prices and all else that made people are then that run's.</summary>
    public YamlText? Population { get; init; }

    /// <summary>The folder that runs are published in.</summary>
    public required string Output { get; init; }

    /// <summary>The share of a file's rows that may be refused before the file is.</summary>
    public decimal MaxRejected { get; init; } = 0.005m;
}

/// <summary>One extract of a job, or one table of an extract that comes as several: the files that a sender delivered in one shape.</summary>
/// <param name="Files">As written in the job, and where they are; in the order of their names.</param>
public sealed record JobExtract(Profile Profile, IReadOnlyList<JobFile> Files, Place Place)
{
    /// <summary>What a later file is to an earlier one.</summary>
    public required DeliveryKind Delivery { get; init; }

    /// <summary>Who pays for what it tells, one of <see cref="Payer"/>; null where that is as its settings have it.</summary>
    public string? Payer { get; init; }

    /// <summary>Its place in the job, from 1; the tables of one extract share it.</summary>
    public int Number { get; init; } = 1;
}
