using Stratify.Problems;

namespace Stratify.Datasets;

/// <summary>Reads where one column of a dataset comes from: a header, a list of headers, or a map of settings.</summary>
internal sealed class ColumnSourceReader(Dataset dataset, List<Problem> problems)
{
    internal ColumnSource? Read(YamlText key, YamlNode node)
    {
        var column = dataset.Columns.FirstOrDefault(column => column.Name == key.Value);
        if (column is null)
        {
            string[] known = [.. dataset.Columns.Select(column => column.Name)];
            problems.Add(ProblemKinds.ProfileWrong.At(key.Place, $"{dataset.Name} has no column '{key.Value}'.",
                Nearest.Hint(key.Value, known, "columns") is { Length: > 0 } hint ? hint : $"'stratify describe {dataset.Name}' lists them."));
            return null;
        }
        var source = new ColumnSource(column, key.Place) { MustExist = column.Covers is null };
        switch (node)
        {
            case YamlText { IsNull: false, Value.Length: > 0 } header: return source with { From = [header.Value] };
            case YamlList { Items.Count: > 0 } headers when headers.Items.All(item => item is YamlText): return source with { From = [.. headers.Items.Cast<YamlText>().Select(header => header.Value)] };
            case YamlMap map: return Settings(source, new YamlFields(map, problems));
            default:
                Wrong(node.Place, $"'{column.Name}' names no header.", "Write the header, a list of headers, or settings such as {from: Header, format: dd/MM/yyyy}.");
                return null;
        }
    }

    private ColumnSource Settings(ColumnSource source, YamlFields fields)
    {
        source = source with
        {
            From = Texts(fields, "from"),
            At = fields.Integer("at", 0, 4095),
            Value = fields.Text("value"),
            Opaque = fields.OneOf("kind", ["opaque"]) is not null,
            OpaqueKey = fields.Text("key_id"),
            Formats = Formats(fields),
            Map = Map(source.Column, fields),
            Unknown = Texts(fields, "unknown"),
            Decimal = Mark(fields, "decimal", ".,") ?? '.',
            Thousands = Mark(fields, "thousands", ",. '"),
            Currency = Currency(fields),
            Negative = fields.OneOf("negative", ["brackets", "trailing"]),
            InPence = fields.OneOf("unit", ["pence", "pounds"]) is { } unit ? unit == "pence" : source.Column.InPence,
            Product = fields.Node("product") is null ? null : Texts(fields, "product"),
            KeyOf = fields.Node("key_of") is null ? null : Texts(fields, "key_of"),
        };
        fields.Done();
        ColumnSourceRules.Check(source, fields, problems);
        return source;
    }

    private static string[] Texts(YamlFields fields, string key) => [.. fields.Texts(key).Select(text => text.Value)];

    private string[]? Formats(YamlFields fields)
    {
        if (fields.Node("format") is not null && fields.Node("formats") is { } both) { Wrong(both.Place, "'format' and 'formats' mean the same; give one of them."); }
        YamlText[] texts = [.. fields.Texts("format"), .. fields.Texts("formats")];
        if (texts.Length == 0) { return null; }
        var patterns = new List<DatePattern>();
        foreach (var text in texts)
        {
            if (DatePattern.Compile(text.Value, out var why) is { } pattern) { patterns.Add(pattern); }
            else { Wrong(text.Place, $"The date format '{text.Value}' cannot be used.", why); }
        }
        if (patterns.Any(one => patterns.Any(one.IsConfusedWith)))
        {
            Wrong(texts[0].Place, "Two of the date formats can read the same text as different days.", "Give the one that the sender uses: day and month order is never guessed.");
        }
        return [.. texts.Select(text => text.Value)];
    }

    private Dictionary<string, string>? Map(Column column, YamlFields fields)
    {
        if (fields.Node("map") is not { } node) { return null; }
        var values = new Dictionary<string, string>();
        foreach (var (from, to) in node is YamlMap map ? map.Entries : [])
        {
            var value = to is YamlText text ? (text.IsNull ? "" : text.Value) : null;
            if (value is null) { Wrong(to.Place, $"'{from.Value}' must map to one value."); continue; }
            values[from.Value] = value;
            if (value.Length > 0) { ColumnSourceRules.CheckValue(column, value, to.Place, problems); }
        }
        if (values.Count == 0) { Wrong(node.Place, "'map' must say which value stands for which: {M: \"1\", F: \"2\"}."); }
        return values;
    }

    private static char? Mark(YamlFields fields, string key, string allowed)
    {
        if (fields.Text(key) is not { } text) { return null; }
        if (text.Length == 1 && allowed.Contains(text[0], StringComparison.Ordinal)) { return text[0]; }
        fields.Wrong(fields.Node(key)!, $"'{key}' must be one of: {string.Join("  ", allowed.Select(mark => $"\"{mark}\""))}");
        return null;
    }

    private static string? Currency(YamlFields fields)
    {
        var text = fields.Text("currency");
        if (text is null || (text.Length is > 0 and <= 3 && !text.Any(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or ' '))) { return text; }
        fields.Wrong(fields.Node("currency")!, "'currency' must be a sign of one to three letters, such as £ or GBP.");
        return null;
    }

    private void Wrong(Place place, string message, string hint = "") => problems.Add(ProblemKinds.ProfileWrong.At(place, message, hint));
}
