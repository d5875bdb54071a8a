using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Items dispensed: what people with a condition take all year, two months at a time, and what anybody takes now and then.</summary>
internal static class Medicines
{
    /// <summary>The condition, the presentation's code, and the list price in pence of two months of it.</summary>
    private static readonly (string Condition, string Code, int Pence)[] Regular =
    [
        ("hypertension", "0206020A0AAAAAA", 190), ("hypertension", "0205051R0AAADAD", 260), ("diabetes", "0601022B0AAABAB", 420), ("diabetes", "0601023AGAAABAB", 7318),
        ("chd", "0212000B0AAACAC", 250), ("chd", "0204000H0AAAJAJ", 170), ("heart_failure", "0202020L0AABBBB", 150), ("heart_failure", "0205052AEAAABAB", 18312),
        ("atrial_fibrillation", "0208020AAAAACAC", 9800), ("ckd", "0601023AGAAABAB", 7318), ("stroke", "0209000C0AAAAAA", 260), ("copd", "0302000V0BBAAAA", 8900),
        ("copd", "0301011R0AAAPAP", 290), ("asthma", "0302000C0BPAABE", 5864), ("asthma", "0301011R0AAAPAP", 290), ("depression", "0403040W0AAADAD", 1240),
        ("severe_mental_illness", "0402010ABAAAEAE", 480), ("dementia", "0411000D0AAAAAA", 230), ("epilepsy", "0408010A0AAABAB", 980), ("parkinsons", "0409010N0AAABAB", 5400),
        ("osteoarthritis", "0407010F0AAAHAH", 1640), ("osteoarthritis", "0103050P0AAAAAA", 190), ("cancer", "0803042N0AAABAB", 15044),
    ];

    private static readonly (string Code, int Pence)[] Common = [("0501013B0AAABAB", 190), ("0407010H0AAAMAM", 240), ("1304000C0AAAAAA", 480), ("0501080D0AAAAAA", 310), ("0604011L0AAACAC", 520), ("0906040G0AAEKEK", 360)];

    internal static void Dispensed(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        foreach (var medicine in Regular.Where(medicine => person.Has(medicine.Condition)))
        {
            if (!random.Chance(0.75)) { continue; }
            for (var month = random.NextInt(2); month < 12; month += 2)
            {
                var day = person.From.AddMonths(month);
                if (day >= person.Registered && !(day > person.Left) && !(day > person.Died)) { Item(random, person, (extracts, counter), (day, medicine.Code, 56, medicine.Pence)); }
            }
        }
        var age = person.AgeOn(person.From);
        for (var i = random.Overdispersed((1.1 + (0.03 * Math.Max(0, age - 40))) * Math.Min(2, person.Intensity), 1); i > 0; i--)
        {
            if (Extracts.Day(random, person) is not { } day) { return; }
            var (code, pence) = random.Pick(Common);
            Item(random, person, (extracts, counter), (day.AddDays(1 - day.Day), code, 7 * (1 + random.NextInt(4)), pence));
        }
    }

    /// <summary>Each was issued some weeks before its claim was processed; the practice's record has what was never fetched as well.</summary>
    internal static void Issued(Xoshiro random, SyntheticPerson person, Extracts extracts, Counter counter)
    {
        foreach (var (_, code, _) in Regular.Where(medicine => person.Has(medicine.Condition)))
        {
            if (random.Chance(0.2)) { continue; }
            for (var month = random.NextInt(2); month < 12; month += 2)
            {
                var day = person.From.AddMonths(month).AddDays(random.NextInt(28));
                if (day < person.Registered || day > person.Left || day > person.Died) { continue; }
                extracts["gp_medications"].Write(
                    ("nhs_number", Extracts.Says(random, person, 0.002).Number), ("source_id", counter.Next("G")), ("birth_date", person.Born), ("practice", person.Practice.Code),
                    ("issue_date", random.Chance(0.01) ? null : day), ("code", code), ("code_system", "BNF"), ("quantity", "56 tablet"), ("repeats", "Y"));
            }
        }
    }

    private static void Item(Xoshiro random, SyntheticPerson person, (Extracts Extracts, Counter Counter) to, (DateOnly Month, string Code, int Quantity, int Pence) item)
    {
        // The national average discount is some seven per cent of the list price.
        var actual = (item.Pence * 93 / 100) + 3;
        to.Extracts["prescribed_items"].Write(
            ("nhs_number", Extracts.Says(random, person, 0.02).Number), ("source_id", to.Counter.Next("R")), ("practice", person.Practice.Code), ("processed_on", item.Month),
            ("bnf_code", item.Code), ("quantity", item.Quantity), ("items", 1), ("net_ingredient_cost", item.Pence), ("actual_cost", actual),
            ("not_dispensed", random.Chance(0.004) ? "Y" : null));
    }
}
