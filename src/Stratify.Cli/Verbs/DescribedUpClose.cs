using System.Globalization;
using Stratify.Ranking;
using Stratify.Results;

namespace Stratify.Cli.Verbs;

/// <summary>Which cohorts have a page of their own, and how their made-up person is come by.</summary>
internal static class DescribedUpClose
{
    internal static (object, IEnumerable<string>) All() => (
        new { Tables = new[] { "up_close_profile", "up_close_conditions", "cohort_providers", "exemplar", "exemplar_steps" }, LeastPeople = DisclosureRule.All.ToDictionary(rule => rule.Name, rule => UpClose.Of(null, rule.Least).Least) },
        [
            string.Create(CultureInfo.InvariantCulture, $"The report shows the first {UpClose.LeadingUnlessGiven} cohorts by priority of the job's first partition up close, and report.html the first of each other too, where they have 100 people: who its people are, what they use, who gives their care, what of it is in scope, and a made-up person."),
            "In a job: report: {cohorts_up_close: 4} for the first four of the first partition.",
            "In a job: report: {up_close: [number-of-conditions.conditions-5-plus]} names others, each by its scheme, a full stop and itself; report: {up_close: []} none.",
            "tables/cohort_providers.csv: people and cost by setting and provider; hidden where what the cohort cost in the setting is.",
            "tables/up_close_profile.csv, tables/up_close_conditions.csv: age, sex, number of conditions, and each condition, beside everybody.",
            "tables/exemplar.csv, tables/exemplar_steps.csv: the made-up person, from the people in the middle of the cohort by cost: a fifth of it and at least enough, so that neither the costliest nor the cheapest count.",
            "  contacts in a setting and year: as many as half of these people have. Month: of the contact that stands as far through each one's own, the middle. Cost and length: of one contact, the middle, with cost to two figures.",
            "  age: the middle of the cohort, as a band. Sex and conditions: what more than half of the cohort are and have. The name is from a list, by what the cohort is called.",
            .. DisclosureRule.All.Select(rule => string.Create(CultureInfo.InvariantCulture, $"  Every value is of {UpClose.Of(null, rule.Least).Least} people or more ({rule.Name}): as many on each side of the middle as may be seen, and {UpClose.Fewest} at least.")),
            "  It is held against everybody's record over its years: where somebody's care cost as much in every setting, to the pound, its prices are told to one figure; where that is somebody's too, there is none. A run in which it is a real record stops.",
        ]);
}
