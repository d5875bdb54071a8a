using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Lands one file as its dataset in a warehouse of its own and shows the row as text: NAME=value, nulls left out.</summary>
internal static class ExtractSample
{
    private static readonly Stratify.Model.Pseudonyms Pseudonyms = new("a key of at least thirty-two bytes"u8);

    /// <summary>What the landed table and the identity table hold, in the order of the file.</summary>
    internal static (IReadOnlyList<string> Landed, IReadOnlyList<string> Identity) Land(Profile profile, string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sample.csv", text);
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var landing = new ExtractLanding([new Delivery(1, profile, [new ExtractFile("sample.csv", path)])], new LandingRules(Pseudonyms));
        var stage = landing.ToStage();
        foreach (var step in stage.Steps.Cast<CodeStep>())
        {
            step.Make(warehouse);
            Assert.That(warehouse.RepeatedRows(step.Table, step.Grain), Is.Zero, step.Table);
        }
        foreach (var law in stage.Laws) { Assert.That(warehouse.Breaches(law), Is.Zero, law.Law); }
        return (Rows(warehouse, profile.Dataset.LandedTable), LandedShape.Identity(profile.Dataset).Count == 0 ? [] : Rows(warehouse, profile.Dataset.IdentityTable));
    }

    /// <summary>The token that stands for an NHS number under the sample's key.</summary>
    internal static string Token(long number) => Pseudonyms.OfNumber(number).Token.ToString(CultureInfo.InvariantCulture);

    /// <summary>The token that stands for a key that somebody pseudonymised already.</summary>
    internal static string OpaqueToken(string key) => Pseudonyms.OfOpaque(System.Text.Encoding.UTF8.GetBytes(key)).Token.ToString(CultureInfo.InvariantCulture);

    internal static string PersonId(long number) => Pseudonyms.OfNumber(number).ToString();

    private static string[] Rows(Warehouse warehouse, string table)
    {
        var grid = warehouse.Query($"select * exclude (row_id) from {table} order by row_id");
        return [.. grid.Rows.Select(row => string.Join(' ', grid.Columns.Zip(row).Where(cell => cell.Second is not null && cell.First != "extract").Select(cell => $"{cell.First}={Text(cell.Second!)}")))];
    }

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
