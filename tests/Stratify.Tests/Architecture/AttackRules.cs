using System.Collections;
using System.Reflection;
using Stratify.Results;
using Stratify.Results.Attack;

namespace Stratify.Tests.Architecture;

/// <summary>Every published table that counts people, or has their pounds, is one that the attacker reads, or has its reason.</summary>
public sealed class AttackRules
{
    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["linkage"] = "people of records that add up to nothing that is published",
        ["match_rates"] = "records, which are lines of files",
        ["practice_lists"] = "entries of lists, which are lines of files",
        ["data_quality"] = "rows and events, and pounds of years that nothing else is told of",
        ["unattributed"] = "cost of records of nobody",
        ["cost_basis"] = "cost by what it rests on, over people who overlap",
        ["paid_and_standard"] = "what is paid beside what it costs, of the same people",
        ["control_totals"] = "the accounts' own figures",
        ["market_forces"] = "cost with and without a factor, of the same people",
        ["ltc_share"] = "shares of people from so many conditions on, each within the one before",
        ["concentration"] = "steps of a curve, which have a guard of their own",
        ["concentration_by_setting"] = "the same by setting",
        ["setting_pairs"] = "people of two settings at once, who overlap from pair to pair",
        ["model_methods"] = "how models fit",
        ["model_effects"] = "the same",
        ["model_ratios"] = "the same, by groups that are told elsewhere",
        ["persistence"] = "the costliest of one year in the next: shares of people from so costly on",
        ["cost_transitions"] = "tenths of everybody by cost, of one size",
        ["cohort_overlap"] = "pairs of cohorts, who overlap from pair to pair",
        ["condition_combinations"] = "combinations, who overlap",
        ["cohorts_at_coverage"] = "the same people and pounds at two thresholds of linkage",
        ["cohorts_by_price_book"] = "the same people by another book",
        ["rank_stability"] = "the same",
        ["exemplar"] = "people who are made up, each of sixteen at least",
        ["exemplar_steps"] = "the same",
    };

    [Test]
    public void A_table_of_people_is_read_by_the_attacker_or_has_its_reason()
    {
        var attacked = Quantities.All.Select(quantity => quantity.Table).ToHashSet();
        var found = Tables().Where(table => table.Columns.Any(column => column is { Unit: Unit.Count, Name: "people" or "users" } || column.Unit is Unit.Pounds)).Select(table => table.Name).Where(name => !attacked.Contains(name));

        Assert.That(found, Is.EquivalentTo(_reasons.Keys));
    }

    [Test]
    public void What_the_attacker_reads_is_there() => Assert.Multiple(() =>
    {
        var tables = Tables().ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name).ToHashSet());
        foreach (var quantity in Quantities.All)
        {
            string[] columns = [quantity.Column, .. quantity.Labels.Select(label => label.Column), .. quantity.With, .. quantity.People is { } people ? [people] : Array.Empty<string>(), .. quantity.Only is { } only ? [only.Column] : Array.Empty<string>()];
            Assert.That(tables, Does.ContainKey(quantity.Table));
            Assert.That(columns.Except(tables[quantity.Table]), Is.Empty, quantity.Table);
            Assert.That(quantity.AddsUpOver.SelectMany(over => over).Except(quantity.Labels.Select(label => label.Label)), Is.Empty, quantity.Table);
        }
    });

    private static IEnumerable<(string Name, IReadOnlyList<ResultColumn> Columns)> Tables()
    {
        var all = new[] { "All", "Asked" }.SelectMany(list => ((IEnumerable)typeof(ResultTable).Assembly.GetType("Stratify.Results.ResultCatalogue")!.GetProperty(list, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!).Cast<object>());
        return all.Select(table => ((string)Read(table, "Name"), (IReadOnlyList<ResultColumn>)[.. ((IEnumerable)Read(table, "Rules")).Cast<object>().Select(rule => (ResultColumn)Read(rule, "Column"))]));
    }

    private static object Read(object of, string name) => of.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(of)!;
}
