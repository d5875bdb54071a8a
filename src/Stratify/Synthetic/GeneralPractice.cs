using System.Globalization;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>The register, coded entries and appointments of general practice.</summary>
internal static class GeneralPractice
{
    private static readonly string[] Clinicians = ["GP", "NURSE", "HCA", "PHARMACIST", "PHYSIO", "PARAMEDIC", "SOCIAL PRESCRIBER", "OTHER"];
    private static readonly double[] ClinicianShares = [47, 24, 9, 7, 3, 4, 2, 4];

    /// <param name="life">The person, year after year: the last says how it ended.</param>
    internal static void Register(Xoshiro random, IReadOnlyList<SyntheticPerson> life, Extracts extracts)
    {
        var (first, last) = (life[0], life[^1]);
        // A few deaths never reach the practice.
        var known = random.Chance(0.06) ? null : last.Died;
        // Some move: the new practice opens a span before the old one closes its own.
        var homes = life.Where((home, i) => i == 0 || home.Moved != life[i - 1].Moved).ToList();
        for (var i = 0; i < homes.Count; i++)
        {
            var closed = i + 1 < homes.Count ? homes[i + 1].Moved?.AddDays(20) : last.Left;
            Span(extracts, homes[i] with { Died = known }, homes[i].Practice, (homes[i].Moved ?? first.Registered, closed));
        }
        if (life.Count == 1 && first.Gone is null && first.Left is null && random.Chance(0.02))
        {
            var moved = first.From.AddDays(30 + random.NextInt(300));
            if (moved > first.Registered) { Span(extracts, first with { Died = known }, random.Pick(Population.Practices), (moved, null)); }
        }
    }

    private static void Span(Extracts extracts, SyntheticPerson person, Practice practice, (DateOnly From, DateOnly? To) span) => extracts["gp_registrations"].Write(
        ("nhs_number", person.NhsNumber < 0 ? null : person.NhsNumber.ToString("0000000000", CultureInfo.InvariantCulture)),
        ("patient_id", string.Create(CultureInfo.InvariantCulture, $"P{person.Number:000000}")),
        ("family_name", person.FamilyName), ("given_name", person.GivenName), ("birth_date", person.Born), ("sex", person.Female ? "2" : "1"),
        ("postcode", person.Postcode), ("practice", practice.Code), ("neighbourhood", practice.SendsPlaces ? practice.Neighbourhood : null), ("area", person.Area),
        ("deprivation_decile", practice.SendsPlaces ? person.Decile : null), ("ethnic_group", person.EthnicGroup),
        ("start_date", span.From), ("end_date", span.To), ("death_date", person.Died));

    /// <summary>When a number was replaced is not always told.</summary>
    internal static void NumberChanges(SyntheticPerson person, Extracts extracts)
    {
        foreach (var (old, replaced) in person.EarlierNumbers.Zip(person.EarlierNumbers.Skip(1).Append(person.NhsNumber)))
        {
            extracts["nhs_number_changes"].Write(
                ("old_number", old.ToString("0000000000", CultureInfo.InvariantCulture)), ("new_number", replaced.ToString("0000000000", CultureInfo.InvariantCulture)),
                ("changed_on", person.Number % 3 == 0 ? null : Population.From.AddDays(-person.Number % 2000)));
        }
    }

    internal static void Death(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        if (person.Died is not { } died) { return; }
        extracts["deaths"].Write(
            ("nhs_number", Extracts.Says(random, person, 0.01).Number), ("source_id", counter.Next("D")), ("family_name", person.FamilyName), ("given_name", person.GivenName),
            ("birth_date", person.Born), ("death_date", random.Chance(0.02) ? null : died), ("registered_on", died.AddDays(1 + random.NextInt(20))));
    }

    /// <summary>Each condition is entered when it began, and some are entered again at reviews.</summary>
    internal static void Entries(Xoshiro random, SyntheticPerson person, (Extracts Extracts, ILookup<string, string> Codes) to, Counter counter)
    {
        foreach (var condition in Conditions.All.Where(condition => person.Has(condition.Name)))
        {
            var code = random.Pick([.. to.Codes[condition.Name]]);
            // Some long-standing diagnoses never reach the practice's record and are known from hospital alone.
            if (!person.Known.Contains(condition.Name))
            {
                if (random.Chance(0.03)) { continue; }
                Entry(to.Extracts, person, (person.Conditions[condition.Name], code), counter);
            }
            if (random.Chance(0.3) && Extracts.Day(random, person) is { } review && review > person.Conditions[condition.Name]) { Entry(to.Extracts, person, (review, code), counter); }
        }
    }

    private static void Entry(Extracts extracts, SyntheticPerson person, (DateOnly Day, string Code) entry, Counter counter) => extracts["gp_events"].Write(
        ("nhs_number", person.NhsNumber < 0 ? null : person.NhsNumber.ToString("0000000000", CultureInfo.InvariantCulture)),
        ("source_id", counter.Next("E")), ("family_name", person.FamilyName), ("given_name", person.GivenName), ("birth_date", person.Born),
        ("practice", person.Practice.Code), ("event_date", entry.Day), ("code", entry.Code), ("code_system", "SNOMED"));

    internal static void Appointments(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        // Between five and six a person, as in England (350 million in 2023/24 for 63 million registered).
        var mean = (2.6 + (person.Female && age is > 15 and < 50 ? 2.2 : 0) + (1.9 * person.Conditions.Count) + (0.06 * Math.Max(0, age - 60)) + (age < 5 ? 4 : 0)) * Math.Min(2.5, 0.35 + (0.65 * person.Intensity));
        for (var i = random.Overdispersed(mean, 1.4); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            var clinician = Clinicians[random.Weighted(ClinicianShares)];
            var planned = random.Pick([10, 10, 10, 15, 20]);
            extracts["gp_appointments"].Write(
                ("nhs_number", Extracts.Says(random, person, 0.002).Number), ("source_id", counter.Next("A")), ("birth_date", person.Born), ("practice", person.Practice.Code),
                ("appointment_date", day), ("status", random.Chance(0.05) ? "Did Not Attend" : "Finished"), ("clinician", clinician),
                ("mode", random.Chance(0.65) ? "Face to face" : "Telephone"), ("planned_minutes", planned),
                ("actual_minutes", random.Chance(0.1) ? 0 : Math.Max(1, (int)(planned * random.Gamma(6)))));
        }
    }
}

/// <summary>Numbers the records of an extract.</summary>
internal sealed class Counter
{
    private long _last;

    public string Next(string letter) => string.Create(CultureInfo.InvariantCulture, $"{letter}{++_last:0000000}");
}
