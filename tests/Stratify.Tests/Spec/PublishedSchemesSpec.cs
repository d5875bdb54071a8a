using Stratify.Cohorts;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Schemes as published elsewhere: a person for each rule of the source, in its order.</summary>
[TestFixtureSource(typeof(CohortEngine), nameof(CohortEngine.All))]
public sealed class PublishedSchemesSpec(CohortEngine engine)
{
    [Test]
    public void National_bridges_to_health() => Placed("bridges-to-health-national", """
        person_id | dementia | heart_failure | ckd | hfrs_band    | visual_impairment | conditions | emergency_admissions | admissions | ae_attendances | expected
        heart     | yes      | yes           | no  |              | no                | 2          | 0                    | 0          | 0              | organ-failure
        kidney    | no       | no            | yes |              | no                | 1          | 4                    | 4          | 0              | organ-failure
        mild      | no       | no            | yes |              | no                | 1          | 3                    | 3          | 0              | long-term-conditions
        dementia  | yes      | no            | no  |              | yes               | 1          | 0                    | 0          | 0              | frailty-dementia
        frail     | no       | no            | no  | intermediate | no                | 1          | 1                    | 1          | 0              | frailty-dementia
        fit       | no       | no            | no  | low          | yes               | 0          | 1                    | 1          | 0              | disability
        ill       | no       | no            | no  |              | no                | 0          | 0                    | 0          | 1              | acutely-ill
        well      | no       | no            | no  |              | no                | 0          | 0                    | 0          | 0              | healthy
        """);

    [Test]
    public void Suffolk_and_north_east_essex() => Placed("snee-live-well", """
        person_id | age | dementia | falls_admissions | asthma | copd | diabetes | stroke | cancer | severe_mental_illness | mental_health_contacts | expected
        child     | 17  | no       |                  | yes    | no   | no       | no     | no     | no                    | 3                      | children
        dementia  | 80  | yes      | 0                | no     | no   | no       | no     | no     | no                    | 0                      | age-well
        fell      | 80  | no       | 1                | no     | no   | no       | no     | no     | no                    | 0                      | age-well
        four      | 40  | no       |                  | yes    | yes  | yes      | yes    | no     | no                    | 0                      | age-well
        three     | 40  | no       |                  | yes    | yes  | yes      | no     | no     | yes                   | 0                      | stay-well
        cancer    | 40  | no       |                  | no     | no   | no       | no     | yes    | no                    | 0                      | stay-well
        psychosis | 40  | no       |                  | no     | no   | no       | no     | no     | yes                   | 0                      | feel-well
        talks     | 40  | no       |                  | no     | no   | no       | no     | no     | no                    | 1                      | feel-well
        well      | 40  | no       |                  | no     | no   | no       | no     | no     | no                    | 0                      | live-well
        """);

    [Test]
    public void Cheshire_and_merseyside() => Placed("system-p", """
        person_id | dementia | copd | depression | alcohol_problems | substance_misuse | ae_attendances | cancer | hypertension | learning_disability | hearing_loss | expected
        dementia  | yes      | yes  | yes        | yes              | no               | 0              | no     | no           | no                  | no           | frailty-dementia
        complex   | no       | yes  | yes        | yes              | no               | 0              | no     | no           | no                  | no           | complex-lives
        attends   | no       | yes  | yes        | no               | no               | 10             | no     | no           | no                  | no           | complex-lives
        three     | no       | no   | no         | yes              | yes              | 12             | no     | no           | no                  | no           | complex-lives
        two       | no       | no   | yes        | yes              | yes              | 9              | no     | no           | no                  | no           | long-term-conditions
        cancer    | no       | no   | no         | no               | no               | 0              | yes    | yes          | no                  | no           | cancer
        copd      | no       | yes  | no         | no               | no               | 0              | no     | yes          | no                  | no           | long-term-conditions
        pressure  | no       | no   | no         | no               | no               | 0              | no     | yes          | yes                 | no           | pre-conditions
        learning  | no       | no   | no         | no               | no               | 0              | no     | no           | yes                 | yes          | learning-disabilities
        deaf      | no       | no   | no         | no               | no               | 0              | no     | no           | no                  | yes          | physical-disabilities
        well      | no       | no   | no         | no               | no               | 0              | no     | no           | no                  | no           | healthy
        """);

    [Test]
    public void Scottish_demographic_cohorts() => Placed("phs-demographic", """
        person_id | age | died | phs_frailty | dementia | phs_mental_health | phs_drugs | copd | asthma | admissions | cost_prescribing | care_weeks | expected
        died      | 80  | yes  | yes         | yes      | no                | no        | no   | no     | 1          | 0                | 0          | end-of-life
        frail     | 80  | no   | yes         | yes      | no                | no        | no   | no     | 1          | 0                | 0          | frailty
        complex   | 80  | no   | no          | yes      | yes               | no        | no   | no     | 1          | 0                | 0          | high-complex
        mental    | 40  | no   | no          | no       | yes               | yes       | yes  | no     | 0          | 0                | 0          | mental-health
        drugs     | 40  | no   | no          | no       | no                | yes       | yes  | no     | 0          | 0                | 0          | substance-misuse
        lungs     | 40  | no   | no          | no       | no                | no        | yes  | yes    | 0          | 0                | 0          | medium-complex
        asthma    | 40  | no   | no          | no       | no                | no        | no   | yes    | 1          | 0                | 0          | low-complex
        child     | 17  | no   |             | no       |                   |           | no   | no     | 1          | 0                | 0          | child-major
        medicine  | 18  | no   | no          | no       | no                | no        | no   | no     | 0          | 500              | 5          | adult-major
        cared     | 18  | no   | no          | no       | no                | no        | no   | no     | 0          | 499.99           | 0.5        | assisted-living
        well      | 18  | no   | no          | no       | no                | no        | no   | no     | 0          | 0                | 0          | healthy
        """);

    [Test]
    public void Scottish_service_use_is_where_most_is_spent_and_the_first_of_equals() => Placed("phs-service-use", """
        person_id | cost_inpatient | cost_emergency | cost_outpatient | cost_prescribing | cost_primary_care | cost_community | cost_mental_health | cost_social_care | cost_continuing_care | emergency_admissions | expected
        several   | 100            | 0              | 0               | 0                | 0                 | 0              | 0                  | 100              | 0                    | 2                    | multiple-emergency
        one       | 100            | 99             | 0               | 0                | 0                 | 0              | 0                  | 0                | 0                    | 1                    | single-emergency
        planned   | 100            | 0              | 0               | 0                | 0                 | 0              | 0                  | 0                | 0                    | 0                    | elective
        equal     | 0              | 50             | 50              | 0                | 0                 | 0              | 0                  | 0                | 0                    | 0                    | emergency
        clinic    | 0              | 0              | 51              | 50               | 0                 | 0              | 0                  | 0                | 0                    | 0                    | outpatient
        care      | 100            | 0              | 0               | 0                | 0                 | 0              | 0                  | 101              | 0                    | 3                    | social-care
        nothing   | 0              | 0              | 0               | 0                | 0                 | 0              | 0                  | 0                | 0                    | 0                    | no-cost
        """);

    /// <summary>£100 in all: £40 alone is below half of it, £40 and £30 are not.</summary>
    [Test]
    public void Scottish_high_resource_individuals() => Placed("phs-high-resource", """
        person_id | cost | expected
        a         | 40   | high-resource
        b         | 30   | others
        c         | 20   | others
        d         | 10   | others
        e         | 0    | no-cost
        """);

    /// <summary>Of ten people the costliest 5% is one, and 20% are two.</summary>
    [Test]
    public void Kaisers_triangle() => Placed("kaiser-triangle", """
        person_id | cost | conditions | expected
        a         | 100  | 1          | level-3
        b         | 90   | 1          | level-2
        c         | 80   | 3          | level-1
        d         | 70   | 0          | population
        e         | 1    | 0          | population
        f         | 1    | 0          | population
        g         | 1    | 0          | population
        h         | 1    | 0          | population
        i         | 1    | 0          | population
        j         | 0    | 1          | level-1
        """);

    [Test]
    public void Bands_of_scores() => Assert.Multiple(() =>
    {
        Placed("hospital-frailty", """
            person_id | hfrs_band    | expected
            a         | high         | high
            b         | intermediate | intermediate
            c         | low          | low
            d         |              | not-scored
            """);
        Placed("cambridge-five", """
            person_id | cambridge | expected
            a         | 0.08      | segment-1
            b         | 0.09      | segment-2
            c         | 0.69      | segment-3
            d         | 1.57      | segment-3
            e         | 1.58      | segment-4
            f         | 2.96      | segment-5
            g         |           | not-known
            """);
        Placed("many-conditions", """
            person_id | barnett_conditions | expected
            a         | 4                  | barnett-conditions-0-4
            b         | 5                  | barnett-conditions-5-9
            c         | 14                 | barnett-conditions-10-14
            d         | 15                 | barnett-conditions-15-plus
            e         |                    | not-known
            """);
    });

    [Test]
    public void The_national_neighbourhood_programme() => Placed("nnhip", """
        person_id | age | conditions | hfrs_band    | expected
        two       | 18  | 2          |              | two-or-more
        child     | 17  | 2          |              | others
        at-risk   | 80  | 1          | intermediate | one-at-risk
        low       | 80  | 1          | low          | other-adults
        young     | 30  | 1          |              | other-adults
        none      | 80  | 0          | high         | other-adults
        """);

    [Test]
    public void The_last_year_of_life() => Placed("end-of-life", """
        person_id | age | died | expected
        young     | 64  | yes  | died-under-65
        old       | 65  | yes  | died-65-84
        oldest    | 85  | yes  | died-85
        unknown   |     | yes  | died-age-unknown
        alive     | 99  | no   | lived
        """);

    /// <summary>The last column is the cohort that each should be in.</summary>
    private void Placed(string scheme, string drawn)
    {
        var rows = Table.Parse(drawn).Rows;
        var people = People.Of(string.Join('\n', drawn.Split('\n').Select(line => line[..line.LastIndexOf('|')])));
        var placed = engine.Assign(Schemes.Shipped(scheme)!, people);

        Assert.That(people.Select(person => $"{person.Id} {placed[person.Id]}"), Is.EqualTo(rows.Select(row => $"{row["person_id"]} {row["expected"]}")));
    }
}
