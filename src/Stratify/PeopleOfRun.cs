using System.Text.Json;

namespace Stratify;

/// <summary>The run whose extracts people were made from, as a run says it that took them up.</summary>
/// <param name="Name">The run's id; where only its folder <c>restricted</c> is at hand, which does not say it, the first digits of the key.</param>
/// <param name="Key">Of <see cref="PopulationKey"/>: the hash of all that people depend on.</param>
public sealed record PeopleOfRun(string Name, string Key)
{
    private const string Property = "people_of";

    /// <summary>In a sentence.</summary>
    public string Says => $"The people are those of the run {Name}, taken up as they were: extracts, opt-outs, linkage, prices and years are that run's, and so are their hashes in manifest.json.";

    /// <param name="folder">A run's folder, which may have taken the people up itself.</param>
    internal static PeopleOfRun Of(string folder, string key)
    {
        var unnamed = new PeopleOfRun($"with the key {key[..12]}", key);
        var path = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(path)) { return unnamed; }
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var of = manifest.RootElement.TryGetProperty(Property, out var before) ? before.GetProperty("run") : manifest.RootElement.GetProperty("run_id");
            return new PeopleOfRun(of.GetString()!, key);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return unnamed;
        }
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Property);
        json.WriteString("run", Name);
        json.WriteString("population", Key);
        json.WriteEndObject();
    }
}
