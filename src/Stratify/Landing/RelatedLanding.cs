using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>
/// Puts the tables of related sets together once all are read: rows of people who said no go, the active submission of each month is
/// found, and every contact and stay becomes a row of the dataset that would else come as one file, or is named as not counted.
/// </summary>
internal sealed class RelatedLanding(LandingBook book)
{
    /// <summary>Nothing is to be done when no table was delivered.</summary>
    internal bool IsNeeded { get; } = book.Deliveries.Any(delivery => delivery.Dataset.Role == DatasetRole.Related);

    /// <summary>Whether rows are taken out of a dataset's tables, or put into them, once all have landed.</summary>
    internal bool Changes(Dataset dataset) => IsNeeded && (dataset.Role == DatasetRole.Related || Catalogue.Related.Any(set => set.Care == dataset) || Catalogue.RelatedTables.Any(table => Catalogue.Gives(table) == dataset));

    /// <summary>Tables that hold people or that nothing reads once the stage is done.</summary>
    internal static IReadOnlyList<string> Drops { get; } =
    [
        "opted_out_person", "related_opted_out", .. RelatedSql.Parts.Select(RelatedSql.TableOf), "related_lineage", "related_flattened", "related_item", "related_outcome", "care_period", "care_outcome", "care_row",
        "related_person_key", "related_link", "related_contact_row", "related_stay_row", "related_made",
        .. Catalogue.RelatedTables.Select(table => table.WholeView), .. Catalogue.RelatedTables.Select(table => table.LandedTable), .. Catalogue.RelatedTables.Select(table => table.IdentityTable),
    ];

    internal static IReadOnlyList<SqlScript> Laws { get; } = [SqlScript.Load("every_related_row_is_an_event_or_named"), SqlScript.Load("every_care_event_stands_once_or_is_named")];

    /// <summary>After all tables have landed, and before the ledger is written.</summary>
    internal IReadOnlyList<Step> Steps =>
    [
        .. RelatedSql.Parts.Select(part => new SelectStep(RelatedSql.Part(part))),
        new CodeStep("opted_out_person", ["source", "extract", "provider", "patient", "person"], KeysOfOptedOut),
        new CodeStep("related_opted_out", ["source", "row_id"], TakeOut),
        new SelectStep(RelatedSql.Lineage),
        new SelectStep(SqlScript.Load("related_submission")),
        new SelectStep(SqlScript.Load("related_item")),
        new SelectStep(RelatedSql.Flattened),
        new SelectStep(SqlScript.Load("related_outcome")),
        new SelectStep(SqlScript.Load("related_person_key")),
        new SelectStep(SqlScript.Load("related_link")),
        new SelectStep(SqlScript.Load("related_contact_row")),
        new SelectStep(SqlScript.Load("related_stay_row")),
        new SelectStep(SqlScript.Load("care_period")),
        new SelectStep(SqlScript.Load("care_outcome")),
        new SelectStep(SqlScript.Load("care_row")),
        new CodeStep("related_made", ["source", "row_id"], PutTogether),
    ];

    private void KeysOfOptedOut(Warehouse warehouse) => MemoryTable.Create(warehouse, "opted_out_person",
        [("source", "varchar"), ("extract", "bigint"), ("provider", "varchar"), ("patient", "varchar"), ("person", "varchar")],
        (from file in book.Files
         let set = Catalogue.Related.FirstOrDefault(set => set.Tables.Any(table => table.Dataset == file.Delivery.Dataset))
         where set is not null
         from keys in file.Tally.OptedOutKeys
         select (set.Name, (long)file.Delivery.Extract, keys[0], keys[1], keys.ElementAtOrDefault(2))).Distinct().Select(keys => new object?[] { keys.Name, keys.Item2, keys.Item3, keys.Item4, keys.Item5 }));

    private void TakeOut(Warehouse warehouse)
    {
        warehouse.CreateTable(SqlScript.Load("related_opted_out"));
        foreach (var table in Catalogue.RelatedTables)
        {
            book.WriteLedger(warehouse, RelatedSql.Count(table, "related_opted_out", "'related'"), "opted_out");
            warehouse.Execute(RelatedSql.TakeOut(table));
        }
        foreach (var part in RelatedSql.Parts) { warehouse.Execute($"delete from {RelatedSql.TableOf(part)} where row_id in (select row_id from related_opted_out)"); }
    }

    private void PutTogether(Warehouse warehouse)
    {
        foreach (var target in RelatedSql.Targets())
        {
            warehouse.Execute(RelatedSql.Insert(target, ColumnsOf(warehouse, RelatedSql.RowsOf(target.Part))));
        }
        foreach (var set in Catalogue.Related.Where(set => set.Care is not null)) { warehouse.Execute(RelatedSql.InsertCare(set.Care!, set.Tables[0].Dataset)); }
        foreach (var table in Catalogue.RelatedTables.Where(table => Catalogue.Gives(table) is not null))
        {
            book.WriteLedger(warehouse, RelatedSql.Count(table, "(select row_id, outcome from related_outcome where outcome <> 'event' union all select row_id, outcome from care_outcome where outcome <> 'event') as named", "outcome"), "duplicate");
        }
        NoteUnrelated(warehouse);
        warehouse.Execute(RelatedSql.Made());
    }

    private void NoteUnrelated(Warehouse warehouse)
    {
        var counts = warehouse.Query($"""
            select {LandedShape.ExtractOf("row_id")} as extract, {LandedShape.FileOf("row_id")} as file, count(*) as row_count,
                   count(*) filter (relation <> 'whole') as unrelated,
                   count(*) filter (relation like 'no_referral%') as no_referral, count(*) filter (relation like '%no_person') as no_person
            from related_link group by all having unrelated > 0 order by all
            """);
        for (var i = 0; i < counts.Count; i++)
        {
            var file = book.File(counts.Get<long>(i, "extract"), counts.Get<long>(i, "file"));
            book.Note(ProblemKinds.RowsUnrelated.At(new Place(file.Name),
                string.Create(CultureInfo.InvariantCulture, $"{counts.Get<long>(i, "unrelated"):N0} of {counts.Get<long>(i, "row_count"):N0} rows find no match in the other tables of their submission: {counts.Get<long>(i, "no_referral"):N0} no referral, {counts.Get<long>(i, "no_person"):N0} no person."),
                "They are kept: without a referral a row has no team, and without a person its cost is nobody's. Look whether a table was cut or belongs to another submission."));
        }
    }

    private static List<string> ColumnsOf(Warehouse warehouse, string table) =>
        [.. warehouse.Query($"select column_name from information_schema.columns where table_name = '{table}'").Rows.Select(row => (string)row[0]!)];
}
