using System.Text.Json;
using Stratify.Landing;
using Stratify.Settings;

namespace Stratify;

/// <summary>Shapes that the parts of a manifest share.</summary>
internal static class ManifestJson
{
    internal static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) { json.WriteStringValue(value); }
        json.WriteEndArray();
    }

    internal static void Pairs(Utf8JsonWriter json, string name, IReadOnlyList<(string Name, string Value)> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in pairs) { json.WriteString(key, value); }
        json.WriteEndObject();
    }

    internal static IReadOnlyList<string> StringsOf(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];

    internal static IReadOnlyList<(string Name, string Value)> PairsOf(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateObject().Select(pair => (pair.Name, pair.Value.GetString()!))];

    internal static void WriteTables(Utf8JsonWriter json, IReadOnlyList<TableFact> tables)
    {
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("stage", table.Stage);
            json.WriteString("table", table.Table);
            Strings(json, "grain", table.Grain);
            json.WriteNumber("rows", table.Rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What <see cref="WriteTables"/> wrote.</summary>
    internal static IReadOnlyList<TableFact> TablesOf(JsonElement json) => [.. json.GetProperty("tables").EnumerateArray().Select(table => new TableFact(
        table.GetProperty("stage").GetString()!, table.GetProperty("table").GetString()!, [.. table.GetProperty("grain").EnumerateArray().Select(column => column.GetString()!)], table.GetProperty("rows").GetInt64()))];

    internal static void WriteFeeds(Utf8JsonWriter json, IReadOnlyList<Feed> feeds)
    {
        json.WriteStartArray("feeds");
        foreach (var feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("feed", feed.Name);
            json.WriteNumber("rows", feed.Rows);
            Pairs(json, "columns", feed.Columns);
            Strings(json, "unread", feed.Unread);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What <see cref="WriteFeeds"/> wrote; none where it was written before there were any.</summary>
    internal static IReadOnlyList<Feed> FeedsOf(JsonElement json) => json.TryGetProperty("feeds", out var feeds)
        ? [.. feeds.EnumerateArray().Select(feed => new Feed(feed.GetProperty("feed").GetString()!, feed.GetProperty("rows").GetInt64(), PairsOf(feed, "columns"), StringsOf(feed, "unread")))]
        : [];

    internal static void WriteLinkage(Utf8JsonWriter json, LinkageSettings linkage)
    {
        json.WriteStartObject("linkage");
        Strings(json, "rules", [.. linkage.Rules.Order(StringComparer.Ordinal)]);
        json.WriteBoolean("probabilistic", linkage.Probabilistic);
        json.WriteNumber("threshold", linkage.Threshold);
        json.WriteNumber("coverage", linkage.Coverage);
        json.WriteEndObject();
    }

    /// <summary>What <see cref="WriteLinkage"/> wrote.</summary>
    internal static LinkageSettings LinkageOf(JsonElement json)
    {
        var linkage = json.GetProperty("linkage");
        return new LinkageSettings
        {
            Rules = StringsOf(linkage, "rules"),
            Probabilistic = linkage.GetProperty("probabilistic").GetBoolean(),
            Threshold = linkage.GetProperty("threshold").GetDouble(),
            Coverage = linkage.GetProperty("coverage").GetDouble(),
        };
    }
}
