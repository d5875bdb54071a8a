using Stratify.Cohorts;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>Asks many conditions of the same people in one statement, by the SQL that the engine compiles.</summary>
public sealed class CohortQuestions : IDisposable
{
    private readonly CohortTown _town;

    public CohortQuestions(IReadOnlyList<MadeUp> people)
    {
        _town = new CohortTown(people, threads: 1);
        var ranked = PersonYearFields.All.Where(field => field.IsOrdered).SelectMany(field => (string[])[$"{field.Name} in top 5%", .. field.AddsUp ? [$"{field.Name} in top 5% of total"] : Array.Empty<string>()]).Select(CohortEngine.Read);
        // Ranks of every field are made once, by the same SQL that a scheme gets.
        _town.Warehouse.Execute($"create table asked as select * from {CriterionSql.People(ranked)} order by person_key, year");
    }

    /// <summary>What is true of each person, in their order, for each of the criteria in theirs; null is unknown.</summary>
    /// <remarks>A text is bound once: what stands whole in the brackets of a negation, and is asked too, is read there from its own column, which by the rules of SQL is the same.</remarks>
    public IReadOnlyList<bool?[]> Ask(IReadOnlyList<Criterion> criteria)
    {
        var texts = criteria.Select(CriterionSql.Of).ToList();
        var all = texts.ToHashSet();
        var columns = all.Where(text => Negated(text) is not { } inner || !all.Contains(inner)).Select((text, i) => (text, column: $"c{i}")).ToDictionary(pair => pair.text, pair => pair.column);
        var rows = _town.Warehouse.Query($"select {string.Join(", ", texts.Select((text, i) => $"{Read(text)} as a{i}"))} from (select {string.Join(", ", columns.Select(pair => $"{pair.Key} as {pair.Value}"))} from asked)").Rows;
        return [.. texts.Select((_, i) => rows.Select(row => (bool?)row[i]).ToArray())];

        string Read(string text) => columns.GetValueOrDefault(text) ?? $"(not {Read(Negated(text)!)})";
    }

    public void Dispose() => _town.Dispose();

    /// <summary>What stands whole in the brackets of a negation; null where the text is none.</summary>
    private static string? Negated(string text) => text.StartsWith("(not ", StringComparison.Ordinal) ? text[5..^1] : null;
}
