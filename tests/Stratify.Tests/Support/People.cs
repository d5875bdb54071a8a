using System.Globalization;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>A made-up person in a year: values by field name, missing ones left out. Numbers and money (in pence) are decimal.</summary>
public sealed record MadeUp(int Key, string Id, string Year, IReadOnlyDictionary<string, object> Values)
{
    public object? this[PersonYearField field] => Values.GetValueOrDefault(field.Name);
}

/// <summary>Made-up people, drawn in a test or generated.</summary>
public static class People
{
    /// <summary>Columns are <c>person_id</c>, perhaps <c>year</c>, and fields; money is drawn in pounds, flags as yes and no.</summary>
    public static IReadOnlyList<MadeUp> Of(string drawn) => [.. Table.Parse(drawn).Rows.Select((row, i) => new MadeUp(
        i + 1,
        row["person_id"]!,
        row.GetValueOrDefault("year") ?? "2024/25",
        row.Where(cell => cell.Value is not null && cell.Key is not ("person_id" or "year")).ToDictionary(cell => cell.Key, cell => Value(Field(cell.Key), cell.Value!))))];

    private static PersonYearField Field(string name) => PersonYearFields.Find(name) ?? throw new ArgumentException($"The drawn column {name} is not a field.");

    private static object Value(PersonYearField field, string text) => field.Type switch
    {
        FieldType.Number => decimal.Parse(text, CultureInfo.InvariantCulture),
        FieldType.Money => decimal.Parse(text, CultureInfo.InvariantCulture) * 100,
        FieldType.Flag => text == "yes" || (text == "no" ? false : throw new ArgumentException("A flag is drawn as yes or no.")),
        _ => text,
    };
}
