using System.Globalization;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>Under which rules a run used records of people, as its manifest and its report say it. How many were withheld only the ledger says.</summary>
/// <param name="KeyId">Of the key by which pseudonyms were made.</param>
/// <param name="Purpose">Of that key; empty where it has one alone.</param>
public sealed record Governance(string KeyId, string Purpose)
{
    private const string Property = "governance";

    public bool IsKeyPublic { get; private init; }

    public string? LegalBasis { get; internal init; }

    /// <summary>The lists that were applied.</summary>
    public IReadOnlyList<OptOutList> Lists { get; private init; } = [];

    internal static Governance Of(Job job, RunPlan plan) => plan.TakesUp is { } taken ? taken.Facts.Governance with { LegalBasis = job.LegalBasis } : new(plan.Landing.Pseudonyms.KeyId, job.Key.Purpose) { IsKeyPublic = job.Key.IsPublic, LegalBasis = job.LegalBasis, Lists = job.OptOuts };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Property);
        json.WriteString("key_id", KeyId);
        if (Purpose.Length > 0) { json.WriteString("key_purpose", Purpose); }
        json.WriteBoolean("key_is_public", IsKeyPublic);
        json.WriteString("legal_basis", LegalBasis);
        json.WriteStartArray("opt_out");
        foreach (var list in Lists)
        {
            json.WriteStartObject();
            json.WriteString(list.Allows ? "allowed" : "file", list.Name);
            json.WriteString("dated", list.Dated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("max_age_days", list.MaxAgeDays);
            if (list.Pseudonymised is not null) { json.WriteString("pseudonymised", list.Pseudonymised); }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    internal static Governance Read(JsonElement whole)
    {
        var json = whole.GetProperty(Property);
        return new(json.GetProperty("key_id").GetString()!, json.TryGetProperty("key_purpose", out var purpose) ? purpose.GetString()! : "")
        {
            IsKeyPublic = json.GetProperty("key_is_public").GetBoolean(),
            LegalBasis = json.GetProperty("legal_basis").GetString(),
            Lists = [.. json.GetProperty("opt_out").EnumerateArray().Select(ListOf)],
        };
    }

    private static OptOutList ListOf(JsonElement json)
    {
        var allows = json.TryGetProperty("allowed", out var name);
        return new OptOutList((allows ? name : json.GetProperty("file")).GetString()!, "", new Place("population.json"))
        {
            Allows = allows,
            Dated = json.GetProperty("dated").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            MaxAgeDays = json.GetProperty("max_age_days").GetInt32(),
            Pseudonymised = json.TryGetProperty("pseudonymised", out var key) ? key.GetString() : null,
        };
    }

    /// <summary>The id of the key of a published run; null when it was published before keys had one, or its manifest is damaged.</summary>
    /// <param name="folder">The run's own folder.</param>
    internal static string? KeyIdOf(string folder)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
            return manifest.RootElement.TryGetProperty(Property, out var governance) ? governance.GetProperty("key_id").GetString() : null;
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>In sentences, for the report.</summary>
    internal IEnumerable<string> Says()
    {
        yield return $"Legal basis: {(LegalBasis is { } basis ? basis.TrimEnd('.') : IsKeyPublic ? "none is needed, for everybody here is invented" : "the job states none")}.";
        yield return Lists.Count == 0 ? "Opt-outs: the job names no list."
            : $"Opt-outs: rows were withheld before records were linked, by {string.Join(" and by ", Lists.Select(Says))}.";
        if (IsKeyPublic) { yield return "Pseudonyms: they were made with a key that is no secret, as befits people who are invented."; }
    }

    private static string Says(OptOutList list) =>
        $"a list of those {(list.Allows ? "whose records may be used" : "who said no")}{(list.Dated is { } day ? string.Create(CultureInfo.InvariantCulture, $" of {day:d MMMM yyyy}") : ", which has no date")}";
}
