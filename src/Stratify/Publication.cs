using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Reports;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify;

/// <summary>What a run publishes: result tables after disclosure control, and the report made from them alone.</summary>
public static class Publication
{
    /// <param name="laws">How many laws were checked.</param>
    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="Problems.DisclosureException">A result would show what must not be shown; nothing was written.</exception>
    public static void Write(Warehouse warehouse, Job job, RunPlan plan, Fingerprint fingerprint, int laws, string folder)
    {
        var rule = DisclosureRule.Named(job.Disclosure);
        var results = ResultReader.Read(warehouse, rule);
        ResultAudit.Check(results);
        ResultFiles.Write(results, Path.Combine(folder, "tables"));
        ReportFiles.Write(CommissionerReport.Make(results, Facts(job, plan, fingerprint, (rule, laws))), folder);
    }

    /// <summary>Nothing that the key goes into is shown, so that a new key changes no byte of the report.</summary>
    private static RunFacts Facts(Job job, RunPlan plan, Fingerprint fingerprint, (DisclosureRule Rule, int Count) checks) => new()
    {
        Job = job.Name,
        Years = [.. plan.Periods.Select(period => period.Year)],
        PeriodEnd = plan.Periods[^1].To,
        Prices = plan.Prices.Name,
        Windows = Model.Windows.Says(plan.Costing.Windows),
        Payers = Model.Payer.Says(plan.Costing.Payers),
        Seed = plan.Seed,
        Version = Fingerprint.Version,
        Disclosure = checks.Rule.Says,
        Governance = [.. Governance.Of(job, plan).Says()],
        Costing = [.. CostingFacts.Says(plan.CostBy)],
        Definitions = [.. fingerprint.Definitions.Where(definition => definition.Hash.Length == 64 && definition.Name != "opt-outs" && !definition.Name.EndsWith(" national", StringComparison.Ordinal)).Select(definition => (definition.Name, definition.Hash[..8]))],
        Datasets = Catalogue.All.Concat(Catalogue.RelatedTables).ToDictionary(dataset => dataset.Name, dataset => dataset.Title),
        MissingDatasets = [.. Catalogue.All.Where(dataset => dataset.IsOfPerson).Except(Catalogue.Given(plan.Deliveries.Select(delivery => delivery.Dataset))).Select(dataset => dataset.Title)],
        Schemes = [.. plan.Schemes.Select(scheme => (scheme.Title, scheme.Source, scheme.Status))],
        Laws = checks.Count,
    };
}
