using System.Globalization;
using Stratify.Model;
using Stratify.Settings;

namespace Stratify.Cli.Verbs;

/// <summary>What is said of groupings of conditions and of lists of admissions: where they come from, and every code.</summary>
internal static class ConditionText
{
    internal static IReadOnlyList<string> Names => [.. Model.Groupings.All.Select(grouping => grouping.Name), .. AdmissionLists.All.Select(list => list.Name)];

    internal static (object, IEnumerable<string>) Groupings()
    {
        var all = GroupingDefinition.Shipped.Select(definition => (Definition: definition, Grouping: Model.Groupings.All.Single(grouping => grouping.Name == definition.Name))).ToList();
        return (
            new { Groupings = all.Select(one => new { one.Definition.Name, one.Grouping.Title, one.Definition.Release, Conditions = one.Definition.Conditions.Count, Codes = Codes(one.Definition).Count, one.Definition.Source, one.Definition.Status }) },
            [
                .. all.SelectMany(one => new[]
                {
                    $"{one.Definition.Name,-12} {one.Grouping.Title}: {one.Definition.Conditions.Count} conditions, {Codes(one.Definition).Count} codes, release {one.Definition.Release}.",
                    $"             {one.Definition.Source}. {one.Definition.Status}.",
                }),
                "'stratify describe charlson' lists a grouping's conditions and codes. A job brings lists of its own: conditions: [mine.csv], with the columns condition, code_system, code, match, and if need be kind and title.",
            ]);
    }

    internal static (object, IEnumerable<string>) Lists() => (
        new { Admissions = AdmissionLists.All.Select(list => new { list.Name, list.Title, Codes = Codes(list).Count() }) },
        AdmissionLists.All.Select(list => $"{list.Name,-24} {list.Title}, {Codes(list).Count()} codes"));

    /// <summary>Null when neither a grouping nor a list has the name.</summary>
    internal static (object, IEnumerable<string>)? Of(string name) =>
        GroupingDefinition.Shipped.FirstOrDefault(one => one.Name == name) is { } grouping ? OneGrouping(grouping)
        : AdmissionLists.All.FirstOrDefault(one => one.Name == name) is { } list ? OneList(list)
        : null;

    private static (object, IEnumerable<string>) OneGrouping(GroupingDefinition grouping)
    {
        var codes = Codes(grouping).ToLookup(code => code.Condition);
        var conditions = grouping.Conditions.Select(condition => (Condition: condition, Codes: condition.Parts.SelectMany(part => codes[part]).ToList())).ToList();
        return (
            new
            {
                grouping.Name,
                grouping.Release,
                grouping.Source,
                grouping.Status,
                Conditions = conditions.Select(one => new
                {
                    one.Condition.Name,
                    one.Condition.Title,
                    Weight = one.Condition.Weight / 100m,
                    one.Condition.OutrankedBy,
                    Rule = Rule(one.Condition),
                    Codes = one.Codes.Select(code => new { code.Kind, code.System, code.Code, code.Match, code.Source }),
                }),
            },
            [
                $"{grouping.Name}, release {grouping.Release}. {grouping.Source}. {grouping.Status}.",
                .. conditions.SelectMany(one => new[] { $"  {one.Condition.Name}: {one.Condition.Title}{Weight(one.Condition)}. Known by {Rule(one.Condition)}." }
                    .Concat(one.Codes.GroupBy(code => (code.System, code.Kind, code.Match)).Select(same => $"    {same.Key.System}{(same.Key.Kind == "diagnosis" ? "" : $" {same.Key.Kind}")} {same.Key.Match}: {string.Join(' ', same.Select(code => code.Code))}"))),
            ]);
    }

    private static (object, IEnumerable<string>) OneList(AdmissionList list) => (
        new { list.Name, list.Title, Codes = Codes(list).Select(code => new { code.Condition, code.Kind, code.System, code.Code, code.Source }) },
        [
            $"{list.Name}: {list.Title}.",
            .. Codes(list).GroupBy(code => code.Condition).SelectMany(condition => new[] { $"  {condition.Key}: {condition.First().Source}" }
                .Concat(condition.GroupBy(code => code.Kind).Select(same => $"    {same.Key.Replace('_', ' ')}: {string.Join(' ', same.Select(code => code.Code))}"))),
        ]);

    private static string Weight(GroupedCondition condition) => condition.Weight == 0
        ? condition.OutrankedBy is null ? "" : $", unless {condition.OutrankedBy}"
        : string.Create(CultureInfo.InvariantCulture, $", {condition.Weight / 100m}{(condition.OutrankedBy is null ? "" : $" unless {condition.OutrankedBy}")}");

    private static string Rule(GroupedCondition condition)
    {
        var codes = $"{(condition.FirstCode ? "a first code" : "a code")}{(condition.CodeDays is { } days ? string.Create(CultureInfo.InvariantCulture, $" within {days} days") : "")}";
        var medicines = string.Create(CultureInfo.InvariantCulture, $"{condition.Medicines} medicine{(condition.Medicines == 1 ? "" : "s")}{(condition.MedicineDays is { } back ? $" within {back} days" : "")}");
        return condition.Rule switch
        {
            "codes_or_medicines" => $"{codes}, or {medicines}",
            "codes_and_medicines" => $"{codes}, and {medicines}",
            "medicines" => medicines,
            _ => codes,
        };
    }

    private static IReadOnlyList<ConditionCode> Codes(GroupingDefinition grouping)
    {
        var parts = grouping.Conditions.SelectMany(condition => condition.Parts).ToHashSet();
        return [.. ConditionDefinitions.Shipped.Lists[grouping.List].Codes.Where(code => parts.Contains(code.Condition))];
    }

    private static IEnumerable<AdmissionCode> Codes(AdmissionList list) => AdmissionCode.Shipped.Where(code => code.List == list.Name);
}
