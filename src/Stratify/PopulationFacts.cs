using System.Globalization;
using System.Text.Json;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Quality;
using Stratify.Settings;
using static Stratify.ManifestJson;

namespace Stratify;

/// <summary>
/// How the people of a run came to be, as far as schemes, the report and the manifest have to know: where they are taken up without the
/// extracts, it stands in place of the job that made them. It names no person and holds no value of an extract.
/// </summary>
public sealed record PopulationFacts
{
    private const string Day = "yyyy-MM-dd";

    public required IReadOnlyList<Period> Periods { get; init; }

    public required long Seed { get; init; }

    /// <summary>Extracts and all definitions but the job and its schemes, by their hashes.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Without the legal basis, which each job states for itself.</summary>
    public required Governance Governance { get; init; }

    public required LinkageSettings Linkage { get; init; }

    /// <summary>The places whose people they are, as they are said; empty for everybody of the register.</summary>
    public string Place { get; init; } = "";

    public required CostingFacts Costing { get; init; }

    /// <summary>Names of the datasets that were delivered, or made of tables that were.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Conditions of the job's own lists.</summary>
    public required IReadOnlyList<PersonYearField> OwnFields { get; init; }

    /// <summary>Whether people were looked at as the year begins, so that no scheme may choose them by what is known only at its end.</summary>
    public required bool BeforeTheYear { get; init; }

    public required Thresholds Thresholds { get; init; }

    /// <summary>Stations that made the people, and the laws that were checked while they did.</summary>
    public required IReadOnlyList<string> Stations { get; init; }

    public required IReadOnlyList<string> Laws { get; init; }

    /// <summary>What conditions of a scheme may name.</summary>
    public KnownFields Fields => OwnFields.Count == 0 ? PersonYearFields.Shipped : new KnownFields([.. PersonYearFields.All, .. OwnFields]);

    public IReadOnlyList<string> Years => [.. Periods.Select(period => period.Year)];

    /// <param name="stations">Those that make the people.</param>
    internal static PopulationFacts Of(Job job, RunPlan plan, Fingerprint fingerprint, IReadOnlyList<Stage> stations) => new()
    {
        Periods = plan.Periods,
        Seed = plan.Seed,
        Fingerprint = fingerprint.OfPopulation(),
        Governance = Governance.Of(job, plan) with { LegalBasis = null },
        Linkage = plan.Linkage,
        Place = plan.Place?.Says ?? "",
        Costing = CostingFacts.Of(plan),
        Datasets = [.. Catalogue.Given(plan.Deliveries.Select(delivery => delivery.Dataset)).Select(dataset => dataset.Name).Order(StringComparer.Ordinal)],
        OwnFields = [.. plan.Conditions.OwnConditions.Select(PersonYearFields.Has)],
        BeforeTheYear = job.Conditions.BeforeTheYear,
        Thresholds = plan.Thresholds,
        Stations = [.. stations.Select(station => station.Name)],
        Laws = [.. stations.SelectMany(station => station.Laws).Select(law => law.Law)],
    };

    internal void Write(Utf8JsonWriter json)
    {
        Strings(json, "periods", [.. Periods.Select(period => string.Create(CultureInfo.InvariantCulture, $"{period.Year} {period.From:yyyy-MM-dd} {period.To:yyyy-MM-dd}"))]);
        json.WriteNumber("seed", Seed);
        Fingerprint.Write(json);
        Governance.Write(json);
        WriteLinkage(json, Linkage);
        json.WriteString("place", Place);
        Costing.Write(json);
        Strings(json, "datasets", Datasets);
        Pairs(json, "own_conditions", [.. OwnFields.Select(field => (field.Name, field.Meaning))]);
        json.WriteBoolean("before_the_year", BeforeTheYear);
        json.WriteStartArray("thresholds");
        foreach (var one in Thresholds.All) { WriteThreshold(json, one); }
        json.WriteEndArray();
        Strings(json, "stations", Stations);
        Strings(json, "laws", Laws);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    internal static PopulationFacts Read(JsonElement json) => new()
    {
        Periods = [.. StringsOf(json, "periods").Select(period => period.Split(' ')).Select(parts => new Period(parts[0], DateOnly.ParseExact(parts[1], Day, CultureInfo.InvariantCulture), DateOnly.ParseExact(parts[2], Day, CultureInfo.InvariantCulture)))],
        Seed = json.GetProperty("seed").GetInt64(),
        Fingerprint = Fingerprint.Read(json),
        Governance = Governance.Read(json),
        Linkage = LinkageOf(json),
        Place = json.GetProperty("place").GetString()!,
        Costing = CostingFacts.Read(json),
        Datasets = StringsOf(json, "datasets"),
        OwnFields = [.. PairsOf(json, "own_conditions").Select(own => new PersonYearField(own.Name, $"has_{own.Name}", FieldType.Flag, FieldKind.Need, own.Value, ""))],
        BeforeTheYear = json.GetProperty("before_the_year").GetBoolean(),
        Thresholds = new([.. json.GetProperty("thresholds").EnumerateArray().Select(ThresholdOf)]),
        Stations = StringsOf(json, "stations"),
        Laws = StringsOf(json, "laws"),
    };

    private static void WriteThreshold(Utf8JsonWriter json, Threshold one)
    {
        json.WriteStartObject();
        Pairs(json, "of", [("check", one.Check), ("dataset", one.Dataset), ("column", one.Column), ("why", one.Why)]);
        if (one.WarnOver is { } warn) { json.WriteNumber("warn_over", warn); }
        if (one.FailOver is { } fail) { json.WriteNumber("fail_over", fail); }
        json.WriteNumber("at_least", one.AtLeast);
        json.WriteEndObject();
    }

    private static Threshold ThresholdOf(JsonElement json)
    {
        var of = PairsOf(json, "of").ToDictionary(pair => pair.Name, pair => pair.Value);
        decimal? Share(string name) => json.TryGetProperty(name, out var share) ? share.GetDecimal() : null;
        return new Threshold(of["check"], of["dataset"], of["column"], Share("warn_over"), Share("fail_over"), json.GetProperty("at_least").GetInt64(), of["why"]);
    }
}
