using System.Globalization;
using Stratify.Model;

namespace Stratify.Cohorts;

/// <summary>Turns a condition's tree into SQL over <c>person_year</c>. Names come from declared fields, values are written as typed literals.</summary>
public static class Compiler
{
    public static string Sql(Expression expression) => expression switch
    {
        Everyone => "true",
        Flag flag => flag.Field.Column,
        Not not => $"(not {Sql(not.Inner)})",
        And and => Join(and.Parts, "and"),
        Or or => Join(or.Parts, "or"),
        CountOf count => $"({string.Join(" + ", count.Flags.Select(flag => $"cast({flag.Column} as integer)"))} {count.Operator} {Literal(count.Number)})",
        CompareNumber compare => $"({compare.Field.Column} {compare.Operator} {Amount(compare.Field, compare.Number)})",
        Between between => $"({between.Field.Column} between {Amount(between.Field, between.From)} and {Amount(between.Field, between.To)})",
        TextIn text => $"({text.Field.Column} in ({string.Join(", ", text.Texts.Select(Literal))}))",
        NumberIn number => $"({number.Field.Column} in ({string.Join(", ", number.Numbers.Select(value => Amount(number.Field, value)))}))",
        Missing missing => $"({missing.Field.Column} is null)",
        InTop top => $"({Place(top.Field)} <= ceil({Literal(top.Percent)} * everyone / 100))",
        _ => throw new ArgumentException($"An expression of type {expression.GetType().Name} has no SQL."),
    };

    /// <summary>The columns that places in a year's order need, for conditions on the top few; each is computed once.</summary>
    public static IReadOnlyList<string> Windows(IEnumerable<Expression> expressions)
    {
        var fields = expressions.SelectMany(Tops).Distinct().OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        return fields.Count == 0
            ? []
            : [.. fields.Select(field => $"row_number() over (partition by year order by {field.Column} desc nulls last, person_id) as {Place(field)}"),
               "count(*) over (partition by year) as everyone"];
    }

    private static IEnumerable<Field> Tops(Expression expression) => expression switch
    {
        InTop top => [top.Field],
        Not not => Tops(not.Inner),
        And and => and.Parts.SelectMany(Tops),
        Or or => or.Parts.SelectMany(Tops),
        _ => [],
    };

    private static string Place(Field field) => $"place_by_{field.Column}";

    private static string Join(IReadOnlyList<Expression> parts, string word) => $"({string.Join($" {word} ", parts.Select(Sql))})";

    private static string Amount(Field field, decimal value) => Literal(field.Type == FieldType.Money ? value * 100 : value);

    private static string Literal(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
