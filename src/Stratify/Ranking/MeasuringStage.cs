using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>Person-years and events in; exact measures of the whole population, which no scheme changes, out. None of them is published as it is.</summary>
public static class MeasuringStage
{
    /// <param name="seed">By which people are dealt out to those whom a model learns from and those whom it is asked of.</param>
    /// <param name="compared">Whether events were priced by a second book too.</param>
    /// <param name="factored">Whether there are market forces factors.</param>
    /// <param name="controlled">Whether there are control totals.</param>
    public static Stage Make(long seed, bool compared = false, bool factored = false, bool controlled = false) => new(
        "measures",
        "Measuring the population",
        Steps:
        [
            new CodeStep("age_band", ["name"], warehouse => MemoryTable.Create(warehouse, "age_band", [("name", "varchar"), ("age_from", "bigint")],
                AgeBands.All.Select(band => new object?[] { band.Name, (long)band.From }))),
            .. Scripts.Select(name => new SelectStep(SqlScript.Load(name))),
            .. new[] { (compared, "other_cost"), (factored, "measure_market_forces"), (controlled, "measure_control_total") }.Where(one => one.Item1).Select(one => new SelectStep(SqlScript.Load(one.Item2))),
            new SelectStep(CohortSettings.Everybody),
            new SelectStep(SettingConcentration.Script),
            new SelectStep(SettingPairs.Script),
            new SelectStep(ConditionOthers.Script),
            new CodeStep("gini", ["year"], Gini),
            RiskPools.OfSizes,
            ModelFit.Step,
            .. ModelMethods.Steps(seed),
            new SelectStep(SqlScript.Load("measure_model_ratio")),
            ModelEffects.Step,
            ExpectedCost.Step(seed),
            StandardPopulation.Step,
            new SelectStep(PlaceStrata.Script),
            MeasurePlaces.Step,
            .. OfMetrics,
            new SelectStep(GroupStrata.OfEquity),
            GroupRates.OfEquity,
            new SelectStep(PersonStanding.Script),
        ],
        Laws: [SqlScript.Load("match_rates_hold_every_record"), SqlScript.Load("payers_pay_every_pound"), SqlScript.Load("places_hold_everyone"), SqlScript.Load("months_hold_the_year"), SqlScript.Load("metric_months_hold_the_year")])
    {
        Drops = ["record_group", "metric_contact", "metric_discharge", "metric_after", "metric_home", "metric_stay", "metric_care_home", "metric_reach", "metric_assessment", "metric_told", "metric_need", "metric_band", "metric_month_band"],
    };

    private static IReadOnlyList<string> Scripts { get; } =
    [
        "measure_population", "measure_population_change", "measure_practice_list", "measure_linkage", "measure_match_rate", "measure_data_quality", "measure_unattributed", "measure_basis", "measure_paid", "measure_setting", "measure_payer",
        "person_band", "measure_age_conditions", "measure_conditions_setting", "measure_concentration", "measure_combination", "coverage_cost",
        "measure_high_resource", "measure_ltc_share", "cost_place", "measure_transition", "measure_persistence",
        "measure_opportunity", "measure_month",
    ];

    /// <summary>Measures of joined-up care, from single events while they are there.</summary>
    private static IReadOnlyList<Step> OfMetrics =>
    [
        Metrics.Step,
        Metrics.Needs,
        .. new[] { "metric_contact", "metric_discharge", "metric_after", "metric_home", "metric_stay", "metric_care_home", "metric_reach", "metric_assessment", "metric_told", "person_coordination" }.Select(name => new SelectStep(SqlScript.Load(name))),
        new SelectStep(MetricBands.OfYears),
        new SelectStep(MetricBands.OfMonths),
        new SelectStep(SqlScript.Load("measure_metric")),
        new SelectStep(SqlScript.Load("measure_metric_month")),
    ];

    private static void Gini(Warehouse warehouse)
    {
        var years = warehouse.Query("select year from measure_population order by year").Rows.Select(row => (string)row[0]!);
        MemoryTable.Create(warehouse, "gini", [("year", "varchar"), ("gini", "double")], [.. years.Select(year => new object?[]
        {
            year,
            // Credits can leave a person's cost below nought, of which there is no share.
            Concentration.Gini(warehouse.Longs("select greatest(cost, 0) as cost from person_year where year = $1", year)[0]),
        })]);
    }
}
