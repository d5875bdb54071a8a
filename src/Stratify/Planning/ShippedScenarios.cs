using System.Text;

namespace Stratify.Planning;

/// <summary>Worked examples of scenarios, to start from.</summary>
public static class ShippedScenarios
{
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ShippedScenarios).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("scenarios/", StringComparison.Ordinal)).Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal)];

    /// <summary>Null where there is none of the name.</summary>
    public static string? Text(string name)
    {
        if (!Names.Contains(name)) { return null; }
        using var reader = new StreamReader(typeof(ShippedScenarios).Assembly.GetManifestResourceStream($"scenarios/{name}.yml")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
