using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Studies;

/// <summary>
/// People who do not exist, on both sides of every limit that a scheme's conditions name: all combinations of such values where they are
/// few enough, so that what none of them is nobody can be; else a draw of them.
/// </summary>
/// <param name="IsWhole">Whether all combinations are there.</param>
internal sealed record DrawnPeople(IReadOnlyList<PersonYearField> Fields, IReadOnlyList<IReadOnlyList<object?>> People, bool IsWhole)
{
    private const int Most = 100_000, Drawn = 50_000;

    internal static DrawnPeople For(Scheme scheme)
    {
        var criteria = scheme.Cohorts.SelectMany(cohort => All(cohort.Criterion)).ToList();
        var fields = criteria.SelectMany(criterion => criterion.Reads).DistinctBy(field => field.Column).ToList();
        var values = fields.Select(field => Values(field, criteria)).ToList();
        // A place among others is nobody's own, so combinations of own values prove nothing of it.
        var ranks = criteria.Any(criterion => criterion is not (Everyone or HasFlag or AllOf or AnyOf or Not or CountOf or IsMissing or InList or Compared { Left: not PercentileOf }));
        var combinations = values.Aggregate(1.0, (product, some) => product * some.Count);
        return ranks || combinations > Most ? new DrawnPeople(fields, [.. Draw(values)], false) : new DrawnPeople(fields, [.. Every(values)], true);
    }

    private static IEnumerable<Criterion> All(Criterion criterion) => criterion.Parts.SelectMany(All).Prepend(criterion);

    /// <summary>The first is what a person has who has nothing.</summary>
    private static List<object?> Values(PersonYearField field, List<Criterion> criteria)
    {
        var named = criteria.SelectMany(Limits).Where(limit => limit.Field.Column == field.Column).Select(limit => limit.Value);
        IEnumerable<object?> all = field.Type switch
        {
            FieldType.Flag => [true],
            FieldType.Text => [.. field.OneOf, .. named, "some other"],
            FieldType.Money => [.. named.OfType<long>().SelectMany(pence => new object[] { pence - 1, pence, pence + 1 }), 100_00L, 5_000_00L],
            _ => [.. named.OfType<double>().SelectMany(number => new object[] { number - 1, number, number + 1 }), 1.0, 5.0],
        };
        return [.. all.Prepend(null).Prepend(InventedPeople.Default(field)).Distinct()];
    }

    private static IEnumerable<(PersonYearField Field, object Value)> Limits(Criterion criterion) => criterion switch
    {
        Compared { Left: FieldValue left, Right: FieldValue right } => [(left.Field, Of(left.Field, 2)), (right.Field, Of(right.Field, 2))],
        Compared { Left: FieldValue left, Right: var right } => Limit(left.Field, right),
        InList { Left: FieldValue left } list => list.Values.SelectMany(value => Limit(left.Field, value)),
        _ => [],
    };

    private static IEnumerable<(PersonYearField Field, object Value)> Limit(PersonYearField field, Operand value) => value switch
    {
        NumberValue number => [(field, (double)number.Number)],
        MoneyValue money => [(field, money.Pence)],
        TextValue text => [(field, text.Text)],
        _ => [],
    };

    private static object Of(PersonYearField field, int number) => field.Type == FieldType.Money ? number * 100L : (double)number;

    private static IEnumerable<IReadOnlyList<object?>> Every(List<List<object?>> values)
    {
        IEnumerable<IReadOnlyList<object?>> people = [[]];
        foreach (var some in values) { people = people.SelectMany(person => some.Select(value => (IReadOnlyList<object?>)[.. person, value])).ToList(); }
        return people;
    }

    /// <summary>From people of whom next to nothing is so to people of whom next to everything is.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Draw(List<List<object?>> values)
    {
        var random = new Xoshiro(1);
        for (var i = 0; i < Drawn; i++)
        {
            var often = random.NextDouble();
            yield return [.. values.Select(some => random.NextDouble() < often ? some[random.NextInt(some.Count)] : some[0])];
        }
    }
}
