using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>What a run's bytes depend on, as hashes: the same fingerprint means the same published bytes.</summary>
/// <param name="Inputs">Extract files by name, with the SHA-256 of their content.</param>
/// <param name="Definitions">Job, profiles, schemes, prices and code lists by name, with theirs.</param>
public sealed record Fingerprint(IReadOnlyList<(string Name, string Hash)> Inputs, IReadOnlyList<(string Name, string Hash)> Definitions)
{
    private const string JobName = "job", SchemePrefix = "scheme ";

    /// <summary>The engine's own version.</summary>
    public static string Version { get; } = typeof(Fingerprint).Assembly.GetName().Version!.ToString(3);

    /// <summary>The year, and the first twelve digits of the hash of everything.</summary>
    public string RunId(string year) => $"{year.Replace('/', '-')}-{Hash(string.Join('\n', Inputs.Concat(Definitions).Select(item => $"{item.Name} {item.Hash}").Append(BuildHash)))[..12]}";

    /// <summary>What people depend on alone: all but the job and its schemes.</summary>
    internal Fingerprint OfPopulation() => this with { Definitions = [.. Definitions.Where(definition => definition.Name != JobName && !definition.Name.StartsWith(SchemePrefix, StringComparison.Ordinal))] };

    internal void Write(Utf8JsonWriter json)
    {
        ManifestJson.Pairs(json, "inputs", Inputs);
        ManifestJson.Pairs(json, "definitions", Definitions);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    internal static Fingerprint Read(JsonElement json) => new(ManifestJson.PairsOf(json, "inputs"), ManifestJson.PairsOf(json, "definitions"));

    public static Fingerprint Of(Job job, RunPlan plan) => plan.TakesUp is { } taken ? OfTaken(job, plan, taken) : new(
        Hashes.Of(plan.Deliveries.SelectMany(delivery => delivery.Files).DistinctBy(file => file.Name), file => (file.Name, HashExtract(file))),
        [
            ("stratify", Version),
            ("duckdb", Warehouse.EngineVersion),
            (JobName, Hash(job.Text)),
            .. plan.Deliveries.Select(delivery => ($"profile {delivery.Extract}{(delivery.Dataset.Role == DatasetRole.Related ? $" {delivery.Dataset.Name}" : "")} {delivery.Profile.Name}", Hash(delivery.Profile.Text))),
            .. plan.Schemes.Select(scheme => ($"{SchemePrefix}{scheme.Name}", scheme.DefinitionHash)),
            ($"prices {plan.Prices.Name}", Hash(string.Join('\n', plan.Prices.Prices))),
            .. plan.CostBy.Compare is { } other ? [($"compared prices {other.Name}", Hash(string.Join('\n', other.Prices)))] : Array.Empty<(string, string)>(),
            .. plan.CostBy.Factors.Count > 0 ? [("market forces factors", Hash(string.Join('\n', plan.CostBy.Factors)))] : Array.Empty<(string, string)>(),
            .. plan.CostBy.ControlTotals.Count > 0 ? [("control totals", Hash(string.Join('\n', plan.CostBy.ControlTotals)))] : Array.Empty<(string, string)>(),
            .. plan.Conditions.AllGroupings.Select(grouping => ($"conditions {grouping.Name}{(grouping.Release.Length > 0 ? $", {grouping.Release}" : "")}", Hash(plan.Conditions.TextOf(grouping)))),
            ("admission codes", Hash(string.Join('\n', plan.Conditions.Admissions))),
            ("opportunity rules", Hash(plan.Conditions.Opportunities.Text)),
            ("quality thresholds", Hash(string.Join('\n', plan.Thresholds.All))),
            // Keyed: a list of one number has a plain hash that a few minutes of trying would undo.
            .. job.OptOuts.Count == 0 ? Array.Empty<(string, string)>() : [("opt-outs", Keyed(job))],
            .. job.Dummies is null ? Array.Empty<(string, string)>() : [("dummy numbers", HashFile(job.Dummies))],
            ("key", plan.Landing.Pseudonyms.KeyId),
        ]);

    /// <summary>Of a job that takes people up: itself, its schemes, and what made the people.</summary>
    private static Fingerprint OfTaken(Job job, RunPlan plan, RestingPopulation taken)
    {
        var made = taken.Facts.Fingerprint;
        return made with
        {
            Definitions =
            [
                .. made.Definitions.TakeWhile(definition => definition.Name is "stratify" or "duckdb"),
                (JobName, Hash(job.Text)),
                ($"people of {taken.Of.Name}", taken.Of.Key),
                .. plan.Schemes.Select(scheme => ($"{SchemePrefix}{scheme.Name}", scheme.DefinitionHash)),
                .. made.Definitions.SkipWhile(definition => definition.Name is "stratify" or "duckdb"),
            ],
        };
    }

    /// <summary>All that the rows of an extract depend on, beside the file and its profile.</summary>
    public string LandingContext(RunPlan plan) => string.Join('\n',
        [BuildHash, .. Definitions.Where(item => item.Name is "stratify" or "duckdb" or "opt-outs" or "dummy numbers" or "key").Select(item => $"{item.Name} {item.Hash}"), plan.Landing.MaxRejected.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>What lists say, each under what it is a list of.</summary>
    private static string Keyed(Job job)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, job.Key.Bytes);
        foreach (var list in job.OptOuts)
        {
            var bytes = File.ReadAllBytes(list.Path);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(list.Allows ? "allowed" : "opted out")}|{list.Pseudonymised}|{bytes.Length}|")));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HashExtract(ExtractFile file)
    {
        try
        {
            return HashFile(file.Path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new ExtractException([ProblemKinds.FileUnreadable.At(new Place(file.Name), "The file cannot be opened or read to its end.", "Look at its permissions, and whether it is a link to a file that has gone.")]);
        }
    }

    public static string HashFile(string path)
    {
        // Read in large steps: each of the usual ones is a call of the system for a few thousand bytes.
        using var stream = new FileStream(path, new FileStreamOptions { BufferSize = 1 << 20, Options = FileOptions.SequentialScan });
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The build of the engine itself, so that a changed rule is a new run.</summary>
    internal static string BuildHash { get; } = typeof(Fingerprint).Module.ModuleVersionId.ToString("N")[..12];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
