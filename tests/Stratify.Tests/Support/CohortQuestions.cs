using System.Globalization;
using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Tests.Support;

/// <summary>
/// Asks many conditions of the same people in one statement, by the SQL that the engine compiles. An answer is a sum in which each person
/// counts with a weight of 40 bits where the condition is true of them, with another where it is false, and not at all where it is unknown:
/// two answers that differ in one person have the same sum once in a trillion times.
/// </summary>
public sealed class CohortQuestions : IDisposable
{
    private readonly CohortTown _town;
    private readonly long[] _yes, _no;

    public CohortQuestions(IReadOnlyList<MadeUp> people)
    {
        var random = new Xoshiro(11);
        _town = new CohortTown(people);
        _yes = [.. people.Select(_ => (long)(random.Next() >> 24))];
        _no = [.. people.Select(_ => (long)(random.Next() >> 24))];
        var ranked = PersonYearFields.All.Where(field => field.IsOrdered).SelectMany(field => (string[])[$"{field.Name} in top 5%", .. field.AddsUp ? [$"{field.Name} in top 5% of total"] : Array.Empty<string>()]).Select(CohortEngine.Read);
        _town.Warehouse.Execute($"create table weight as select * from (values {string.Join(", ", people.Select((person, i) => string.Create(CultureInfo.InvariantCulture, $"({person.Key}, {_yes[i]}, {_no[i]})")))}) as w(person_key, yes_weight, no_weight)");
        // Ranks of every field are made once, by the same SQL that a scheme gets.
        _town.Warehouse.Execute($"create table asked as select * from {CriterionSql.People(ranked)} join weight using (person_key)");
    }

    /// <summary>An answer to each, in their order.</summary>
    public IReadOnlyList<long> Ask(IReadOnlyList<Criterion> criteria) =>
        Of(criteria, column => [$"coalesce(sum(case when {column} then yes_weight when not {column} then no_weight end), 0)::bigint"]);

    /// <summary>How many people each is true of, false of and unknown of, one after the other.</summary>
    public IReadOnlyList<long> Count(IReadOnlyList<Criterion> criteria) =>
        Of(criteria, column => [$"count(*) filter ({column})", $"count(*) filter (not {column})", $"count(*) filter ({column} is null)"]);

    private List<long> Of(IReadOnlyList<Criterion> criteria, Func<string, string[]> sums)
    {
        var asked = string.Join(", ", criteria.Select((criterion, i) => $"{CriterionSql.Of(criterion)} as c{i}"));
        return [.. _town.Warehouse.Query($"select {string.Join(", ", criteria.SelectMany((_, i) => sums($"c{i}")))} from (select yes_weight, no_weight, {asked} from asked)").Rows[0].Select(answer => (long)answer!)];
    }

    /// <summary>The answer that these truths would give.</summary>
    public long Answer(IReadOnlyList<bool?> truths)
    {
        long sum = 0;
        for (var i = 0; i < truths.Count; i++) { sum += truths[i] switch { true => _yes[i], false => _no[i], null => 0 }; }
        return sum;
    }

    public void Dispose() => _town.Dispose();
}
