using System.Globalization;
using Stratify.Settings;

namespace Stratify.Cli.Verbs;

/// <summary>What is said of the rules by which a stay in hospital is in scope: what each asks, every code, and which are not applied and why.</summary>
internal static class OpportunityText
{
    internal static IReadOnlyList<string> Names => [.. OpportunityRules.Shipped.All.Select(rule => rule.Name)];

    internal static (object, IEnumerable<string>) All()
    {
        var rules = OpportunityRules.Shipped;
        return (
            new
            {
                Rules = rules.Applied.Select(rule => new { rule.Name, rule.Title, rule.Lever, rule.Priority, Asks = Asks(rule), ConvertibleLow = rule.Convertible?.Low, ConvertibleHigh = rule.Convertible?.High, rule.Identifier, rule.Source }),
                NotApplied = rules.NotApplied.Select(rule => new { rule.Name, rule.Title, rule.Lever, rule.NotApplied, rule.Identifier, rule.Source }),
            },
            [
                "Stays in hospital that published rules have in scope. In scope is not a saving: no rule says how many such stays could be done without. A stay that several rules have counts once, under the first.",
                .. rules.Applied.Select(rule => $"{rule.Priority,2} {rule.Name,-32} {rule.Lever,-14} {rule.Title}: {Asks(rule)}.{Convertible(rule)}"),
                "Not applied:",
                .. rules.NotApplied.Select(rule => $"   {rule.Name,-32} {rule.Lever,-14} {rule.Title}. {rule.NotApplied}"),
                "'stratify describe sdec_low' tells one rule to the last code.",
            ]);
    }

    /// <summary>Null when no rule has the name.</summary>
    internal static (object, IEnumerable<string>)? Of(string name) => OpportunityRules.Shipped.All.FirstOrDefault(rule => rule.Name == name) is { } rule ? One(rule) : null;

    private static (object, IEnumerable<string>) One(OpportunityRule rule)
    {
        var codes = rule.NotApplied.Length > 0 ? [] : OpportunityRules.Shipped.CodesOf(rule).ToList();
        return (
            new { rule.Name, rule.Title, rule.Lever, rule.Priority, rule.NotApplied, Asks = rule.NotApplied.Length > 0 ? "" : Asks(rule), ConvertibleLow = rule.Convertible?.Low, ConvertibleHigh = rule.Convertible?.High, rule.Identifier, rule.Source, Codes = codes.Select(code => new { code.Condition, code.Kind, code.System, code.Code, code.Source }) },
            [
                $"{rule.Name}: {rule.Title}. {rule.Source}.",
                rule.NotApplied.Length > 0 ? $"Not applied. {rule.NotApplied}" : $"{Sentence(Asks(rule))}.{Convertible(rule)}",
                .. codes.GroupBy(code => code.Condition).SelectMany(condition => condition.GroupBy(code => code.Kind).Select(same => $"    {same.Key.Replace('_', ' ')}: {string.Join(' ', same.Select(code => code.Code))}").Prepend($"  {condition.Key}")),
            ]);
    }

    private static string Asks(OpportunityRule rule) => string.Join(", ", new[]
    {
        rule.Admission switch { "" => "any stay", "emergency" => "emergency", var methods => $"admission method {methods.Replace(" ", " or ", StringComparison.Ordinal)}" },
        Range("aged", rule.AgeFrom, rule.AgeTo, ""),
        Range("", rule.NightsFrom, rule.NightsTo, " nights"),
        rule.NoProcedure ? "no procedure" : "",
        rule.Discharge switch { "died" => "died in hospital", "alive" => "left alive (discharge method 1 to 3)", "not_died" => "did not die in hospital", _ => "" },
        rule.Codes.Length > 0 ? $"a condition of {rule.Codes}" : "",
        rule.Unless.Length > 0 ? $"no {rule.Unless.Replace('_', ' ')}" : "",
        rule.FrailtyFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"Hospital Frailty Risk Score of {from}{(rule.FrailtyTo is { } to ? $" to {to}" : " or more")}, over this stay and those that ended in the 730 days before it") : "",
        rule.DaysSince is { } days ? string.Create(CultureInfo.InvariantCulture, $"at most {days} days since another stay ended") : "",
    }.Where(asked => asked.Length > 0));

    private static string Range(string before, int? from, int? to, string after) => (from, to) switch
    {
        (null, null) => "",
        ({ } least, null) => $"{before} {least} or more{after}".Trim(),
        (null, { } most) => $"{before} {most} or less{after}".Trim(),
        ({ } least, { } most) => $"{before} {(least == most ? $"{least}" : $"{least} to {most}")}{after}".Trim(),
    };

    private static string Convertible(OpportunityRule rule) => rule.Convertible is var (low, high) ? $" Published as convertible: {low} to {high}%." : "";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
