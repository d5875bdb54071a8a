using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.PersonYears;

/// <summary>Costed events and conditions in; one row for each registered person and year out, those who used nothing included.</summary>
public static class PersonYearStage
{
    public static Stage Make(ConditionDefinitions definitions) => new(
        "person-years",
        "Making one row a person and year",
        Steps:
        [
            new SelectStep(SqlScript.Load("registered_year")),
            new SelectStep(SqlScript.Load("register_change")),
            new SelectStep(SqlScript.Load("person_year_activity")),
            new SelectStep(SqlScript.Load("stay_year")),
            new SelectStep(SqlScript.Load("admission")),
            new SelectStep(SqlScript.Load("admission_condition")),
            new SelectStep(SqlScript.Load("listed_admission")),
            new SelectStep(SqlScript.Load("readmission")),
            new SelectStep(SqlScript.Load("continuous_stay")),
            new SelectStep(SqlScript.Load("person_year_admission")),
            OpportunityTables.Rules(definitions.Opportunities),
            OpportunityTables.Parts(definitions.Opportunities),
            OpportunityTables.ResourceGroups(definitions.Opportunities),
            new SelectStep(SqlScript.Load("stay_frailty")),
            new SelectStep(SqlScript.Load("stay_fact")),
            new SelectStep(SqlScript.Load("opportunity_admission")),
            new SelectStep(SqlScript.Load("person_opportunity")),
            new SelectStep(SqlScript.Load("year_in_hospital")),
            new SelectStep(SqlScript.Load("person_year_payer")),
            new SelectStep(SqlScript.Load("payer_part")) { IsView = true },
            new SelectStep(SqlScript.Load("person_year_cost")),
            new SelectStep(SqlScript.Load("period_day")),
            new SelectStep(SqlScript.Load("person_care")) { IsOfEvents = true },
            new SelectStep(SqlScript.Load("last_year")),
            new SelectStep(SqlScript.Load("unattributed_cost")),
            new SelectStep(PersonYearTable.Script(definitions.OwnConditions)),
        ],
        Laws:
        [
            SqlScript.Load("everyone_registered_has_a_year"),
            SqlScript.Load("everyone_of_a_year_came_and_went_once"),
            SqlScript.Load("every_pound_is_kept"),
            SqlScript.Load("care_by_the_month_is_all_care"),
            SqlScript.Load("an_admission_is_counted_once"),
            SqlScript.Load("a_stay_is_in_scope_once"),
            PersonYearTable.SettingsSumToTotal,
        ]);
}
