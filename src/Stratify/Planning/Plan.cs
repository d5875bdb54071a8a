using Stratify.Cohorts;
using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Planning;

/// <summary>What scenarios would change of a published run, one after another: whoever is in two of them is counted in the first.</summary>
public sealed record Plan(string Year, IReadOnlyList<(Scenario Scenario, PlanTables Tables)> Scenarios)
{
    /// <param name="year">Whose people and prices it starts from; the run's last unless given.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="DefinitionException">A scenario is wrong, or the run has no such year.</exception>
    public static Plan Make(Study study, IReadOnlyList<string> files, string? year, long seed)
    {
        var chosen = study.Year(year);
        var scenarios = files.Select(file => Scenario.Read(file, study.Fields)).ToList();
        foreach (var twice in scenarios.GroupBy(scenario => scenario.Name).Where(same => same.Count() > 1)) { throw new DefinitionException(ProblemKinds.YamlWrongValue.At(twice.Last().Place, $"Two scenarios are called '{twice.Key}'.", "Give one of them another name.")); }
        var before = new List<Criterion>();
        return new Plan(chosen, [.. scenarios.Select(scenario => (scenario, Tables(scenario)))]);

        PlanTables Tables(Scenario scenario)
        {
            var people = Baseline.Of(study, scenario.Who, before, chosen);
            before.Add(scenario.Who);
            return PlanTables.Of(scenario, people, WhatIf.Of(scenario, people, seed), PayerShares.Of(study.Warehouse, Baseline.Members));
        }
    }
}
