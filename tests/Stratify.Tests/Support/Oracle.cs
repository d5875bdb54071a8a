using Stratify.Cohorts;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>What a criterion means, said a second time by walking its tree person by person. It shares nothing with the SQL that the engine compiles.</summary>
public sealed class Oracle(IReadOnlyList<MadeUp> people)
{
    /// <summary>Null is unknown.</summary>
    public bool? Ask(Criterion criterion, MadeUp person) => criterion switch
    {
        Everyone => true,
        HasFlag flag => (bool?)person[flag.Field],
        Not not => !Ask(not.Item, person),
        AllOf all => Least(all.Items.Select(item => Ask(item, person))),
        AnyOf any => !Least(any.Items.Select(item => !Ask(item, person))),
        CountOf count => Count(count, [.. count.Items.Select(item => Ask(item, person))]),
        IsMissing missing => person[missing.Field] is null,
        InTop top => Top(top, person),
        InList list => AnyEqual(Value(list.Left, person), list.Values.Select(value => Value(value, person)!)),
        Compared compared => Compare(Value(compared.Left, person), compared.Comparison, Value(compared.Right, person)),
        _ => throw new ArgumentException($"The oracle does not know {criterion.GetType().Name}."),
    };

    public string? Assign(Scheme scheme, MadeUp person) => scheme.Cohorts.FirstOrDefault(cohort => Ask(cohort.Criterion, person) == true)?.Id;

    /// <summary>The least of several truths: false is below unknown, unknown below true.</summary>
    private static bool? Least(IEnumerable<bool?> truths)
    {
        var seen = truths.ToHashSet();
        return seen.Contains(false) ? false : seen.Contains(null) ? null : true;
    }

    /// <summary>Tries every way in which the unknown ones could turn out.</summary>
    private static bool? Count(CountOf count, IReadOnlyList<bool?> truths)
    {
        var known = truths.Count(truth => truth == true);
        var answers = Enumerable.Range(known, truths.Count(truth => truth is null) + 1).Select(number => number >= count.From && (count.To is null || number <= count.To)).ToHashSet();
        return answers.Count == 2 ? null : answers.Single();
    }

    private bool? Top(InTop top, MadeUp person)
    {
        var ranked = Ranked(top.Field, person.Year);
        var place = ranked.IndexOf(person);
        return place < 0 ? null : place < (int)Math.Ceiling(ranked.Count * top.Percent / 100);
    }

    private object? Value(Operand operand, MadeUp person)
    {
        switch (operand)
        {
            case FieldValue value: return person[value.Field];
            case NumberValue number: return number.Number;
            case MoneyValue money: return (decimal)money.Pence;
            case TextValue text: return text.Text;
            case PercentileOf percentile:
                var ranked = Ranked(percentile.Field, person.Year);
                var place = ranked.IndexOf(person);
                return place < 0 ? null : (ranked.Count - 1 - place) * 100m / ranked.Count;
            default: throw new ArgumentException($"The oracle does not know {operand.GetType().Name}.");
        }
    }

    /// <summary>Highest first, ties in the order of the register; those without a value are not ranked.</summary>
    private List<MadeUp> Ranked(PersonYearField field, string year) =>
        [.. people.Where(person => person.Year == year && person[field] is not null).OrderByDescending(person => (decimal)person[field]!).ThenBy(person => person.Key)];

    private static bool? AnyEqual(object? value, IEnumerable<object> values) => value is null ? null : values.Any(value.Equals);

    private static bool? Compare(object? left, Comparison comparison, object? right)
    {
        if (left is null || right is null) { return null; }
        if (left is string) { return left.Equals(right) == (comparison == Comparison.Equal); }
        var order = ((decimal)left).CompareTo((decimal)right);
        return comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
