using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Releases;

/// <summary>What must be known of a published run to hold its figures against those of another.</summary>
/// <param name="Folder">The run's own folder.</param>
/// <param name="Data">Names everything but the schemes that the figures were made from: two runs with the same have the same true numbers of the same groups.</param>
/// <param name="Definitions">Hashes of extracts, prices, code lists and schemes, by name.</param>
public sealed record ReleasedRun(string Folder, string Id, string Job, IReadOnlyList<string> Years, string Data, IReadOnlyDictionary<string, string> Definitions)
{
    private const string Scheme = "scheme ";

    /// <exception cref="DefinitionException">It is no published run, or its manifest is damaged.</exception>
    /// <exception cref="BrokenLawException">Its files are not those that were published.</exception>
    public static ReleasedRun Open(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(path)) { throw RunFolder.NoRun(folder); }
        if (Manifest.Verify(folder) is { Count: > 0 } problems) { throw new BrokenLawException(problems); }
        return Read(path, folder);
    }

    /// <param name="path">A manifest, of the run or as it was kept.</param>
    internal static ReleasedRun Read(string path, string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = manifest.RootElement;
        var definitions = Pairs(root.GetProperty("inputs")).Select(input => ($"extract {input.Name}", input.Hash)).Concat(Pairs(root.GetProperty("definitions"))).ToDictionary(item => item.Item1, item => item.Hash, StringComparer.Ordinal);
        return new ReleasedRun(folder, root.GetProperty("run_id").GetString()!, root.GetProperty("job").GetString()!, [.. root.GetProperty("years").EnumerateArray().Select(year => year.GetString()!)], DataOf(definitions), definitions);
    }

    /// <summary>The hash of a scheme's definition; empty where the run has none of the name.</summary>
    public string SchemeHash(string scheme) => Definitions.GetValueOrDefault(Scheme + scheme, "");

    /// <summary>A cohort is the same group in two runs only where its scheme is defined alike, so the definition is part of the group's name.</summary>
    internal Results.Attack.Knowledge Knowledge(ResultSet results)
    {
        var knowledge = Results.Attack.Knowledge.Of(results);
        var schemes = Definitions.Keys.Where(name => name.StartsWith(Scheme, StringComparison.Ordinal)).Select(name => name[Scheme.Length..]).ToList();
        return new Results.Attack.Knowledge(knowledge.Rule, knowledge.Numbers.Values.Select(number => number with { Name = Named(number.Name) }).ToDictionary(number => number.Name, StringComparer.Ordinal),
            [.. knowledge.Wholes.Select(whole => new Results.Attack.Whole(Named(whole.Name), [.. whole.Parts.Select(Named)]))]);

        string Named(string name) => schemes.Find(scheme => name.Contains($"scheme {scheme},", StringComparison.Ordinal)) is { } scheme ? $"{name}, as {SchemeHash(scheme)}" : name;
    }

    /// <summary>The key names people otherwise and moves no number; what the job is called moves none either.</summary>
    private static string DataOf(Dictionary<string, string> definitions) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', definitions.Where(item => item.Key is not ("job" or "key") && !item.Key.StartsWith(Scheme, StringComparison.Ordinal)).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key} {item.Value}")))));

    private static IEnumerable<(string Name, string Hash)> Pairs(JsonElement pairs) => pairs.EnumerateObject().Select(pair => (pair.Name, pair.Value.GetString()!));
}
