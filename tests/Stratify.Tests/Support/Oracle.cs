using Stratify.Cohorts;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>
/// What a criterion means, said a second time by walking its tree over everybody at once. It shares nothing with the SQL that the engine
/// compiles. Columns and ranks are found once, since a hundred thousand conditions ask for the same. Not for two threads at a time.
/// </summary>
public sealed class Oracle(IReadOnlyList<MadeUp> people)
{
    private readonly Dictionary<PersonYearField, object?[]> _columns = [];
    private readonly Dictionary<PersonYearField, (int? Place, int Ranked)[]> _ranks = [];
    private readonly Dictionary<PersonYearField, (decimal Own, decimal Held, decimal Total)?[]> _shares = [];

    /// <summary>Null is unknown; in the order of the people.</summary>
    public bool?[] Ask(Criterion criterion) => criterion switch
    {
        Everyone => Of(_ => true),
        HasFlag flag when Column(flag.Field) is var column => Of(i => (bool?)column[i]),
        Not { Item: var item } when Ask(item) is var truth => Of(i => !truth[i]),
        AllOf all when Truths(all.Items) is var truths => Of(i => Least(truths, i, turned: false)),
        AnyOf any when Truths(any.Items) is var truths => Of(i => !Least(truths, i, turned: true)),
        CountOf count when Truths(count.Items) is var truths => Of(i => Count(count, truths, i)),
        IsMissing missing when Column(missing.Field) is var column => Of(i => column[i] is null),
        InTop top when Ranks(top.Field) is var ranks => Of(i => ranks[i].Place is { } place ? place < (int)Math.Ceiling(ranks[i].Ranked * top.Percent / 100) : null),
        InTopOfTotal top when Shares(top.Field) is var shares => Of(i => shares[i] is { } share ? share.Own > 0 && share.Held * 100 <= top.Percent * share.Total : null),
        InList list when Value(list.Left) is var left && list.Values.Select(Value).ToList() is var values => Of(i => left(i) is not { } value ? null : values.Exists(one => value.Equals(one(i)))),
        Compared compared when Value(compared.Left) is var left && Value(compared.Right) is var right => Of(i => Compare(left(i), compared.Comparison, right(i))),
        _ => throw new ArgumentException($"The oracle does not know {criterion.GetType().Name}."),
    };

    /// <summary>The first cohort that is true of each person.</summary>
    public string?[] Assign(Scheme scheme)
    {
        var truths = scheme.Cohorts.Select(cohort => Ask(cohort.Criterion)).ToList();
        return [.. people.Select((_, i) => truths.FindIndex(truth => truth[i] == true) is >= 0 and var first ? scheme.Cohorts[first].Id : null)];
    }

    private bool?[] Of(Func<int, bool?> truth)
    {
        var truths = new bool?[people.Count];
        for (var i = 0; i < truths.Length; i++) { truths[i] = truth(i); }
        return truths;
    }

    private List<bool?[]> Truths(IReadOnlyList<Criterion> items) => [.. items.Select(Ask)];

    /// <summary>The least of several truths, turned or as they are: false is below unknown, unknown below true.</summary>
    private static bool? Least(List<bool?[]> truths, int person, bool turned)
    {
        var unknown = false;
        foreach (var truth in truths)
        {
            if (truth[person] == turned) { return false; }
            unknown |= truth[person] is null;
        }
        return unknown ? null : true;
    }

    /// <summary>Tries every way in which the unknown ones could turn out.</summary>
    private static bool? Count(CountOf count, List<bool?[]> truths, int person)
    {
        var (known, possible) = (0, 0);
        foreach (var truth in truths)
        {
            known += truth[person] == true ? 1 : 0;
            possible += truth[person] == false ? 0 : 1;
        }
        var (some, all) = (false, true);
        for (var number = known; number <= possible; number++)
        {
            var inside = number >= count.From && (count.To is null || number <= count.To);
            some |= inside;
            all &= inside;
        }
        return some == all ? some : null;
    }

    private Func<int, object?> Value(Operand operand)
    {
        switch (operand)
        {
            case FieldValue value: var column = Column(value.Field); return i => column[i];
            case NumberValue number: object whole = number.Number; return _ => whole;
            case MoneyValue money: object pence = (decimal)money.Pence; return _ => pence;
            case TextValue text: return _ => text.Text;
            case PercentileOf percentile: var ranks = Ranks(percentile.Field); return i => ranks[i].Place is { } place ? (ranks[i].Ranked - 1 - place) * 100m / ranks[i].Ranked : null;
            default: throw new ArgumentException($"The oracle does not know {operand.GetType().Name}.");
        }
    }

    private object?[] Column(PersonYearField field) => _columns.TryGetValue(field, out var known) ? known : _columns[field] = [.. people.Select(person => person[field])];

    /// <summary>Everybody's place in their year from 0, highest first, ties in the order of the register, and how many are ranked; those without a value are not.</summary>
    private (int? Place, int Ranked)[] Ranks(PersonYearField field)
    {
        if (_ranks.TryGetValue(field, out var known)) { return known; }
        var ranks = new (int? Place, int Ranked)[people.Count];
        foreach (var year in people.Select((person, i) => (Person: person, Index: i)).Where(one => one.Person[field] is not null).GroupBy(one => one.Person.Year))
        {
            var ranked = year.OrderByDescending(one => (decimal)one.Person[field]!).ThenBy(one => one.Person.Key).ToList();
            for (var place = 0; place < ranked.Count; place++) { ranks[ranked[place].Index] = (place, ranked.Count); }
        }
        return _ranks[field] = ranks;
    }

    /// <summary>What each has of a field, what they and all before them have, and what everybody in the year has; less than nothing is nothing.</summary>
    private (decimal Own, decimal Held, decimal Total)?[] Shares(PersonYearField field)
    {
        if (_shares.TryGetValue(field, out var known)) { return known; }
        var ranks = Ranks(field);
        var shares = new (decimal Own, decimal Held, decimal Total)?[people.Count];
        foreach (var year in Enumerable.Range(0, people.Count).Where(i => ranks[i].Place is not null).GroupBy(i => people[i].Year))
        {
            var total = year.Sum(i => Math.Max(0, (decimal)people[i][field]!));
            var held = 0m;
            foreach (var i in year.OrderBy(i => ranks[i].Place))
            {
                held += Math.Max(0, (decimal)people[i][field]!);
                shares[i] = ((decimal)people[i][field]!, held, total);
            }
        }
        return _shares[field] = shares;
    }

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
