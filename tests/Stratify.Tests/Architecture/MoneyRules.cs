using System.Collections;
using System.Reflection;
using Stratify.Results;

namespace Stratify.Tests.Architecture;

/// <summary>No table forgets that one person may have nearly all of its pounds. The catalogue is no one else's business, so it is looked at from behind.</summary>
public sealed class MoneyRules
{
    /// <summary>Columns of pounds that no two largest decide of, and why.</summary>
    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["model_methods.mean_error"] = "the mean of errors of a model, of all users of a setting",
        ["model_methods.root_error"] = "the same of their squares",
        ["model_effects.effect"] = "what a model adds for a condition, in which a person's cost is one of all that it was fitted to",
        ["model_effects.effect_lower"] = "the same",
        ["model_effects.effect_upper"] = "the same",
        ["exemplar.pounds"] = "of a made-up person: contacts and prices for the person in the middle of sixteen at least, to two figures",
        ["exemplar_steps.each_cost"] = "the same",
        ["exemplar_steps.cost"] = "the same",
    };

    /// <summary>Pence that are told of part of a row's people alone, or of everybody else, and guarded against the rest where they stand.</summary>
    private static readonly string[] _ofParts = ["above_pence", "outside_pence"];

    private static IReadOnlyList<Definition> Catalogue { get; } =
        [.. new[] { "All", "Asked" }.SelectMany(list => Items(typeof(ResultTable).Assembly.GetType("Stratify.Results.ResultCatalogue")!.GetProperty(list, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!)).Select(Definition.Of)];

    [Test]
    public void Every_column_of_pounds_is_hidden_where_one_person_has_nearly_all_or_has_its_reason() =>
        Assert.That(Catalogue.SelectMany(table => table.Pounds.Where(column => column.Money.Count == 0 && table.Money.Count == 0).Select(column => $"{table.Name}.{column.Name}")), Is.EquivalentTo(_reasons.Keys));

    /// <summary>What is hidden of a part of a whole would be had back from the whole, unless the guards of the rows, or of cells, look at those pounds.</summary>
    [Test]
    public void Pounds_of_parts_of_a_whole_are_what_its_guards_look_at() => Assert.Multiple(() =>
    {
        foreach (var table in Catalogue.Where(table => table.IsOfParts))
        {
            Assert.That(table.Pounds.SelectMany(column => column.Money).Distinct().Except([.. table.Money, .. table.Cells, .. _ofParts]), Is.Empty, table.Name);
        }
    });

    private static IEnumerable<object> Items(object list) => ((IEnumerable)list).Cast<object>();

    private static object? Read(object of, string name) => of.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(of);

    private static List<string> Texts(object? list) => list is null ? [] : [.. Items(list).Select(item => (string)item)];

    private sealed record Definition(string Name, IReadOnlyList<string> Money, IReadOnlyList<(string Name, List<string> Money)> Pounds, IReadOnlyList<string> Cells, bool IsOfParts)
    {
        internal static Definition Of(object it) => new(
            (string)Read(it, "Name")!,
            Texts(Read(it, "Money")),
            [.. Items(Read(it, "Rules")!).Select(rule => (Column: (ResultColumn)Read(rule, "Column")!, Money: Texts(Read(rule, "Money")))).Where(rule => rule.Column.Unit is Unit.Pounds or Unit.PoundsEach).Select(rule => (rule.Column.Name, rule.Money))],
            Read(it, "Users") is { } users ? [.. Items(Read(users, "Cells")!).Select(cell => ((ValueTuple<string, string, string?>)cell).Item3).OfType<string>()] : [],
            Items(Read(it, "Guards")!).Any(guard => Read(guard, "Whole") is not null));
    }
}
