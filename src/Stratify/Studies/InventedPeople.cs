using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Studies;

/// <summary>A table <c>person_year</c> of people who do not exist, one a row, with just the fields that somebody gave them.</summary>
internal static class InventedPeople
{
    internal const string Year = "invented";

    /// <param name="fields">The columns.</param>
    /// <param name="people">Each a value for every field, of the type that the table has it in, or null for missing.</param>
    internal static void Make(Warehouse warehouse, IReadOnlyList<PersonYearField> fields, IEnumerable<IReadOnlyList<object?>> people)
    {
        MemoryTable.Create(warehouse, "person_year",
            [("person_key", "bigint"), ("year", "varchar"), .. fields.Select(field => (field.Column, Type(field)))],
            people.Select((person, i) => (object?[])[(long)i, Year, .. person]));
    }

    /// <summary>What a person has of whom nothing is said: no condition, no care and no cost; who and where they are is missing.</summary>
    internal static object? Default(PersonYearField field) => field.Kind is FieldKind.Need or FieldKind.Activity
        ? field.Type switch { FieldType.Flag => false, FieldType.Number => 0.0, FieldType.Money => 0L, _ => null }
        : field.Type == FieldType.Flag ? false : null;

    private static string Type(PersonYearField field) => field.Type switch { FieldType.Flag => "boolean", FieldType.Number => "double", FieldType.Money => "bigint", _ => "varchar" };
}
