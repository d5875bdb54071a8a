using System.Collections.Concurrent;
using System.Globalization;
using Stratify.Settings;

namespace Stratify.Tests.Laws;

/// <summary>
/// The twin's groupings of conditions and frailty: every code of a person is held against every code of every list, one by one. It shares
/// the lists, weights and names of rules with the engine, and nothing of how they are applied.
/// </summary>
internal static class NaiveScores
{
    internal static string Of(NaivePerson person)
    {
        var (charlson, _) = Score(person, "charlson");
        var (elixhauser, _) = Score(person, "elixhauser");
        var (cambridge, _) = Score(person, "cambridge");
        var (_, barnett) = Score(person, "barnett");
        var (frailty, _) = Score(person, "hfrs");
        var stayed = NaiveStays.Of(person).Any(stay => stay.Left > NaiveTwin.To.AddDays(-730) && stay.Left <= NaiveTwin.To);
        var points = Age(person) >= 75 && stayed ? $"{Text(frailty)} {(frailty < 5 ? "low" : frailty <= 15 ? "intermediate" : "high")}" : "- -";
        return $"{Text(charlson)} {Text(elixhauser)} {Text(cambridge)} {barnett} {points}";
    }

    internal static int Age(NaivePerson person)
    {
        var born = person.Names.Max(name => name.Born);
        var age = NaiveTwin.From.Year - born.Year;
        return Math.Max(0, born.AddYears(age) > NaiveTwin.From ? age - 1 : age);
    }

    private static (decimal Score, int Conditions) Score(NaivePerson person, string name)
    {
        var grouping = GroupingDefinition.Shipped.Single(one => one.Name == name);
        var has = grouping.Conditions.Where(condition => Has(person, grouping.List, condition)).ToList();
        var counted = has.Where(condition => !has.Exists(other => other.Name == condition.OutrankedBy)).ToList();
        return (counted.Sum(condition => condition.Weight / 100m), counted.Count);
    }

    private static bool Has(NaivePerson person, string list, GroupedCondition condition)
    {
        var days = Days(person, list, condition, "diagnosis");
        var asked = condition.FirstCode ? days.Take(1) : days;
        var over = Days(person, list, condition, "resolved");
        var coded = asked.Any(day => condition.CodeDays is null || NaiveTwin.To.DayNumber - day.DayNumber < condition.CodeDays) && (over.Count == 0 || days[^1] > over[^1]);
        var medicines = new[] { "gp_medications", "prescribed_items" }.Max(file => Days(person, list, condition, "medicine", file).Count(day => condition.MedicineDays is null || NaiveTwin.To.DayNumber - day.DayNumber < condition.MedicineDays));
        var treated = condition.Medicines is { } least && medicines >= least;
        return condition.Rule switch
        {
            "codes" => coded,
            "codes_or_medicines" => coded || treated,
            "codes_and_medicines" => coded && treated,
            _ => treated,
        };
    }

    /// <summary>The days on which something of a kind was recorded of a condition, in their order.</summary>
    private static List<DateOnly> Days(NaivePerson person, string list, GroupedCondition condition, string kind, string? file = null)
    {
        var days = new List<DateOnly>();
        foreach (var recorded in person.Codes.Where(one => one.Day <= NaiveTwin.To && (file is null || one.File == file)))
        {
            if (Answers.GetOrAdd((list, kind, recorded.System, recorded.Code), _ => Known(Lists.GetOrAdd(list, ConditionCodes.Of).Codes, recorded.System, Form(recorded.System, recorded.Code), kind)).Overlaps(condition.Parts)) { days.Add(recorded.Day); }
        }
        return [.. days.Order()];
    }

    /// <summary>The conditions of a list that a code is of.</summary>
    private static HashSet<string> Known(IReadOnlyList<ConditionCode> codes, string system, string form, string kind)
    {
        var fitting = codes.Where(code => code.System == system && code.Kind == kind && (code.Match == "exact" ? form == code.Code : form.StartsWith(code.Code, StringComparison.Ordinal))).ToList();
        var longest = fitting.Where(code => code.Match == "longest").Select(code => code.Code.Length).DefaultIfEmpty().Max();
        return [.. fitting.Where(code => code.Match != "longest" || code.Code.Length == longest).Select(code => code.Condition)];
    }

    /// <summary>A letter, two digits and perhaps a third of an ICD-10 code, whatever stands between and behind.</summary>
    internal static string Form(string system, string code)
    {
        if (system is not ("ICD10" or "OPCS4" or "BNF")) { return code; }
        var bare = string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (system != "ICD10") { return bare; }
        return bare.Length > 3 && char.IsAsciiDigit(bare[3]) ? bare[..4] : bare[..Math.Min(3, bare.Length)];
    }

    private static readonly ConcurrentDictionary<string, ConditionCodes> Lists = new();

    /// <summary>What was answered once is not worked out again.</summary>
    private static readonly ConcurrentDictionary<(string List, string Kind, string System, string Code), HashSet<string>> Answers = new();

    internal static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
