using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Community contacts, mental health contacts and social care services: few people, and for some of them a great deal.</summary>
internal static class CloserToHome
{
    private static readonly string[] Currencies = ["N02AF", "N02AF", "N02AF", "N02AN", "N06AF", "IC01", "IC03", "A08A1", "A06A1", "A09A", "N08AF", "N11AF", "N15AF", "N25AF"];

    internal static void Community(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        var mean = (0.1 + (0.45 * person.Conditions.Count) + (age > 75 ? 0.3 * (age - 75) : 0) + (person.Has("dementia") ? 8 : 0) + (person.Died is null ? 0 : 12)) * Math.Min(5, person.Intensity);
        for (var i = random.Overdispersed(mean, 0.25); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            var currency = random.Pick(Currencies);
            var (number, named) = Extracts.Says(random, person, 0.02);
            extracts["community_contacts"].Write(
                ("nhs_number", number), ("source_id", counter.Next("C")), ("family_name", named ? person.FamilyName : null), ("given_name", named ? person.GivenName : null), ("birth_date", person.Born),
                ("provider", "X97"), ("contact_date", day), ("attended", random.Chance(0.04) ? "3" : "5"), ("medium", currency == "N02AN" ? "02" : "01"),
                ("location", "A01"), ("team", "12"), ("currency", currency), ("minutes", 15 + random.NextInt(45)));
        }
    }

    internal static void MentalHealth(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var mean = (person.Has("severe_mental_illness") ? 11 : 0) + (person.Has("depression") ? 0.8 : 0) + (person.Has("dementia") ? 1.8 : 0) + (person.Has("learning_disability") ? 2.5 : 0) + 0.02;
        var team = person.Has("severe_mental_illness") ? "A06" : person.Has("dementia") ? "A07" : person.Has("learning_disability") ? "E01" : "A05";
        for (var i = random.Overdispersed(mean * Math.Min(3, 0.3 + (0.7 * person.Intensity)), 0.35); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            extracts["mental_health_contacts"].Write(
                ("nhs_number", Extracts.Says(random, person, 0.006).Number), ("source_id", counter.Next("M")), ("birth_date", person.Born), ("provider", "X96"), ("contact_date", day),
                ("attended", random.Chance(0.1) ? "3" : "5"), ("medium", random.Chance(0.7) ? "01" : "02"), ("team", random.Chance(0.06) ? "A02" : team), ("minutes", 20 + random.NextInt(60)));
        }
    }

    /// <summary>Few are ever admitted, mostly people with severe mental illness, and stay for weeks; some move on to rehabilitation.</summary>
    internal static void WardStays(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        if (!random.Chance((person.Has("severe_mental_illness") ? 0.07 : 0.0004) * person.Intensity) || Extracts.Day(random, person) is not { } day) { return; }
        var age = person.AgeOn(person.From);
        var (number, spell) = (Extracts.Says(random, person, 0.006).Number, counter.Next("S"));
        var moves = random.Chance(0.15) ? day.AddDays(20 + random.NextInt(40)) : (DateOnly?)null;
        Stay(age < 18 ? "301" : age >= 65 ? "201" : "200", day, moves ?? day.AddDays(1 + random.NextInt(70)));
        if (moves is { } moved && moved <= Population.To && !(moved > (person.Gone ?? person.Died))) { Stay("212", moved, moved.AddDays(30 + random.NextInt(200))); }

        // Whoever has not left by the end of the last year, or dies, leaves on no day that a sender knows.
        void Stay(string type, DateOnly from, DateOnly to) => extracts["mental_health_ward_stays"].Write(
            ("nhs_number", number), ("source_id", counter.Next("W")), ("spell", spell), ("birth_date", person.Born), ("provider", "X96"),
            ("start_date", from), ("end_date", Leaves(to)), ("ward_type", type));

        DateOnly? Leaves(DateOnly to) => person.Gone is not null ? person.Ends(to > Population.To ? null : to) : to > Population.To || to > person.Died ? null : to;
    }

    internal static void SocialCare(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        if (age < 18) { return; }
        var chance = 0.001 + (person.Has("learning_disability") ? 0.32 : 0) + (person.Has("dementia") ? 0.22 : 0) + (person.Has("severe_mental_illness") ? 0.03 : 0)
            + (age >= 75 ? 0.0045 * (age - 74) * Math.Min(2, person.Conditions.Count / 3.0) : 0) + (person.Has("stroke") ? 0.02 : 0) + (person.Has("parkinsons") ? 0.06 : 0);
        if (!random.Chance(Math.Min(0.75, 1.3 * chance * Math.Min(2, 0.5 + (0.5 * person.Intensity))) * (person.IsLater ? Life.NewlyInCare : 1))) { return; }
        var residential = random.Chance(person.Has("dementia") ? 0.33 : age >= 85 ? 0.2 : person.Has("learning_disability") ? 0.2 : 0.08);
        var from = person.From.AddDays(person.IsLater ? random.NextInt(365) : random.NextInt(700) - 400);
        DateOnly? to = random.Chance(0.75) ? null : from.AddDays(30 + random.NextInt(500));
        Service(random, person, (extracts, counter), residential ? Placement(random, from, to) : HomeSupport(random, from, to));
        if (!residential && random.Chance(0.25)) { Service(random, person, (extracts, counter), new Care("Long Term Support: Community", "Day support", from, to, 48_00 + random.NextInt(2000), "Per session", 1 + random.NextInt(4))); }
        if (random.Chance(0.2))
        {
            // Six weeks, as reablement is free for so long.
            var begins = person.From.AddDays(random.NextInt(320));
            Service(random, person, (extracts, counter), new Care("Short Term Support: ST-Max", "Reablement", begins, begins.AddDays(41), null, "Weekly", null));
        }
        if (random.Chance(0.1)) { Service(random, person, (extracts, counter), new Care("Long Term Support: Community", "Equipment", person.From.AddDays(random.NextInt(365)), null, 120_00 + random.NextInt(60000), "One-off", null)); }
    }

    private static Care Placement(Xoshiro random, DateOnly from, DateOnly? to) => random.Chance(0.35)
        ? new Care("Long Term Support: Nursing Care", "Long term nursing care", from, to, 1050_00 + random.NextInt(40000), "Weekly", null)
        : new Care("Long Term Support: Residential Care", "Long term residential care", from, to, 850_00 + random.NextInt(50000), "Weekly", null);

    private static Care HomeSupport(Xoshiro random, DateOnly from, DateOnly? to) => random.Chance(0.25)
        ? new Care("Long Term Support: Community", "Direct payment", from, to, 400_00 + random.NextInt(80000), "4-weekly", null)
        : new Care("Long Term Support: Community", "Home support or domiciliary care", from, to, 20_00 + random.NextInt(500), "Hourly", 4 + (2 * random.NextInt(9)));

    private static void Service(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, Care care)
    {
        var (number, _) = Extracts.Says(random, person, 0.15);
        if (person.Gone < care.From) { return; }
        to.Extracts["social_care_services"].Write(
            ("nhs_number", number), ("authority", "E10009999"), ("person_reference", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"L{person.Number:000000}")),
            ("source_id", to.Counter.Next("V")), ("family_name", person.FamilyName), ("given_name", person.GivenName), ("birth_date", person.Born),
            ("gender", person.Female ? "Female" : "Male"), ("ethnic_group", InWords(person.EthnicGroup)), ("postcode", person.Postcode), ("practice", person.Practice.Code),
            ("service_type", care.Type), ("service_component", care.Component), ("start_date", care.From), ("end_date", person.Ends(care.To)),
            ("unit_cost", care.UnitPence is { } pence ? pence / 100m : null), ("frequency", care.Frequency), ("units_per_week", care.Units));
    }

    /// <summary>A council writes the group out where a practice sends a code.</summary>
    private static string InWords(string code) => EthnicGroups.All.FirstOrDefault(group => group.Codes.Contains(code, StringComparison.Ordinal)) is { } group ? $"{group.Name}: any background" : "Undeclared or not known";

    private sealed record Care(string Type, string Component, DateOnly From, DateOnly? To, int? UnitPence, string Frequency, int? Units);
}
