using Stratify.Datasets;
using Stratify.DuckDb;
using Stratify.Engine;
using Stratify.Landing;

namespace Stratify.Benchmarks;

/// <summary>What is measured: each reads all extracts of a folder into tables and answers how many rows these have.</summary>
internal static class Subjects
{
    internal const string Ours = "stratify, all checks";

    internal static IReadOnlyDictionary<string, Func<string, int, long>> Landing { get; } = new Dictionary<string, Func<string, int, long>>
    {
        [Ours] = Stratify,
        ["csvhelper, converted"] = CsvHelper,
        ["duckdb, typed"] = (folder, threads) => DuckDb(folder, threads, isTyped: true),
        ["duckdb, all text"] = (folder, threads) => DuckDb(folder, threads, isTyped: false),
    };

    /// <summary>The station as a run has it: checks, pseudonyms, ledger, duplicates, grains and laws.</summary>
    private static long Stratify(string folder, int threads)
    {
        var plan = Planner.Plan(Planner.Read(Path.Combine(folder, "stratify.yml")));
        using var warehouse = OpenWarehouse(threads);
        return Stages.Run(new ExtractLanding(plan.Deliveries, plan.Landing).ToStage(), warehouse).Where(fact => fact.Table.EndsWith("_landed", StringComparison.Ordinal)).Sum(fact => fact.Rows);
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
            var columns = string.Join(", ", dataset.Columns.Where(column => column.Deletes.Count == 0).Select(column => $"'{column.Name}': '{(isTyped ? Type(column.Kind) : "varchar")}'"));
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
