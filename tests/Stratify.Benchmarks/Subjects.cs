using Stratify.Datasets;
using Stratify.DuckDb;
using Stratify.Engine;
using Stratify.Landing;

namespace Stratify.Benchmarks;

/// <summary>What is measured: each reads all extracts of a folder into tables and answers how many rows these have.</summary>
internal static class Subjects
{
    internal const string Ours = "stratify, all checks";

    /// <summary>Measured beside, and compared with nobody: others keep nothing.</summary>
    internal const string FromCache = "stratify, from the cache", OneChanged = "stratify, one extract changed";

    internal static IReadOnlyDictionary<string, Func<string, int, long>> Landing { get; } = new Dictionary<string, Func<string, int, long>>
    {
        [Ours] = (folder, threads) => Stratify(folder, threads, Cached.Nothing),
        [FromCache] = (folder, threads) => Stratify(folder, threads, Cached.Everything),
        [OneChanged] = (folder, threads) => Stratify(folder, threads, Cached.AllButOne),
        ["csvhelper, converted"] = CsvHelper,
        ["duckdb, typed"] = (folder, threads) => DuckDb(folder, threads, isTyped: true),
        ["duckdb, all text"] = (folder, threads) => DuckDb(folder, threads, isTyped: false),
    };

    private enum Cached { Nothing, Everything, AllButOne }

    /// <summary>The station as a run has it: content hashes, checks, pseudonyms, ledger, duplicates, grains and laws, and the cache written or read.</summary>
    private static long Stratify(string folder, int threads, Cached cached)
    {
        var cache = $"{folder}-cache";
        if (cached == Cached.Nothing && Directory.Exists(cache)) { Directory.Delete(cache, recursive: true); }
        Directory.CreateDirectory(cache);
        var job = Planner.Read(Path.Combine(folder, "stratify.yml"));
        var plan = Planner.Plan(job);
        var fingerprint = Fingerprint.Of(job, plan);
        var hashes = fingerprint.Inputs.ToDictionary(input => input.Name, input => input.Hash);
        if (cached == Cached.AllButOne) { hashes[hashes.Keys.Single(name => name.Contains("mental_health_contacts", StringComparison.Ordinal))] = "another"; }
        var work = Directory.CreateTempSubdirectory("stratify-benchmark-work-").FullName;
        long rows;
        using (var warehouse = new Warehouse(new WarehouseOptions(work, threads)))
        using (var landing = new ExtractLanding(plan.Deliveries, plan.Landing with { Cache = new LandingCache(cache, hashes, fingerprint.LandingContext(plan)) }))
        {
            rows = Stages.Run(landing.ToStage(), warehouse).Where(fact => fact.Table.EndsWith("_landed", StringComparison.Ordinal)).Sum(fact => fact.Rows);
        }
        Directory.Delete(work, recursive: true);
        return rows;
    }

    /// <summary>The fields of CsvHelper's parser, converted and handed to DuckDB as ours are; no check but that they convert.</summary>
    private static long CsvHelper(string folder, int threads)
    {
        using var warehouse = OpenWarehouse(threads);
        warehouse.Register("csvhelper_rows", name => new CsvHelperFeed(Catalogue.Find(name)!, Extract(folder, name)));
        return Catalogue.All.Where(dataset => File.Exists(Extract(folder, dataset.Name))).Sum(dataset =>
        {
            warehouse.Execute($"create table {dataset.Name} as select * from csvhelper_rows('{dataset.Name}')");
            return warehouse.Count($"select count(*) from {dataset.Name}");
        });
    }

    /// <summary>DuckDB's own reader with a declared type for each column, or with text for all; rows that do not convert are dropped.</summary>
    private static long DuckDb(string folder, int threads, bool isTyped)
    {
        using var database = new DuckDatabase(":memory:", threads == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["threads"] = $"{threads}" });
        using var connection = database.Connect();
        return Catalogue.All.Where(dataset => File.Exists(Extract(folder, dataset.Name))).Sum(dataset =>
        {
            // The invented extracts are whole deliveries, without the column that says what a row does to an earlier one.
            var columns = string.Join(", ", dataset.Columns.Where(column => !column.IsOfDelivery).Select(column => $"'{column.Name}': '{(isTyped ? Type(column.Kind) : "varchar")}'"));
            var date = dataset.DateFormats[0].Replace("yyyy", "%Y", StringComparison.Ordinal).Replace("MM", "%m", StringComparison.Ordinal).Replace("dd", "%d", StringComparison.Ordinal);
            connection.Query($"create table {dataset.Name} as select * from read_csv('{Extract(folder, dataset.Name)}', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', dateformat = '{date}', ignore_errors = true, columns = {{{columns}}})").Dispose();
            using var counted = connection.Query($"select count(*) from {dataset.Name}");
            return counted.Read()!.Column(0).Values<long>()[0];
        });
    }

    private static string Extract(string folder, string dataset) => Path.Combine(folder, "extracts", $"{dataset}.csv");

    private static Warehouse OpenWarehouse(int threads) => new(new WarehouseOptions(Directory.CreateTempSubdirectory("stratify-benchmark-work-").FullName, threads));

    private static string Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => "date",
        ColumnKind.Integer => "bigint",
        ColumnKind.Quantity => "decimal(18,4)",
        ColumnKind.Money => "decimal(18,2)",
        ColumnKind.Flag => "boolean",
        _ => "varchar",
    };
}
