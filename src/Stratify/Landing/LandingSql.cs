using Stratify.Datasets;

namespace Stratify.Landing;

/// <summary>The statements that put a dataset's rows into its tables, derived from its declaration.</summary>
internal static class LandingSql
{
    internal const string RejectFunction = "reject_rows";
    internal const string Superseded = "superseded";
    internal const string ReplacedWhole = "replaced";
    internal const string ReplacedPeriod = "replaced_period";
    private const string Deletion = "deletion";

    /// <summary>What is read where it lies: rows of a landed file are never copied into a table as they are.</summary>
    internal static string Views(Dataset dataset) => $"""
        {Made("view", dataset)}
        create or replace view {dataset.WholeView} as select * exclude (extract) from {LandedStore.WholeFunction}('{dataset.Name}');
        """;

    /// <summary>Tables, of datasets whose rows are taken out or put in by what other tables say.</summary>
    internal static string Tables(Dataset dataset) => $"""
        {Made("table", dataset)}
        create or replace view {dataset.WholeView} as select * exclude (extract) from {dataset.LandedTable} left join {dataset.IdentityTable} using (row_id);
        """;

    private static string Made(string kind, Dataset dataset) => $"""
        create or replace {kind} {dataset.LandedTable} as select * from {LandedStore.LandedFunction}('{dataset.Name}');
        create or replace {kind} {dataset.IdentityTable} as select * exclude (extract) from {LandedStore.IdentityFunction}('{dataset.Name}');
        """;

    /// <summary>Rows that are not kept, and why: an empty table that the three statements after this one fill.</summary>
    internal static string NoDuplicates(Dataset dataset) => $"create or replace table {dataset.Name}_duplicate (row_id bigint, later_row_id bigint, reason varchar)";

    /// <summary>Rows of an earlier delivery whose sender has delivered everything again since.</summary>
    internal static string Replaced(Dataset dataset, IEnumerable<Delivery> deliveries) => $"""
        insert into {dataset.Name}_duplicate
        select row_id, null, '{ReplacedWhole}'
        from (
            select row_id, turn, max(turn) over (partition by landed.extract{(dataset.Sender is { } sender ? $", landed.{sender}" : "")}) as last_turn
            from {All(dataset)} as landed
            join (values {Turns(deliveries)}) as delivered (extract, file, turn) on delivered.extract = landed.extract and delivered.file = {LandedShape.FileOf("landed.row_id")}
        )
        where turn < last_turn
        """;

    /// <summary>
    /// Rows of an earlier delivery whose day lies in the period that a later one of the sender covers. That is the period that its rows say;
    /// else it runs from its first day to its last, without months of which it has no row: one row of a wrong year takes none but its month.
    /// </summary>
    internal static string ReplacedByPeriod(Dataset dataset, IEnumerable<Delivery> deliveries) => $"""
        insert into {dataset.Name}_duplicate
        with sent as (
            select row_id, landed.extract, landed.{dataset.Grain[0]} as sender, turn, coalesce({string.Join(", ", dataset.Days)}) as on_day, {Edge(dataset, PeriodEdge.First)} as says_from, {Edge(dataset, PeriodEdge.Last)} as says_to
            from {All(dataset)} as landed
            join (values {Turns(deliveries)}) as delivered (extract, file, turn) on delivered.extract = landed.extract and delivered.file = {LandedShape.FileOf("landed.row_id")}
        ),
        covered as (
            select extract, sender, turn, coalesce(min(says_from), min(on_day)) as first_day, coalesce(max(says_to), max(on_day)) as last_day,
                   case when min(says_from) is null or max(says_to) is null then list(distinct date_trunc('month', on_day)) end as months
            from sent group by extract, sender, turn
        )
        select distinct earlier.row_id, null::bigint, '{ReplacedPeriod}'
        from sent as earlier
        join covered as later on later.extract = earlier.extract and later.sender is not distinct from earlier.sender and later.turn > earlier.turn
        where earlier.on_day between later.first_day and later.last_day and (later.months is null or list_contains(later.months, date_trunc('month', earlier.on_day)))
        """;

    private static string Edge(Dataset dataset, PeriodEdge edge) => dataset.Columns.FirstOrDefault(column => column.Covers == edge)?.Name ?? "null::date";

    private static string Turns(IEnumerable<Delivery> deliveries) => string.Join(", ", deliveries.SelectMany(delivery => delivery.Turns.Select((turn, file) => $"({delivery.Extract}, {file}, {turn})")));

    /// <summary>Rows that another row of the same grain comes after: sent again as they were, sent again changed, or deleted.</summary>
    internal static string Duplicates(Dataset dataset)
    {
        var columns = LandedShape.Landed(dataset).Concat(LandedShape.Identity(dataset)).ToList();
        var contents = columns.Except(dataset.Columns.Where(column => column.IsOfDelivery).Select(column => column.Name)).ToList();
        return $"""
            insert into {dataset.Name}_duplicate
            with suspect as materialized (
                select row_id, {string.Join(", ", dataset.Grain.Union(columns))} from {Suspects(dataset)} anti join {dataset.Name}_duplicate using (row_id)
            ),
            kept as (
                select {string.Join(", ", dataset.Grain)}, max(row_id) as row_id
                from suspect group by {string.Join(", ", dataset.Grain)} having count(*) > 1
            )
            select earlier.row_id, latest.row_id,
                   case when {Deletes(dataset, "earlier")} then '{Deletion}' when {Deletes(dataset, "latest")} then 'deleted'
                        when {Same("earlier", "latest", contents)} then 'repeat' else '{Superseded}' end as reason
            from kept
            join suspect as earlier on {Same("earlier", "kept", dataset.Grain)}
            join suspect as latest on latest.row_id = kept.row_id
            where earlier.row_id <> kept.row_id
            """;
    }

    /// <summary>What is left of deletions once they have done their work.</summary>
    internal static string Deletions(Dataset dataset) => $"""
        insert into {dataset.Name}_duplicate
        select row_id, null, '{Deletion}' from {All(dataset)} as landed anti join {dataset.Name}_duplicate using (row_id) where {Deletes(dataset, "landed")}
        """;

    /// <summary>Where each superseded row stands, and the row that is kept in its place: lines of files, and nothing of their content.</summary>
    internal static string NameSuperseded(Dataset dataset) => $"""
        insert into superseded_row
        select '{dataset.Name}', {Line("row_id")}, {Line("later_row_id")}
        from {dataset.Name}_duplicate where reason = '{Superseded}'
        """;

    /// <param name="among">Rows that hold all duplicates.</param>
    internal static string CountDuplicates(Dataset dataset, string among) => $"""
        select {LandedShape.ExtractOf("row_id")} as extract, {LandedShape.FileOf("row_id")} as file, duplicate.reason,
               count(*) filter ({LandedShape.FileOf("row_id")} = {LandedShape.FileOf("later_row_id")} and {LandedShape.ExtractOf("row_id")} = {LandedShape.ExtractOf("later_row_id")}) as in_one_file,
               count(*) as row_count, {Pence(dataset)} as pence
        from {dataset.Name}_duplicate as duplicate join {among} using (row_id)
        group by 1, 2, 3 order by all
        """;

    internal static string DuplicateIds(Dataset dataset) => $"select row_id from {dataset.Name}_duplicate";

    internal static string Forget(Dataset dataset) => $"drop table {dataset.Name}_duplicate";

    /// <summary>Every row, with the columns that identify a person, whether it is kept or not.</summary>
    internal static string All(Dataset dataset) => $"{LandedStore.AllFunction}('{dataset.Name}')";

    /// <summary>Those of them that are kept and may share their grain with another.</summary>
    internal static string Suspects(Dataset dataset) => $"{LandedStore.SuspectFunction}('{dataset.Name}')";

    /// <summary>Rows and pounds as they stand in the landed table itself, for the laws to hold against the ledger.</summary>
    internal static string Total(Dataset dataset) => $"""
        insert into landed_total
        select landing_file.extract, landing_file.dataset, landing_file.file, count(row_id), {Pence(dataset)}
        from landing_file
        left join {dataset.LandedTable} as landed
          on landed.extract = landing_file.extract and {LandedShape.FileOf("landed.row_id")} = landing_file.number
        where landing_file.dataset = '{dataset.Name}'
        group by all
        """;

    private static string Pence(Dataset dataset) => dataset.Pounds is null ? "0::bigint" : $"coalesce(sum({dataset.Pounds}), 0)::bigint";

    private static string Line(string rowId) => $"{LandedShape.ExtractOf(rowId)}, {LandedShape.FileOf(rowId)}, {LandedShape.LineOf(rowId)}";

    private static string Deletes(Dataset dataset, string row) => dataset.UpdateType is { } column ? $"coalesce({row}.{column.Name} in ({string.Join(", ", column.Deletes.Select(value => $"'{value}'"))}), false)" : "false";

    private static string Same(string one, string other, IEnumerable<string> columns) =>
        string.Join(" and ", columns.Select(column => $"{one}.{column} is not distinct from {other}.{column}"));
}
