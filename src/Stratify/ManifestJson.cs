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
}
