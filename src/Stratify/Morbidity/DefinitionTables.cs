using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.Morbidity;

/// <summary>The definitions of a run as tables, for SQL to join.</summary>
internal static class DefinitionTables
{
    internal static CodeStep Codes(ConditionDefinitions definitions) => new("listed_code", ["list", "condition", "kind", "code_system", "code"], warehouse => MemoryTable.Create(
        warehouse,
        "listed_code",
        [("list", "varchar"), ("condition", "varchar"), ("kind", "varchar"), ("code_system", "varchar"), ("code", "varchar"), ("match", "varchar")],
        [
            .. definitions.Lists.Concat(definitions.Own.Select(own => KeyValuePair.Create(own.File, own.Codes))).SelectMany(list => list.Value.Codes.Select(code => new object?[] { list.Key, code.Condition, code.Kind, code.System, code.Code, code.Match })),
            .. definitions.Admissions.Select(code => new object?[] { code.List, code.Condition, code.Kind, code.System, code.Code, "prefix" }),
            .. definitions.Opportunities.OwnCodes.Where(code => code.System != "HRG").Select(code => new object?[] { code.List, code.Condition, code.Kind, code.System, code.Code, "prefix" }),
        ]));

    /// <summary>
    /// What was recorded by a day is known of a year: its own last day, or the day before it begins. Each fact becomes known in one year of the run,
    /// those of earlier years in the first.
    /// </summary>
    internal static SqlScript Days(bool beforeTheYear) => SqlScript.Derived("condition_day", $"""
        select year, known_by, coalesce(lag(known_by) over (order by known_by), date '0001-01-01') as known_before
        from (select year, {(beforeTheYear ? "date_from - 1" : "date_to")} as known_by from period)
        """, ["year"]);

    internal static CodeStep Lists(ConditionDefinitions definitions) => new("grouping_list", ["grouping"], warehouse => MemoryTable.Create(
        warehouse,
        "grouping_list",
        [("grouping", "varchar"), ("list", "varchar"), ("release", "varchar")],
        definitions.AllGroupings.Select(grouping => new object?[] { grouping.Name, grouping.List, grouping.Release })));

    internal static CodeStep Conditions(ConditionDefinitions definitions) => new("grouping_condition", ["grouping", "condition"], warehouse => MemoryTable.Create(
        warehouse,
        "grouping_condition",
        [
            ("grouping", "varchar"), ("condition", "varchar"), ("weight", "bigint"), ("outranked_by", "varchar"), ("rule", "varchar"),
            ("code_days", "bigint"), ("which_code", "varchar"), ("medicine_days", "bigint"), ("medicines", "bigint"),
        ],
        from grouping in definitions.AllGroupings
        from condition in grouping.Conditions
        select new object?[]
        {
            grouping.Name, condition.Name, condition.Weight, definitions.Hierarchy ? condition.OutrankedBy : null, condition.Rule,
            (long?)condition.CodeDays, condition.FirstCode ? "first" : "any", (long?)condition.MedicineDays, (long?)condition.Medicines,
        }));

    internal static CodeStep Parts(ConditionDefinitions definitions) => new("grouping_part", ["grouping", "condition", "list", "part"], warehouse => MemoryTable.Create(
        warehouse,
        "grouping_part",
        [("grouping", "varchar"), ("condition", "varchar"), ("list", "varchar"), ("part", "varchar")],
        from grouping in definitions.AllGroupings
        from condition in grouping.Conditions
        from part in condition.Parts
        select new object?[] { grouping.Name, condition.Name, grouping.List, part }));
}
