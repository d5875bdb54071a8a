using Stratify.Cohorts;
using Stratify.Costing;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Linkage;
using Stratify.Model;
using Stratify.Morbidity;
using Stratify.PersonYears;
using Stratify.Quality;
using Stratify.Ranking;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>The stations from landed rows to person-years, fed with drawn tables instead of files. Every grain and law is checked, as in a run.</summary>
public sealed class Flow : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Flow(params Period[] periods)
        : this(1, periods)
    {
    }

    public Flow(int threads, params Period[] periods)
    {
        Warehouse = new Warehouse(new WarehouseOptions(_folder.Path, threads));
        Warehouse.Execute("create schema identity");
        Stages.Run(Frame.Make(periods.Length == 0 ? [Period.FinancialYear(2024)] : periods, seed: 1), Warehouse);
        foreach (var dataset in Catalogue.All) { Land(dataset.Name, ""); }
    }

    public Warehouse Warehouse { get; }

    public PriceBook Prices { get; init; } = new("none", []);

    public CostingSettings Costing { get; init; } = new();

    /// <summary>What events cost by; null for <see cref="Prices"/>, and the way of <see cref="Costing"/>.</summary>
    public CostingRules? CostBy { get; init; }

    public LinkageSettings Linkage { get; init; } = new();

    /// <summary>The places whose people are the population; null for everybody of the register.</summary>
    public PlaceSettings? Place { get; init; }

    /// <summary>Which cohorts are looked at up close; null for the first of each partition.</summary>
    public UpClose? Close { get; init; }

    /// <summary>What the conditions that have a field each are found by.</summary>
    public ConditionCodes Codes { get; init; } = ConditionCodes.Shipped;

    /// <summary>The groupings, and lists of the job's own.</summary>
    public ConditionDefinitions Definitions { get; init; } = ConditionDefinitions.Shipped;

    /// <summary>Lands rows as the reader would: columns that are not drawn are null, an NHS number is its own token.</summary>
    public Flow Land(string dataset, string drawn)
    {
        var declared = Catalogue.Find(dataset)!;
        var table = Table.Parse(drawn);
        var first = 1000 * Catalogue.All.Count(other => string.CompareOrdinal(other.Name, dataset) < 0);
        Create(declared.LandedTable, declared, table, first, Landed(declared));
        Create(declared.IdentityTable, declared, table, first, declared.Columns.Where(column => column.IsIdentity).Select(column => (column.Name, SqlType(column), column.Name)));
        Warehouse.Execute($"create or replace view {declared.WholeView} as select * from {declared.LandedTable} left join {declared.IdentityTable} using (row_id)");
        return this;
    }

    /// <summary>The number of the first row that <see cref="Fill"/> lands: there is room for a million each, as a row's number is of no other dataset's row.</summary>
    public static long FirstFilled(string dataset) => 1_000_000L * (1 + Catalogue.All.Count(other => string.CompareOrdinal(other.Name, dataset) < 0));

    /// <summary>Lands many rows, each with a text or nothing for every column named; an NHS number is its own token.</summary>
    public Flow Fill(string dataset, IReadOnlyList<string> columns, IEnumerable<string?[]> rows)
    {
        var declared = Catalogue.Find(dataset)!;
        var first = FirstFilled(dataset);
        MemoryTable.Create(Warehouse, $"filled_{dataset}", [("row_id", "bigint"), .. columns.Select(column => (column, "varchar"))], rows.Select((row, i) => (object?[])[first + i, .. row]));
        Insert(declared.LandedTable, Landed(declared));
        Insert(declared.IdentityTable, declared.Columns.Where(column => column.IsIdentity).Select(column => (column.Name, SqlType(column), column.Name)));
        return this;

        void Insert(string table, IEnumerable<(string Name, string Type, string Source)> into) => Warehouse.Execute(
            $"insert into {table} by name select row_id, {string.Join(", ", into.Where(column => columns.Contains(column.Source)).Select(column => $"{column.Source}::{column.Type} as {column.Name}"))} from filled_{dataset} order by row_id");
    }

    /// <summary>Runs linkage and what it needs, and nothing after.</summary>
    public Flow Link()
    {
        Stages.Run(LinkageStage.Make([.. Catalogue.All], new Pseudonyms(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()), Linkage), Warehouse);
        return this;
    }

    /// <summary>Runs the stations, and throws where a grain or a law does not hold.</summary>
    public Flow Run()
    {
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var definitions = Definitions with { Lists = Definitions.Lists.ToDictionary(list => list.Key, list => list.Key == Groupings.Default ? Codes : list.Value) };
        foreach (var stage in new[] { QualityStage.OfRows(Catalogue.All), LinkageStage.Make([.. Catalogue.All], new Pseudonyms(key), Linkage, Place), CostingStage.Make(CostBy ?? new CostingRules(Prices) { Way = Costing.Cost }, Costing), MorbidityStage.Make(definitions), PersonYearStage.Make(definitions) })
        {
            Stages.Run(stage, Warehouse);
        }
        return this;
    }

    /// <summary>Runs what comes after person-years, up to measures, on a ledger of one row.</summary>
    public Flow Rank(params string[] schemes) => Rank([.. schemes.Select(name => Schemes.Shipped(name)!)]);

    public Flow Rank(IReadOnlyList<Scheme> schemes)
    {
        Warehouse.Execute("create table landing_ledger as select 1 as extract, 'gp_appointments' as dataset, 'a.csv' as file, 'read' as outcome, '' as reason, 1 as row_count, 0 as pence");
        Warehouse.Execute("create table number_replaced (extract bigint, dataset varchar, file varchar, numbered_rows bigint, replaced_rows bigint)");
        foreach (var stage in new[] { QualityStage.OfEvents(Thresholds.Shipped), MeasuringStage.Make(seed: 1, CostBy?.Compare is not null, CostBy?.Factors.Count > 0, CostBy?.ControlTotals.Count > 0), CohortStage.Make(schemes), RankingStage.Make(seed: 1, CostBy?.Compare is not null, close: Close) }) { Stages.Run(stage, Warehouse); }
        return this;
    }

    /// <summary>What links were decided by, as a run keeps it.</summary>
    /// <returns>The folder that a run would have for its own.</returns>
    public string KeepEvidence()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "restricted"));
        RestrictedOutput.WriteEvidence(Warehouse, _folder.Path);
        return _folder.Path;
    }

    /// <summary>The rows of a query, drawn with bars between, for comparison with a drawn table.</summary>
    public string Draw(string sql) => Table.Draw(Warehouse.Query(sql));

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<(string Name, string Type, string Source)> Landed(Dataset dataset)
    {
        foreach (var column in dataset.Columns.Where(column => !column.IsIdentity))
        {
            yield return (column.Name, SqlType(column), column.Name);
            if (column.Kind == ColumnKind.NhsNumber) { yield return ($"{column.Name}_status", "tinyint", "none"); }
        }
        foreach (var column in dataset.Columns.Where(column => column.Kind == ColumnKind.NhsNumber))
        {
            if (LandedShape.IdOf(dataset, column) is { } id) { yield return (id, "varchar", column.Name); }
        }
    }

    private void Create(string name, Dataset dataset, Table table, int first, IEnumerable<(string Name, string Type, string Source)> columns)
    {
        // A list of texts is planned in a moment, where a select with a cast for each value of each row took most of a small test.
        var drawn = table.Columns.Select((column, i) => (column, place: $"d{i}")).ToDictionary(pair => pair.column, pair => pair.place);
        var typed = string.Join(", ", columns.Select(column => $"{drawn.GetValueOrDefault(column.Source, "null")}::{column.Type} as {column.Name}"));
        var nobody = $"({string.Join(", ", table.Columns.Select(_ => "null::varchar").Prepend("null"))})";
        var rows = table.Rows.Select((row, i) => $"({string.Join(", ", table.Columns.Select(column => Literal(row.GetValueOrDefault(column))).Prepend($"{first + i}"))})").Prepend(nobody);
        Warehouse.Execute($"create or replace table {name} as select row_id::bigint as row_id, {typed} from (values {string.Join(", ", rows)}) as drawn({string.Join(", ", drawn.Values.Prepend("row_id"))}) where row_id is not null");
    }

    private static string Literal(string? value) => string.IsNullOrEmpty(value) ? "null" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string SqlType(Column column) => column.Kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => "date",
        ColumnKind.Integer or ColumnKind.Money or ColumnKind.NhsNumber => "bigint",
        ColumnKind.Quantity => "decimal(18, 4)",
        ColumnKind.Flag => "boolean",
        _ => "varchar",
    };
}
