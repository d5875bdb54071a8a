using System.Text.Json;

namespace Stratify.Results;

/// <summary>A column of a table in a data package.</summary>
/// <param name="Unit">As the table of results has it; null where a column holds figures of several.</param>
public sealed record PackagedField(string Name, bool IsText, string Meaning, Unit? Unit = null);

/// <summary>A table in a data package.</summary>
/// <param name="Files">Where its rows are, in order, from the package's folder.</param>
public sealed record PackagedTable(ResultTable Table, IReadOnlyList<string> Files, IReadOnlyList<PackagedField> Fields);

/// <summary>Says what every column of a folder's tables means (Frictionless, tabular data package).</summary>
public static class DataPackage
{
    public const string FileName = "datapackage.json";

    /// <param name="properties">Writes what is to be said of the whole, beside its name.</param>
    public static void Write(string folder, string name, Action<Utf8JsonWriter> properties, IEnumerable<PackagedTable> tables)
    {
        using var stream = File.Create(Path.Combine(folder, FileName));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", name);
        properties(json);
        json.WriteStartArray("resources");
        foreach (var table in tables) { WriteTable(json, table); }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, PackagedTable it)
    {
        json.WriteStartObject();
        json.WriteString("name", it.Table.Name);
        if (it.Files is [var file]) { json.WriteString("path", file); }
        else { Texts(json, "path", it.Files); }
        json.WriteString("title", it.Table.Title);
        json.WriteNumber("labels_with_an_apostrophe_before", it.Table.Rows.Sum(row => row.Count(ResultFiles.IsEscaped)));
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in it.Fields) { WriteField(json, field); }
        json.WriteEndArray();
        Texts(json, "missingValues", [HiddenCell.Instance.Csv, NotApplicableCell.Instance.Csv]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, PackagedField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", field.IsText ? "string" : "number");
        json.WriteString("description", field.Meaning);
        if (field.Unit is { } unit) { json.WriteString("unit", unit.ToString().ToLowerInvariant()); }
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) { json.WriteStringValue(text); }
        json.WriteEndArray();
    }
}
