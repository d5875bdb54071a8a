using System.Text.Json;

namespace Stratify.Problems;

/// <summary>Problems for programs: one object each, with <c>code</c>, <c>file</c>, <c>line</c>, <c>column</c>, <c>message</c> and <c>hint</c>.</summary>
public static class ProblemJson
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray(name);
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            if (problem.Place is { } place)
            {
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Line);
                json.WriteNumber("column", place.Column);
            }
            json.WriteString("message", problem.Message);
            json.WriteString("hint", problem.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static IReadOnlyList<Problem> Read(JsonElement problems) => [.. problems.EnumerateArray().Select(problem =>
        ProblemKinds.All.Single(kind => kind.Code == problem.GetProperty("code").GetString()).At(
            problem.TryGetProperty("file", out var file) ? new Place(file.GetString()!, problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()) : null,
            problem.GetProperty("message").GetString()!,
            problem.GetProperty("hint").GetString()!))];
}
