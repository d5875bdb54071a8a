using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.PersonYears;

/// <summary>Costed events in; one row for each registered person and year out, those who used nothing included.</summary>
public static class PersonYearStage
{
    public static Stage Make(ConditionCodes codes) => new(
        "person-years",
        "Making one row a person and year",
        Steps:
        [
            new CodeStep("condition_code", ["condition", "code_system", "code"], warehouse => MemoryTable.Create(
                warehouse,
                "condition_code",
                [("condition", "varchar"), ("code_system", "varchar"), ("code", "varchar"), ("match", "varchar")],
                codes.Codes.Select(code => new object?[] { code.Condition, code.System, code.Code, code.Match }))),
            new SelectStep(SqlScript.Load("condition_record")),
            new SelectStep(SqlScript.Load("registered_year")),
            new SelectStep(SqlScript.Load("register_change")),
            new SelectStep(SqlScript.Load("person_year_activity")),
            new SelectStep(SqlScript.Load("person_year_cost")),
            new SelectStep(SqlScript.Load("unattributed_cost")),
            new SelectStep(PersonYearTable.Script),
        ],
        Laws:
        [
            SqlScript.Load("everyone_registered_has_a_year"),
            SqlScript.Load("everyone_of_a_year_came_and_went_once"),
            SqlScript.Load("every_pound_is_kept"),
            PersonYearTable.SettingsSumToTotal,
        ]);
}
