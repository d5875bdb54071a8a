using Stratify.Datasets;

namespace Stratify.Landing;

/// <summary>The statements that put a dataset's rows into its tables, derived from its declaration.</summary>
internal static class LandingSql
{
    internal const string Function = "extract_rows";
    internal const string RejectFunction = "reject_rows";

    internal static string Staged(Dataset dataset) => $"create or replace table {dataset.Name}_staged as select * from {Function}('{dataset.Name}')";

    /// <summary>Rows that another row of the same grain comes after: sent again as they were, or sent again changed.</summary>
    internal static string Duplicates(Dataset dataset)
    {
        var contents = LandedShape.Landed(dataset).Concat(LandedShape.Identity(dataset)).ToList();
        return $"""
            create or replace table {dataset.Name}_duplicate as
            with kept as (
                select {string.Join(", ", dataset.Grain)}, max(row_id) as row_id
                from {dataset.Name}_staged group by {string.Join(", ", dataset.Grain)} having count(*) > 1
            )
            select earlier.row_id,
                   case when {Same("earlier", "latest", contents)} then 'repeat' else 'superseded' end as reason
            from kept
            join {dataset.Name}_staged as earlier on {Same("earlier", "kept", dataset.Grain)}
            join {dataset.Name}_staged as latest on latest.row_id = kept.row_id
            where earlier.row_id <> kept.row_id
            """;
    }

    internal static string CountDuplicates(Dataset dataset) => $"""
        select {LandedShape.ExtractOf("row_id")} as extract, {LandedShape.FileOf("row_id")} as file, duplicate.reason,
               count(*) as row_count, {Pence(dataset)} as pence
        from {dataset.Name}_duplicate as duplicate join {dataset.Name}_staged using (row_id)
        group by all order by all
        """;

    internal static string Landed(Dataset dataset) => $"""
        create or replace table {dataset.LandedTable} as
        select row_id, {LandedShape.ExtractOf("row_id")} as extract, {string.Join(", ", LandedShape.Landed(dataset))}
        from {dataset.Name}_staged anti join {dataset.Name}_duplicate using (row_id)
        """;

    internal static string Identity(Dataset dataset) => $"""
        create or replace table {dataset.IdentityTable} as
        select {string.Join(", ", LandedShape.Identity(dataset).Prepend("row_id"))}
        from {dataset.Name}_staged anti join {dataset.Name}_duplicate using (row_id)
        """;

    internal static string DropStaged(Dataset dataset) => $"drop table {dataset.Name}_staged; drop table {dataset.Name}_duplicate";

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
