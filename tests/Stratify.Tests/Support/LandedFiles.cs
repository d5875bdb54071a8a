using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Tests.Support;

/// <summary>Files of one extract, landed: what stands in the table, what the ledger says, and what the user hears.</summary>
public sealed record LandedFiles(IReadOnlyList<string> Rows, long Pence, IReadOnlyList<string> Ledger, IReadOnlyList<string> Superseded, IReadOnlyList<Problem> Notices)
{
    private static readonly Pseudonyms Pseudonyms = new("a key of at least thirty-two bytes"u8);

    /// <param name="kind">Null for what the dataset says.</param>
    /// <param name="files">By name, and by the date in it where there is one.</param>
    public static LandedFiles Of(Dataset dataset, DeliveryKind? kind, params (string Name, DateOnly? Dated, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var delivery = new Delivery(1, Profile.ForNational(dataset), [.. files.Select(file => new ExtractFile(file.Name, folder.File(file.Name, file.Text), file.Dated))]);
        var landing = new ExtractLanding([kind is null ? delivery : delivery with { Kind = kind.Value }], new LandingRules(Pseudonyms) { MaxRejected = 1 });
        Stages.Run(landing.ToStage(), warehouse);
        return new LandedFiles(
            Lines(warehouse, $"select landed.* exclude (row_id, extract), identity.* exclude (row_id) from {dataset.LandedTable} as landed join {dataset.IdentityTable} as identity using (row_id) order by all"),
            warehouse.Count("select coalesce(sum(pence), 0)::bigint from landed_total"),
            Lines(warehouse, "select file, outcome, reason, row_count from landing_ledger where outcome <> 'read' and row_count > 0 order by all"),
            Lines(warehouse, "select file, line, later_file, later_line from superseded_row order by all"),
            landing.Notices);
    }

    public static LandedFiles Of(Dataset dataset, DeliveryKind? kind, params (string Name, string Text)[] files) => Of(dataset, kind, [.. files.Select(file => (file.Name, (DateOnly?)null, file.Text))]);

    private static string[] Lines(Warehouse warehouse, string sql) =>
        [.. warehouse.Query(sql).Rows.Select(row => string.Join(' ', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-")))];
}
