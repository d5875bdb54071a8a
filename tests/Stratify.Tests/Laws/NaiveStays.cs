using System.Globalization;
using Stratify.Settings;

namespace Stratify.Tests.Laws;

/// <summary>The twin's stays in hospital: what is counted of them, one stay after the other.</summary>
internal static class NaiveStays
{
    internal sealed record Stay(List<Dictionary<string, string>> Episodes, DateOnly Came, DateOnly Left)
    {
        internal bool IsEmergency => Episodes[0]["ADMIMETH"][0] == '2';

        internal int Nights => Left.DayNumber - Came.DayNumber;
    }

    internal static IReadOnlyList<Stay> Of(NaivePerson person) =>
    [
        .. person.Episodes.Where(row => !(Day(row["EPISTART"])!.Value.AddDays(-30) > person.Died)).GroupBy(row => (row["PROCODE"], row["PROVSPNOPS"])).Select(rows =>
        {
            var episodes = rows.OrderBy(row => int.Parse(row["EPIORDER"], CultureInfo.InvariantCulture)).ToList();
            return new Stay(episodes, episodes.Min(row => Day(row["ADMIDATE"])!.Value), episodes.Max(row => (Day(row["DISDATE"]) ?? Day(row["EPIEND"]))!.Value));
        }).OrderBy(stay => stay.Came).ThenBy(stay => stay.Left),
    ];

    internal static string Says(NaivePerson person)
    {
        var all = Of(person);
        var counted = all.Where(stay => stay.Left >= NaiveTwin.From && stay.Left <= NaiveTwin.To).ToList();
        var emergencies = counted.Where(stay => stay.IsEmergency).ToList();
        var lists = new[] { "acsc_admissions", "acsc_phs_admissions", "acsc_carey_admissions", "acsc_chronic_admissions", "acsc_acute_admissions" }.Select(list => emergencies.Count(stay => IsOn(stay, list)));
        var falls = NaiveScores.Age(person) < 65 ? "-" : $"{emergencies.Count(stay => IsOn(stay, "falls_admissions"))}";
        var again = emergencies.Count(stay => IsReadmission(stay, all));
        var delayed = counted.Sum(Delay);
        return $"{string.Join(' ', lists)} {falls} {again} {emergencies.Count(stay => stay.Nights == 0)} {emergencies.Sum(stay => stay.Nights)} {delayed}";
    }

    /// <summary>Some condition of the list is in its place, all that must be beside it is, and nothing that keeps it off.</summary>
    internal static bool IsOn(Stay stay, string list, string group = "")
    {
        var diagnoses = Codes(stay.Episodes[0], "DIAG", 20, "ICD10");
        var procedures = Codes(stay.Episodes[0], "OPERTN", 24, "OPCS4");
        return AdmissionCode.Shipped.Where(code => code.List == list && (group.Length == 0 || code.Group == group)).GroupBy(code => code.Condition).Any(codes =>
        {
            bool Any(string kind, IEnumerable<string> of) => codes.Any(code => code.Kind == kind && of.Any(recorded => recorded.StartsWith(code.Code, StringComparison.Ordinal)));
            bool Asks(string kind) => codes.Any(code => code.Kind == kind);

            return (Any("primary", diagnoses.Take(1)) || Any("any", diagnoses))
                && (!Asks("with_secondary") || Any("with_secondary", diagnoses.Skip(1)))
                && (!Asks("with_second") || Any("with_second", diagnoses.Skip(1).Take(1)))
                && !Any("unless_secondary", diagnoses.Skip(1)) && !Any("unless_any", diagnoses)
                && !Any("unless_procedure", procedures) && !Any("unless_main_procedure", procedures.Take(1));
        });
    }

    private static bool IsReadmission(Stay stay, IReadOnlyList<Stay> all)
    {
        var before = all.TakeWhile(other => other != stay).Where(other => IsCounted(other)).Select(other => other.Left).ToList();
        return before.Count > 0 && stay.Came.DayNumber - before.Max().DayNumber is >= 0 and <= 29 && !HasCancer(stay);

        static bool IsCounted(Stay other) => other.Episodes[0]["ADMIMETH"][0] != '3' && other.Episodes[^1]["CLASSPAT"] == "1" && !HasCancer(other) && other.Episodes.TrueForAll(row => row["DISMETH"] != "4");
    }

    private static bool HasCancer(Stay stay) => stay.Episodes.Exists(row => Codes(row, "DIAG", 20, "ICD10").Exists(code => (code[0] == 'C' && !code.StartsWith("C44", StringComparison.Ordinal)) || code == "Z511"));

    private static int Delay(Stay stay)
    {
        var ready = stay.Episodes.Select(row => Day(row["DISREADYDATE"])).Max();
        return ready is null || ready > stay.Left || stay.Episodes[^1]["CLASSPAT"] != "1" ? 0 : Math.Min(stay.Left.DayNumber - ready.Value.DayNumber, stay.Nights);
    }

    internal static List<string> Codes(Dictionary<string, string> row, string column, int places, string system) =>
        [.. Enumerable.Range(1, places).Select(place => row[$"{column}_{place:00}"]).Where(code => code.Length > 0).Select(code => NaiveScores.Form(system, code))];

    private static DateOnly? Day(string text) => NaiveExtract.Day(text);
}
