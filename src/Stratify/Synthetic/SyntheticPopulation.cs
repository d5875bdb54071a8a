using System.Globalization;
using Stratify.Settings;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>
/// An invented population and its five sectors' extracts, in the shapes that the datasets declare, with a job to run them.
/// The same number of people, years and seed give the same bytes. Nobody in it exists: numbers are of the NHS's test range.
/// </summary>
public static class SyntheticPopulation
{
    /// <summary>Of more, nobody has extracts that are alike.</summary>
    public const int MostYears = 10;

    /// <param name="folder">Gets <c>stratify.yml</c>, <c>extracts</c> and <c>secrets</c>.</param>
    /// <param name="gzip">Whether the extracts are compressed.</param>
    /// <param name="years">How many years, the last of them 2024/25.</param>
    public static void Write(int people, long seed, string folder, bool gzip = false, int years = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, MostYears);
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, 900_000);
        using (var extracts = new Extracts(Path.Combine(folder, "extracts"), seed, gzip)) { WriteExtracts(new Population(people, seed, years), seed, extracts); }
        Directory.CreateDirectory(Path.Combine(folder, "secrets"));
        File.WriteAllText(Path.Combine(folder, "secrets", "pseudonym.key"), string.Create(CultureInfo.InvariantCulture, $"public: a key for invented people, made of seed {seed}, keeps no secret of anybody\n"));
        File.WriteAllText(Path.Combine(folder, "stratify.yml"), gzip ? Job(people, seed, years).Replace(".csv", ".csv.gz", StringComparison.Ordinal) : Job(people, seed, years));
    }

    private static void WriteExtracts(Population population, long seed, Extracts extracts)
    {
        var codes = ConditionCodes.Shipped.Codes.Where(code => code is { System: "SNOMED", Kind: "diagnosis" }).ToLookup(code => code.Condition, code => code.Code);
        var peopleOf = new Dictionary<string, int>();
        var counters = Enumerable.Range(0, 13).Select(_ => new Counter()).ToArray();
        foreach (var life in population.Everyone())
        {
            peopleOf[life[^1].Area] = peopleOf.GetValueOrDefault(life[^1].Area) + 1;
            foreach (var person in life) { WriteYear(life, person, seed, (extracts, codes, counters)); }
        }
        Places.Write(extracts, peopleOf);
    }

    private static void WriteYear(IReadOnlyList<SyntheticPerson> life, SyntheticPerson person, long seed, (Extracts Extracts, ILookup<string, string> Codes, Counter[] Counters) to)
    {
        var (extracts, codes, counters) = to;
        // A stream for each use: to draw one appointment more moves nobody else's.
        var random = Of("care");
        var medicines = Of("medicines");
        if (!person.IsLater)
        {
            GeneralPractice.Register(random, life, extracts);
            GeneralPractice.NumberChanges(person, extracts);
        }
        GeneralPractice.Death(random, person, extracts, counters[10]);
        GeneralPractice.Entries(random, person, (extracts, codes), counters[0]);
        GeneralPractice.Appointments(random, person, extracts, counters[1]);
        Medicines.Dispensed(medicines, person, extracts, counters[7]);
        Hospital.Emergencies(random, person, extracts, counters[2]);
        Hospital.Planned(random, person, extracts, counters[2]);
        Hospital.Outpatients(random, person, extracts, counters[3]);
        CloserToHome.Community(random, person, extracts, counters[4]);
        CloserToHome.MentalHealth(random, person, extracts, counters[5]);
        CloserToHome.SocialCare(random, person, extracts, counters[6]);
        var further = Of("further care");
        FurtherCare.NotConveyed(further, person, extracts, counters[2]);
        FurtherCare.TalkingTherapies(further, person, extracts, counters[8]);
        FurtherCare.ContinuingCare(further, person, extracts, counters[9]);
        Medicines.Issued(Of("medicines issued", "to"), person, extracts, counters[12]);
        CloserToHome.WardStays(Of("ward stays"), person, extracts, counters[11]);

        Xoshiro Of(string use, string word = "of") => Xoshiro.For(seed, string.Create(CultureInfo.InvariantCulture, $"{use} {word} person {person.Number}{(person.IsLater ? $" in {person.From.Year}" : "")}"));
    }

    private static string Job(int people, long seed, int years) => string.Create(CultureInfo.InvariantCulture, $"""
        # {people} invented people, seed {seed}. Nothing here is about anybody.
        version: 1
        name: invented-place
        period: {Period(years)}
        extracts:
          - {"{"}dataset: gp_registrations, files: extracts/gp_registrations.csv{"}"}
          - {"{"}dataset: nhs_number_changes, files: extracts/nhs_number_changes.csv{"}"}
          - {"{"}dataset: practices, files: extracts/practices.csv{"}"}
          - {"{"}dataset: areas, files: extracts/areas.csv{"}"}
          - {"{"}dataset: deaths, files: extracts/deaths.csv{"}"}
          - {"{"}dataset: gp_events, files: extracts/gp_events.csv{"}"}
          - {"{"}dataset: gp_medications, files: extracts/gp_medications.csv{"}"}
          - {"{"}dataset: gp_appointments, files: extracts/gp_appointments.csv{"}"}
          - {"{"}dataset: prescribed_items, files: extracts/prescribed_items.csv{"}"}
          - {"{"}dataset: acute_inpatients, files: extracts/acute_inpatients.csv{"}"}
          - {"{"}dataset: critical_care, files: extracts/critical_care.csv{"}"}
          - {"{"}dataset: acute_outpatients, files: extracts/acute_outpatients.csv{"}"}
          - {"{"}dataset: emergency_attendances, files: extracts/emergency_attendances.csv{"}"}
          - {"{"}dataset: ambulance_incidents, files: extracts/ambulance_incidents.csv{"}"}
          - {"{"}dataset: community_contacts, files: extracts/community_contacts.csv{"}"}
          - {"{"}dataset: mental_health_contacts, files: extracts/mental_health_contacts.csv{"}"}
          - {"{"}dataset: talking_therapies, files: extracts/talking_therapies.csv{"}"}
          - {"{"}dataset: mental_health_ward_stays, files: extracts/mental_health_ward_stays.csv{"}"}
          - {"{"}dataset: social_care_services, files: extracts/social_care_services.csv{"}"}
          - {"{"}dataset: continuing_care, files: extracts/continuing_care.csv{"}"}
        prices: 2024/25
        schemes: [number-of-conditions, single-conditions, bridges-to-health, frailty-and-unplanned-care, age-and-conditions]
        # For invented people only. For real ones: stratify key make secrets/pseudonym.key
        key_file: secrets/pseudonym.key
        # Real people also need a law by which their records are used, and the list of those who said no:
        # legal_basis: Section 251, CAG reference 24/CAG/0001
        # opt_out: {"{"}file: optouts.txt, dated: 2025-03-28{"}"}
        disclosure: opensafely
        seed: {seed}
        output: reports

        """);

    /// <summary>The years that a job asks for, as it writes them.</summary>
    private static string Period(int years) => years == 1 ? "2024/25" : $"[{string.Join(", ", Enumerable.Range(2025 - years, years).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}")))}]";
}
