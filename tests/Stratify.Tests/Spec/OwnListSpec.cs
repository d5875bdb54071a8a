using System.Text;
using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A researcher's own list of codes: what it finds, and that conditions of a cohort may name it.</summary>
public sealed class OwnListSpec
{
    private const string List = """
        condition,code_system,code,match,kind,title
        gout,ICD10,M10,prefix,,Gout
        gout,READ2,C34..,exact,,
        gout,SNOMED,90560007,exact,,
        gout,SNOMED,162661000,exact,resolved,
        renal_replacement,OPCS4,X40,prefix,,Dialysis or transplant
        allopurinol,BNF,1001040C0,prefix,,
        """;

    [Test]
    public void A_condition_of_a_list_is_a_flag_that_a_scheme_may_name()
    {
        var definitions = Definitions(List, null);
        using var flow = Town(definitions);
        var problems = new List<Problem>();
        var scheme = SchemeReader.Read("""
            scheme: mine
            title: Mine
            cohorts:
              - {id: gout, title: Gout, where: gout and not renal_replacement}
              - {id: kidney, title: Kidney, where: renal_replacement}
              - {id: rest, title: Rest, where: everyone}
            """, "mine.yml", problems, definitions.Fields)!;
        Stages.Run(CohortStage.Make([scheme]), flow.Warehouse);

        Assert.Multiple(() =>
        {
            Assert.That(problems, Is.Empty);
            Assert.That(definitions.OwnConditions.Select(condition => condition.Title), Is.EqualTo(new[] { "Gout", "Dialysis or transplant", "Allopurinol" }));
            Assert.That(flow.Draw("select token, has_gout, has_renal_replacement, has_allopurinol, cohort from person_year join person using (person_key) join cohort_member using (person_key, year) order by token"), Is.EqualTo(Table.Normal("""
                token | has_gout | has_renal_replacement | has_allopurinol | cohort
                1     | yes      | no                    | no              | gout
                2     | yes      | no                    | no              | gout
                3     | no       | no                    | no              | rest
                4     | no       | yes                   | yes             | kidney
                """)));
        });
    }

    [Test]
    public void Every_column_of_the_table_is_still_a_field_and_without_the_list_there_is_none()
    {
        var definitions = Definitions(List, null);
        using var flow = Town(definitions);
        var columns = flow.Warehouse.Query("select column_name from information_schema.columns where table_name = 'person_year'").Rows.Select(row => (string)row[0]!);

        Assert.Multiple(() =>
        {
            Assert.That(columns.Except(["person_key", "person_id", "year"]), Is.EquivalentTo(definitions.Fields.All.Select(field => field.Column)));
            Assert.That(PersonYearFields.Find("gout"), Is.Null);
        });
    }

    [TestCase(400, "yes")]
    [TestCase(300, "no")]
    public void A_list_looks_back_as_far_as_the_job_says(int days, string known)
    {
        using var flow = Town(Definitions("condition,code_system,code,match\ngout,ICD10,M10,prefix\n", days));

        Assert.That(flow.Draw("select has_gout from person_year join person using (person_key) where token = 1"), Is.EqualTo($"has_gout\n{known}"), "recorded 333 days before the year's end");
    }

    [Test]
    public void Where_no_code_is_loaded_that_a_list_could_know_nobody_knows()
    {
        using var flow = new Flow { Definitions = Definitions("condition,code_system,code,match\nlithium,BNF,0402030K0,prefix\n", null) }
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001").Run();

        Assert.That(flow.Draw("select has_lithium from person_year"), Is.EqualTo("has_lithium\n"));
    }

    [Test]
    public void What_a_list_finds_and_what_lies_near_it_is_told()
    {
        using var flow = Town(Definitions("condition,code_system,code,match\ngout,ICD10,M10.0,prefix\ngout,ICD10,M11,prefix\n", null));

        Assert.That(flow.Draw("select code_system, code, finding, records from code_list_use where list = 'mine.csv' order by code, finding"), Is.EqualTo(Table.Normal("""
            code_system | code  | finding                | records
            ICD10       | M10.0 | never recorded         | 0
            ICD10       | M109  | near one that is listed | 1
            ICD10       | M11   | never recorded         | 0
            """)));
    }

    private static Flow Town(ConditionDefinitions definitions) => new Flow { Definitions = definitions }
        .Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice
            1          | p1         | 1940-05-17 | A81001
            2          | p2         | 1940-05-17 | A81001
            3          | p3         | 1940-05-17 | A81001
            4          | p4         | 1940-05-17 | A81001
            """)
        .Land("gp_events", """
            nhs_number | source_id | event_date | code      | code_system
            2          | a         | 2024-05-02 | C34..     | READ2
            3          | b         | 2024-05-02 | 90560007  | SNOMED
            3          | c         | 2024-06-02 | 162661000 | SNOMED
            4          | d         | 2024-06-02 | c34..     | READ2
            """)
        .Land("gp_medications", """
            nhs_number | source_id | issue_date | code            | code_system
            4          | m1        | 2024-06-01 | 1001040C0AAAAAA | BNF
            """)
        .Land("acute_inpatients", """
            nhs_number | source_id | provider | start_date | end_date   | discharge_date | method | diagnosis_1 | procedure_1
            1          | e1        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | M109        |
            4          | e2        | RA4      | 2024-05-01 | 2024-05-02 | 2024-05-02     | 21     | Z491        | X40.1
            """)
        .Run();

    private static ConditionDefinitions Definitions(string csv, int? lookBack)
    {
        var problems = new List<Problem>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var list = new OwnListReader([.. PersonYearFields.Names], problems).Read(stream, new OwnListFile(new YamlText(new Place("job.yml"), "mine.csv", false)) { LookBackDays = lookBack });
        Assert.That(problems, Is.Empty);
        return ConditionDefinitions.Shipped with { Own = [list] };
    }
}
