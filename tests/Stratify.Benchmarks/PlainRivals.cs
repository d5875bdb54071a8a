using System.Diagnostics;
using System.Globalization;
using Stratify.DuckDb;

namespace Stratify.Benchmarks;

/// <summary>The plain part of the task, by hand: read, one row a key, price by key, one row a person, Parquet. Both rivals do no check at all.</summary>
internal static class PlainRivals
{
    internal const string DuckDb = "plain, DuckDB", Polars = "plain, Polars";

    internal const string DuckDbFile = "plain-duckdb.parquet", PolarsFile = "plain-polars.parquet";

    private const string PolarsVersion = "0.26.1";

    /// <summary>The same library as ours runs on, with its own reader of CSV.</summary>
    internal static long ExecuteDuckDb(string folder, int threads, string memory)
    {
        var settings = new Dictionary<string, string> { ["temp_directory"] = Path.Combine(folder, "spill"), ["file_search_path"] = folder };
        if (threads > 0) { settings["threads"] = threads.ToString(CultureInfo.InvariantCulture); }
        if (memory.Length > 0) { settings["memory_limit"] = memory; }
        using var database = new DuckDatabase(":memory:", settings);
        using var connection = database.Connect();
        var sql = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plain.sql")).Replace("to 'plain-duckdb.parquet'", $"to '{Path.Combine(folder, DuckDbFile)}'", StringComparison.Ordinal);
        connection.Query(sql).Dispose();
        return Count(connection, "select count(*) from person_year");
    }

    /// <summary>Polars for Node, fetched once into the machine's temporary folder with npm. Nothing else of this repository knows it.</summary>
    internal static string FetchPolars()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"stratify-benchmark-polars-{PolarsVersion}");
        if (Directory.Exists(Path.Combine(folder, "node_modules"))) { return folder; }
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        // The library of this system is named beside it: npm leaves it out of what is optional where Node is older than it was tried with.
        var native = $"nodejs-polars-linux-{(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}-gnu";
        Output("npm", folder, "install", "--no-audit", "--no-fund", "--loglevel=error", $"nodejs-polars@{PolarsVersion}", $"{native}@{PolarsVersion}");
        return folder;
    }

    internal static Measurement MeasurePolars(string folder, string modules, int threads) =>
        Measurement.Parse(Output("node", folder, threads, Path.Combine(AppContext.BaseDirectory, "plain.mjs"), folder, modules).Trim());

    /// <summary>In words, how far every person's year is the same as ours: activity by its counts and cost by setting, to the penny.</summary>
    /// <param name="file">The rival's table; null to say only what ours comes to.</param>
    internal static string Compare(string folder, string rival, string? file)
    {
        using var database = new DuckDatabase(":memory:", new Dictionary<string, string>());
        using var connection = database.Connect();
        var ours = $"read_parquet('{OursOf(folder)}')";
        if (file is null) { return string.Create(CultureInfo.InvariantCulture, $"Ours: {Count(connection, $"select count(*) from {ours}"):N0} person-years, {Count(connection, $"select sum(cost)::bigint from {ours}") / 100m:N2} pounds."); }
        // Numbers and pseudonyms stand in no order that both share, so people are matched by the pseudonym of the number.
        var pseudonyms = Planner.Plan(Planner.Read(Path.Combine(folder, "stratify.yml"))).Landing.Pseudonyms;
        using (var names = new StreamWriter(Path.Combine(folder, "names.csv")))
        {
            using var numbers = connection.Query($"select nhs_number::bigint from read_parquet('{Path.Combine(folder, file)}')");
            while (numbers.Read() is { } chunk)
            {
                using (chunk)
                {
                    foreach (var number in chunk.Column(0).Values<long>()[..chunk.Rows]) { names.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number},{pseudonyms.OfNumber(number)}")); }
                }
            }
        }
        string[] compared = ["gp_appointments", "admissions", "bed_days", "community_contacts", "mental_health_contacts", "cost_primary_care", "cost_inpatient", "cost_community", "cost_mental_health", "cost_social_care", "cost"];
        var matched = $"""
            from {ours} as ours
            full join (
                select * from read_parquet('{Path.Combine(folder, file)}')
                join read_csv('{Path.Combine(folder, "names.csv")}', header = false, columns = {"{"}nhs_number: 'bigint', person_id: 'varchar'{"}"}) using (nhs_number)
            ) as plain using (person_id)
            """;
        var differ = string.Join(" or ", compared.Select(column => $"ours.{column} is distinct from plain.{column}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{rival}: {Count(connection, $"select count(*) {matched}"):N0} person-years, {Count(connection, $"select sum(plain.cost)::bigint {matched}") / 100m:N2} pounds; {Count(connection, $"select count(*) {matched} where {differ}"):N0} differ from ours in {compared.Length} figures.");
    }

    private static string OursOf(string folder)
    {
        // The rivals read the extracts as they are in the cold run.
        return Path.Combine(File.ReadAllText(WholeRun.ColdFile(folder)), "restricted", "person_year.parquet");
    }

    private static string Output(string program, string folder, params string[] arguments) => Output(program, folder, 0, arguments);

    private static string Output(string program, string folder, int threads, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        if (threads > 0) { start.Environment["POLARS_MAX_THREADS"] = threads.ToString(CultureInfo.InvariantCulture); }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed.");
    }

    private static long Count(DuckConnection connection, string sql)
    {
        using var counted = connection.Query(sql);
        return counted.Read()!.Column(0).Values<long>()[0];
    }
}
