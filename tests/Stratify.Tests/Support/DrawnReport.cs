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

    /// <summary>The same with rows drawn for one table. Columns that are not drawn are not applicable; a year that is not drawn is 2024/25. A table that a place without people does not have, for nobody asked for it, has the columns that are drawn.</summary>
    public DrawnReport With(string table, string drawn)
    {
        var parsed = Table.Parse(drawn);
        var old = Results.Tables.FirstOrDefault(each => each.Name == table) ?? new ResultTable(table, table, [new ResultColumn("year", "", Unit.Text), .. parsed.Columns.Where(column => column != "year").Select(column => new ResultColumn(column, "", UnitOf(parsed, column)))], []);
        var made = old with { Rows = [.. parsed.Rows.Select(row => (IReadOnlyList<Cell>)[.. old.Columns.Select(column => Cell(column, row.GetValueOrDefault(column.Name)))])] };
        return this with { Results = Results with { Tables = [.. Results.Tables.Where(each => each.Name != table), made] } };
    }

    /// <summary>The same with a whole table in place of the one of its name.</summary>
    public DrawnReport With(ResultTable table) => this with { Results = Results with { Tables = [.. Results.Tables.Where(each => each.Name != table.Name), table] } };

    private static Unit UnitOf(Table drawn, string column) =>
        drawn.Rows.Select(row => row[column]).All(cell => cell is null or "[c]" or "[z]" || (column != "top_share" && decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _))) ? Unit.Number : Unit.Text;

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
