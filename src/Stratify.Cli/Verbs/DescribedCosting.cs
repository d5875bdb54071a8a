using Stratify.Costing;
using Stratify.Model;

namespace Stratify.Cli.Verbs;

/// <summary>How events are costed: what their cost rests on first, by setting, and what a job may say of it.</summary>
internal static class DescribedCosting
{
    internal static (object, IEnumerable<string>) All() => (
        new
        {
            Ways = CostBases.Ways,
            Settings = Setting.All.Select(setting => new { setting.Name, setting.Title, Standard = CostBases.Order(setting, CostBases.Standard), Paid = CostBases.Order(setting, CostBases.Paid), setting.HasNationalPrice, setting.HasMarketForces }),
            Books = ShippedBooks.Names,
        },
        [
            "Every event keeps what is paid for it, where its sender tells that, and what it costs as a standard. A job ranks by the standard, so that places compare, or by what is paid: costing: {cost: paid}.",
            "What the cost of an event rests on, the first that there is; without any it is unpriced, which is counted:",
            .. Setting.All.Select(setting => $"  {setting.Name,-16} standard: {string.Join(", ", CostBases.Order(setting, CostBases.Standard)),-32} paid: {string.Join(", ", CostBases.Order(setting, CostBases.Paid))}"),
            "carried: a cost of the extract; rate: its unit cost × units × weeks; price: of the price book, by healthcare resource group, currency, treatment function, team, role or kind of service; average: of the book, for the kind of care.",
            "A job may also say, under 'costing':",
            "  spells: number             how episodes are joined to spells: by the provider's number, or by dates",
            "  price_year: 2024/25        the year to which prices are brought",
            $"  compare: {ShippedBooks.All[^1].Name,-17} a second price book: how far the ranking of cohorts rests on prices",
            "  mff: mff.csv               columns provider and mff: standard cost × market forces factor, in a column of its own",
            "  control_totals: {inpatient: £123,000,000}   what the accounts say, or a CSV of setting and pounds: a factor that is shown, and used for nothing",
            "  average_limit: 0.1         the share of the pounds of acute care on averages above which a run warns",
        ]);
}
