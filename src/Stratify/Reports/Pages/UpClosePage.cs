using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>One cohort up close: who its people are, what they use, who gives it and what of it is in scope. After it comes the made-up person of the cohort.</summary>
internal static class UpClosePage
{
    private const int MostConditions = 8, MostProviders = 12, PrintedRows = 5;

    /// <summary>None where the run has no cohort to look at, or its people are too few.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        var exemplars = results["exemplar"];
        var first = exemplars.Where(("year", facts.Year)).Select(row => exemplars.Text(row, "scheme")).FirstOrDefault();
        foreach (var row in exemplars.Where(("year", facts.Year)))
        {
            var of = new CloseCohort(exemplars.Text(row, "scheme"), exemplars.Text(row, "cohort"), exemplars.Text(row, "title"), facts.Year);
            var cohort = results["cohorts"].Where(of.Labels).Where(each => results["cohorts"][each, "people"].Number is > 0).Select(each => (int?)each).FirstOrDefault();
            if (cohort is not { } found) { continue; }
            foreach (var page in ExemplarPage.Make(results, facts, of, row).Prepend(Make(results, facts, of, (found, row)))) { yield return page with { IsPrinted = facts.NamesCohorts || of.Scheme == first }; }
        }
    }

    private static Page Make(ResultSet results, RunFacts facts, CloseCohort of, (int Cohort, int Exemplar) at)
    {
        var flows = CareFlow.Of(results, of.Scheme, of.Cohort, of.Year);
        var headline = Headline(flows, of.Title);
        var providers = results["cohort_providers"];
        return new Page($"One cohort up close: {of.Title}", headline,
        [
            new Paragraph(Summary(results, at.Cohort)),
            .. Traits(results, of),
            .. Conditions(results["up_close_conditions"], of),
            Use(results["cohort_settings"], of),
            .. flows.Count == 0 ? Array.Empty<Block>() :
            [
                new Heading("Who gives their care"),
                new Figure($"providers-{of.Scheme}-{of.Cohort}", Sankey.Draw(flows, headline), $"Cost of their care by setting and provider: {of.Title}, {facts.Place}, {facts.Year}", facts.Source,
                    providers.Part($"providers-{of.Scheme}-{of.Cohort}", headline, providers.Where(of.Labels), "scheme", "cohort", "title", "year", "setting", "provider", "people", "contacts", "cost")),
                Providers(providers, of),
            ],
            .. InScope(results, of),
            .. ExemplarPage.Missing(results, of, at.Exemplar),
            new Caveat($"Providers are codes as their extracts have them; where councils and health payers buy care, the code is theirs. Cost is the value of the care and not what was invoiced. {(facts.NamesCohorts ? "The job names the cohorts that are shown" : "Of the job's first scheme the first cohorts by priority are shown (report: {cohorts_up_close: N} says how many), and in report.html the first of each other; report: {up_close: [SCHEME.COHORT]} names others")}.{(results["cohort_settings"].Where(of.Labels).Any(row => results["cohort_settings"][row, "mean_cost"].IsHidden) ? " Settings with few people are not shown." : "")}"),
        ]);
    }

    /// <summary>Of whom it is, where there is room: the line above says it too.</summary>
    private static string Headline(IReadOnlyList<CareFlow> flows, string title)
    {
        const int words = 15;
        var found = Found(flows);
        return $"{title}: {found}" is var whole && whole.Split(' ').Length <= words ? whole : char.ToUpperInvariant(found[0]) + found[1..];
    }

    /// <summary>As few providers as have half of what may be seen or told together, where they are few.</summary>
    private static string Found(IReadOnlyList<CareFlow> flows)
    {
        var total = flows.Sum(flow => flow.Pounds);
        var providers = flows.Where(flow => flow.Provider is not (CareFlow.Unseen or CareFlow.NotStated)).GroupBy(flow => flow.Provider).Select(provider => (Name: provider.Key, Pounds: provider.Sum(flow => flow.Pounds))).OrderByDescending(provider => provider.Pounds).ThenBy(provider => provider.Name, StringComparer.Ordinal).ToList();
        for (var i = 1; i <= Math.Min(3, providers.Count); i++)
        {
            var share = providers.Take(i).Sum(provider => provider.Pounds) / total;
            if (share >= 0.5) { return i == 1 ? $"{providers[0].Name} gives {Format.Percent(share)} of their care by cost" : $"{(i == 2 ? "two" : "three")} providers give {Format.Percent(share)} of their care by cost"; }
        }
        return "who they are, what they use and who gives it";
    }

    private static string Summary(ResultSet results, int row)
    {
        Cell Cell(string column) => results["cohorts"][row, column];
        return $"{Format.Count(Cell("people"))} people, {Format.Share(Cell("share_of_people"))} of everybody, have {Format.Share(Cell("share_of_cost"))} of all cost: {Format.Pounds(Cell("mean_cost"))} each ({Format.Between(Cell("mean_lower"), Cell("mean_upper"), Format.Pounds)})"
            + (Cell("expected_mean").Number is { } expected ? $", where {Format.Pounds(expected)} is expected of people of their age, sex and deprivation" : "")
            + (Cell("median_pounds").Number is { } median ? $"; half of them cost less than {Format.Pounds(median)}" : "")
            + $". They use {Format.Decimal(Cell("settings_used"))} settings on average" + (Cell("share_three_or_more_settings").Number is { } many ? $", and {Format.Percent(many)} use three or more." : ".");
    }

    private static IEnumerable<Block> Traits(ResultSet results, CloseCohort of)
    {
        var (traits, groups) = (results["up_close_profile"], results["cohort_profile"]);
        var rows = traits.Where(of.Labels).Select(row => Row(traits, row, Trait(traits.Text(row, "profile"), traits.Text(row, "place"))))
            .Concat(groups.Where([.. of.Labels, ("profile", "deprivation")]).Select(row => Row(groups, row, $"Fifth by deprivation: {groups.Text(row, "place")}"))).ToList();
        if (rows.Count == 0) { yield break; }
        yield return new Heading("Who they are");
        yield return new DataTable("Age, sex, number of conditions and deprivation", ["Group", "People", "Part of them", "Part of everybody"], rows);
    }

    private static IReadOnlyList<string> Row(ResultTable table, int row, string name) => [name, Format.Count(table[row, "people"]), Format.Share(table[row, "share_of_cohort"]), Format.Share(table[row, "share_of_everyone"])];

    private static string Trait(string profile, string place) => profile switch
    {
        "age" => place == "not stated" ? "Age not stated" : $"Aged {place}",
        "sex" => place == "not stated" ? "Sex not stated" : char.ToUpperInvariant(place[0]) + place[1..],
        _ => place switch { "0" => "No long-term condition", "1" => "1 condition", "not stated" => "Conditions not known", _ => $"{place} conditions" },
    };

    private static IEnumerable<Block> Conditions(ResultTable conditions, CloseCohort of)
    {
        var rows = conditions.Where(of.Labels).Where(row => conditions[row, "people"].Number is > 0).OrderByDescending(row => conditions[row, "people"].Number).Take(MostConditions).ToList();
        if (rows.Count == 0) { yield break; }
        yield return new DataTable("Their commonest long-term conditions", ["Condition", "People", "Part of them", "Part of everybody"], [.. rows.Select(row => Row(conditions, row, conditions.Text(row, "condition")))]) { Printed = PrintedRows };
    }

    private static DataTable Use(ResultTable settings, CloseCohort of) => new("What they use: of those who use it, and of all of them, beside everybody else",
        ["Setting", "Users", "Contacts", "Cost a user", "Cost a person", "Everybody else", "Difference (95%)"],
        [.. settings.Where(of.Labels).Where(row => settings[row, "users"].Number is not 0).Select(row => (IReadOnlyList<string>)
        [
            Setting.Of(settings.Text(row, "setting")).Title, Format.Count(settings[row, "users"]), settings[row, "contacts"] is NotApplicableCell ? "" : Format.Count(settings[row, "contacts"]), Format.Pounds(settings[row, "mean_cost_per_user"]),
            Format.Pounds(settings[row, "mean_cost"]), Format.Pounds(settings[row, "others_mean_cost"]), Format.Between(settings[row, "difference_lower"], settings[row, "difference_upper"], Format.Pounds),
        ])]);

    private static DataTable Providers(ResultTable providers, CloseCohort of)
    {
        var (all, seen) = (providers.Where(of.Labels).ToList(), providers.Where(of.Labels).Where(row => providers[row, "cost"].Number is > 0).OrderByDescending(row => providers[row, "cost"].Number).ToList());
        var hidden = all.Count(row => providers[row, "people"].IsHidden);
        return new DataTable($"The largest of them{(hidden == 0 ? "" : $"; {hidden} more {(hidden == 1 ? "has" : "have")} too few people to be shown, or would tell of them")}", ["Provider", "Setting", "People", "Contacts", "Cost"],
            [.. seen.Take(MostProviders).Select(row => (IReadOnlyList<string>)
            [
                providers.Text(row, "provider") is { Length: > 0 } code ? code : CareFlow.NotStated, Setting.Of(providers.Text(row, "setting")).Title, Format.Count(providers[row, "people"]), Format.Count(providers[row, "contacts"]), Format.Pounds(providers[row, "cost"]),
            ])])
        { Words = [0, 1], Printed = PrintedRows };
    }

    private static IEnumerable<Block> InScope(ResultSet results, CloseCohort of)
    {
        if (results.Tables.FirstOrDefault(table => table.Name == "cohort_opportunity") is not { } table) { yield break; }
        var rows = table.Where(of.Labels).Where(row => table[row, "people"].Number is > 0).ToList();
        if (rows.Count == 0) { yield break; }
        yield return new Heading("What is in scope, which is not a saving");
        yield return new Bullets([.. rows.Select(row => $"{Lever(table.Text(row, "lever"))}: {Format.Count(table[row, "admissions"])} stays of {Format.Count(table[row, "people"])} people, {Format.Pounds(table[row, "cost"])}.")]);
    }

    private static string Lever(string lever) => lever switch { "avoidance" => "Stays that published rules have in scope of being avoided", "shift_to_sdec" => "of care on the same day", _ => "of fewer nights" } is var text && char.IsUpper(text[0]) ? text : $"Stays that they have in scope {text}";
}

/// <summary>A cohort that is looked at up close, as tables label it.</summary>
internal sealed record CloseCohort(string Scheme, string Cohort, string Title, string Year)
{
    internal (string Column, string Text)[] Labels => [("scheme", Scheme), ("cohort", Cohort), ("year", Year)];
}
