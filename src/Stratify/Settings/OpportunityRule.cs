using System.Globalization;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>
/// A published rule by which a stay in hospital is in scope: something other than the stay, or less of it, may have been possible. It says
/// nothing of how many such stays could be done without.
/// </summary>
/// <param name="Name">As tables have it.</param>
/// <param name="Lever">What would change: <c>avoidance</c>, <c>shift_to_sdec</c> (same day emergency care), or <c>length_of_stay</c>.</param>
/// <param name="Priority">A stay that several rules have counts once under the first of them; 0 for a rule that is not applied.</param>
/// <param name="NotApplied">Why the rule is not applied; empty for those that are.</param>
public sealed record OpportunityRule(string Name, string Title, string Lever, int Priority, string NotApplied, string Source)
{
    /// <summary>The identifier of the Strategy Unit; empty where it has none.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>In whole years on the first day of the year.</summary>
    public int? AgeFrom { get; init; }

    public int? AgeTo { get; init; }

    /// <summary><c>emergency</c>, or the codes of admission methods, all of them emergencies; empty for any.</summary>
    public string Admission { get; init; } = "";

    public int? NightsFrom { get; init; }

    public int? NightsTo { get; init; }

    /// <summary>No procedure in any episode of the stay.</summary>
    public bool NoProcedure { get; init; }

    /// <summary><c>died</c>, <c>alive</c> (discharge methods 1 to 3) or <c>not_died</c>; empty for any.</summary>
    public string Discharge { get; init; } = "";

    /// <summary>The list of codes of which a condition must be true of the stay, or a group of it, as in <c>acsc_admissions/acute</c>; empty for none.</summary>
    public string Codes { get; init; } = "";

    /// <summary>The condition that keeps a stay off; empty for none.</summary>
    public string Unless { get; init; } = "";

    /// <summary>Points of the Hospital Frailty Risk Score over this stay and those that ended in the 730 days before it.</summary>
    public decimal? FrailtyFrom { get; init; }

    public decimal? FrailtyTo { get; init; }

    /// <summary>Most days since another stay of the person ended.</summary>
    public int? DaysSince { get; init; }

    /// <summary>The part of such stays, in per cent, that is published as convertible.</summary>
    public (int Low, int High)? Convertible { get; init; }

    internal static OpportunityRule Of(IReadOnlyDictionary<string, string> row) => new(row["rule"], row["title"], row["lever"], Whole(row["priority"]) ?? 0, row["not_applied"], row["source"])
    {
        Identifier = row["strategy_unit_id"],
        AgeFrom = Whole(row["age_from"]),
        AgeTo = Whole(row["age_to"]),
        Admission = row["admission"],
        NightsFrom = Whole(row["nights_from"]),
        NightsTo = Whole(row["nights_to"]),
        NoProcedure = row["no_procedure"] == "yes",
        Discharge = row["discharge"],
        Codes = row["codes"],
        Unless = row["unless"],
        FrailtyFrom = Points(row["frailty_from"]),
        FrailtyTo = Points(row["frailty_to"]),
        DaysSince = Whole(row["days_since"]),
        Convertible = Whole(row["convertible_low"]) is { } low && Whole(row["convertible_high"]) is { } high ? (low, high) : null,
    };

    internal static string[] Columns =>
    [
        "rule", "title", "lever", "priority", "strategy_unit_id", "age_from", "age_to", "admission", "nights_from", "nights_to", "no_procedure", "discharge",
        "codes", "unless", "frailty_from", "frailty_to", "days_since", "convertible_low", "convertible_high", "not_applied", "source",
    ];

    private static int? Whole(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? Points(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The rules that ship, in their priority, and their codes; <c>Settings/CodeLists/opportunity_rules.csv</c> and <c>opportunity_codes.csv</c> hold them with their sources.</summary>
/// <param name="All">Those that are not applied stand last.</param>
/// <param name="OwnCodes">Codes of the rules' own lists, each named as its rule; a code of the system HRG is of the stay's healthcare resource group.</param>
public sealed record OpportunityRules(IReadOnlyList<OpportunityRule> All, IReadOnlyList<AdmissionCode> OwnCodes)
{
    public static OpportunityRules Shipped { get; } = new(
        [.. Rows("opportunity_rules", OpportunityRule.Columns).Select(OpportunityRule.Of)],
        [.. Rows("opportunity_codes", "rule", "condition", "kind", "code_system", "code", "source").Select(row => new AdmissionCode(row["rule"], row["condition"], row["kind"], row["code_system"], row["code"], row["source"]))]);

    public IEnumerable<OpportunityRule> Applied => All.Where(rule => rule.NotApplied.Length == 0);

    public IEnumerable<OpportunityRule> NotApplied => All.Where(rule => rule.NotApplied.Length > 0);

    /// <summary>The codes that a rule asks for: of its own list, or of a list of admissions or a group of one.</summary>
    public IEnumerable<AdmissionCode> CodesOf(OpportunityRule rule)
    {
        var parts = rule.Codes.Split('/');
        return OwnCodes.Concat(AdmissionCode.Shipped).Where(code => code.List == parts[0] && (parts.Length == 1 || code.Group == parts[1]));
    }

    /// <summary>Where the rules are from, and which are not applied and why.</summary>
    public IEnumerable<string> Says()
    {
        yield return $"In scope: {Applied.Count()} rules of The-Strategy-Unit/nhp_data@cff9dde (MIT), by the diagnoses of a stay's first episode, without a fifth character, and the age on the first day of the year; a stay that several rules have counts once, under the first by an order of ours. The cost of a stay is without its critical care.";
        foreach (var why in NotApplied.GroupBy(rule => rule.NotApplied)) { yield return $"Not in scope, for want of data: {string.Join("; ", why.Select(rule => rule.Title))}. {why.Key}"; }
    }

    /// <summary>All that decides what is in scope, as text, whose hash the manifest carries.</summary>
    public string Text => string.Join('\n', [.. All.Select(rule => rule.ToString()), .. OwnCodes.Select(code => code.ToString())]);

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string table, params string[] columns)
    {
        using var stream = ReferenceCsv.Shipped($"codelists/{table}.csv")!;
        return [.. ReferenceCsv.Read(stream, $"{table}.csv", ProblemKinds.CodeListWrong, columns).Select(row => row.Fields)];
    }
}
