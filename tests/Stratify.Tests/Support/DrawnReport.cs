using System.Globalization;
using Stratify.Datasets;
using Stratify.Reports;
using Stratify.Results;

namespace Stratify.Tests.Support;

/// <summary>A report made from published tables as they are drawn in a test; tables that are not drawn are those of a place without people.</summary>
public sealed record DrawnReport(ResultSet Results)
{
    public static DrawnReport Empty { get; } = Nobody();

    public RunFacts Facts { get; init; } = new()
    {
        Job = "drawn-place",
        Years = ["2024/25"],
        PeriodEnd = new DateOnly(2025, 3, 31),
        Prices = "2024/25",
        Seed = 1,
        Version = "0.0.0",
        Disclosure = DisclosureRule.OpenSafely.Says,
        Definitions = [("job", "00000000")],
        Datasets = Catalogue.All.ToDictionary(dataset => dataset.Name, dataset => dataset.Title),
        MissingDatasets = [],
        Schemes = [],
        Laws = 3,
    };

    public Report Report => CommissionerReport.Make(Results, Facts);

    /// <summary>The page whose kicker begins so.</summary>
    public Page Page(string kicker) => Report.Pages.Single(page => page.Kicker.StartsWith(kicker, StringComparison.Ordinal));

    /// <summary>The same with rows drawn for one table. Columns that are not drawn are not applicable; a year that is not drawn is 2024/25.</summary>
    public DrawnReport With(string table, string drawn)
    {
        var rows = Table.Parse(drawn).Rows;
        var old = Results[table];
        var made = old with { Rows = [.. rows.Select(row => (IReadOnlyList<Cell>)[.. old.Columns.Select(column => Cell(column, row.GetValueOrDefault(column.Name)))])] };
        return this with { Results = Results with { Tables = [.. Results.Tables.Select(each => each.Name == table ? made : each)] } };
    }

    private static Cell Cell(ResultColumn column, string? drawn) => (column.Unit, drawn) switch
    {
        (Unit.Text, _) => new TextCell(drawn ?? (column.Name == "year" ? "2024/25" : "")),
        (_, null or "[z]") => NotApplicableCell.Instance,
        (_, "[c]") => HiddenCell.Instance,
        (_, "0") => ZeroCell.Instance,
        _ => new ValueCell(decimal.Parse(drawn, CultureInfo.InvariantCulture)),
    };

    private static DrawnReport Nobody()
    {
        using var town = new ResultTown([], "number-of-conditions");
        return new DrawnReport(town.Publish());
    }
}
