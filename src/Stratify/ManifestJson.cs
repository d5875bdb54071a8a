using System.Text.Json;

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
}
