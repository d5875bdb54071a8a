using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>The groups of people of whose records the fewest are linked: those whose care is told least.</summary>
internal static class LeastLinked
{
    private const int Most = 8;

    internal static Block Of(ResultTable rates, RunFacts facts)
    {
        var rows = new[] { "age_band", "sex", "deprivation_decile", "ethnic_group" }
            .SelectMany(attribute => rates.Where(("attribute", attribute)))
            .Where(row => rates.Text(row, "group_name") != "not stated" && rates[row, "share_linked"].Number < 1)
            .OrderBy(row => rates[row, "share_linked"].Number).Take(Most).ToList();
        return rows.Count == 0
            ? new Paragraph("In no group of age, sex, deprivation or ethnic group that may be seen is a record left unlinked. tables/match_rates.csv has every group, by what the records themselves say.")
            : new DataTable("Where the fewest records are linked, by what the records themselves say (tables/match_rates.csv has every group)", ["Dataset", "Group", "Records", "Linked", "Cost not linked"],
                [.. rows.Select(row => (IReadOnlyList<string>)
                [
                    facts.Datasets[rates.Text(row, "dataset")], Named(rates.Text(row, "attribute"), rates.Text(row, "group_name")), Format.Count(rates[row, "records"]),
                    Format.Precise(rates[row, "share_linked"].Number ?? 0), Format.Pounds(rates[row, "cost_unlinked"]),
                ])])
            {
                Words = [0, 1],
            };
    }

    private static string Named(string attribute, string group) => attribute switch
    {
        "age_band" => $"aged {group}",
        "deprivation_decile" => $"deprivation decile {group}",
        _ => group,
    };
}
