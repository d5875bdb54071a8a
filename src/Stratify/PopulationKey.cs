using System.Security.Cryptography;
using System.Text;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>
/// What the person-years of a run, and all that is measured of them without cohorts, depend on, as one hash: the extracts, all
/// definitions but schemes, the engine's build, and the job without what only later stations read. Comments and the order of keys in
/// the job are no difference. Whatever is not known to be of no account counts, so that a new key of the job is never overlooked.
/// </summary>
public static class PopulationKey
{
    public static string Of(Job job, Fingerprint fingerprint)
    {
        var lines = fingerprint.Inputs.Concat(fingerprint.OfPopulation().Definitions).Select(item => $"{item.Name} {item.Hash}").Append(Fingerprint.BuildHash).Append(Settings(job));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static string Settings(Job job) => Yaml.Parse(job.Text, job.File) is YamlMap map
        ? string.Join('\n', map.Entries.Where(entry => !Job.KeysOfSchemes.Contains(entry.Key.Value)).Select(entry => $"{Written(entry.Key)}: {Written(entry.Value)}").Order(StringComparer.Ordinal))
        : "";

    /// <summary>The order of lists counts; that of keys does not.</summary>
    private static string Written(YamlNode node) => node switch
    {
        YamlList list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Written(entry.Key)}: {Written(entry.Value)}").Order(StringComparer.Ordinal))}}}",
        YamlText { IsNull: true } => "null",
        YamlText text => $"\"{text.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => throw new InvalidOperationException($"A node of type {node.GetType().Name} cannot be written."),
    };
}
