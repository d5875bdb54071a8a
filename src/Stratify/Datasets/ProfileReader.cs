using Stratify.Problems;

namespace Stratify.Datasets;

/// <summary>Reads a profile from YAML. Every fault is added to the list with its place, and nothing is guessed.</summary>
public static class ProfileReader
{
    private const int MaxColumns = 4096;
    private static readonly string[] Encodings = ["utf-8", "utf-16", "windows-1252"];

    /// <param name="file">The name to use in places.</param>
    /// <returns>Null when there was a fault.</returns>
    public static Profile? Read(string text, string file, List<Problem> problems)
    {
        var before = problems.Count;
        YamlNode root;
        try
        {
            root = Yaml.Parse(text, file);
        }
        catch (DefinitionException unreadable)
        {
            problems.AddRange(unreadable.Problems);
            return null;
        }
        var profile = Read(YamlFields.Of(root, problems, "A profile"), text, problems);
        return problems.Count == before ? profile : null;
    }

    private static Profile? Read(YamlFields fields, string text, List<Problem> problems)
    {
        var name = fields.RequiredText("profile");
        var dataset = NamedDataset(fields, problems);
        var profile = new Profile
        {
            Name = name,
            Text = text,
            Dataset = dataset ?? Catalogue.All[0],
            Place = fields.Place,
            Encoding = fields.OneOf("encoding", Encodings) ?? "utf-8",
            Delimiter = Delimiter(fields),
            SkipLines = fields.Integer("skip_lines", 0, 1000) ?? 0,
            Trailer = [.. fields.Texts("trailer").Select(text => text.Value).Where(text => text.Length > 0)],
            Keep = Keep(fields, problems),
            NullTokens = [.. fields.Texts("null_tokens").Select(token => token.Value).Append("").Distinct()],
            Columns = Columns(fields, dataset, problems),
        };
        if (fields.Node("null_tokens") is null) { profile = profile with { NullTokens = ["", "NULL"] }; }
        fields.Done();
        return profile;
    }

    private static Dataset? NamedDataset(YamlFields fields, List<Problem> problems)
    {
        var name = fields.RequiredText("dataset");
        if (name.Length == 0 || Catalogue.Find(name) is { } known) { return Catalogue.Find(name); }
        problems.Add(ProblemKinds.UnknownName.At(fields.Node("dataset")!.Place, $"There is no dataset '{name}'.", Nearest.Hint(name, [.. Catalogue.All.Select(dataset => dataset.Name)], "datasets")));
        return null;
    }

    private static char Delimiter(YamlFields fields)
    {
        switch (fields.Text("delimiter"))
        {
            case null: return ',';
            case "tab" or "\t": return '\t';
            case [var c] when char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && !char.IsControl(c) && c is not ('"' or ' ' or '-' or '.'): return c;
            default:
                fields.Wrong(fields.Node("delimiter")!, "'delimiter' must be one mark, such as \",\", \";\" or \"|\", or tab.");
                return ',';
        }
    }

    private static IReadOnlyList<(string, IReadOnlyList<string>)> Keep(YamlFields fields, List<Problem> problems)
    {
        if (fields.Node("keep") is not { } node) { return []; }
        var rules = YamlFields.Of(node, problems, "'keep'");
        var keep = new List<(string, IReadOnlyList<string>)>();
        foreach (var (source, values) in node is YamlMap map ? map.Entries : [])
        {
            keep.Add((source.Value, [.. rules.Texts(source.Value).Select(value => value.Value)]));
            if (values is YamlText { IsNull: true } or YamlList { Items.Count: 0 }) { rules.Wrong(values, $"'keep' names no value of {source.Value}, so no row would be in scope."); }
        }
        return keep;
    }

    private static IReadOnlyList<ColumnSource> Columns(YamlFields fields, Dataset? dataset, List<Problem> problems)
    {
        if (fields.Required("columns") is not { } node || dataset is null) { return []; }
        if (node is not YamlMap map)
        {
            fields.Wrong(node, "'columns' must say, for each column of the dataset, which header it comes from.");
            return [];
        }
        if (map.Entries.Count > MaxColumns) { fields.Wrong(node, "'columns' has too many entries."); }
        var reader = new ColumnSourceReader(dataset, problems);
        var sources = map.Entries.Select(entry => reader.Read(entry.Key, entry.Value)).OfType<ColumnSource>().ToList();
        RequireColumns(dataset, map, problems);
        return sources;
    }

    /// <summary>What the dataset cannot do without, and what linkage cannot.</summary>
    private static void RequireColumns(Dataset dataset, YamlMap map, List<Problem> problems)
    {
        foreach (var column in dataset.Columns.Where(column => column.Required && map.Find(column.Name) is null))
        {
            problems.Add(ProblemKinds.ProfileWrong.At(map.Place, $"{dataset.Name} needs the column '{column.Name}', which the profile does not map.", column.Meaning));
        }
        bool Maps(ColumnKind kind) => dataset.Columns.Any(column => column.Kind == kind && map.Find(column.Name) is not null);
        // Tables of a related set find their person through the set's index.
        var saysWho = dataset.Columns.Any(column => column.Kind == ColumnKind.NhsNumber);
        if (saysWho && !Maps(ColumnKind.NhsNumber) && !(Maps(ColumnKind.Name) && Maps(ColumnKind.BirthDate)))
        {
            problems.Add(ProblemKinds.ProfileWrong.At(map.Place, "No row of this profile could be linked to a person.", "Map nhs_number, or family_name and birth_date."));
        }
    }
}
