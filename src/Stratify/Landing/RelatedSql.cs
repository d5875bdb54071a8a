using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>The statements that bring the tables of related sets together, derived from their declarations.</summary>
internal static class RelatedSql
{
    /// <summary>Parts that are joined to one another by keys.</summary>
    internal static IReadOnlyList<RelatedPart> Parts { get; } = [.. Enum.GetValues<RelatedPart>().Where(part => part != RelatedPart.CareEvent)];

    /// <summary>All rows of one part, whatever their set: within an extract and a scope, keys mean the same; a sender's submissions compete.</summary>
    internal static SqlScript Part(RelatedPart part) => SqlScript.Derived(TableOf(part), string.Join("\nunion all by name\n", TablesOf(part).Select(pair => $"""
        select
            '{pair.Set.Name}' as source, extract, row_id,
            coalesce(submission, provider, '') as scope,
            coalesce(provider, 'extract ' || extract) as sender,
            coalesce(submission, '') as sent_in,
            {string.Join(", ", LandedShape.Landed(pair.Table.Dataset))}
        from {pair.Table.Dataset.LandedTable}
        """)), ["source", "row_id"]);

    /// <summary>What rows say of the submissions that they came with.</summary>
    internal static SqlScript Lineage { get; } = SqlScript.Derived("related_lineage", string.Join("\nunion\n", Parts.Where(part => part != RelatedPart.Submission).Select(part =>
        $"select source, extract, sender, sent_in, month_id, period_end, file_type, received from {TableOf(part)}")), ["source", "extract", "sender", "sent_in", "month_id", "period_end", "file_type", "received"]);

    /// <summary>Keys of what was delivered in one file as well, which is then the one that counts.</summary>
    internal static SqlScript Flattened { get; } = SqlScript.Derived("related_flattened", string.Join("\nunion all\n", Targets().Select(target =>
        $"select '{target.Set.Name}' as source, '{Name(target.Part)}' as part, provider, source_id as key from {target.Dataset.LandedTable} where provider is not null")), ["source", "part", "provider", "key"]);

    /// <summary>Puts rows into the dataset's tables, as if they had been read there.</summary>
    internal static string Insert((RelatedSet Set, RelatedPart Part, Dataset Dataset) target, IReadOnlyList<string> known)
    {
        var columns = string.Join(", ", LandedShape.Landed(target.Dataset).Where(known.Contains).Prepend("extract").Prepend("row_id"));
        var index = target.Set.Tables.First(table => table.Part == RelatedPart.Person).Dataset;
        var identity = string.Join(", ", LandedShape.Identity(target.Dataset).Intersect(LandedShape.Identity(index)).Select(column => $"identity.{column}").Prepend("put.row_id"));
        return $"""
            insert into {target.Dataset.LandedTable} by name select {columns} from {RowsOf(target.Part)} where source = '{target.Set.Name}' order by row_id;
            insert into {target.Dataset.IdentityTable} by name
            select {identity}
            from {RowsOf(target.Part)} as put
            join related_link as link using (source, row_id)
            left join {index.IdentityTable} as identity on identity.row_id = link.person_row
            where put.source = '{target.Set.Name}'
            order by put.row_id;
            """;
    }

    /// <summary>Puts what was chosen of Client Level Data among the services.</summary>
    internal static string InsertCare(Dataset services, Dataset events) => $"""
        insert into {services.LandedTable} by name select row_id, extract, {string.Join(", ", LandedShape.Landed(services))} from care_row order by row_id;
        insert into {services.IdentityTable} by name select {string.Join(", ", LandedShape.Identity(services).Prepend("row_id"))} from {events.IdentityTable} semi join care_row using (row_id) order by row_id;
        """;

    /// <summary>The rows that are in the datasets' tables now.</summary>
    internal static string Made() => $"create or replace table related_made as {string.Join(" union all ", Targets().Select(target =>
        $"select '{target.Set.Name}' as source, landed.row_id from {target.Dataset.LandedTable} as landed join {RowsOf(target.Part)} as put on put.row_id = landed.row_id and put.source = '{target.Set.Name}'"))}";

    internal static IEnumerable<(RelatedSet Set, RelatedPart Part, Dataset Dataset)> Targets() =>
        from set in Catalogue.Related from part in new[] { RelatedPart.Contact, RelatedPart.WardStay } where set.Gives(part) is not null select (set, part, set.Gives(part)!);

    internal static string TableOf(RelatedPart part) => $"related_{Name(part)}";

    internal static string RowsOf(RelatedPart part) => part == RelatedPart.Contact ? "related_contact_row" : "related_stay_row";

    /// <summary>Rows of one part that belong to people who said no.</summary>
    internal static string TakeOut(Dataset table) => $"""
        delete from {table.LandedTable} where row_id in (select row_id from related_opted_out);
        delete from {table.IdentityTable} where row_id in (select row_id from related_opted_out);
        """;

    /// <summary>Rows and pounds of a table by file and by what the named table says became of them.</summary>
    internal static string Count(Dataset table, string outcomes, string outcome) => $"""
        select {LandedShape.ExtractOf("row_id")} as extract, {LandedShape.FileOf("row_id")} as file, {outcome} as reason,
               count(*) as row_count, {(table.Pounds is null ? "0::bigint" : $"coalesce(sum({table.Pounds}), 0)::bigint")} as pence
        from {outcomes} join {table.LandedTable} using (row_id)
        group by all order by all
        """;

    private static IEnumerable<(RelatedSet Set, RelatedTable Table)> TablesOf(RelatedPart part) =>
        from set in Catalogue.Related from table in set.Tables where table.Part == part select (set, table);

    private static string Name(RelatedPart part) => part switch
    {
        RelatedPart.Person => "person",
        RelatedPart.Registration => "registration",
        RelatedPart.Referral => "referral",
        RelatedPart.Service => "service",
        RelatedPart.Contact => "contact",
        RelatedPart.Activity => "activity",
        RelatedPart.Spell => "spell",
        RelatedPart.Submission => "listed_submission",
        _ => "ward_stay",
    };
}
