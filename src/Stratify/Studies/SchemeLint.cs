using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Studies;

/// <summary>Something in a scheme that may not be what its author meant.</summary>
/// <param name="IsWarning">False for what is only worth knowing.</param>
public sealed record Finding(Place Place, string Cohort, bool IsWarning, string Says, string Hint);

/// <summary>Looks for rules that are true of nobody or of everybody, that none can reach, that share people with others, and for fields that a scheme had better not be built on.</summary>
public static class SchemeLint
{
    public static IReadOnlyList<Finding> Of(Scheme scheme)
    {
        var drawn = DrawnPeople.For(scheme);
        var work = Directory.CreateTempSubdirectory("stratify-lint-");
        try
        {
            using var warehouse = new Warehouse(new WarehouseOptions(work.FullName) { Reads = 0 });
            InventedPeople.Make(warehouse, drawn.Fields, drawn.People);
            warehouse.Execute($"create table truth as select {string.Join(", ", scheme.Cohorts.Select((cohort, i) => $"coalesce({CriterionSql.Of(cohort.Criterion)}, false) as {Rule(i)}"))} from {CriterionSql.People(scheme.Cohorts.Select(cohort => cohort.Criterion))}");
            return [.. Reach(scheme, drawn, warehouse), .. Fields(scheme)];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static IEnumerable<Finding> Reach(Scheme scheme, DrawnPeople drawn, Warehouse warehouse)
    {
        var whom = drawn.IsWhole ? "nobody can be" : string.Create(CultureInfo.InvariantCulture, $"nobody is of {drawn.People.Count:N0} people drawn on both sides of every limit");
        var shared = new List<Cohort>();
        for (var i = 0; i < scheme.Cohorts.Count; i++)
        {
            var cohort = scheme.Cohorts[i];
            if (cohort.Criterion is Everyone) { continue; }
            var isTrue = warehouse.Count($"select count(*) from truth where {Rule(i)}");
            var takers = scheme.IsSets ? [] : Takers(scheme, i, warehouse);
            if (isTrue == 0) { yield return new Finding(cohort.Place, cohort.Id, true, $"The condition of '{cohort.Id}' contradicts itself: {whom} what it asks for.", "Look for limits that exclude each other."); }
            else if (isTrue == drawn.People.Count) { yield return new Finding(cohort.Place, cohort.Id, true, $"The condition of '{cohort.Id}' is true of everybody.", scheme.IsSets ? "Where that is meant, write: everyone." : "Cohorts after it stay empty. Where that is meant, write: everyone."); }
            else if (takers.Sum(taker => taker.People) == isTrue)
            {
                yield return new Finding(cohort.Place, cohort.Id, true, $"Nobody can reach '{cohort.Id}': whoever is of it is taken by a cohort before it{(drawn.IsWhole ? "" : ", as far as people drawn on both sides of every limit tell")}.", $"Put it before {Listed([.. takers.Select(taker => taker.Cohort)])}.");
            }
            else if (takers.Count > 0) { shared.Add(cohort); }
        }
        if (shared.Count > 0) { yield return new Finding(shared[0].Place, shared[0].Id, false, $"People of {Listed([.. shared.Select(cohort => cohort.Id)])} may be of a cohort before {(shared.Count == 1 ? "it" : "theirs")} too: the order decides.", ""); }
    }

    private static IEnumerable<Finding> Fields(Scheme scheme)
    {
        var made = scheme.Cohorts.Where(cohort => cohort.Fields.Any(field => field.Kind == FieldKind.Activity)).ToList();
        if (made.Count > 0)
        {
            yield return new Finding(made[0].Place, made[0].Id, false, $"{Listed([.. made.Select(cohort => cohort.Id)])} {(made.Count == 1 ? "is" : "are")} made from care that people had ({string.Join(", ", scheme.ActivityFields.Select(field => field.Name))}), so the scheme describes cost and cannot explain it.",
                "In a scheme that is to explain cost, use diagnoses, age and frailty.");
        }
        foreach (var cohort in scheme.Cohorts.Where(cohort => cohort.Fields.Any(field => field.Name == "died")))
        {
            yield return new Finding(cohort.Place, cohort.Id, true, $"'{cohort.Id}' is known only when the year is over: it selects by death in the year.", "Select nobody for the year to come by it.");
        }
    }

    /// <summary>The cohorts before one that take people of it, with how many of those drawn.</summary>
    private static List<(string Cohort, long People)> Takers(Scheme scheme, int rule, Warehouse warehouse)
    {
        if (rule == 0) { return []; }
        var first = $"case {string.Join(' ', Enumerable.Range(0, rule).Select(before => string.Create(CultureInfo.InvariantCulture, $"when {Rule(before)} then {before}")))} end";
        var taken = warehouse.Query($"select {first}::bigint as taker, count(*) from truth where {Rule(rule)} group by taker having taker is not null order by taker");
        return [.. taken.Rows.Select(row => (scheme.Cohorts[(int)(long)row[0]!].Id, (long)row[1]!))];
    }

    private static string Listed(List<string> ids) => ids.Count > 4 ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ids.Take(3).Select(id => $"'{id}'"))} and {ids.Count - 3} more") : string.Join(", ", ids.Select(id => $"'{id}'"));

    private static string Rule(int number) => string.Create(CultureInfo.InvariantCulture, $"rule_{number}");
}
