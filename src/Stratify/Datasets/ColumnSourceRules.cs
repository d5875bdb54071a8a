using System.Globalization;
using System.Text;
using Stratify.Problems;

namespace Stratify.Datasets;

/// <summary>Which settings of a column go together, and which constants a column may hold.</summary>
internal static class ColumnSourceRules
{
    private static readonly (string Key, Func<ColumnKind, bool> FitsKind, string OnlyFor)[] KeysOfKinds =
    [
        ("format", kind => kind is ColumnKind.Date or ColumnKind.BirthDate, "dates"),
        ("formats", kind => kind is ColumnKind.Date or ColumnKind.BirthDate, "dates"),
        ("decimal", IsNumber, "numbers and amounts"),
        ("thousands", IsNumber, "numbers and amounts"),
        ("negative", IsNumber, "numbers and amounts"),
        ("currency", kind => kind is ColumnKind.Money, "amounts"),
        ("unit", kind => kind is ColumnKind.Money, "amounts"),
        ("product", kind => kind is ColumnKind.Money, "amounts"),
        ("key_of", kind => kind is ColumnKind.Text, "keys, which are text"),
        ("kind", kind => kind is ColumnKind.NhsNumber, "the NHS number"),
        ("key_id", kind => kind is ColumnKind.NhsNumber, "the NHS number"),
        ("map", kind => kind is ColumnKind.Text or ColumnKind.Code or ColumnKind.Flag or ColumnKind.Integer, "codes, flags, whole numbers and text"),
    ];

    internal static void Check(ColumnSource source, YamlFields fields, List<Problem> problems)
    {
        void Wrong(Place place, string message, string hint = "") => problems.Add(ProblemKinds.ProfileWrong.At(place, message, hint));

        string[] origins = [.. new[] { "from", "at", "value", "product", "key_of" }.Where(key => fields.Node(key) is not null)];
        if (origins.Length == 0) { Wrong(fields.Place, $"'{source.Column.Name}' says nothing of where it comes from.", "Give one of from, at, value, product or key_of."); }
        if (origins.Length > 1) { Wrong(fields.Place, $"'{source.Column.Name}' comes from {string.Join(" and ", origins)} at once; give one of them."); }
        foreach (var (key, fits, onlyFor) in KeysOfKinds)
        {
            if (fields.Node(key) is { } node && !fits(source.Column.Kind)) { Wrong(node.Place, $"'{key}' is only for {onlyFor}, and '{source.Column.Name}' is not one."); }
        }
        if (fields.Node("key_id") is { } keyId && !source.Opaque) { Wrong(keyId.Place, "'key_id' is of keys that came pseudonymised, so it goes with kind: opaque."); }
        if (fields.Node("value") is { } constant) { CheckConstant(source, constant, fields, problems); }
        if (fields.Node("unknown") is { } unknown && source is { Product: not null } or { KeyOf: not null }) { Wrong(unknown.Place, "'unknown' is of one field, so it goes with from or at alone."); }
        if (fields.Node("product") is { } product && source.Product is { Count: not 2 }) { Wrong(product.Place, "'product' needs two headers: [UnitPrice, Quantity]."); }
        if (fields.Node("key_of") is { } joined && source.KeyOf is { Count: 0 }) { Wrong(joined.Place, "'key_of' needs the headers that name a row together: [Patient, Start, Code]."); }
        if (source.Thousands == source.Decimal) { Wrong(fields.Place, "The thousands mark and the decimal mark are the same."); }
    }

    private static void CheckConstant(ColumnSource source, YamlNode node, YamlFields fields, List<Problem> problems)
    {
        string[] settings = [.. new[] { "format", "formats", "map", "unknown", "decimal", "thousands", "negative", "currency", "unit", "kind" }.Where(key => fields.Node(key) is not null)];
        if (settings.Length > 0) { problems.Add(ProblemKinds.ProfileWrong.At(node.Place, $"A constant is not read from the file, so '{settings[0]}' has no meaning beside 'value'.")); }
        if (source.Column.Kind == ColumnKind.NhsNumber || source.Column.IsIdentity)
        {
            problems.Add(ProblemKinds.ProfileWrong.At(node.Place, $"'{source.Column.Name}' tells people apart, so it cannot be the same in every row."));
        }
        else
        {
            CheckValue(source.Column, source.Value ?? "", node.Place, problems);
        }
    }

    /// <summary>A value written in a profile must be one that the column can hold.</summary>
    internal static void CheckValue(Column column, string value, Place place, List<Problem> problems)
    {
        if (value.Length == 0) { problems.Add(ProblemKinds.ProfileWrong.At(place, $"The constant of '{column.Name}' is blank.", "Leave the column out instead: it is then null in every row.")); }
        else if (column.OneOf is { } legal && !legal.Contains(column.CaseSensitive ? value : value.ToUpperInvariant()))
        {
            problems.Add(ProblemKinds.ProfileWrong.At(place, $"'{column.Name}' cannot hold '{value}'.", $"Its values are {string.Join(", ", legal)}."));
        }
        else if (!FitsKind(column.Kind, value))
        {
            problems.Add(ProblemKinds.ProfileWrong.At(place, $"'{column.Name}' cannot hold '{value}'.", "A constant is written as 2024-03-31, 12.50, 12 or Y."));
        }
    }

    private static bool FitsKind(ColumnKind kind, string value) => kind switch
    {
        ColumnKind.Date => DatePattern.Of("yyyy-MM-dd").TryRead(Encoding.UTF8.GetBytes(value), out _),
        ColumnKind.Integer => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ColumnKind.Quantity or ColumnKind.Money => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ColumnKind.Flag => value.ToUpperInvariant() is "Y" or "N" or "1" or "0" or "TRUE" or "FALSE" or "YES" or "NO",
        _ => true,
    };

    private static bool IsNumber(ColumnKind kind) => kind is ColumnKind.Money or ColumnKind.Quantity or ColumnKind.Integer;
}
