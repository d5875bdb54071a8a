using System.Text.RegularExpressions;
using Stay = Stratify.Tests.Laws.NaiveStays.Stay;

namespace Stratify.Tests.Laws;

/// <summary>
/// The twin's stays in scope: each rule as its source writes it (The-Strategy-Unit/nhp_data@cff9dde), asked of one stay after the other. It
/// shares with the engine the lists of ambulatory care sensitive conditions, of falls and of the directory of same day emergency care.
/// </summary>
internal static class NaiveOpportunities
{
    private sealed record Facts(NaivePerson Person, IReadOnlyList<Stay> All, Stay Stay)
    {
        internal int Age => NaiveScores.Age(Person);

        internal bool Died => Stay.Episodes.Exists(row => row["DISMETH"] == "4");

        internal bool Alive => !Died && Stay.Episodes.Exists(row => row["DISMETH"] is "1" or "2" or "3");

        internal bool NoProcedure => Stay.Episodes.TrueForAll(row => row["OPERTN_01"].Length == 0);

        internal List<string> Codes { get; } = Coded(Stay.Episodes[0]);

        internal bool Primary(string pattern) => Codes.Take(1).Any(code => Regex.IsMatch(code, pattern));

        internal bool Secondary(string pattern) => Codes.Skip(1).Any(code => Regex.IsMatch(code, pattern));

        internal bool Any(string pattern) => Codes.Exists(code => Regex.IsMatch(code, pattern));
    }

    private const string Adverse = "^Y(4|5[0-7])", External = "^[V-Y]";

    /// <summary>In their priority.</summary>
    private static readonly (string Rule, Func<Facts, bool> Has)[] Rules =
    [
        ("eol_0_2_days", it => it.Died && it.NoProcedure && !it.Any(External) && it.Stay.Nights <= 2),
        ("eol_3_14_days", it => it.Died && it.NoProcedure && !it.Any(External) && it.Stay.Nights is >= 3 and <= 14),
        ("self_harm", Emergency(it => it.Any("^(X([67]|8[0-4])|Y870)"))),
        ("alcohol_wholly", it => it.Age >= 16 && it.Any("^(E244|F10|G312|G[67]21|I426|K292|K70|K852|K860|Q860|R780|T51[019]|X[46]5|Y15|Y9[01])")),
        ("acsc_vaccine_preventable", Emergency(it => NaiveStays.IsOn(it.Stay, "acsc_admissions", "vaccine_preventable"))),
        ("acsc_acute", Emergency(it => NaiveStays.IsOn(it.Stay, "acsc_admissions", "acute"))),
        ("acsc_chronic", Emergency(it => NaiveStays.IsOn(it.Stay, "acsc_admissions", "chronic"))),
        ("medicines_explicit", Emergency(it => it.Any(Adverse))),
        ("medicines_antidiabetics", Emergency(it => it.Primary("^(E16[012]|E781|R55X|R739|T383)") && it.Secondary("^E1[0-4]") && !it.Secondary(Adverse))),
        ("medicines_benzodiazepines", Emergency(it => it.Primary("^(R55X|S060|S52[0-8]|S628|S720|W)") && it.Secondary("^F") && !it.Secondary(Adverse))),
        ("medicines_diuretics", Emergency(it => it.Primary("^(E86X|E87[56]|I470|I49[89]|R55X|R571)") && it.Secondary("^I1(0X|[12][09]|3[01239]|50)") && !it.Secondary(Adverse))),
        ("medicines_nsaids", Emergency(it => it.Primary("^(E87[56]|I50[019]|K25[059]|K922|R10[34])") && it.Secondary("^M(0(5[389]|6[089]|80)|1(5[0-489]|6[0-79]|[78][0-59]|9[01289]))") && !it.Secondary(Adverse))),
        ("falls_65plus", Emergency(it => it.Age >= 65 && NaiveStays.IsOn(it.Stay, "falls_admissions"))),
        ("medically_unexplained", Emergency(it => it.Primary("^(F510|G44[028]|G470|G501|H931|K580|K59[01]|M545|R002|R07[14]|R12X|R251|R42X|R51X|R53X)"))),
        ("mental_health_via_ed", it => Method(it) == "21" && it.Primary("^F") && !it.Died && it.NoProcedure),
        ("virtual_ward_heart_failure", Emergency(it => it.Alive && it.Age >= 18 && it.Primary("^I(110|255|42[09]|50[019])"))),
        ("virtual_ward_ari", Emergency(it => it.Alive && it.Age >= 18 && it.NoProcedure && it.Primary("^(B3[34]|B97|J0[6-9]|J[1-9]|U0[467])"))),
        .. new[] { "very_high", "high", "moderate", "low" }.Select(potential => ($"sdec_{potential}", (Func<Facts, bool>)(it => IsSameDay(it, $"sdec_{potential}")))),
        ("frailty_high", Emergency(it => it.Age >= 75 && Frailty(it) > 15)),
        ("frailty_intermediate", Emergency(it => it.Age >= 75 && Frailty(it) is >= 5 and <= 15)),
        ("readmission_28d", Emergency(it => it.All.Any(other => other != it.Stay && it.Stay.Came.DayNumber - other.Left.DayNumber is >= 0 and <= 28 && (it.Stay.Came > other.Came || it.Stay.Left > other.Left)))),
        ("zero_los_adult", Emergency(it => it.NoProcedure && it.Stay.Nights == 0 && it.Alive && it.Age >= 18)),
        ("zero_los_child", Emergency(it => it.NoProcedure && it.Stay.Nights == 0 && it.Alive && it.Age < 18)),
        ("stroke_early_supported_discharge", Emergency(it => !it.Died && Regex.IsMatch(it.Stay.Episodes[^1]["SUSHRG"], "^AA(2[23]|35)"))),
        ("mental_health_comorbidity", Emergency(it => it.Any("^F") && !it.Died)),
        ("emergency_elderly_75", Emergency(it => it.Age >= 75)),
    ];

    /// <summary>By rule that has a stay of the year: stays, and those that count under it once.</summary>
    internal static IEnumerable<string> Of(NaivePerson person)
    {
        var all = NaiveStays.Of(person);
        var counted = all.Where(stay => stay.Left >= NaiveTwin.From && stay.Left <= NaiveTwin.To)
            .Select(stay => Rules.Where(rule => rule.Has(new Facts(person, all, stay))).Select(rule => rule.Rule).ToList()).ToList();
        return counted.SelectMany(rules => rules).Distinct().Select(rule => $"{rule} {counted.Count(rules => rules.Contains(rule))} {counted.Count(rules => rules.FirstOrDefault() == rule)}");
    }

    private static Func<Facts, bool> Emergency(Func<Facts, bool> has) => it => it.Stay.IsEmergency && has(it);

    private static string Method(Facts it) => it.Stay.Episodes[0]["ADMIMETH"];

    private static bool IsSameDay(Facts it, string rule) => Method(it) is "21" or "22" or "23" && it.Age >= 18 && it.Stay.Nights <= 2
        && Settings.OpportunityRules.Shipped.OwnCodes.Where(code => code.List == rule).GroupBy(code => code.Condition).Any(condition =>
            condition.Any(code => code.Kind == "primary" && it.Codes.Take(1).Any(one => one.StartsWith(code.Code, StringComparison.Ordinal)))
            && condition.Any(code => code.Kind == "hrg" && it.Stay.Episodes[^1]["SUSHRG"] == code.Code));

    private static decimal Frailty(Facts it)
    {
        var codes = it.All.Where(stay => stay == it.Stay || (stay.Left < it.Stay.Came && it.Stay.Came.DayNumber - stay.Left.DayNumber <= 730)).SelectMany(stay => stay.Episodes).SelectMany(Coded).Select(code => code[..3].ToLowerInvariant()).ToHashSet();
        return Settings.GroupingDefinition.Shipped.Single(one => one.Name == "hfrs").Conditions.Where(condition => codes.Contains(condition.Name)).Sum(condition => condition.Weight / 100m);
    }

    /// <summary>As the patterns expect them: a letter and three places, the last of them X where there is none.</summary>
    private static List<string> Coded(Dictionary<string, string> row) =>
        [.. NaiveStays.Codes(row, "DIAG", 20, "ICD10").Select(code => code.Length == 3 ? $"{code}X" : code)];
}
