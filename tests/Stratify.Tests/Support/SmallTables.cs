namespace Stratify.Tests.Support;

/// <summary>Tables drawn by hand, small enough to see at once what their pictures must show.</summary>
public static class SmallTables
{
    /// <summary>The pictures that they are drawn for.</summary>
    public static IReadOnlyList<string> Pictures { get; } =
    [
        "condition-effects", "condition-others", "combinations-pairs", "settings-together", "by-month-ae-attendances", "price-books", "year-on", "linked-records", "metric-trends",
    ];

    public static DrawnReport Report { get; } = DrawnReport.Empty
        .With("model_effects", """
            setting | condition     | people | effect | effect_lower | effect_upper
            --------+---------------+--------+--------+--------------+-------------
            all     | Asthma        |   2000 |    100 |         -100 |          300
            all     | Heart failure |    200 |   2000 |         1000 |         3000
            all     | Dementia      |    [c] |    [c] |          [c] |          [c]
            all     | Epilepsy      |    100 |   -500 |         -800 |         -200
            """)
        .With("model_methods", """
            setting | method      | r_squared | cumming | mean_error | ratio | chosen
            --------+-------------+-----------+---------+------------+-------+-------
            all     | two parts   |       0.2 |     0.3 |        900 |  1.01 | yes
            """)
        .With("cost_by_condition_and_others", """
            condition     | others    | people | mean_cost
            --------------+-----------+--------+----------
            Asthma        | 0         |   1000 |      1000
            Asthma        | 1         |    500 |      2000
            Asthma        | 2         |    200 |      4000
            Asthma        | 3 or more |    100 |      8000
            Diabetes      | 0         |    800 |       500
            Diabetes      | 1         |    400 |      1500
            Diabetes      | 2         |    300 |      2500
            Diabetes      | 3 or more |    200 |      4000
            Heart failure | 0         |    [c] |       [c]
            Heart failure | 1         |     20 |      3000
            Heart failure | 2         |    [c] |       [c]
            Heart failure | 3 or more |     90 |      6000
            """)
        .With("cohorts", """
            scheme | scheme_title | kind | uses_activity | cohort | title                           | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper
            -------+--------------+------+---------------+--------+---------------------------------+--------+-----------+------------+------------+------+------------+-----------
            pairs  | Pairs        | sets | no            | a      | Diabetes + Asthma               |    500 |      2000 |       1500 |       2500 |    2 |          2 | 2
            pairs  | Pairs        | sets | no            | b      | Diabetes + Asthma + Heart failure |   50 |      8000 |       6000 |       9000 |    1 |          1 | 1
            """)
        .With("condition_combinations", """
            scheme | cohort | title                             | variant   | people | observed_over_expected | total_cost | mean_cost | expected | excess | excess_lower | excess_upper | adjusted_p
            -------+--------+-----------------------------------+-----------+--------+------------------------+------------+-----------+----------+--------+--------------+--------------+-----------
            pairs  | a      | Diabetes + Asthma                 | inclusive |    500 |                    1.5 |    1000000 |      2000 |     1900 |    100 |         -300 |          500 | 0.6
            pairs  | only-a | Diabetes + Asthma, none else      | exclusive |    300 |                    [z] |     300000 |      1000 |     1000 |      0 |         -100 |          100 | 0.9
            pairs  | b      | Diabetes + Asthma + Heart failure | inclusive |     50 |                    3.0 |     400000 |      8000 |     5000 |   3000 |         1000 |         5000 | 0.01
            pairs  | c      | Diabetes + Heart failure          | inclusive |    [c] |                    [c] |        [c] |       [c] |      [c] |    [c] |          [c] |          [c] | [c]
            """)
        .With("setting_combinations", """
            settings                         | people | cost   | mean_cost
            ---------------------------------+--------+--------+----------
            primary_care                     |   1000 |  50000 |        50
            inpatient+primary_care           |    200 | 400000 |      2000
            inpatient+primary_care+community |     40 | 200000 |      5000
            outpatient                       |    [c] |    [c] |       [c]
            """)
        .With("activity_by_month", "month | measure | measure_title | state | days | people | events | cost | per_day | centre | lower | upper | verdict\n" + string.Join('\n', Months))
        .With("metrics", "panel | metric | title | status | rate\nGood care | falls | Falls | measured | 10")
        .With("metric_definitions", "panel | metric | title | definition | source\nGood care | falls | Falls | What one falls. | A guide")
        .With(Results.MetricLimits.Of(MetricMonths.All(
            MetricMonths.Of("10 12 10 12 10 12 40 12 10 12 10 12", 100, metric: "emergency_65", title: "Emergency admissions, aged 65 and over"),
            MetricMonths.Of("95 94 95 96 95 [c] 95 94 95 96 95 94 95", 100, 100, metric: "usual_residence", title: "Discharged to the usual place of residence, adults"),
            MetricMonths.Of("10 10 10 10 10 10 3 14 14 14 14 14 14 14", 100, metric: "acsc_chronic", title: "Emergency admissions for chronic ambulatory care sensitive conditions"))))
        .With("cohorts_by_price_book", """
            scheme | cohort | title                | people | mean_cost | other_mean_cost | rank | other_rank
            -------+--------+----------------------+--------+-----------+-----------------+------+-----------
            mine   | a      | Frail                |    100 |      4000 |            3000 |    1 | 2
            mine   | b      | Many conditions      |    100 |      2000 |            3500 |    2 | 1
            mine   | c      | Everyone else        |   1000 |       500 |             500 |    3 | 3
            """)
        .With("rank_stability", """
            scheme | scheme_title | cohorts | concordance | top | top_at_both | share_moved
            -------+--------------+---------+-------------+-----+-------------+------------
            mine   | Mine         |       3 |         0.5 |   3 |           3 | 0.1
            """)
        .With("persistence", """
            year    | next_year | top_share | people | died | stayed | share_still_top | mean_before | mean_after | fall  | fall_lower | fall_upper
            --------+-----------+-----------+--------+------+--------+-----------------+-------------+------------+-------+------------+-----------
            2023/24 | 2024/25   | 0.05      |    100 |   20 |     80 |             0.3 |       20000 |       8000 | 12000 |      10000 | 14000
            2023/24 | 2024/25   | 1.0       |   2000 |   30 |   1900 |               1 |        1500 |       1600 |  -100 |       -250 | 50
            """)
        .With("cost_transitions", """
            year    | next_year | before     | after      | people
            --------+-----------+------------+------------+-------
            2023/24 | 2024/25   | other half | other half |   1000
            """)
        .With("linkage", """
            dataset              | grade | records | people | cost
            ---------------------+-------+---------+--------+-----
            acute_inpatients     | A     |     900 |    500 | 10
            acute_inpatients     | U     |     100 |      0 | 10
            social_care_services | A     |     500 |    300 | 10
            social_care_services | C     |     200 |    100 | 10
            social_care_services | P     |     100 |     50 | 10
            social_care_services | U     |     200 |      0 | 10
            """);

    private static IEnumerable<string> Months => new[]
    {
        "2024-04 | whole | 30 | 10 | within", "2024-05 | whole | 31 | 11 | within", "2024-06 | whole | 30 | 9 | within", "2024-07 | whole | 31 | 10 | within", "2024-08 | whole | 31 | [c] | -",
        "2024-09 | whole | 30 | 10 | within", "2024-10 | whole | 31 | 11 | within", "2024-11 | whole | 30 | 10 | within", "2024-12 | whole | 31 | 12 | within", "2025-01 | whole | 31 | 18 | above", "2025-02 | whole | 28 | 2 | left out", "2025-03 | not over | 31 | [z] | -",
    }.Select(line => line.Split(" | ")).Select(cells => $"{cells[0]} | ae_attendances | A&E attendances | {cells[1]} | {cells[2]} | {(cells[3].StartsWith('[') ? cells[3] : "100")} | {(cells[3].StartsWith('[') ? cells[3] : "300")} | [z] | {cells[3]} | {(cells[3].StartsWith('[') ? cells[3] : "10 ")} | {(cells[3].StartsWith('[') ? cells[3] : "5")} | {(cells[3].StartsWith('[') ? cells[3] : "15")} | {cells[4].TrimStart('-')}");
}
