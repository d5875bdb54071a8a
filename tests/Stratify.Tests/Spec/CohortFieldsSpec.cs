using Stratify.Cohorts;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The declared fields against the table that the pipeline makes.</summary>
public sealed class CohortFieldsSpec
{
    [Test]
    public void Every_field_is_a_column_of_its_type_and_every_column_a_field()
    {
        using var flow = Town();
        var columns = flow.Warehouse.Query("select column_name, data_type from information_schema.columns where table_name = 'person_year'").Rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!);

        Assert.Multiple(() =>
        {
            Assert.That(columns.Keys.Except(["person_key", "person_id", "year"]), Is.EquivalentTo(PersonYearFields.All.Select(field => field.Column)));
            foreach (var field in PersonYearFields.All) { Assert.That(columns[field.Column], Does.Match(Type(field)), field.Name); }
        });
    }

    [Test]
    public void Shipped_schemes_place_the_people_of_a_flow()
    {
        using var flow = Town();

        Stages.Run(CohortStage.Make([.. Schemes.Names.Select(name => Schemes.Shipped(name)!)]), flow.Warehouse);

        // The first is 84 and has diabetes; the second is 30, in good health, and cost the £37 of an appointment.
        Assert.That(flow.Draw("""
            select scheme, string_agg(cohort, ' ' order by person.token) as cohorts
            from cohort_member join person using (person_key)
            where scheme in ('age-and-conditions', 'bridges-to-health', 'frailty-and-unplanned-care', 'high-cost', 'high-cost-last-year', 'number-of-conditions', 'single-conditions')
            group by scheme order by scheme
            """), Is.EqualTo(Table.Normal("""
            scheme                     | cohorts
            age-and-conditions         | age-80-89-conditions-1 age-18-39-conditions-0
            bridges-to-health          | healthy healthy
            frailty-and-unplanned-care | other-older everyone-else
            high-cost                  | no-cost top-1
            high-cost-last-year        | not-known not-known
            number-of-conditions       | conditions-1 conditions-0
            single-conditions          | diabetes no-condition
            """)));
    }

    [Test]
    public void A_field_says_what_it_means() => Assert.Multiple(() =>
    {
        Assert.That(PersonYearFields.Names, Is.Unique);
        Assert.That(PersonYearFields.All.Select(field => field.Meaning), Has.All.EndsWith("."));
        Assert.That(PersonYearFields.All.Where(field => field.IsOrdered).Select(field => field.Unit), Has.None.Empty);
        Assert.That(PersonYearFields.Find("Dementia")!.Column, Is.EqualTo("has_dementia"));
        Assert.That(PersonYearFields.Find("has_dementia"), Is.Null);
    });

    private static string Type(PersonYearField field) => field.Type switch
    {
        FieldType.Flag => "^BOOLEAN$",
        FieldType.Text => "^VARCHAR$",
        FieldType.Money => "^BIGINT$",
        _ => "^(BIGINT|INTEGER|DECIMAL.*)$",
    };

    private static Flow Town() => new Flow()
        .Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice
            1          | p1         | 1940-01-17 | A81001
            2          | p2         | 1994-01-17 | A81001
            """)
        .Land("gp_events", """
            nhs_number | source_id | event_date | code | code_system
            1          | a         | 1990-01-01 | E11  | ICD10
            """)
        .Land("gp_appointments", """
            nhs_number | source_id | appointment_date | status   | cost
            2          | a         | 2024-05-01       | FINISHED | 3700
            """)
        .Run();
}
