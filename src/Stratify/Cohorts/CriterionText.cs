using System.Globalization;

namespace Stratify.Cohorts;

/// <summary>Writes a criterion in the words of conditions, in one way whatever way it was written: what stands in explanations.</summary>
public static class CriterionText
{
    public static string Of(Criterion criterion) => criterion switch
    {
        Everyone => "everyone",
        HasFlag flag => flag.Field.Name,
        Not { Item: IsMissing missing } => $"{missing.Field.Name} is not missing",
        Not not => $"not {Inner(not.Item)}",
        AllOf all => string.Join(" and ", all.Items.Select(Inner)),
        AnyOf any => string.Join(" or ", any.Items.Select(Inner)),
        CountOf count => $"count of ({string.Join(", ", count.Items.Select(Of))}) {Range(count)}",
        IsMissing missing => $"{missing.Field.Name} is missing",
        InList list => $"{Of(list.Left)} in ({string.Join(", ", list.Values.Select(Of))})",
        InTop top => $"{top.Field.Name} in top {Number(top.Percent)}%",
        InTopOfTotal top => $"{top.Field.Name} in top {Number(top.Percent)}% of total",
        Compared compared => $"{Of(compared.Left)} {Sign(compared.Comparison)} {Of(compared.Right)}",
        _ => throw new InvalidOperationException($"A criterion of type {criterion.GetType().Name} has no text."),
    };

    private static string Inner(Criterion criterion) => criterion is AllOf or AnyOf ? $"({Of(criterion)})" : Of(criterion);

    private static string Range(CountOf count) => count.To switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $">= {count.From}"),
        { } to when to == count.From => string.Create(CultureInfo.InvariantCulture, $"= {to}"),
        { } to when count.From <= 0 => string.Create(CultureInfo.InvariantCulture, $"<= {to}"),
        { } to => string.Create(CultureInfo.InvariantCulture, $"between {count.From} and {to}"),
    };

    private static string Of(Operand operand) => operand switch
    {
        FieldValue value => value.Field.Name,
        PercentileOf percentile => $"{percentile.Field.Name} percentile",
        NumberValue number => Number(number.Number),
        MoneyValue money => Pounds(money.Pence),
        TextValue text => $"\"{text.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => throw new InvalidOperationException($"An operand of type {operand.GetType().Name} has no text."),
    };

    /// <summary>An amount as people and conditions write it: whole pounds where there are no pence.</summary>
    public static string Pounds(long pence) => (pence % 100 == 0 ? pence / 100 : pence / 100m).ToString(pence % 100 == 0 ? "'£'#,0" : "'£'#,0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };
}
