using System.Text;
using System.Text.Json;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify;

/// <summary>
/// <c>log.jsonl</c>: a line of JSON for each station when it is done and for each warning, written as it happens.
/// Counts and names only; no times, so that the same run leaves the same log.
/// </summary>
public sealed class RunLog(string folder) : IDisposable
{
    private readonly FileStream _file = File.Create(Path.Combine(folder, "log.jsonl"));

    public void Done(Stage station, IEnumerable<TableFact> tables) => Line(json =>
    {
        json.WriteString("station", station.Name);
        json.WriteStartObject("rows");
        foreach (var table in tables) { json.WriteNumber(table.Table, table.Rows); }
        json.WriteEndObject();
        json.WriteStartArray("laws_held");
        foreach (var law in station.Laws) { json.WriteStringValue(law.Name); }
        json.WriteEndArray();
    });

    /// <param name="run">The run whose population is taken up as it was.</param>
    public void TookUp(string run, IEnumerable<string> stations) => Line(json =>
    {
        json.WriteString("population_of", run);
        json.WriteStartArray("not_made_again");
        foreach (var station in stations) { json.WriteStringValue(station); }
        json.WriteEndArray();
    });

    public void Warned(Problem warning) => Line(json =>
    {
        json.WriteString("warning", warning.Code);
        json.WriteString("place", warning.Place?.ToString());
        json.WriteString("message", warning.Message);
    });

    public void Dispose() => _file.Dispose();

    private void Line(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_file))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        _file.Write(Encoding.UTF8.GetBytes("\n"));
        _file.Flush();
    }
}
