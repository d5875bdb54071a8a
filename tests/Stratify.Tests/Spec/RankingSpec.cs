using Stratify.Quality;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of a population small enough to be worked by hand.</summary>
public sealed class RankingSpec
{
    [Test]
    public void Concentration_is_the_cost_of_the_costliest_share_of_people()
    {
        using var flow = TenPeople();

        // Costs 0, 0, 0, 0, 0, 1,000, 2,000, 3,000, 4,000 and 10,000: 20,000 in all.
        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select top_share, people, pence from measure_concentration where top_share in (0.01, 0.1, 0.2, 0.25, 0.5, 1) order by top_share"), Is.EqualTo(Table.Normal("""
                top_share | people | pence
                0.01      | 1      | 10000
                0.1       | 1      | 10000
                0.2       | 2      | 14000
                0.25      | 3      | 17000
                0.5       | 5      | 20000
                1         | 10     | 20000
                """)));
            // Σ(2i − 11)·xᵢ = 1,000 + 3·2,000 + 5·3,000 + 7·4,000 + 9·10,000 = 140,000, over 10 × 20,000.
            Assert.That(flow.Warehouse.Query("select gini from gini").Rows[0][0], Is.EqualTo(0.7).Within(1e-15));
            Assert.That(flow.Draw("select people, person_years, zero_cost_people, cost_pence, median_pence from measure_population"), Is.EqualTo(Table.Normal("""
                people | person_years | zero_cost_people | cost_pence | median_pence
                10     | 10           | 5                | 20000      | 0
                """)));
        });
    }

    [Test]
    public void Cohorts_are_ranked_by_mean_cost_with_an_interval_that_holds_it()
    {
        using var flow = TenPeople();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select cohort, people, pence, mean_pounds, rank, contacts, activity_rank, settings_used from measure_cohort order by position"), Is.EqualTo(Table.Normal("""
                cohort | people | pence | mean_pounds | rank | contacts | activity_rank | settings_used
                odd    | 5      | 6000  | 12          | 2    | 3        | 1             | 0.4
                even   | 5      | 14000 | 28          | 1    | 3        | 1             | 0.6
                """)));
            Assert.That(flow.Warehouse.Count("select count(*) from measure_cohort where mean_lower < mean_pounds and mean_pounds < mean_upper and rank between rank_lower and rank_upper"), Is.EqualTo(2));
        });
    }

    /// <summary>Person n of 10 has one appointment of (n − 5) × £10, but the tenth's is £100; the ninth has an uncosted second.</summary>
    private static Flow TenPeople()
    {
        var flow = new Flow()
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n" + Lines(1, 10, n => $"{n} | p{n} | 1960-01-01 | A81001"))
            .Land("gp_appointments", "nhs_number | source_id | appointment_date | status | cost\n"
                + Lines(6, 10, n => $"{n} | a{n} | 2024-05-01 | FINISHED | {(n == 10 ? 10 : n - 5) * 1000}") + "7 | extra | 2024-05-02 | FINISHED | 0\n9 | missed | 2024-05-02 | DID NOT ATTEND | ")
            .Run();
        flow.Warehouse.Execute("""
            create table landing_ledger as select 1 as extract, 'gp_appointments' as dataset, 'a.csv' as file, 'read' as outcome, '' as reason, 7 as row_count, 0 as pence;
            create table number_replaced (extract bigint, dataset varchar, file varchar, numbered_rows bigint, replaced_rows bigint);
            create table scheme as select 'parity' as scheme, 'Parity' as title, 1::bigint as position, 'partition' as scheme_kind, false as uses_activity;
            create table combination (scheme varchar, cohort varchar, position bigint, mask bigint, is_exclusive boolean);
            create table cohort as select * from (values ('parity', 'odd', 'Odd', 1), ('parity', 'even', 'Even', 2)) as c(scheme, cohort, title, position)
            """);
        DrawnCohorts.Place(flow.Warehouse, "select 'parity' as scheme, case when token % 2 = 1 then 'odd' else 'even' end as cohort, person_key, year from person_year join person using (person_key)");
        foreach (var stage in new[] { QualityStage.OfEvents(Thresholds.Shipped), MeasuringStage.Make(seed: 1), RankingStage.Make(seed: 1) }) { Stages.Run(stage, flow.Warehouse); }
        return flow;
    }

    private static string Lines(int from, int to, Func<int, string> line) =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(n => line(n) + "\n"));
}
