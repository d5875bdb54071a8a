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
    public IReadOnlyList<long> Ask(IReadOnlyList<Criterion> criteria)
    {
        var asked = string.Join(", ", criteria.Select((criterion, i) => $"{CriterionSql.Of(criterion)} as c{i}"));
        var sums = string.Join(", ", criteria.Select((_, i) => $"coalesce(sum(case when c{i} then yes_weight when not c{i} then no_weight end), 0)::bigint"));
        return [.. _town.Warehouse.Query($"select {sums} from (select yes_weight, no_weight, {asked} from asked)").Rows[0].Select(answer => (long)answer!)];
    }

    /// <summary>The answer that these truths would give.</summary>
    public long Answer(IEnumerable<bool?> truths)
    {
        var (sum, person) = (0L, 0);
        foreach (var truth in truths)
        {
            sum += truth switch { true => _yes[person], false => _no[person], null => 0 };
            person++;
        }
        return sum;
    }

    public void Dispose() => _town.Dispose();
}
