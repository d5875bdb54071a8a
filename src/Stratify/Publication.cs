using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Reports;
using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Settings;

namespace Stratify;

/// <summary>What a run publishes: result tables after disclosure control, and the report made from them alone.</summary>
public static class Publication
{
    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DisclosureException">A result would show what must not be shown; nothing was written.</exception>
    internal static void Write(Warehouse warehouse, Job job, RunPlan plan, MadeOf made, string folder)
    {
        var rule = RuleOf(job.Disclosure);
        var rows = new ExactRows(warehouse);
        var (results, more) = Repair.Of(ResultReader.Read(rows, rule));
        ResultAudit.Check(results);
        ResultFiles.Write(results, Path.Combine(folder, "tables"), plan.TakesUp?.Of.Says);
        // True values, for whoever checks a release: closed, as a few people stand behind some of them.
        ResultFiles.WriteTables(ResultReader.Read(rows, DisclosureRule.None), Path.Combine(folder, "restricted", ResultFiles.Exact));
        var facts = Facts(job, plan, (rule, more), made);
        facts.Write(Path.Combine(folder, RunFacts.FileName));
        ReportFiles.Write(CommissionerReport.Make(results, facts), folder);
    }

    /// <summary>The rule that a job asks for.</summary>
    internal static DisclosureRule RuleOf(DisclosureSettings asked) => DisclosureRule.Named(asked.Rule).Stricter(asked.Least, asked.LeastOfPlace);

    /// <summary>Nothing that the key goes into is shown, so that a new key changes no byte of the report.</summary>
    private static RunFacts Facts(Job job, RunPlan plan, (DisclosureRule Rule, int More) control, MadeOf made) => new()
    {
        Job = job.Name,
        Only = made.People.Place,
        Years = [.. plan.Periods.Select(period => period.Year)],
        PeriodEnd = plan.Periods[^1].To,
        Prices = made.People.Costing.Prices,
        Windows = Model.Windows.Says(made.People.Costing.Windows),
        Payers = Model.Payer.Says(made.People.Costing.Payers),
        Seed = plan.Seed,
        Version = Fingerprint.Version,
        Disclosure = control.Rule.Says + Repair.Says(control.More),
        Governance = [.. Governance.Of(job, plan).Says()],
        Scope = [.. plan.Conditions.Opportunities.Says()],
        Costing = [.. made.People.Costing.Says()],
        Definitions = [.. made.Fingerprint.Definitions.Where(definition => definition.Hash.Length == 64 && definition.Name != "opt-outs" && !definition.Name.EndsWith(" national", StringComparison.Ordinal)).Select(definition => (definition.Name, definition.Hash[..8]))],
        Datasets = Catalogue.All.Concat(Catalogue.RelatedTables).ToDictionary(dataset => dataset.Name, dataset => dataset.Title),
        MissingDatasets = [.. Catalogue.All.Where(dataset => dataset.IsOfPerson).Where(dataset => !made.People.Datasets.Contains(dataset.Name)).Select(dataset => dataset.Title)],
        Schemes = [.. plan.Schemes.Select(scheme => (scheme.Title, scheme.Source, scheme.Status))],
        CohortNotices = [.. made.CohortNotices.Select(notice => notice.Message)],
        NamesCohorts = plan.Report.UpClose is not null,
        Laws = made.Laws,
        PeopleOf = plan.TakesUp?.Of.Says ?? "",
    };
}

/// <summary>What results were made from, how many laws were checked, and what is to be said of their cohorts.</summary>
internal sealed record MadeOf(Fingerprint Fingerprint, PopulationFacts People, int Laws, IReadOnlyList<Problem> CohortNotices);
