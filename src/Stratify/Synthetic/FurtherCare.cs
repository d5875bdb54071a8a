using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Talking therapies, ambulances that take nobody to hospital, and continuing care.</summary>
internal static class FurtherCare
{
    internal static void TalkingTherapies(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        if (age < 16 || !random.Chance(person.Has("depression") ? 0.09 : 0.006)) { return; }
        var sessions = 1 + random.Poisson(5);
        for (var i = 0; i < sessions; i++)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            extracts["talking_therapies"].Write(
                ("nhs_number", Extracts.Says(random, person, 0.005).Number), ("source_id", counter.Next("T")), ("birth_date", person.Born), ("provider", "X95"), ("contact_date", day),
                ("attended", random.Chance(0.1) ? "3" : "5"), ("medium", random.Chance(0.3) ? "01" : "02"), ("appointment_type", i == 0 ? "03" : random.Chance(0.05) ? "05" : "02"), ("minutes", 30 + random.NextInt(30)));
        }
    }

    /// <summary>England has fewer than five of these for every hundred people in a year (National Cost Collection 2024/25), and more of the other kind.</summary>
    internal static void NotConveyed(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        for (var i = random.Overdispersed((0.03 + (0.02 * person.Conditions.Count) + (age > 75 ? 0.08 : 0)) * Math.Min(4, person.Intensity), 0.7); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            Incident(random, person, (extracts, counter), (day, random.Chance(0.65) ? "See and treat" : "Hear and treat"));
        }
    }

    internal static void Incident(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (DateOnly Day, string Outcome) incident)
    {
        var (number, named) = Extracts.Says(random, person, 0.2);
        to.Extracts["ambulance_incidents"].Write(
            ("nhs_number", number), ("source_id", to.Counter.Next("B")), ("family_name", named ? person.FamilyName : null), ("given_name", named ? person.GivenName : null),
            ("birth_date", named ? person.Born : null), ("provider", "X94"), ("incident_date", incident.Day), ("outcome", incident.Outcome));
    }

    /// <summary>About four people in a thousand have some of it in a year: half of them near the end of life, most others in nursing homes.</summary>
    internal static void ContinuingCare(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        if (person.Died is { } died && random.Chance(0.2))
        {
            Package(random, person, (extracts, counter), ("Fast Track", died.AddDays(-random.NextInt(60)), 900_00 + random.NextInt(90000)));
        }
        var lasting = 0.0005 + (person.Has("dementia") ? 0.02 : 0) + (person.Has("parkinsons") ? 0.03 : 0) + (person.Has("learning_disability") ? 0.05 : 0);
        if (age >= 18 && random.Chance(lasting * (person.IsLater ? Life.NewlyInCare : 1)))
        {
            Package(random, person, (extracts, counter), (random.Chance(0.15) ? "PHB" : "CHC", person.From.AddDays(person.IsLater ? random.NextInt(365) : random.NextInt(700) - 400), 800_00 + random.NextInt(120000)));
        }
        if (random.Chance(((person.Has("dementia") ? 0.2 : 0) + (age >= 85 ? 0.04 : 0)) * (person.IsLater ? Life.NewlyInCare : 1))) { Package(random, person, (extracts, counter), ("FNC", person.From.AddDays(person.IsLater ? random.NextInt(365) : random.NextInt(700) - 500), null)); }
    }

    private static void Package(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (string Type, DateOnly From, int? Pence) package)
    {
        if (person.Gone < package.From) { return; }
        to.Extracts["continuing_care"].Write(
            ("nhs_number", Extracts.Says(random, person, 0.01).Number), ("commissioner", "QX1"), ("source_id", to.Counter.Next("K")), ("family_name", person.FamilyName), ("given_name", person.GivenName),
            ("birth_date", person.Born), ("package_type", package.Type), ("start_date", package.From), ("end_date", person.Ends(random.Chance(0.3) ? package.From.AddDays(60 + random.NextInt(400)) : null)),
            ("weekly_cost", package.Pence is { } pence ? pence / 100m : null));
    }
}
