using System.Text.Json;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify;

/// <summary>
/// The population of a run at rest in its folder, so that a run with other schemes takes it up where cohorts begin: person-years, and
/// every table that a later station may read, as Parquet in <c>restricted/population</c>, with the files that were written beside them.
/// What the run published is thereby what the next one starts from; there is no second copy that could differ.
/// </summary>
/// <param name="Run">The run's folder, of which <c>restricted</c> is enough.</param>
/// <param name="Key">Of <see cref="PopulationKey"/>.</param>
/// <param name="Hashes">Of every file that is taken up, by its name in the run's folder.</param>
public sealed record RestingPopulation(string Run, string Key, PopulationFacts Facts, IReadOnlyDictionary<string, string> Hashes)
{
    private const string Folder = "population", Index = "population.json", Seal = "population.sha256", People = "person_year";

    /// <summary>The largest tables with their order: by what is alike in most rows first, which takes a fifth less room. They are read where they lie, for some people alone.</summary>
    private static readonly Dictionary<string, string> _large = new() { ["person_care"] = "year, setting, activity, provider, person_key, month", ["person_year_payer"] = "year, setting, payer, person_key" };

    /// <summary>Tables of single events, records and working steps: nothing reads them once the population is measured.</summary>
    private static readonly string[] _letGo =
    [
        "event", "linked_event", "person_link", "coverage_link", "costed_event", "event_outcome", "coded_fact", "episode", "spell", "episode_discharge", "provider_factor", "control_total",
        "register_entry", "register_place", "registration", "registered_elsewhere", "registered_year", "register_repeat", "register_change", "person", "person_age", "shared_number", "number_change",
        "coded_person", "code_form", "matched_code", "listed_code", "list_record", "medicine_count", "condition_record", "person_grouping",
        "person_year_activity", "stay_year", "admission", "admission_condition", "listed_admission", "stay_frailty", "stay_fact", "opportunity_part", "opportunity_hrg", "opportunity_admission", "readmission", "continuous_stay", "person_year_admission", "year_in_hospital", "person_year_cost", "last_year", "person_year_dictionary", "person_band", "place_stratum", "model_prediction", "cost_place", "person_coordination",
        "reject", "superseded_row",
    ];

    /// <summary>What describes the comparison with the run before, which is another one when the population is taken up.</summary>
    private static readonly ProblemKind[] _ofTheRunBefore = [ProblemKinds.FeedSize, ProblemKinds.ColumnAdded];

    public required IReadOnlyList<TableFact> Tables { get; init; }

    public required IReadOnlyList<Feed> Feeds { get; init; }

    /// <summary>What was said of the extracts and of their costing.</summary>
    public required IReadOnlyList<Problem> Notices { get; init; }

    /// <summary>The id of the run that it was taken from.</summary>
    public string Id => Path.GetFileName(Run);

    /// <summary>Lays the population down in a run's own folder, where its other restricted files are already, and lets go of what nothing reads any more.</summary>
    /// <param name="key">Of <see cref="PopulationKey"/>.</param>
    internal static RestingPopulation LayDown(Warehouse warehouse, string run, string key, PopulationFacts facts, (IReadOnlyList<TableFact> Tables, IReadOnlyList<Feed> Feeds, IReadOnlyList<Problem> Notices) made)
    {
        warehouse.Drop(_letGo);
        Directory.CreateDirectory(FolderOf(run));
        RefuseWide(warehouse);
        foreach (var table in Names(warehouse))
        {
            // The person-years are in restricted already; here is only the order of the register, by which ties are broken, row for row as they are there.
            var rows = table == People ? $"select person_key, person_id, year from {People} order by person_id, year" : $"select * from {table} order by {_large.GetValueOrDefault(table, "all")}";
            warehouse.Execute($"copy ({rows}) to {FileOf(run, table)} (format parquet, compression zstd)");
        }
        var hashes = Stratify.Hashes.Of(Files(run));
        var resting = new RestingPopulation(run, key, facts, hashes.ToDictionary(file => file.Name, file => file.Hash))
        {
            Tables = made.Tables,
            Feeds = made.Feeds,
            Notices = [.. made.Notices.Where(notice => !_ofTheRunBefore.Contains(notice.Kind))],
        };
        resting.WriteIndex();
        return resting;
    }

    private void WriteIndex()
    {
        var index = Path.Combine(FolderOf(Run), Index);
        using (var stream = File.Create(index))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("population", Key);
            json.WriteString("build", Fingerprint.BuildHash);
            Facts.Write(json);
            ManifestJson.WriteTables(json, Tables);
            ManifestJson.WriteFeeds(json, Feeds);
            ProblemJson.Write(json, "notices", Notices);
            ManifestJson.Pairs(json, "files", [.. Hashes.Select(file => (file.Key, file.Value)).OrderBy(file => file.Key, StringComparer.Ordinal)]);
            json.WriteEndObject();
        }
        // As sha256sum writes it, so that a copy can be checked by hand: the index holds the hashes of all the others.
        File.WriteAllText(Path.Combine(FolderOf(Run), Seal), $"{Fingerprint.HashFile(index)}  {Index}\n");
    }

    /// <summary>The population of a published run, if it is the one that is wanted and no file of it has changed since.</summary>
    public static RestingPopulation? Find(string run, string key)
    {
        var problems = new List<Problem>();
        return Open(run, null, problems) is { } resting && resting.Key == key && resting.Changed(null).Count == 0 ? resting : null;
    }

    /// <summary>What a run's index tells, held against its own hash; of the other files nothing is read yet.</summary>
    /// <param name="place">Where the run was named.</param>
    /// <returns>Null, with a problem, where there is none that this build can take up.</returns>
    internal static RestingPopulation? Open(string run, Place? place, List<Problem> problems)
    {
        RestingPopulation? Refused(string message, string hint = "Ask whoever ran the job for the folder 'restricted' as it was published, or run the job again.")
        {
            problems.Add(ProblemKinds.PopulationWrong.At(place, message, hint));
            return null;
        }

        try
        {
            var index = Path.Combine(FolderOf(run), Index);
            if (!File.Exists(index) || !File.Exists(Path.Combine(FolderOf(run), Seal))) { return Refused("There are no people of a run here: restricted/population is not there, is closed to you, or is of an older version."); }
            if (File.ReadAllText(Path.Combine(FolderOf(run), Seal)) != $"{Fingerprint.HashFile(index)}  {Index}\n") { return Refused($"restricted/{Folder}/{Index} is not as the run left it."); }
            using var whole = JsonDocument.Parse(File.ReadAllBytes(index));
            return whole.RootElement.GetProperty("build").GetString() == Fingerprint.BuildHash
                ? Read(run, whole.RootElement)
                : Refused("The people were made by another build of Stratify, whose tables may mean something else.", "Run the job again with this build, or use the build that made them.");
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            return Refused("The people of the run cannot be read: a file is missing, or its folder 'restricted' is closed to you.");
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Refused($"restricted/{Folder}/{Index} cannot be understood.");
        }
    }

    private static RestingPopulation Read(string run, JsonElement json) => new(run, json.GetProperty("population").GetString()!, PopulationFacts.Read(json), ManifestJson.PairsOf(json, "files").ToDictionary(file => file.Name, file => file.Value))
    {
        Tables = ManifestJson.TablesOf(json),
        Feeds = ManifestJson.FeedsOf(json),
        Notices = ProblemJson.Read(json.GetProperty("notices")),
    };

    /// <summary>Files that are missing, are not as the run left them, or were never part of it; empty when the people can be taken up.</summary>
    /// <param name="place">Where the run was named.</param>
    internal IReadOnlyList<Problem> Changed(Place? place)
    {
        try
        {
            var found = Stratify.Hashes.Of(Files(Run)).ToDictionary(file => file.Name, file => file.Hash);
            return
            [
                .. Hashes.Keys.Union(found.Keys).Where(file => Hashes.GetValueOrDefault(file) != found.GetValueOrDefault(file)).Order(StringComparer.Ordinal).Select(file => ProblemKinds.PopulationWrong.At(place,
                    $"{file} {(!found.ContainsKey(file) ? "is missing" : Hashes.ContainsKey(file) ? "is not as the run left it" : "was not part of the run")}.", "The people are taken up whole or not at all: copy the folder 'restricted' again as it was published.")),
            ];
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            return [ProblemKinds.PopulationWrong.At(place, "A file of the run's people cannot be read.", "Look at the permissions of its folder 'restricted'.")];
        }
    }

    /// <summary>Itself, once every file has been held against its hash.</summary>
    /// <exception cref="DefinitionException">A file has changed, is missing, or was never part of it.</exception>
    internal RestingPopulation Whole(Place place) => Changed(place) is { Count: > 0 } changed ? throw new DefinitionException(changed) : this;

    /// <summary>Lays the files into the folder of the run that takes the population up, and makes the tables again.</summary>
    internal void TakeUp(Warehouse warehouse, string run)
    {
        foreach (var name in Hashes.Keys.Concat([$"restricted/{Folder}/{Index}", $"restricted/{Folder}/{Seal}"]))
        {
            var to = Path.Combine(run, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(Run, name), to);
        }
        MakeTables(warehouse, run, _ => true);
        RestrictedOutput.WriteLedger(warehouse, run);
    }

    /// <summary>Whether a run's population is there, and open to whoever asks.</summary>
    public static bool IsThere(string run)
    {
        try { return File.Exists(Path.Combine(FolderOf(run), Index)); }
        catch (UnauthorizedAccessException) { return false; }
    }

    /// <summary>The run whose extracts the people were made from.</summary>
    public PeopleOfRun Of => PeopleOfRun.Of(Run, Key);

    /// <summary>
    /// Makes tables of a run's population again. The person-years are a view of their file: of some two hundred columns, a scheme and what is
    /// measured of it read a few, and a file is unpacked by the column. Their keys lie beside them in the same order. So are their care and
    /// who paid for it, which are read for a few cohorts alone.
    /// </summary>
    /// <param name="some">Which, by name.</param>
    public static void MakeTables(Warehouse warehouse, string run, Func<string, bool> some)
    {
        foreach (var path in Directory.EnumerateFiles(FolderOf(run), "*.parquet").Order(StringComparer.Ordinal))
        {
            var table = Path.GetFileNameWithoutExtension(path);
            if (!some(table)) { continue; }
            if (table == People) { ViewPeople(warehouse, run); }
            else if (_large.ContainsKey(table)) { warehouse.Execute($"create view {table} as select * from read_parquet({FileOf(run, table)})"); }
            else { warehouse.Execute($"create table {table} as select * from read_parquet({FileOf(run, table)})"); }
        }
    }

    private static void ViewPeople(Warehouse warehouse, string run)
    {
        warehouse.Execute($"create table person_year_key as select person_key, file_row_number from read_parquet({FileOf(run, People)}, file_row_number = true)");
        warehouse.Execute($"""
            create view {People} as
            select person_key, whole.* exclude (file_row_number)
            from read_parquet({LinkHistory.Quoted(Path.Combine(run, "restricted", $"{People}.parquet"))}, file_row_number = true) as whole
            join person_year_key using (file_row_number)
            """);
    }

    /// <summary>How much the people of a run are, as text.</summary>
    internal static long Bytes(string run) => FileSizes.AsText(Directory.EnumerateFiles(FolderOf(run), "*.parquet").Append(Path.Combine(run, "restricted", $"{People}.parquet")));

    private static string FolderOf(string run) => Path.Combine(run, "restricted", Folder);

    private static string FileOf(string run, string table) => LinkHistory.Quoted(Path.Combine(FolderOf(run), $"{table}.parquet"));

    /// <summary>All that was in a run's restricted folder when its population was laid down, but the index itself.</summary>
    private static IEnumerable<(string Name, string Path)> Files(string run) => Manifest.Files(Path.Combine(run, "restricted"))
        .Where(file => !_notTakenUp.Contains(file.Name) && !_foldersNotTakenUp.Exists(folder => file.Name.StartsWith($"{folder}/", StringComparison.Ordinal)))
        .Select(file => ($"restricted/{file.Name}", file.Path));

    private static readonly string[] _notTakenUp = ["cohort_member.parquet", LinkChanges.FileName, $"{Folder}/{Index}", $"{Folder}/{Seal}"];

    /// <summary>Working files, true values of the results, which every run makes of its own cohorts, and lists of people that were made after it.</summary>
    private static readonly List<string> _foldersNotTakenUp = ["work", ResultFiles.Exact, RunFolder.Lists];

    private static List<string> Names(Warehouse warehouse) =>
        [.. warehouse.Query("select table_name from information_schema.tables where table_schema = 'main' and table_type = 'BASE TABLE' order by table_name").Rows.Select(row => (string)row[0]!)];

    /// <summary>Parquet has no whole number of 128 bits: it would come back as a double.</summary>
    private static void RefuseWide(Warehouse warehouse)
    {
        // Asked once of all tables: to ask the catalogue costs a small run more than to lay a table down.
        var wide = warehouse.Query("select column_name, columns.table_name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'main' and table_type = 'BASE TABLE' and data_type in ('HUGEINT', 'UHUGEINT') order by all");
        if (wide.Count > 0) { throw new InvalidOperationException($"Column {wide.Rows[0][0]} of table {wide.Rows[0][1]} is a hugeint, which does not rest: cast it to bigint."); }
    }
}
