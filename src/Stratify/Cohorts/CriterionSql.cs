using System.Globalization;
using Stratify.Model;

namespace Stratify.Cohorts;

/// <summary>
/// Compiles a criterion to an SQL expression over <c>person_year</c> whose null is unknown. Identifiers come from
/// <see cref="PersonYearFields"/>; values are typed literals written from the tree, never the user's own text.
/// </summary>
public static class CriterionSql
{
    /// <summary>An expression of type boolean over <see cref="People"/>.</summary>
    public static string Of(Criterion criterion) => criterion switch
    {
        Everyone => "true",
        HasFlag flag => flag.Field.Column,
        Not not => $"(not {Of(not.Item)})",
        AllOf all => Joined(all.Items, " and "),
        AnyOf any => Joined(any.Items, " or "),
        CountOf count => Count(count),
        IsMissing missing => $"({missing.Field.Column} is null)",
        InList list => $"({Of(list.Left)} in ({string.Join(", ", list.Values.Select(Of))}))",
        InTop top => $"((place_by_{top.Field.Column} - 1) * 100 < {Number(top.Percent)} * people_by_{top.Field.Column})",
        InTopOfTotal top => $"(case when {top.Field.Column} > 0 then held_by_{top.Field.Column} * 100 <= {Number(top.Percent)} * total_of_{top.Field.Column} when {top.Field.Column} <= 0 then false end)",
        Compared { Left: PercentileOf percentile } compared =>
            $"((people_by_{percentile.Field.Column} - place_by_{percentile.Field.Column}) * 100 {Sign(compared.Comparison)} {Of(compared.Right)} * people_by_{percentile.Field.Column})",
        Compared compared => $"({Of(compared.Left)} {Sign(compared.Comparison)} {Of(compared.Right)})",
        _ => throw new InvalidOperationException($"A criterion of type {criterion.GetType().Name} has no SQL."),
    };

    /// <summary>What stands behind <c>from</c>: <c>person_year</c>, with people ranked by the fields by which the criteria rank them.</summary>
    public static string People(IEnumerable<Criterion> criteria)
    {
        var all = criteria.SelectMany(All).ToList();
        List<string> ranks = [.. all.SelectMany(RankedFields).Distinct().SelectMany(RankColumns), .. all.OfType<InTopOfTotal>().Select(top => top.Field).Distinct().SelectMany(ShareColumns)];
        return ranks.Count == 0 ? "person_year" : $"(select *, {string.Join(", ", ranks)} from person_year)";
    }

    private static IEnumerable<Criterion> All(Criterion criterion) => criterion.Parts.SelectMany(All).Prepend(criterion);

    private static IEnumerable<PersonYearField> RankedFields(Criterion criterion) => criterion switch
    {
        InTop top => [top.Field],
        Compared { Left: PercentileOf percentile } => [percentile.Field],
        _ => [],
    };

    /// <summary>What a person and all before them have of a field, highest first, and what everybody has; less than nothing counts as nothing.</summary>
    private static string[] ShareColumns(PersonYearField field) =>
    [
        $"cast(sum(greatest({field.Column}, 0)) over (partition by year order by {field.Column} desc nulls last, person_key rows unbounded preceding) as decimal(18, 2)) as held_by_{field.Column}",
        $"cast(sum(greatest({field.Column}, 0)) over (partition by year) as decimal(18, 2)) as total_of_{field.Column}",
    ];

    /// <summary>The people of a year by a field, highest first; nobody without a value has a place or is counted.</summary>
    private static string[] RankColumns(PersonYearField field) =>
    [
        $"case when {field.Column} is not null then row_number() over (partition by year order by {field.Column} desc nulls last, person_key) end as place_by_{field.Column}",
        $"count({field.Column}) over (partition by year) as people_by_{field.Column}",
    ];

    private static string Joined(IReadOnlyList<Criterion> items, string word) => $"({string.Join(word, items.Select(Of))})";

    private static string Of(Operand operand) => operand switch
    {
        FieldValue value => value.Field.Column,
        NumberValue number => Number(number.Number),
        MoneyValue money => money.Pence.ToString(CultureInfo.InvariantCulture),
        TextValue text => $"'{text.Text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new InvalidOperationException($"An operand of type {operand.GetType().Name} has no SQL."),
    };

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "<>",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    private static string Count(CountOf count)
    {
        var items = count.Items.Select(Of).ToList();
        // How many are known to be true, and how many could be: an unknown one lies between.
        var known = string.Join(" + ", items.Select(item => $"case when {item} then 1 else 0 end"));
        var possible = string.Join(" + ", items.Select(item => $"case when not {item} then 0 else 1 end"));
        var from = AtLeast(known, possible, count.From);
        return count.To is { } to ? $"({from} and not {AtLeast(known, possible, to + 1)})" : from;
    }

    private static string AtLeast(string known, string possible, int number) =>
        number <= 0 ? "true" : string.Create(CultureInfo.InvariantCulture, $"(case when {known} >= {number} then true when {possible} < {number} then false end)");
}
