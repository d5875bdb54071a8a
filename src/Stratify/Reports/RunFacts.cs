using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stratify.Reports;

/// <summary>What the report says of the run itself, beside its results.</summary>
public sealed record RunFacts
{
    public required string Job { get; init; }

    /// <summary>The places whose people they are, such as neighbourhood Yeovil; empty for everybody of the register.</summary>
    public string Only { get; init; } = "";

    /// <summary>The years of the run; the report shows the last.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>The last day of the period: the report's date, for a clock would make each run another file.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required string Prices { get; init; }

    /// <summary>How care that lasts is put into years, in a sentence.</summary>
    public string Windows { get; init; } = "";

    /// <summary>Who pays where nothing else is told, in a sentence.</summary>
    public string Payers { get; init; } = "";

    public required long Seed { get; init; }

    public required string Version { get; init; }

    /// <summary>Job, profiles, schemes, prices and code lists, with the beginning of their hashes.</summary>
    public required IReadOnlyList<(string Name, string Hash)> Definitions { get; init; }

    /// <summary>Titles of all datasets, by name.</summary>
    public required IReadOnlyDictionary<string, string> Datasets { get; init; }

    /// <summary>Titles of datasets that the job has no extract for.</summary>
    public required IReadOnlyList<string> MissingDatasets { get; init; }

    /// <summary>Sources and status of the schemes, as their files state them.</summary>
    public required IReadOnlyList<(string Title, string Source, string Status)> Schemes { get; init; }

    public required int Laws { get; init; }

    /// <summary>The rule for small numbers, in a sentence.</summary>
    public required string Disclosure { get; init; }

    /// <summary>Under which rules the records of people were used, in sentences.</summary>
    public IReadOnlyList<string> Governance { get; init; } = [];

    /// <summary>What cost means and what it rests on, in sentences; the first is for every reader.</summary>
    public IReadOnlyList<string> Costing { get; init; } = [];

    /// <summary>Which rules say what is in scope, and which are not applied and why, in sentences.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>Of which run the people are, in a sentence, where they were taken up from another; empty for the run's own.</summary>
    public string PeopleOf { get; init; } = "";

    /// <summary>What is to be said of how cohorts were come by: that none were found, or hold nobody.</summary>
    public IReadOnlyList<string> CohortNotices { get; init; } = [];

    /// <summary>Whether the job names the cohorts that are shown up close: they are printed then, wherever they are from.</summary>
    public bool NamesCohorts { get; init; }

    [JsonIgnore]
    public string Year => Years[^1];

    /// <summary>The job's name as a place is written: <c>south-somerset</c> is South Somerset.</summary>
    [JsonIgnore]
    public string Place => string.Join(' ', Job.Split('-', ' ').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + (Only.Length > 0 ? $" ({Only})" : "");

    /// <summary>Stands under each picture that is a file of its own.</summary>
    [JsonIgnore]
    public string Source => $"Source: linked extracts of {Place}, {Year}; prices {Prices}. Made by Stratify {Version}.";

    /// <summary>The name of the file that keeps them beside a run's tables, so that its report can be made again.</summary>
    public const string FileName = "report_facts.json";

    private static readonly JsonSerializerOptions _format = new() { IncludeFields = true, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, _format) + "\n");

    /// <returns>Null where the file is not one that this version wrote.</returns>
    public static RunFacts? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFacts>(File.ReadAllBytes(path), _format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
