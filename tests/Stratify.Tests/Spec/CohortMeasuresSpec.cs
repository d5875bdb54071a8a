using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>
/// Ten people aged 70 and over with two conditions each and ten younger ones with none, in two years that follow each other. In the first the
/// n-th of the old costs n × £100 in general practice, and the last of them a night in hospital of £9,000; in the second each costs £100.
/// </summary>
public sealed class CohortMeasuresSpec
{
    private Flow _flow = null!;

    [OneTimeSetUp]
    public void Run()
    {
        var old = Enumerable.Range(1, 10).ToList();
        _flow = new Flow(Model.Period.FinancialYear(2023), Model.Period.FinancialYear(2024))
            .Land("gp_registrations", Lines("nhs_number | patient_id | birth_date | practice", Enumerable.Range(1, 20).Select(n => $"{n} | p{n} | {(n <= 10 ? "1950" : "1990")}-01-01 | A81001")))
            .Land("gp_events", Lines("nhs_number | source_id | practice | event_date | code | code_system", old.SelectMany(n => new[] { $"{n} | a{n} | A81001 | 2020-01-01 | 38341003 | SNOMED", $"{n} | b{n} | A81001 | 2020-01-01 | 13645005 | SNOMED" })))
            .Land("gp_appointments", Lines("nhs_number | source_id | appointment_date | status | cost",
                [.. old.Select(n => $"{n} | f{n} | 2023-05-01 | FINISHED | {n * 10_000}"), .. old.Select(n => $"{n} | s{n} | 2024-05-01 | FINISHED | 10000"), "11 | y | 2024-05-01 | FINISHED | 5000"]))
            .Land("acute_inpatients", "nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date | method | cost\n10 | i | RA4 | s | 1 | 2023-06-01 | 2023-06-02 | 21 | 900000")
            .Run()
            .Rank("number-of-conditions", "each-condition");
    }

    [OneTimeTearDown]
    public void End() => _flow.Dispose();

    /// <summary>Of £100 … £900 and £10,000, £14,500 in all: Σ(2i − 11)·xᵢ. Squares add up to 285 × £100² and £10,000².</summary>
    [Test]
    public void How_costs_of_a_cohort_vary_is_worked_by_hand()
    {
        var variation = Math.Sqrt((10 * ((285 * 1e4) + 1e8)) - (14_500.0 * 14_500)) / 14_500;

        Assert.Multiple(() =>
        {
            Assert.That(Of("variation"), Is.EqualTo(variation).Within(1e-12));
            Assert.That(Of("stability"), Is.EqualTo(variation / Math.Sqrt(10)).Within(1e-12));
            Assert.That(Of("ninetieth_pounds"), Is.EqualTo(900 + (0.1 * 9100)).Within(1e-9), "R: quantile(c(1:9 * 100, 10000), 0.9)");
            // A tenth of the last one's cost is in general practice: 0.1² + 0.9²; all others have theirs in one setting.
            Assert.That(Of("concentration"), Is.EqualTo((9 + 0.82) / 10).Within(1e-12));
            Assert.That(Of("concentration_by_cost"), Is.EqualTo((4500 + (0.82 * 10_000)) / 14_500).Within(1e-12));
            Assert.That(Of("entropy"), Is.EqualTo(0.1480 / 10).Within(1e-9), "−(0.1 ln 0.1 + 0.9 ln 0.9)/ln 9 is 0.14795, kept to four places");
            Assert.That((Of("costliest"), Of("costliest_pence")), Is.EqualTo((1.0, 1_000_000.0)));
        });
    }

    [Test]
    public void Each_setting_has_its_users_and_everybody_else_to_be_held_against() => Assert.That(_flow.Draw("""
        select year, setting, people, users, contacts, pence, others, others_pence, difference
        from measure_cohort_setting where cohort = 'conditions-2' and setting in ('primary_care', 'inpatient') order by year, setting_position
        """), Is.EqualTo(Table.Normal("""
        year    | setting      | people | users | contacts | pence  | others | others_pence | difference
        2023/24 | primary_care | 10     | 10    | 10       | 550000 | 10     | 0            | 55000
        2023/24 | inpatient    | 10     | 1     | 1        | 900000 | 10     | 0            | 90000
        2024/25 | primary_care | 10     | 10    | 10       | 100000 | 10     | 5000         | 9500
        2024/25 | inpatient    | 10     | 0     | 0        | 0      | 10     | 0            | 0
        """)));

    /// <summary>Of twenty people the costliest fifth are four: £10,000, £900, £800 and £700. A year on all cost £100, so ties go by the number in the run.</summary>
    [Test]
    public void The_costliest_are_followed_into_the_next_year() => Assert.That(_flow.Draw("select top_share, people, died, stayed, pence_before, pence_after from measure_persistence where top_share in (0.05, 0.2, 1) order by top_share"), Is.EqualTo(Table.Normal("""
        top_share | people | died | stayed | pence_before | pence_after
        0.05      | 1      | 0    | 1      | 1000000      | 10000
        0.2       | 4      | 0    | 4      | 1240000      | 40000
        1         | 20     | 0    | 20     | 1450000      | 105000
        """)));

    /// <summary>The four fall by £9,900, £800, £700 and £600: 3,000 on average, from which they lie 6,900, 2,200, 2,300 and 2,400, whose squares come to 63.5 million; over three, the root is £4,600.72. Of one person there is none.</summary>
    [Test]
    public void How_far_the_changes_of_the_costliest_differ_is_told_in_pence() => Assert.That(_flow.Draw("select top_share, deviation from measure_persistence where top_share in (0.05, 0.2) order by top_share"), Is.EqualTo(Table.Normal("""
        top_share | deviation
        0.05      |
        0.2       | 460072
        """)));

    /// <summary>A hundred people fall by £100 each on average, with a standard deviation of £50: the mean is sure to £5, and 1.96 of that is £9.80.</summary>
    [Test]
    public void The_interval_of_the_fall_is_that_of_a_mean()
    {
        using var town = new ResultTown([], "number-of-conditions");
        town.Warehouse.Execute("create or replace table measure_persistence as select '2023/24' as year, '2024/25' as next_year, 1::double as top_share, 100::bigint as people, 0::bigint as died, 100::bigint as stayed, 100::bigint as still_top, 2000000::bigint as pence_before, 1000000::bigint as pence_after, 5000::bigint as deviation, 2000000::bigint as step_before, 2000000::bigint as step_after, 40000::bigint as pence_before_largest, 30000::bigint as pence_before_second, 40000::bigint as pence_after_largest, 30000::bigint as pence_after_second, 40000::bigint as step_before_largest, 30000::bigint as step_before_second, 40000::bigint as step_after_largest, 30000::bigint as step_after_second");

        Assert.That(ResultTown.Draw(town.Publish()["persistence"], "stayed", "mean_before", "fall", "fall_lower", "fall_upper"), Is.EqualTo(Table.Normal("""
            stayed | mean_before | fall | fall_lower | fall_upper
            100    | 200         | 100  | 90         | 110
            """)));
    }

    /// <summary>In the first year the old are in tenths 6 to 10, two by two, and the others, who cost nothing, share the first; in the second all the old share the sixth, one of the young is in the fifth.</summary>
    [Test]
    public void Who_stays_in_the_same_tenth_is_counted_of_those_who_were_there_before() => Assert.Multiple(() =>
    {
        Assert.That(_flow.Draw("select cohort, before_people, same_tenth from measure_cohort where year = '2024/25' and scheme = 'number-of-conditions' order by cohort"), Is.EqualTo(Table.Normal("""
            cohort       | before_people | same_tenth
            conditions-0 | 10            | 9
            conditions-2 | 10            | 2
            """)));
        Assert.That(_flow.Warehouse.Count("select count(*) from measure_cohort where year = '2023/24' and before_people > 0"), Is.Zero);
    });

    [Test]
    public void Everybody_of_a_year_is_somewhere_in_the_next() => Assert.That(_flow.Draw("select cast(sum(people) filter (band_before <= 5) as bigint) as before, cast(sum(people) filter (band_after <= 5) as bigint) as after, cast(sum(pence_before) as bigint) as pence_before, cast(sum(pence_after) as bigint) as pence_after from measure_transition"), Is.EqualTo(Table.Normal("""
        before | after | pence_before | pence_after
        20     | 20    | 1450000      | 105000
        """)));

    [Test]
    public void The_fewest_who_have_half_of_all_cost_are_counted() => Assert.That(_flow.Draw("select year, half_people, four_fifths_people from measure_high_resource order by year"), Is.EqualTo(Table.Normal("""
        year    | half_people | four_fifths_people
        2023/24 | 1           | 3
        2024/25 | 6           | 9
        """)), "£10,000 of £14,500, and £11,700; £525 of £1,050 and £840, at £100 each");

    [Test]
    public void What_people_with_conditions_use_is_a_part_of_what_all_use() => Assert.That(_flow.Draw("select conditions_from, measure, people, users, all_users, part, whole from measure_ltc_share where year = '2024/25' and conditions_from in (2, 3) and measure in ('people', 'gp_appointments', 'cost') order by conditions_from, position"), Is.EqualTo(Table.Normal("""
        conditions_from | measure         | people | users | all_users | part   | whole
        2               | people          | 10     | 10    | 20        | 10     | 20
        2               | gp_appointments | 10     | 10    | 11        | 10     | 11
        2               | cost            | 10     | 10    | 11        | 100000 | 105000
        3               | people          | 0      | 0     | 20        | 0      | 20
        3               | gp_appointments | 0      | 0     | 11        | 0      | 11
        3               | cost            | 0      | 0     | 11        | 0      | 105000
        """)));

    /// <summary>Of two cohorts the old cost more, use more settings and had the only admission; the young are steadier in no year: their one user is all their cost.</summary>
    [Test]
    public void A_cohort_that_is_first_by_everything_is_first_under_any_weights() => Assert.That(_flow.Draw("select cohort, priority, weights_lower, weights_upper, front, place_settings_used, place_stability from cohort_priority where scheme = 'number-of-conditions' and year = '2024/25' order by priority"), Is.EqualTo(Table.Normal("""
        cohort       | priority | weights_lower | weights_upper | front | place_settings_used | place_stability
        conditions-2 | 1        | 1             | 1             | 1     | 1                   | 1
        conditions-0 | 2        | 2             | 2             | 2     | 2                   | 2
        """)));

    /// <summary>Nobody's area or ethnic group is in the register of these.</summary>
    [Test]
    public void Who_a_cohort_s_people_are_is_counted_beside_everybody() => Assert.That(_flow.Draw("select cohort, profile, place, people, of_everyone, outside from measure_cohort_profile where scheme = 'number-of-conditions' and year = '2024/25' order by cohort, profile"), Is.EqualTo(Table.Normal("""
        cohort       | profile      | place      | people | of_everyone | outside
        conditions-0 | deprivation  | not stated | 10     | 20          | 10
        conditions-0 | ethnic_group | not stated | 10     | 20          | 10
        conditions-2 | deprivation  | not stated | 10     | 20          | 10
        conditions-2 | ethnic_group | not stated | 10     | 20          | 10
        """)));

    private double Of(string column) => Convert.ToDouble(_flow.Warehouse.Query($"select {column} from measure_cohort where cohort = 'conditions-2' and year = '2023/24'").Rows.Single()[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header));
}
