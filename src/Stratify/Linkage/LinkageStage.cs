using System.Text;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Linkage.Probabilistic;
using Stratify.Model;
using Stratify.Settings;

namespace Stratify.Linkage;

/// <summary>Landed rows in; the register's people, and every event with the person it belongs to, out.</summary>
public static class LinkageStage
{
    /// <param name="datasets">The datasets that the job has extracts for; the register among them.</param>
    /// <param name="pseudonyms">Names the people whose register row has no usable NHS number.</param>
    /// <param name="settings">The rules that link, and whether records without a number are linked by probability too.</param>
    /// <param name="place">The places whose people are the population; null for everybody of the register.</param>
    public static Stage Make(IReadOnlyList<Dataset> datasets, Pseudonyms pseudonyms, LinkageSettings settings, PlaceSettings? place = null) => new(
        "linkage",
        "Linking records to people",
        Steps:
        [
            new SelectStep(SqlScript.Load("shared_number")),
            new CodeStep("register_pseudonym", ["row_id"], warehouse => NameTheUnnumbered(warehouse, pseudonyms)),
            new SelectStep(SqlScript.Load("register_entry")),
            new SelectStep(SqlScript.Load("registered_person")),
            new SelectStep(SqlScript.Load("spine_identity")),
            new SelectStep(SqlScript.Derived("source_identity", SourceIdentity(datasets), ["dataset", "row_id"])),
            new SelectStep(SqlScript.Load("numbered_source")) { IsView = true },
            new SelectStep(SqlScript.Derived("source_further", FurtherIdentity.Sql(datasets, settings.Probabilistic), ["dataset", "row_id"])),
            new CodeStep("link_rule", ["name"], warehouse => MemoryTable.Create(warehouse, "link_rule", [("name", "varchar"), ("grade", TextList.Of(LinkRules.Grades)), ("untraced_grade", TextList.Of(LinkRules.Grades)), ("says", "varchar")],
                LinkRules.All.Where(rule => settings.Rules.Contains(rule.Name)).Select(rule => new object?[] { rule.Name, rule.Grade, rule.UntracedGrade, rule.Says }))),
            new SelectStep(SqlScript.Load("local_link")),
            new SelectStep(SqlScript.Load("place_link")),
            .. ProbabilisticSteps.Make(datasets, settings),
            new SelectStep(SqlScript.Load("death")),
            new SelectStep(SqlScript.Load("person")),
            new SelectStep(SqlScript.Load("register_place")),
            AskedPlace.Step(place),
            new SelectStep(SqlScript.Load("registration")),
            new SelectStep(SqlScript.Load("registered_elsewhere")),
            new SelectStep(SqlScript.Load("person_age")),
            new SelectStep(SqlScript.Load("register_repeat")),
            new SelectStep(SqlScript.Load("area_population")),
            new SelectStep(SqlScript.Derived("event", LinkedEvents(datasets), ["dataset", "source_id"])) { IsOfEvents = true },
            new SelectStep(SqlScript.Load("linked_event")) { IsView = true },
            new SelectStep(RecordGroups.Script(datasets)) { IsOfEvents = true },
            new SelectStep(SqlScript.Derived("coded_fact", CodedFacts(datasets), ["row_id", "position"])) { IsOfEvents = true },
            new SelectStep(SqlScript.Load("episode_discharge")),
        ],
        Laws:
        [
            SqlScript.Load("everyone_has_one_number"),
            SqlScript.Load("every_event_is_linked_or_counted"),
            SqlScript.Load("a_probable_link_is_sure_enough"),
        ])
    {
        Drops = ["shared_number", "register_pseudonym", "registered_person", "death", "spine_identity", "numbered_source", "source_identity", "source_further", "link_rule", "local_link", "place_link", "rule_link", .. ProbabilisticSteps.Drops, .. datasets.Select(dataset => dataset.WholeView), .. datasets.Select(dataset => dataset.IdentityTable), .. datasets.Select(dataset => dataset.LandedTable)],
    };

    /// <summary>Names whoever the number does not: those who have none, and those whose number is somebody else's.</summary>
    private static void NameTheUnnumbered(Warehouse warehouse, Pseudonyms pseudonyms)
    {
        var unnumbered = warehouse.Query("""
            select row_id, coalesce(first_practice, practice), coalesce(first_patient, patient_id)
            from gp_registrations_landed
            left join shared_number using (row_id)
            where person_id is null or not keeps_number
            order by row_id
            """);
        MemoryTable.Create(warehouse, "register_pseudonym", [("row_id", "bigint"), ("pseudonym", "varchar")],
            unnumbered.Rows.Select(row => new object?[] { row[0], pseudonyms.OfOpaque(Encoding.UTF8.GetBytes($"register/{row[1]}/{row[2]}")).ToString() }));
    }

    /// <summary>What each row says of its person, for every dataset whose rows must find one. Gathered once, as four tables ask for it; with names only where there is no number, as nothing asks for others. In memory however large the run, as all tables with names are.</summary>
    private static string SourceIdentity(IReadOnlyList<Dataset> datasets)
    {
        var parts = datasets.Where(dataset => dataset.IsOfPerson && dataset.Role != DatasetRole.Register).Select(dataset => $"""
            select '{dataset.Name}'::{Catalogue.NameType} as dataset, row_id, {UsableNumber.Sql(dataset)} as token, {UsableNumber.IsUntraced(dataset)} as is_untraced, landed.family_name, landed.given_name, landed.birth_date
            from {dataset.WholeView} as landed
            """);
        var nobody = $"select null::{Catalogue.NameType} as dataset, null::bigint as row_id, null::bigint as token, null::boolean as is_untraced, null::varchar as family_name, null::varchar as given_name, null::date as birth_date where false";
        return $"select * replace (case when token is null then family_name end as family_name, case when token is null then given_name end as given_name) from (\n{string.Join("\nunion all\n", parts.Prepend(nobody))}\n)";
    }

    private static string CodedFacts(IReadOnlyList<Dataset> datasets)
    {
        const string none = "select null::varchar as dataset, null::varchar as source, null::bigint as row_id, null::integer as position, null::date as recorded_on, null::varchar as code_system, null::varchar as code where false";
        var facts = datasets.Where(dataset => dataset.FactsScript is not null).Select(dataset => $"select * from (\n{SqlScript.Load(dataset.FactsScript!).Sql})");
        return $"select * replace (cast(dataset as {Catalogue.NameType}) as dataset) from (\n{string.Join("\nunion all by name\n", facts.Prepend(none))}\n)";
    }

    /// <summary>Every event with its person and the grade of the link: said once, as they are read again and again.</summary>
    private static string LinkedEvents(IReadOnlyList<Dataset> datasets) => $"""
        select event.*, person_link.person_key as linked_person, person_link.grade as link_grade
        from ({EventColumns.Union(Scripts(datasets))}) as event
        left join person_link using (row_id)
        """;

    private static IEnumerable<string> Scripts(IReadOnlyList<Dataset> datasets) => datasets
        .Where(dataset => dataset.Role == DatasetRole.Activity)
        .Select(dataset => SqlScript.Load(dataset.EventsScript).Sql);
}
