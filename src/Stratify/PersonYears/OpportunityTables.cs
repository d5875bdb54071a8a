using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.PersonYears;

/// <summary>The rules of what is in scope as tables, for SQL to join, and the part of a person's year that they make.</summary>
internal static class OpportunityTables
{
    /// <summary>Rules that are applied, with what each asks beside codes. Points of frailty in hundredths, convertible parts in per cent.</summary>
    internal static CodeStep Rules(OpportunityRules rules) => new("opportunity_rule", ["rule"], warehouse => MemoryTable.Create(
        warehouse,
        "opportunity_rule",
        [
            ("rule", "varchar"), ("title", "varchar"), ("lever", "varchar"), ("priority", "bigint"), ("age_from", "bigint"), ("age_to", "bigint"), ("admission", "varchar"),
            ("nights_from", "bigint"), ("nights_to", "bigint"), ("no_procedure", "boolean"), ("discharge", "varchar"), ("by_codes", "boolean"), ("unless", "varchar"),
            ("frailty_from", "bigint"), ("frailty_to", "bigint"), ("days_since", "bigint"), ("convertible_low", "bigint"), ("convertible_high", "bigint"),
        ],
        rules.Applied.Select(rule => new object?[]
        {
            rule.Name, rule.Title, rule.Lever, (long)rule.Priority, (long?)rule.AgeFrom, (long?)rule.AgeTo, OrNull(rule.Admission),
            (long?)rule.NightsFrom, (long?)rule.NightsTo, rule.NoProcedure, OrNull(rule.Discharge), rule.Codes.Length > 0, OrNull(rule.Unless),
            (long?)(100 * rule.FrailtyFrom), (long?)(100 * rule.FrailtyTo), (long?)rule.DaysSince, (long?)rule.Convertible?.Low, (long?)rule.Convertible?.High,
        })));

    /// <summary>Which conditions of which lists a rule goes by, of which one is enough, and whether that asks for a diagnosis, a healthcare resource group, or both.</summary>
    internal static CodeStep Parts(OpportunityRules rules) => new("opportunity_part", ["rule", "list", "condition"], warehouse => MemoryTable.Create(
        warehouse,
        "opportunity_part",
        [("rule", "varchar"), ("list", "varchar"), ("condition", "varchar"), ("by_diagnosis", "boolean"), ("by_hrg", "boolean")],
        from rule in rules.Applied
        from part in rules.CodesOf(rule).GroupBy(code => (code.List, code.Condition))
        select new object?[] { rule.Name, part.Key.List, part.Key.Condition, part.Any(code => code.System != "HRG"), part.Any(code => code.System == "HRG") }));

    /// <summary>How the healthcare resource groups of a condition begin.</summary>
    internal static CodeStep ResourceGroups(OpportunityRules rules) => new("opportunity_hrg", ["list", "condition", "hrg"], warehouse => MemoryTable.Create(
        warehouse,
        "opportunity_hrg",
        [("list", "varchar"), ("condition", "varchar"), ("hrg", "varchar")],
        rules.OwnCodes.Where(code => code.System == "HRG").Select(code => new object?[] { code.List, code.Condition, code.Code })));

    /// <summary>Of a person's year, stays that might have been something else altogether: to shorten a stay takes no admission away.</summary>
    internal const string InScope = """
        select
            person_key,
            year,
            cast(sum(net_admissions) as bigint) as in_scope_admissions,
            cast(sum(net_pence) as bigint) as in_scope_cost
        from person_opportunity
        join opportunity_rule using (rule)
        where opportunity_rule.lever <> 'length_of_stay'
        group by person_key, year
        """;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
