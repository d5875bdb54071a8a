using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Results;

namespace Stratify.Studies;

/// <summary>
/// How a scheme comes to its cohorts, rule by rule: who is left by the rules above, who passes each part of the condition after the
/// parts before it, and who is placed; in people, and in what was done for them, each under its own name.
/// </summary>
public static class Attrition
{
    private const string Left = "left by the rules above";

    /// <summary>What was done for people, of which <c>events</c> is the sum: each counted once, nights and weeks left out.</summary>
    private static readonly string[] _events = ["gp_appointments", "prescriptions", "admissions", "outpatient_attendances", "ae_attendances", "community_contacts", "mental_health_contacts"];

    /// <summary>A row for each year, rule and step: the first step is who reaches the rule, the last who it places.</summary>
    public static ResultTable Of(Study study, Scheme scheme)
    {
        var steps = scheme.Cohorts.SelectMany((cohort, i) => Steps(cohort, i)).ToList();
        MemoryTable.Create(study.Warehouse, "attrition",
            [("year", "varchar"), ("rule", "bigint"), ("cohort", "varchar"), ("step", "bigint"), ("condition", "varchar"), ("chain", "varchar"), ("people", "bigint"), ("unknown", "bigint"), ("events", "bigint"), .. Pence.Select(name => (name, "bigint"))],
            Rows(study.Warehouse, scheme, steps));
        return Definition.Make(new ExactRows(study.Warehouse), Disclosure.Strictest, []);
    }

    /// <summary>Pence of a step, of those who are of it and of no further one of its rule, and of those whom no rule above placed and whom its own does; each with the two largest.</summary>
    private static IReadOnlyList<string> Pence { get; } = [.. new[] { "pence", "step_pence", "chain_pence" }.SelectMany(name => new[] { name, $"{name}_largest", $"{name}_second" })];

    private static ResultDefinition Definition { get; } = new("attrition", "How the scheme comes to its cohorts",
        "select * from attrition order by year, rule, step",
        [
            ColumnRule.Label("year", "The year."),
            ColumnRule.Label("rule", "Rules in the order in which they are tried, from 1."),
            ColumnRule.Label("cohort", "The cohort in which the rule places people."),
            ColumnRule.Label("condition", "A part of the rule's condition, which counts after the parts above it."),
            ColumnRule.Count("people", "People whom no rule above placed and for whom this part and those above it are true."),
            ColumnRule.Count("unknown", "People whom no rule above placed and for whom something is not recorded that would decide; they are not placed."),
            ColumnRule.CountOf("events", "people", "Appointments, items, admissions, attendances and contacts of these people in the year."),
            ColumnRule.Total("pounds", ("pence", "people"), "Cost of these people in the year."),
        ])
    {
        // Steps follow each other, so that a few between two of them would be told by both; so do the people whom each rule leaves to the next.
        Guards = [new StepsGuard("people", "year", "rule") { Between = ["step_pence"] }, new StepsGuard("people", "year", "chain") { Between = ["chain_pence"] }],
    };

    private static IEnumerable<Step> Steps(Cohort cohort, int rule)
    {
        yield return new Step(rule, cohort.Id, 0, Left, "true");
        var parts = cohort.Criterion is AllOf all ? all.Items : [cohort.Criterion];
        for (var i = 0; i < parts.Count; i++)
        {
            yield return new Step(rule, cohort.Id, i + 1, CriterionText.Of(parts[i]), $"({string.Join(" and ", parts.Take(i + 1).Select(CriterionSql.Of))})");
        }
    }

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, Scheme scheme, List<Step> steps)
    {
        var rules = scheme.Cohorts.Select((cohort, i) => string.Create(CultureInfo.InvariantCulture, $"when {CriterionSql.Of(cohort.Criterion)} then {i}"));
        // A partition tries one rule after the other; where cohorts overlap each is tried on everybody.
        var reached = (int rule) => scheme.IsSets ? "true" : string.Create(CultureInfo.InvariantCulture, $"placed >= {rule}");
        var measures = steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"""
            count(*) filter ({reached(step.Rule)} and step_{i}) as people_{i}, count(*) filter ({reached(step.Rule)} and step_{i} is null) as unknown_{i},
            coalesce(sum(events) filter ({reached(step.Rule)} and step_{i}), 0)::bigint as events_{i},
            {Cost($"{reached(step.Rule)} and step_{i}")},
            {Cost($"{reached(step.Rule)} and step_{i} and {(i + 1 < steps.Count && steps[i + 1].Rule == step.Rule ? $"not coalesce(step_{i + 1}, false)" : "true")}")},
            {Cost(scheme.IsSets || step.Number > 0 ? "false" : step.Rule == scheme.Cohorts.Count - 1 ? reached(step.Rule) : $"placed = {step.Rule}")}
            """));
        var grid = warehouse.Query($"""
            with placed as (
                select
                    year, cost, {string.Join(" + ", _events.Select(column => $"coalesce({column}, 0)"))} as events,
                    case {string.Join(' ', rules)} else {scheme.Cohorts.Count.ToString(CultureInfo.InvariantCulture)} end as placed,
                    {string.Join(",\n        ", steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{step.Sql} as step_{i}")))}
                from {CriterionSql.People(scheme.Cohorts.Select(cohort => cohort.Criterion))}
            )
            select year, {string.Join(",\n    ", measures)}
            from placed
            group by year
            order by year
            """);
        return grid.Rows.SelectMany(row => steps.Select((step, i) => (object?[])
        [
            row[0], step.Rule + 1L, step.Cohort, (long)step.Number, step.Text,
            step.Number == 0 ? Left : string.Create(CultureInfo.InvariantCulture, $"{step.Rule}/{step.Number}"), .. row.Skip(1 + (Measured * i)).Take(Measured),
        ]));
    }

    /// <summary>Columns of a step.</summary>
    private static int Measured => 3 + Pence.Count;

    /// <summary>The cost of some people, and of the two of them who cost most.</summary>
    private static string Cost(string of) =>
        $"coalesce(sum(cost) filter ({of}), 0)::bigint, coalesce((max(abs(cost), 2) filter ({of}))[1], 0), coalesce((max(abs(cost), 2) filter ({of}))[2], 0)";

    private sealed record Step(int Rule, string Cohort, int Number, string Text, string Sql);
}
