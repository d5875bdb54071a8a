using System.Globalization;
using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Studies;

/// <summary>One part of a rule, and what it is of one person.</summary>
/// <param name="Depth">0 for the whole condition of a cohort.</param>
/// <param name="Truth">Null for unknown.</param>
/// <param name="Values">The fields that this part itself reads, each with the person's own value.</param>
public sealed record Reason(string Cohort, int Depth, string Text, bool? Truth, IReadOnlyList<(string Field, string Value)> Values);

/// <summary>Why one person is in their cohort: every rule with every part of it, true, false or unknown, with the values used. For those who may see single people.</summary>
public sealed record Reasons(string Year, IReadOnlyList<string> Cohorts, IReadOnlyList<Reason> Lines)
{
    /// <param name="pseudonym">The person's <c>person_id</c> in the run.</param>
    /// <param name="year">Null for the last year of the run.</param>
    /// <exception cref="DefinitionException">The run has no such person in that year.</exception>
    public static Reasons Of(Study study, Scheme scheme, string pseudonym, string? year)
    {
        year ??= study.Years[^1];
        if (!study.Years.Contains(year)) { throw new DefinitionException(ProblemKinds.UnknownName.At(null, $"The run has no year '{year}'.", Nearest.Hint(year, study.Years, "years"))); }
        var nodes = scheme.Cohorts.SelectMany(cohort => Nodes(cohort.Criterion, 0).Select(node => (cohort.Id, node.Criterion, node.Depth))).ToList();
        var fields = nodes.SelectMany(node => node.Criterion.Reads).DistinctBy(field => field.Column).ToList();
        var grid = study.Warehouse.Query($"""
            select {string.Join(",\n    ", nodes.Select(node => CriterionSql.Of(node.Criterion)).Concat(fields.Select(field => $"{field.Column}::varchar")))}
            from {CriterionSql.People(scheme.Cohorts.Select(cohort => cohort.Criterion))}
            where person_id = $1 and year = $2
            """, pseudonym, year);
        // The pseudonym is not said again: what somebody pasted here may be something else.
        if (grid.Count == 0) { throw new DefinitionException(ProblemKinds.UnknownName.At(null, $"The run has nobody of that pseudonym in {year}.", "The column person_id of restricted/person_year.parquet has them; a new key gives everybody another.")); }
        var row = grid.Rows[0];
        var values = fields.Select((field, i) => (field, Value: Said(field, (string?)row[nodes.Count + i]))).ToDictionary(pair => pair.field.Column, pair => (pair.field.Name, pair.Value));
        var lines = nodes.Select((node, i) => new Reason(node.Id, node.Depth, CriterionText.Of(node.Criterion), (bool?)row[i], [.. node.Criterion.Reads.DistinctBy(field => field.Column).Select(field => values[field.Column])])).ToList();
        var placed = lines.Where(line => line is { Depth: 0, Truth: true }).Select(line => line.Cohort);
        return new Reasons(year, [.. scheme.IsSets ? placed : placed.Take(1)], lines);
    }

    /// <summary>The condition, and below it what it is made of.</summary>
    private static IEnumerable<(Criterion Criterion, int Depth)> Nodes(Criterion criterion, int depth) =>
        criterion.Parts.SelectMany(part => Nodes(part, depth + 1)).Prepend((criterion, depth));

    private static string Said(PersonYearField field, string? value) => value switch
    {
        null => "missing",
        _ when field.Type == FieldType.Money => CriterionText.Pounds(long.Parse(value, CultureInfo.InvariantCulture)),
        _ when field.Type == FieldType.Text => $"\"{value}\"",
        _ => value,
    };
}
