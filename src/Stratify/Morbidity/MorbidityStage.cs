using Stratify.Engine;
using Stratify.Settings;

namespace Stratify.Morbidity;

/// <summary>Coded facts in; the conditions that people have at the end of each year, by every grouping, and its score out.</summary>
public static class MorbidityStage
{
    public static Stage Make(ConditionDefinitions definitions) => new(
        "conditions",
        "Finding conditions",
        Steps:
        [
            DefinitionTables.Codes(definitions),
            DefinitionTables.Lists(definitions),
            DefinitionTables.Conditions(definitions),
            DefinitionTables.Parts(definitions),
            new SelectStep(SqlScript.Load("code_form")),
            new SelectStep(SqlScript.Load("matched_code")),
            new SelectStep(DefinitionTables.Days(definitions.BeforeTheYear)),
            new SelectStep(SqlScript.Load("coded_person")),
            new SelectStep(SqlScript.Load("list_record")),
            new SelectStep(SqlScript.Load("medicine_count")),
            new SelectStep(SqlScript.Load("grouping_state")),
            new SelectStep(SqlScript.Load("condition_record")),
            new SelectStep(SqlScript.Load("person_grouping")),
            new SelectStep(SqlScript.Load("code_list_use")),
        ],
        Laws:
        [
            SqlScript.Load("a_condition_was_recorded_before_it_counts"),
            SqlScript.Load("a_heavier_degree_counts_alone"),
        ])
    {
        Drops = ["coded_person", "list_record", "medicine_count"],
    };
}
