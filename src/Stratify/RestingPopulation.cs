using System.Text.Json;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify;

/// <summary>
/// The population of a run at rest in its folder, so that a run with other schemes takes it up where cohorts begin: person-years, and
/// every table that a later station may read, as Parquet in <c>restricted/population</c>, with the files that were written beside them.
/// What the run published is thereby what the next one starts from; there is no second copy that could differ.
/// </summary>
public sealed record RestingPopulation(string Run, IReadOnlyList<TableFact> Tables, IReadOnlyList<Feed> Feeds, IReadOnlyList<Problem> Notices)
{
    private const string Folder = "population", Index = "population.json", People = "person_year";

    /// <summary>Tables of single events, records and working steps: nothing reads them once the population is measured.</summary>
    private static readonly string[] _letGo =
    [
        "event", "linked_event", "person_link", "coverage_link", "costed_event", "event_outcome", "coded_fact", "episode", "spell", "episode_discharge", "provider_factor", "control_total",
        "register_entry", "register_place", "registration", "registered_year", "register_repeat", "register_change", "person", "person_age", "shared_number", "number_change",
        "coded_person", "code_form", "matched_code", "listed_code", "list_record", "medicine_count", "condition_record", "person_grouping",
        "person_year_activity", "stay_year", "admission", "listed_admission", "readmission", "continuous_stay", "person_year_admission", "year_in_hospital", "person_year_payer", "person_year_cost", "last_year", "person_year_dictionary", "person_band",
        "reject", "superseded_row",
    ];

    /// <summary>What describes the comparison with the run before, which is another one when the population is taken up.</summary>
    private static readonly ProblemKind[] _ofTheRunBefore = [ProblemKinds.FeedSize, ProblemKinds.ColumnAdded];

    /// <summary>The id of the run that it was taken from.</summary>
    public string Id => Path.GetFileName(Run);

    /// <summary>Lays the population down in a run's own folder, where its other restricted files are already, and lets go of what nothing reads any more.</summary>
    /// <param name="key">Of <see cref="PopulationKey"/>.</param>
    public static void LayDown(Warehouse warehouse, string run, string key, IReadOnlyList<TableFact> made, IReadOnlyList<Problem> notices)
    {
        warehouse.Drop(_letGo);
        Directory.CreateDirectory(FolderOf(run));
        foreach (var table in Names(warehouse))
        {
            RefuseWide(warehouse, table);
            // The person-years are in restricted already; here is only the order of the register, by which ties are broken.
            var rows = table == People ? $"select person_key, person_id, year from {People} order by person_key, year" : $"select * from {table} order by all";
            warehouse.Execute($"copy ({rows}) to {FileOf(run, table)} (format parquet, compression zstd)");
        }
        using var stream = File.Create(Path.Combine(FolderOf(run), Index));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("population", key);
        ManifestJson.WriteTables(json, made);
        ProblemJson.Write(json, "notices", [.. notices.Where(notice => !_ofTheRunBefore.Contains(notice.Kind))]);
        json.WriteEndObject();
    }

    /// <summary>The population of a published run, if it is the one that is wanted and no file of it has changed since.</summary>
    public static RestingPopulation? Find(string run, string key)
    {
        try
        {
            using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FolderOf(run), Index)));
            return index.RootElement.GetProperty("population").GetString() == key && Manifest.IsAsPublished(run, IsTakenUp)
                ? new RestingPopulation(run, ManifestJson.TablesOf(index.RootElement), Manifest.FeedsOf(run), ProblemJson.Read(index.RootElement.GetProperty("notices")))
                : null;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Lays the files into the folder of the run that takes the population up, and makes the tables again.</summary>
    public void TakeUp(Warehouse warehouse, string run)
    {
        foreach (var (name, path) in Manifest.Files(Run).Where(file => IsTakenUp(file.Name)))
        {
            var to = Path.Combine(run, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
        MakeTables(warehouse, Run, _ => true);
    }

    /// <summary>Whether a run's population is there, and open to whoever asks.</summary>
    public static bool IsThere(string run)
    {
        try { return File.Exists(Path.Combine(FolderOf(run), Index)); }
        catch (UnauthorizedAccessException) { return false; }
    }

    /// <summary>Makes tables of a run's population again.</summary>
    /// <param name="some">Which, by name.</param>
    public static void MakeTables(Warehouse warehouse, string run, Func<string, bool> some)
    {
        foreach (var path in Directory.EnumerateFiles(FolderOf(run), "*.parquet").Order(StringComparer.Ordinal))
        {
            var table = Path.GetFileNameWithoutExtension(path);
            if (!some(table)) { continue; }
            warehouse.Execute(table == People
                ? $"create table {People} as select person_key, whole.* from read_parquet({LinkHistory.Quoted(Path.Combine(run, "restricted", $"{People}.parquet"))}) as whole join read_parquet({FileOf(run, table)}) using (person_id, year) order by person_key, year"
                : $"create table {table} as select * from read_parquet({FileOf(run, table)})");
        }
    }

    private static string FolderOf(string run) => Path.Combine(run, "restricted", Folder);

    private static string FileOf(string run, string table) => LinkHistory.Quoted(Path.Combine(FolderOf(run), $"{table}.parquet"));

    /// <summary>All that was in a run's folder when its population was laid down.</summary>
    private static bool IsTakenUp(string file) =>
        file == "ledger.csv" || (file.StartsWith("restricted/", StringComparison.Ordinal) && file != "restricted/cohort_member.parquet" && file != $"restricted/{LinkChanges.FileName}");

    private static List<string> Names(Warehouse warehouse) =>
        [.. warehouse.Query("select table_name from information_schema.tables where table_schema = 'main' and table_type = 'BASE TABLE' order by table_name").Rows.Select(row => (string)row[0]!)];

    /// <summary>Parquet has no whole number of 128 bits: it would come back as a double.</summary>
    private static void RefuseWide(Warehouse warehouse, string table)
    {
        var wide = warehouse.Query("select column_name from information_schema.columns where table_schema = 'main' and table_name = $1 and data_type in ('HUGEINT', 'UHUGEINT')", table);
        if (wide.Count > 0) { throw new InvalidOperationException($"Column {wide.Rows[0][0]} of table {table} is a hugeint, which does not rest: cast it to bigint."); }
    }
}
