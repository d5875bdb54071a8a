using System.Globalization;
using Stratify.Model;

namespace Stratify.Cli.Verbs;

/// <summary>How cohorts are put in the order in which to look at them.</summary>
internal static class DescribedPriorities
{
    internal static (object, IEnumerable<string>) All() => (
        new { Components = RankComponents.All.Select(component => new { component.Name, component.Title, component.Meaning, component.Unit, component.Weight, component.IsLeastFirst }) },
        [
            "Cohorts of a scheme are put in order by the weighted mean of their places by each of these (tables/priorities.csv); what nobody has a value of is left out:",
            .. RankComponents.All.Select(component => string.Create(CultureInfo.InvariantCulture, $"  {component.Name,-14} weight {component.Weight}  {component.Meaning}{(component.IsLeastFirst ? " The least comes first." : "")}")),
            $"In a job: ranking: {{weights: {{{string.Join(", ", RankComponents.All.Select(component => string.Create(CultureInfo.InvariantCulture, $"{component.Name}: {component.Weight}")))}}}}}. What is not said is as above; 0 prints a component and does not count it.",
            "priority_lower, priority_upper: the 90% interval of the place over 1,000 samples of each cohort's people, all components drawn together.",
            "weights_lower, weights_upper: the places that nine tenths of 1,000 sets of weights give, each set as likely as any other.",
            "priority_of_large: the place without cohorts of fewer than 100 people. front: the Pareto front, which no weights change.",
            "A place says where to look. Nothing of it says that care could be done without.",
        ]);
}
