using System.Globalization;
using System.Text.Json;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Quality;
using Stratify.Settings;
using static Stratify.ManifestJson;

namespace Stratify;

/// <summary>What a run was made from, what it made, and how it went. Only <c>timings</c> differs between two runs of the same input.</summary>
public sealed record Manifest
{
    public const string FileName = "manifest.json";

    /// <summary>Raised when the file's shape changes.</summary>
    public const int Schema = 1;

    public required string RunId { get; init; }

    public required string Job { get; init; }

    public required IReadOnlyList<string> Years { get; init; }

    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Under which rules the records of people were used.</summary>
    public required Governance Governance { get; init; }

    /// <summary>How the people came to be.</summary>
    public required PopulationFacts People { get; init; }

    public required IReadOnlyList<TableFact> Tables { get; init; }

    public required IReadOnlyList<string> Laws { get; init; }

    /// <summary>Size and shape of the extracts, for the next run to be held against.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    /// <summary>Groupings of conditions, the release of each, and what of all that it looks at was not loaded.</summary>
    public required IReadOnlyList<(string Name, string Release, string Lacks)> Groupings { get; init; }

    /// <summary>Which figures may be used.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    public required IReadOnlyList<Problem> Warnings { get; init; }

    public required ExitCode ExitCode { get; init; }

    /// <summary>The day as of which the user had the run made; null for the day on which it was.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>When the run began, and how long each station took.</summary>
    public required (DateTimeOffset Began, IReadOnlyList<(string Stage, TimeSpan Took)> Stages) Timings { get; init; }

    /// <summary>The run whose people the job named in place of extracts; null where it has its own.</summary>
    public PeopleOfRun? PeopleOf { get; init; }

    /// <summary>Hashes of files that are known already, as they were laid down or taken up in this run; all others are hashed.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    /// <summary>The run whose population this one took up as it was; null when it was made again. It changes nothing that is published.</summary>
    public string? TakenUp { get; init; }

    /// <summary>Writes the manifest last, over the hashes of everything else in the folder.</summary>
    public void Write(string folder)
    {
        using var stream = File.Create(Path.Combine(folder, FileName));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("run_id", RunId);
        json.WriteString("job", Job);
        Strings(json, "years", Years);
        PeopleOf?.Write(json);
        Fingerprint.Write(json);
        Governance.Write(json);
        WriteLinkage(json, People.Linkage);
        People.Costing.Write(json);
        WriteTables(json, Tables);
        Strings(json, "laws", Laws);
        WriteFeeds(json, Feeds);
        WriteGroupings(json);
        WriteVerdicts(json);
        ProblemJson.Write(json, "warnings", Warnings);
        Pairs(json, "outputs", Hashes.Of(Files(folder), Known));
        json.WriteNumber("exit_code", (int)ExitCode);
        WriteTimings(json);
        json.WriteEndObject();
    }

    /// <summary>The files of a run's folder, the manifest aside, with their hashes, in ordinal order.</summary>
    public static IReadOnlyList<(string Name, string Hash)> Outputs(string folder) =>
        Hashes.Of(Files(folder));

    internal static IEnumerable<(string Name, string Path)> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
        // Lists of people are made after a run was published, by whoever may see people, and are no part of it.
        .Where(file => file.Name != FileName && !file.Name.StartsWith($"restricted/{RunFolder.Lists}/", StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>What is not as it was published; empty when the run is whole.</summary>
    public static IReadOnlyList<Problem> Verify(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) { return [ProblemKinds.VerifyFailed.At(new Place(path), "There is no manifest, so this is not a published run.")]; }
        if (Written(path) is not { } written) { return [ProblemKinds.VerifyFailed.At(new Place(path), "The manifest is not the one that was published: it cannot be read.")]; }
        var found = Outputs(folder).ToDictionary(file => file.Name, file => file.Hash);
        return
        [
            .. written.Where(file => !found.ContainsKey(file.Key)).Select(file => ProblemKinds.VerifyFailed.At(new Place(file.Key), "The file is missing.")),
            .. written.Where(file => found.TryGetValue(file.Key, out var hash) && hash != file.Value).Select(file => ProblemKinds.VerifyFailed.At(new Place(file.Key), "The file is not the one that was published.")),
            .. found.Keys.Where(file => !written.ContainsKey(file)).Order(StringComparer.Ordinal).Select(file => ProblemKinds.VerifyFailed.At(new Place(file), "The file was not part of the run.")),
        ];
    }

    /// <summary>What was said of a published run's extracts when it was made.</summary>
    public static IReadOnlyList<Problem> WarningsOf(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
        return ProblemJson.Read(manifest.RootElement.GetProperty("warnings"));
    }

    /// <summary>The extracts of a published run; none when it was published before they were noted, or its manifest is damaged.</summary>
    public static IReadOnlyList<Feed> FeedsOf(string folder)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return ManifestJson.FeedsOf(manifest.RootElement);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    /// <summary>By what a published run linked its records, and under which version of the tables' engine; null when it was published before that was noted, or its manifest is damaged.</summary>
    internal static (LinkageSettings Settings, string Engine)? LinkageOf(string folder)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return manifest.RootElement.TryGetProperty("linkage", out _) ? (ManifestJson.LinkageOf(manifest.RootElement), manifest.RootElement.GetProperty("definitions").GetProperty("duckdb").GetString()!) : null;
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The hashes of a manifest; null when it was damaged.</summary>
    private static Dictionary<string, string?>? Written(string path)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.GetProperty("outputs").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString());
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private void WriteGroupings(Utf8JsonWriter json)
    {
        json.WriteStartArray("groupings");
        foreach (var (name, release, lacks) in Groupings)
        {
            json.WriteStartObject();
            json.WriteString("grouping", name);
            json.WriteString("release", release);
            json.WriteBoolean("partial", lacks.Length > 0);
            json.WriteString("lacks", lacks);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteVerdicts(Utf8JsonWriter json)
    {
        json.WriteStartArray("verdicts");
        foreach (var verdict in Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("output", verdict.Output);
            json.WriteString("may_be_used", verdict.Use);
            Strings(json, "why", verdict.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteTimings(Utf8JsonWriter json)
    {
        json.WriteStartObject("timings");
        json.WriteString("began", Timings.Began);
        if (AsOf is { } day) { json.WriteString("as_of", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); }
        if (TakenUp is not null) { json.WriteString("population_of", TakenUp); }
        foreach (var (stage, took) in Timings.Stages) { json.WriteNumber($"{stage}_ms", (long)took.TotalMilliseconds); }
        json.WriteEndObject();
    }
}
