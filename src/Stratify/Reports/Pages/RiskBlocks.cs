using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>How sure a budget for a group is, and what people with long-term conditions are, use and cost.</summary>
internal static class RiskBlocks
{
    private static readonly (string Measure, string Title)[] _measures =
        [("people", "People"), ("gp_appointments", "Appointments in general practice"), ("outpatient_attendances", "Outpatient attendances"), ("bed_days", "Nights in hospital"), ("cost", "Cost")];

    internal static IEnumerable<Block> Budget(ResultTable pool, string year)
    {
        var rows = pool.Where(("year", year)).Where(row => pool[row, "over_5"].Number is not null).ToList();
        if (rows.Count == 0) { yield break; }
        yield return new DataTable($"How likely a budget for a group is overspent by chance alone ({Format.Count(pool[rows[0], "needed_5"])} people are needed to stay within 5%, 19 years in 20)",
            ["People", "By 5%", "By 10%", "By 5%, capped", "By 10%, capped"],
            [.. rows.Select(row => (IReadOnlyList<string>)[Format.Count(pool[row, "group_size"]), Format.Share(pool[row, "over_5"]), Format.Share(pool[row, "over_10"]), Format.Share(pool[row, "capped_over_5"]), Format.Share(pool[row, "capped_over_10"])])]);
    }

    internal static DataTable LongTermConditions(ResultTable shares, string year) => new(
        "What people with long-term conditions are, use and cost, beside what is said of England",
        ["Part of all", "One or more", "Two or more", "Three or more", "England, one or more"],
        [.. _measures.Select(measure => (IReadOnlyList<string>)[measure.Title, .. new[] { "1", "2", "3" }.Select(number => Cell(shares, year, (measure.Measure, number), "share")), Cell(shares, year, (measure.Measure, "1"), "national_share")])]);

    private static string Cell(ResultTable shares, string year, (string Measure, string Conditions) of, string column) =>
        shares.Where(("year", year), ("measure", of.Measure), ("conditions_from", of.Conditions)).Select(row => Format.Share(shares[row, column])).FirstOrDefault("");
}
