using System.Text.Encodings.Web;
using System.Text.Json;
using Stratify.Problems;

namespace Stratify.Cli;

/// <summary>What a verb found, for the program that called: one object on standard output, and nothing else there.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static int Write(Terminal terminal, object found, ExitCode exitCode = ExitCode.Published)
    {
        var members = JsonSerializer.SerializeToNode(found, Options)!.AsObject();
        members.Add("exit_code", (int)exitCode);
        terminal.Out.WriteLine(members.ToJsonString(Options));
        return (int)exitCode;
    }

    /// <summary>Problems in the shape that the manifest has too.</summary>
    internal static JsonElement Of(IReadOnlyList<Problem> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            ProblemJson.Write(json, "problems", problems);
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.GetProperty("problems").Clone();
    }
}
