using System.Globalization;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Releases;

/// <summary>A release that left, as the ledger keeps it.</summary>
/// <param name="Folder">Holds the tables as they were released, the members of their cohorts and the true values: closed to other users.</param>
public sealed record Released(int Number, DateOnly Day, ReleasedRun Run, string Folder)
{
    public ResultSet Results() => PublishedResults.Read(Path.Combine(Folder, "tables"));

    public string Members => Path.Combine(Folder, ReleaseLedger.MembersFile);
}

/// <summary>
/// What has left so far, one folder a release, numbered from 1. It is what the next release is held against, so it must be kept as long as the releases are
/// about: whoever loses it can be told by two releases what neither tells alone.
/// </summary>
public sealed class ReleaseLedger
{
    internal const string MembersFile = "members.parquet";

    private const string Facts = "release.json";

    private readonly string _folder;

    private ReleaseLedger(string folder, IReadOnlyList<Released> all) => (_folder, All) = (folder, all);

    /// <summary>In the order in which they left.</summary>
    public IReadOnlyList<Released> All { get; }

    public int Next => All.Count == 0 ? 1 : All[^1].Number + 1;

    /// <exception cref="DefinitionException">An entry is damaged, so that the next release could not be held against it.</exception>
    public static ReleaseLedger Open(string folder) =>
        new(folder, Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Where(entry => int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out _)).Order(StringComparer.Ordinal).Select(Entry)] : []);

    /// <summary>An empty folder for the next release, closed to other users. What a release that failed left of it is gone.</summary>
    public string Stage()
    {
        RunFolder.Private(_folder);
        var stage = Path.Combine(_folder, Name(Next) + ".part");
        if (Directory.Exists(stage)) { Directory.Delete(stage, recursive: true); }
        RunFolder.Private(stage);
        return stage;
    }

    /// <summary>Enters the staged release, before the pack is there: a release that the ledger lacks could never be held against another.</summary>
    public Released Enter(string stage, DateOnly day, ReleasedRun run)
    {
        File.Copy(Path.Combine(run.Folder, Manifest.FileName), Path.Combine(stage, Manifest.FileName));
        File.WriteAllText(Path.Combine(stage, Facts), JsonSerializer.Serialize(new Dictionary<string, string> { ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["run"] = run.Id }) + "\n");
        var final = Path.Combine(_folder, Name(Next));
        Directory.Move(stage, final);
        return new Released(Next, day, run, final);
    }

    private static Released Entry(string folder)
    {
        try
        {
            using var facts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Facts)));
            return new Released(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), DateOnly.ParseExact(facts.RootElement.GetProperty("day").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ReleasedRun.Read(Path.Combine(folder, Manifest.FileName), folder), folder);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or FileNotFoundException)
        {
            throw new DefinitionException(ProblemKinds.ReleaseLedgerDamaged.At(new Place(folder), "What the ledger keeps of this release cannot be read, so the next one could not be held against it.", "Put the folder back as it was from a backup."));
        }
    }

    private static string Name(int number) => number.ToString("0000", CultureInfo.InvariantCulture);
}
