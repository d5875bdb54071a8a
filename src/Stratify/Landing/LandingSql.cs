using Stratify.Datasets;

namespace Stratify.Landing;

/// <summary>The statements that put a dataset's rows into its tables, derived from its declaration.</summary>
internal static class LandingSql
{
    internal const string Function = "extract_rows";
    internal const string RejectFunction = "reject_rows";
    internal const string Superseded = "superseded";

    /// <summary>Identity columns too: they move to their own table before the stage is done.</summary>
    internal static string Read(Dataset dataset) => $"""
        create or replace table {dataset.LandedTable} as
        select row_id, {LandedShape.ExtractOf("row_id")} as extract, {string.Join(", ", LandedShape.Landed(dataset).Concat(LandedShape.Identity(dataset)))}
        from {Function}('{dataset.Name}')
        """;

    /// <summary>Rows that another row of the same grain comes after: sent again as they were, or sent again changed.</summary>
    /// <param name="suspects">A condition that such rows fulfil, and few others.</param>
    internal static string Duplicates(Dataset dataset, string suspects)
    {
        var contents = LandedShape.Landed(dataset).Concat(LandedShape.Identity(dataset)).ToList();
        return $"""
            create or replace table {dataset.Name}_duplicate as
            with suspect as materialized (
                select row_id, {string.Join(", ", contents)} from {dataset.LandedTable} where {suspects}
            ),
            kept as (
                select {string.Join(", ", dataset.Grain)}, max(row_id) as row_id
                from suspect group by {string.Join(", ", dataset.Grain)} having count(*) > 1
            )
            select earlier.row_id,
                   case when {Same("earlier", "latest", contents)} then 'repeat' else '{Superseded}' end as reason
            from kept
            join suspect as earlier on {Same("earlier", "kept", dataset.Grain)}
            join suspect as latest on latest.row_id = kept.row_id
            where earlier.row_id <> kept.row_id
            """;
    }

    internal static string CountDuplicates(Dataset dataset) => $"""
        select {LandedShape.ExtractOf("row_id")} as extract, {LandedShape.FileOf("row_id")} as file, duplicate.reason,
               count(*) as row_count, {Pence(dataset)} as pence
        from {dataset.Name}_duplicate as duplicate join {dataset.LandedTable} using (row_id)
        group by all order by all
        """;

    /// <summary>Takes the duplicates out, and then the identity columns, into linkage's own table.</summary>
    internal static string Settle(Dataset dataset) => $"""
        delete from {dataset.LandedTable} where row_id in (select row_id from {dataset.Name}_duplicate);
        drop table {dataset.Name}_duplicate;
        create or replace table {dataset.IdentityTable} as
        select {string.Join(", ", LandedShape.Identity(dataset).Prepend("row_id"))} from {dataset.LandedTable};
        {string.Concat(LandedShape.Identity(dataset).Select(column => $"alter table {dataset.LandedTable} drop column {column};"))}
        """;

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

    private static string Same(string one, string other, IEnumerable<string> columns) =>
        string.Join(" and ", columns.Select(column => $"{one}.{column} is not distinct from {other}.{column}"));
}
