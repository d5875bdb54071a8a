using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Admissions, outpatient appointments and emergency department attendances at two invented trusts.</summary>
internal static class Hospital
{
    private static readonly string[] AttendanceGroups = ["VB01Z", "VB02Z", "VB03Z", "VB04Z", "VB05Z", "VB06Z", "VB07Z", "VB08Z", "VB09Z", "VB11Z"];

    /// <summary>Together they come near the activity of the National Cost Collection 2024/25, in which the heavier groups are mostly those of people admitted.</summary>
    private static readonly double[] AdmittedShares = [0.5, 6, 17, 11, 3, 3, 15, 18, 5, 0], SentHomeShares = [0, 1, 4, 2, 1, 2, 9, 24, 25, 30];

    private static readonly string[] Functions = ["100", "101", "110", "120", "130", "300", "301", "302", "307", "320", "330", "340", "361", "370", "400", "410", "430", "502", "650"];
    private static readonly string[] DayCases = ["BZ34B", "FE32Z", "FD10M", "EB12C"];

    /// <summary>What people with a condition are admitted for: the group, its primary diagnosis, and the condition.</summary>
    private static readonly (string Condition, string Group, string Diagnosis)[] Reasons =
    [
        ("copd", "DZ65H", "J440"), ("heart_failure", "EB03D", "I500"), ("stroke", "AA35C", "I639"), ("dementia", "WD02Z", "F03X"), ("diabetes", "KB02H", "E119"),
        ("ckd", "LA04P", "N390"), ("severe_mental_illness", "WD01Z", "F209"), ("cancer", "DZ11S", "J189"), ("atrial_fibrillation", "EB08C", "R55X"),
    ];

    private static readonly (string Group, string Diagnosis)[] Common = [("DZ11U", "J189"), ("LA04R", "N390"), ("EB12C", "R074"), ("WH09F", "R296"), ("FD10M", "K529"), ("WJ06G", "A419"), ("HE11F", "S720")];

    private static readonly Dictionary<string, string> Comorbid = new()
    {
        ["hypertension"] = "I10X",
        ["diabetes"] = "E119",
        ["chd"] = "I251",
        ["heart_failure"] = "I509",
        ["atrial_fibrillation"] = "I489",
        ["ckd"] = "N189",
        ["copd"] = "J449",
        ["asthma"] = "J459",
        ["depression"] = "F329",
        ["dementia"] = "F03X",
        ["epilepsy"] = "G409",
        ["parkinsons"] = "G20X",
        ["osteoarthritis"] = "M199",
    };

    /// <summary>What is done in a stay, by its group or primary diagnosis (OPCS-4).</summary>
    private static readonly Dictionary<string, string> Operations = new()
    {
        ["BZ34B"] = "C751",
        ["FE32Z"] = "H221",
        ["EB12C"] = "K634",
        ["HN22E"] = "W401",
        ["K409"] = "T202",
        ["S720"] = "W241",
    };

    internal static void Emergencies(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        var dying = person.Died is null ? 1 : 6;
        var admissions = Math.Min(8, random.Overdispersed(Math.Min(4, 0.034 * Math.Exp((0.40 * person.Conditions.Count) + (0.018 * Math.Max(0, age - 45))) * person.Intensity * dying), 1));
        for (var i = 0; i < admissions; i++)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            Attendance(random, person, (extracts, counter), (day, Admitted: true));
            Emergency(random, person, (extracts, counter), (day, age));
        }
        var attendances = random.Overdispersed((0.14 + (age < 6 || age is > 17 and < 30 ? 0.12 : 0) + (0.06 * person.Conditions.Count)) * Math.Min(6, person.Intensity), 0.6);
        for (var i = 0; i < attendances && Extracts.Day(random, person) is { } day; i++) { Attendance(random, person, (extracts, counter), (day, Admitted: false)); }
    }

    private static void Attendance(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (DateOnly Day, bool Admitted) visit)
    {
        var number = Extracts.Says(random, person, 0.012).Number;
        var minor = !visit.Admitted && random.Chance(0.25);
        var byAmbulance = random.Chance(visit.Admitted ? 0.6 : 0.15);
        to.Extracts["emergency_attendances"].Write(
            ("nhs_number", number), ("source_id", to.Counter.Next("AE")), ("family_name", person.FamilyName), ("given_name", person.GivenName),
            ("birth_date", person.Born), ("sex", person.Female ? "2" : "1"), ("ethnic_group", person.EthnicGroup), ("area", person.Area), ("provider", "X98"), ("arrival_date", visit.Day), ("category", "1"),
            ("department", minor ? "03" : "01"), ("arrival_mode", byAmbulance ? "1" : "2"), ("disposal", visit.Admitted ? "01" : "03"),
            ("hrg", AttendanceGroups[random.Weighted(visit.Admitted ? AdmittedShares : SentHomeShares)]));
        if (byAmbulance) { FurtherCare.Incident(random, person, to, (visit.Day, "See and convey")); }
    }

    private static void Emergency(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (DateOnly Day, int Age) stay)
    {
        var reasons = Reasons.Where(reason => person.Has(reason.Condition)).Select(reason => (reason.Group, reason.Diagnosis)).ToList();
        var reason = reasons.Count > 0 && random.Chance(0.5) ? random.Pick(reasons) : random.Pick(Common);
        var nights = random.Chance(0.42) ? random.NextInt(2) : 2 + (int)(random.Gamma(0.8) * (3 + (0.09 * stay.Age)));
        Spell(random, person, to, new Stay(stay.Day, nights, "21", "1", reason.Group, reason.Diagnosis));
    }

    internal static void Planned(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var age = person.AgeOn(person.From);
        var planned = random.Poisson((0.03 + (0.045 * person.Conditions.Count) + (age > 60 ? 0.06 : 0)) * Math.Min(3, person.Intensity));
        for (var i = 0; i < planned && Extracts.Day(random, person) is { } day; i++)
        {
            var stay = random.Chance(0.85) ? new Stay(day, 0, "11", "2", random.Pick(DayCases), "Z098")
                : random.Chance(0.5) ? new Stay(day, 2 + random.NextInt(5), "11", "1", age > 60 ? "HN22E" : "FD10M", "M171")
                : new Stay(day, 1 + random.NextInt(3), "12", "1", "FD10M", "K409");
            Spell(random, person, (extracts, counter), stay);
        }
        if (person.Female && age is > 17 and < 43 && random.Chance(0.055) && Extracts.Day(random, person) is { } birth)
        {
            Spell(random, person, (extracts, counter), new Stay(birth, 1 + random.NextInt(3), "31", "1", "NZ30C", "O800"));
        }
    }

    /// <summary>One stay; one in seven is cut into two episodes under two consultants.</summary>
    private static void Spell(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, Stay stay)
    {
        var number = to.Counter.Next("S");
        var end = stay.From.AddDays(stay.Nights);
        var cut = stay.Nights > 2 && random.Chance(0.14) ? stay.From.AddDays(1 + random.NextInt(stay.Nights - 1)) : end;
        var says = Extracts.Says(random, person, 0.01);
        Episode(person, to, (says, number, stay), new Part(1, stay.From, cut, cut == end));
        if (cut != end) { Episode(person, to, (says, number, stay), new Part(2, cut, end, true)); }
        if (stay is { Method: "21", Nights: > 2 } && random.Chance(0.08)) { Intensive(random, person, to, (says.Number, number, stay)); }
    }

    private static void Episode(SyntheticPerson person, (Extracts Extracts, Counter Counter) to, ((string? Number, bool Named) Says, string Spell, Stay Stay) of, Part part)
    {
        var others = person.Conditions.Keys.Order(StringComparer.Ordinal).Select(condition => Comorbid.GetValueOrDefault(condition)).Where(code => code is not null && code != of.Stay.Diagnosis).ToList();
        // Who breaks a hip has mostly fallen; who stays long has now and then waited for somewhere to go.
        if (of.Stay.Diagnosis == "S720" && of.Stay.From.DayNumber % 4 > 0) { others.Insert(0, "W19X"); }
        DateOnly? ready = part.Last && of.Stay is { Class: "1", Nights: > 7 } && of.Stay.From.DayNumber % 3 == 0 ? part.To.AddDays(-1 - (of.Stay.Nights % 4)) : null;
        to.Extracts["acute_inpatients"].Write(
            ("nhs_number", of.Says.Number), ("source_id", to.Counter.Next("I")), ("family_name", of.Says.Named ? person.FamilyName : null), ("given_name", of.Says.Named ? person.GivenName : null),
            ("birth_date", person.Born), ("sex", person.Female ? "2" : "1"), ("ethnic_group", person.EthnicGroup), ("area", person.Area), ("provider", "X98"), ("spell_number", of.Spell), ("episode_order", part.Order), ("episode_status", "3"),
            ("admission_date", of.Stay.From), ("start_date", part.From), ("end_date", part.To), ("discharge_date", part.Last ? part.To : null),
            ("method", of.Stay.Method), ("patient_class", of.Stay.Class), ("discharge_method", part.Last ? person.Died == part.To ? "4" : "1" : "8"), ("discharge_destination", part.Last ? person.Died == part.To ? "79" : "19" : null), ("ready_date", ready), ("treatment_function", "300"),
            ("hrg", of.Stay.Group), ("diagnosis_1", of.Stay.Diagnosis), ("diagnosis_2", others.ElementAtOrDefault(0)), ("diagnosis_3", others.ElementAtOrDefault(1)), ("diagnosis_4", others.ElementAtOrDefault(2)),
            ("procedure_1", Operations.GetValueOrDefault(of.Stay.Group) ?? Operations.GetValueOrDefault(of.Stay.Diagnosis)));
    }

    /// <summary>A few of the first days in a critical care unit.</summary>
    private static void Intensive(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (string? Number, string Spell, Stay Stay) of) => to.Extracts["critical_care"].Write(
        ("nhs_number", of.Number), ("source_id", to.Counter.Next("U")), ("family_name", person.FamilyName), ("given_name", person.GivenName), ("birth_date", person.Born), ("provider", "X98"),
        ("spell_number", of.Spell), ("start_date", of.Stay.From), ("end_date", of.Stay.From.AddDays(Math.Min(of.Stay.Nights, 1 + random.Poisson(3)))), ("unit_function", "01"),
        ("organs", random.Weighted([2, 40, 27, 19, 8, 2, 1])));

    internal static void Outpatients(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        var mean = (0.4 + (0.62 * person.Conditions.Count) + (person.Has("cancer") ? 3 : 0)) * Math.Min(4, person.Intensity);
        for (var i = random.Overdispersed(mean, 0.9); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            var first = random.Chance(0.3);
            var remote = random.Chance(0.2);
            extracts["acute_outpatients"].Write(
                ("nhs_number", Extracts.Says(random, person, 0.004).Number), ("source_id", counter.Next("O")), ("birth_date", person.Born), ("sex", person.Female ? "2" : "1"),
                ("ethnic_group", person.EthnicGroup), ("area", person.Area), ("provider", "X98"), ("appointment_date", day), ("attended", random.Chance(0.07) ? "3" : "5"),
                ("first_attendance", (first ? 1 : 2) + (remote ? 2 : 0)), ("treatment_function", random.Pick(Functions)),
                ("hrg", first ? remote ? "WF01D" : "WF01B" : remote ? "WF01C" : "WF01A"));
        }
    }

    private sealed record Stay(DateOnly From, int Nights, string Method, string Class, string Group, string Diagnosis);

    private sealed record Part(int Order, DateOnly From, DateOnly To, bool Last);
}
