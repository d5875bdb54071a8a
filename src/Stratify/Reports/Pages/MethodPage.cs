using System.Globalization;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>How the figures were made and how far to trust them, from the run's own facts.</summary>
internal static class MethodPage
{
    internal static Page Make(ResultSet results, RunFacts facts) => new("Method and quality", "How the figures were made, and how far to trust them",
    [
        new Paragraph($"Every row of every extract is accounted for, and every pound: {facts.Laws} laws were checked on this run and all hold. Had one been broken, nothing would have been published."),
        Verdicts(results["data_quality_verdicts"]),
        NotClean(results["data_quality_checks"], facts) with { IsPrinted = false },
        new Paragraph(Checked(results["data_quality_checks"])),
        new Paragraph(Register(results["population_change"], facts)) { IsPrinted = false },
        new Paragraph(Lists(results["practice_lists"], facts)) { IsPrinted = false },
        Rows(results, facts),
        .. CostBlocks.Of(results, facts),
        Unattributed(results["unattributed"], facts),
        new Heading("Definitions"),
        new Bullets([.. Rules(results, facts)]),
        new Heading("How figures are made, and from what sources") { IsPrinted = false },
        new Bullets([.. Definitions(facts)]) { IsPrinted = false },
        new Caveat("The quality of a figure is that of the extracts behind it. A service that sent nothing looks as if it cost nothing."),
    ]);

    private static DataTable Verdicts(ResultTable verdicts) => new("May this figure be used?", ["Figure", "May be used", "Why not, or with what care"],
        [.. Enumerable.Range(0, verdicts.Rows.Count).Select(row => (IReadOnlyList<string>)[verdicts.Text(row, "title"), verdicts.Text(row, "may_be_used"), verdicts.Text(row, "why")])])
    {
        Words = [0, 1, 2],
        Sentences = [2],
    };

    private static Block NotClean(ResultTable checks, RunFacts facts)
    {
        var rows = new[] { "fail", "warn" }.SelectMany(outcome => checks.Where(("outcome", outcome))).ToList();
        return rows.Count == 0
            ? new Paragraph("No check of the data warns or fails.")
            : new DataTable("Checks of the data that warn or fail", ["Dataset", "What is counted", "Count", "Of", "Share", "Outcome", "Limit"],
                [.. rows.Select(row => (IReadOnlyList<string>)
                [
                    facts.Datasets[checks.Text(row, "dataset")], Counted(checks, row), Format.Count(checks[row, "violations"]), Format.Count(checks[row, "counted"]),
                    Format.Precise((checks[row, "violations"].Number ?? 0) / Math.Max(1, checks[row, "counted"].Number ?? 0)), checks.Text(row, "outcome"), checks.Text(row, "reason"),
                ])])
            {
                Words = [0, 1, 5, 6],
                Sentences = [1],
            };
    }

    private static string Counted(ResultTable checks, int row) => checks.Text(row, "check_name") == "code_missing" ? $"rows without {checks.Text(row, "column_name")}" : checks.Text(row, "counts");

    private static string Checked(ResultTable checks)
    {
        int Count(string outcome) => checks.Where(("outcome", outcome)).Count();
        return $"Of {Format.Whole(checks.Rows.Count)} checks {Format.Whole(Count("clean"))} are clean, {Format.Whole(Count("passed with violations"))} pass with violations within their limit, {Format.Whole(Count("warn"))} warn, {Format.Whole(Count("fail"))} fail, and {Format.Whole(Count("not applicable"))} could not be asked. tables/data_quality_checks.csv has the counts of each, with its limit or why it was not asked.";
    }

    private static string Register(ResultTable changes, RunFacts facts)
    {
        if (changes.Where(("year", facts.Year)).FirstOrDefault(-1) is var row && row < 0) { return $"Nobody was registered in {facts.Year}."; }
        string Of(string column) => Format.Count(changes[row, column]);
        return $"Of {Of("people")} people registered in {facts.Year}, {Of("at_start")} were there on the first day, {Of("born")} were born and {Of("joined")} joined; {Of("died")} died, {Of("moved_away")} left and {Of("at_end")} were there on the last day. "
            + $"{Of("moved_practice")} went to another practice within the year, {Of("moved_area")} to another area, and {Of("with_gap")} left and came back.";
    }

    private static string Lists(ResultTable lists, RunFacts facts)
    {
        if (lists.Where(("year", facts.Year)).FirstOrDefault(-1) is var row && row < 0) { return $"Practices' lists held nobody on the last day of {facts.Year}."; }
        string Of(string column) => Format.Count(lists[row, column]);
        return $"Practices' lists held {Of("entries")} entries for {Of("people")} people on the last day of {facts.Year}: {Of("at_two_practices")} were with two practices at once, {Of("perhaps_twice")} may be there twice under one name, "
            + $"{Of("after_death")} had died, {Of("over_110")} would be 110 or older, and of {Of("not_seen")} no service tells anything. "
            + (lists[row, "list_over_population"].Number is { } ratio
                ? $"In the {Of("areas")} areas whose population is known the lists hold {ratio.ToString("0.00", CultureInfo.InvariantCulture)} entries for each person who lives there."
                : "No look-up tells how many people live in the areas, so the lists are not held against a population.");
    }

    private static DataTable Rows(ResultSet results, RunFacts facts) => new(
        "What became of the rows of each extract, and of the events in them",
        ["Dataset", "Rows", "Refused", "Repeated", "Opted out", "Left out", "Events counted", "Not priced", "Linked"],
        [.. Enumerable.Range(0, results["data_quality"].Rows.Count).Select(row => (IReadOnlyList<string>)[.. Rows(results["data_quality"], row, facts), .. Events(results, row)])]);

    private static string[] Rows(ResultTable quality, int row, RunFacts facts) =>
    [
        facts.Datasets[quality.Text(row, "dataset")],
        .. new[] { "rows_read", "rejected", "duplicate", "opted_out", "out_of_scope" }.Select(column => Format.Count(quality[row, column])),
    ];

    /// <summary>Nothing for a dataset that holds no activity.</summary>
    private static string[] Events(ResultSet results, int row)
    {
        var (quality, linkage) = (results["data_quality"], results["linkage"]);
        var records = linkage.Where(("dataset", quality.Text(row, "dataset"))).ToDictionary(link => linkage.Text(link, "grade"), link => linkage[link, "records"].Number ?? 0);
        var all = records.Values.Sum();
        return all == 0 ? ["", "", ""] : [Format.Count(quality[row, "counted"]), Format.Count(quality[row, "unpriced"]), Format.Precise(1 - (records.GetValueOrDefault("U") / all))];
    }

    private static Block Unattributed(ResultTable table, RunFacts facts)
    {
        var rows = table.Where(("year", facts.Year)).ToList();
        return rows.Count == 0
            ? new Paragraph("All cost of the year belongs to people who were registered in it.")
            : new DataTable("Cost that belongs to no person of the year, and is in none of the figures above", ["Setting", "Reason", "Events", "Cost"],
                [.. rows.Select(row => (IReadOnlyList<string>)[Model.Setting.Of(table.Text(row, "setting")).Title, table.Text(row, "reason"), Format.Count(table[row, "events"]), Format.Pounds(table[row, "cost"])])])
            {
                Words = [0, 1],
                Printed = 5,
            };
    }

    /// <summary>Under what rules this was made, which no reader may miss.</summary>
    private static IEnumerable<string> Rules(ResultSet results, RunFacts facts)
    {
        yield return $"Small numbers: {facts.Disclosure} Hidden figures are printed as {HiddenCell.Instance.Csv}; {Format.Whole(results.Tables.Sum(table => table.HiddenCells))} cells of the result tables are hidden.";
        if (facts.PeopleOf.Length > 0) { yield return facts.PeopleOf; }
        if (facts.Only.Length > 0) { yield return $"These are the people registered in {facts.Only} and nobody else; who moves away leaves. What became of rows and how records were linked is of all of the extracts."; }
        foreach (var rule in facts.Governance) { yield return rule; }
        foreach (var notice in facts.CohortNotices) { yield return notice; }
        if (facts.MissingDatasets.Count > 0) { yield return $"Not part of this run: {string.Join("; ", facts.MissingDatasets)}."; }
        yield return $"Made by Stratify {facts.Version} with seed {facts.Seed}, at the prices {facts.Prices}. The same inputs and definitions give the same report; manifest.json names them all by their hashes.";
    }

    /// <summary>What is looked up when a figure is doubted.</summary>
    private static IEnumerable<string> Definitions(RunFacts facts)
    {
        foreach (var rule in facts.Costing.Skip(1)) { yield return rule; }
        foreach (var rule in facts.Scope) { yield return rule; }
        yield return $"Prices: {facts.Prices}. The file of prices names the source of each.";
        if (facts.Windows.Length > 0) { yield return $"Years: {facts.Windows}"; }
        if (facts.Payers.Length > 0) { yield return $"Who pays, unless a commissioner or the job says otherwise: {facts.Payers}."; }
        yield return "Intervals: 95% bootstrap over people (above 20,000, over 2,000 groups of them dealt at random), 1,000 samples within each cohort; percentile, or corrected for bias and skew (BCa) below 500 people. Ranks: 90% of the same samples.";
        yield return "Expected cost: from age, sex and deprivation, by a log-linear model of cost a year, fitted to four fifths of people and asked of the rest, for the days registered. What a condition adds: everybody's expected cost with it less that without, by the kind of model that comes nearest to people whom it was not fitted to (tables/model_methods.csv); it describes who costs more, and not what would change if the condition went. Where there are too few people, neither is given.";
        yield return "Places against peers: expected numbers are indirectly standardised by age in bands of five years and sex, at the rates of this population itself; rates in tables/practices.csv and tables/neighbourhoods.csv are directly standardised to the European standard population of 2013. Limits are those of counts (Byar's, exact below ten) of lots, for cost and care come to the same people again: a lot is Σx²/Σx of each person's x. Funnel limits allow for over-dispersion (Spiegelhalter's additive variance, the outer tenths held in).";
        foreach (var (title, source, status) in facts.Schemes) { yield return $"{title}. Source: {(source.Length > 0 ? source : "the user's own")}.{(status.Length > 0 ? $" {status}" : "")}"; }
        yield return $"The hashes of what this was made from begin: {string.Join(", ", facts.Definitions.Select(definition => $"{definition.Name} {definition.Hash}"))}.";
    }
}
