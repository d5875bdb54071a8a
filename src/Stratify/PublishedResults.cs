using System.Globalization;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify;

/// <summary>All tables of a published run, read back from its files: what <see cref="ResultFiles"/> wrote, and nothing of the people behind it.</summary>
public static class PublishedResults
{
    /// <param name="folder">The folder with the tables and their data package.</param>
    /// <exception cref="DefinitionException">There is no run, or what it published is damaged or of an older version.</exception>
    public static ResultSet Read(string folder)
    {
        var path = Path.Combine(folder, DataPackage.FileName);
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "There are no published tables here.", "Give a published run's folder, or an output folder for its current run.")); }
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllBytes(path));
            var rule = DisclosureRule.Named(package.RootElement.GetProperty("disclosure").GetString()!).Stricter(package.RootElement.GetProperty("fewest_people").GetInt64(), package.RootElement.GetProperty("fewest_people_of_a_place").GetInt64());
            return new ResultSet(rule, [.. package.RootElement.GetProperty("resources").EnumerateArray().Select(resource => Table(resource, folder))]);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new DefinitionException(ProblemKinds.VerifyFailed.At(new Place(path), "The data package is not one that this version writes.", "'stratify verify' says which files have changed; a run of an older version must be made again."));
        }
    }

    private static ResultTable Table(JsonElement resource, string folder)
    {
        var columns = resource.GetProperty("schema").GetProperty("fields").EnumerateArray()
            .Select(field => new ResultColumn(field.GetProperty("name").GetString()!, field.GetProperty("description").GetString()!, Enum.Parse<Unit>(field.GetProperty("unit").GetString()!, ignoreCase: true))).ToList();
        var path = Path.Combine(folder, resource.GetProperty("path").GetString()!);
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "The data package names a table that is not here.", "'stratify verify' says which files have changed.")); }
        using var stream = File.OpenRead(path);
        return new ResultTable(resource.GetProperty("name").GetString()!, resource.GetProperty("title").GetString()!, columns,
            [.. ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, [.. columns.Select(column => column.Name)]).Select(row => (IReadOnlyList<Cell>)[.. columns.Select(column => Cell(row.Fields[column.Name], column, row.Place))])]);
    }

    private static Cell Cell(string text, ResultColumn column, Place place) => text switch
    {
        // A word about a group can be hidden as its numbers are.
        "[c]" => HiddenCell.Instance,
        "[z]" => NotApplicableCell.Instance,
        _ when column.Unit == Unit.Text => new TextCell(ResultFiles.Unescaped(text)),
        "0" => ZeroCell.Instance,
        _ when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) => new ValueCell(value),
        _ => throw new DefinitionException(ProblemKinds.VerifyFailed.At(place, $"Column {column.Name} holds no number.", "'stratify verify' says which files have changed.")),
    };
}
