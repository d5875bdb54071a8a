using System.Globalization;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>Makes invented people: 17 practices in four neighbourhoods, an English age structure, joiners, leavers, births and deaths.</summary>
/// <param name="people">In all of the years.</param>
/// <param name="years">How many years are told of, the last of them 2024/25.</param>
internal sealed class Population(int people, long seed, int years = 1)
{
    internal static readonly DateOnly From = new(2024, 4, 1);
    internal static readonly DateOnly To = new(2025, 3, 31);

    /// <summary>Shares of five-year bands from 0 to 95, England mid-2022 (ONS), in tenths of a per cent.</summary>
    private static readonly double[] AgeShares = [54, 59, 61, 57, 60, 65, 68, 67, 65, 60, 66, 68, 61, 52, 47, 38, 25, 16, 8, 3];

    private static readonly string[] EthnicGroups = ["A", "B", "C", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Z"];
    private static readonly double[] EthnicShares = [78, 1, 6, 2, 2, 1, 2, 1, 2, 1, 1, 1, 2];

    internal static IReadOnlyList<Practice> Practices { get; } =
        [.. Enumerable.Range(1, 17).Select(i => new Practice(
            string.Create(CultureInfo.InvariantCulture, $"X99{i:000}"),
            new[] { "North", "South", "East", "West" }[i % 4],
            0.5 + (i * 7 % 11 / 5.0),
            1 + (i * 5 % 10),
            i % 5 != 0))];

    /// <summary>Everybody, year after year, for as long as they are there.</summary>
    internal IEnumerable<IReadOnlyList<SyntheticPerson>> Everyone()
    {
        var (prefix, earlier) = (0, 1_000_000);
        for (var number = 1; number <= people; number++)
        {
            var random = Xoshiro.For(seed, string.Create(CultureInfo.InvariantCulture, $"person {number}"));
            long nhsNumber;
            do { nhsNumber = NhsNumber.TestNumber(++prefix); } while (nhsNumber < 0);
            var life = Xoshiro.For(seed, string.Create(CultureInfo.InvariantCulture, $"life of person {number}"));
            var first = Life.FirstYear(life, years);
            var person = Person(random, number, random.Chance(0.004) ? -1 : nhsNumber, From.AddYears(first + 1 - years));
            person = person with { EarlierNumbers = Earlier(person, ref earlier) };
            yield return years == 1 ? [person] : Life.Of(life, first == 0 ? person : Life.Joiner(life, person), years - first);
        }
    }

    /// <summary>A few had another number once, and of these a few had two: taken from the other end of the test range.</summary>
    private List<long> Earlier(SyntheticPerson person, ref int prefix)
    {
        var random = Xoshiro.For(seed, string.Create(CultureInfo.InvariantCulture, $"earlier numbers of person {person.Number}"));
        var numbers = new List<long>();
        for (var count = person.NhsNumber < 0 || !random.Chance(0.004) ? 0 : random.Chance(0.1) ? 2 : 1; numbers.Count < count;)
        {
            if (NhsNumber.TestNumber(--prefix) is > 0 and var number) { numbers.Add(number); }
        }
        return numbers;
    }

    private static SyntheticPerson Person(Xoshiro random, int number, long nhsNumber, DateOnly from)
    {
        var practice = Practices[random.Weighted([.. Practices.Select(practice => practice.Weight)])];
        var female = random.Chance(0.506);
        var born = random.Chance(0.009) ? from.AddDays(random.NextInt(365)) : Birthday(random, from);
        var decile = Math.Clamp((int)Math.Round(practice.Deprivation + (2.2 * random.Normal())), 1, 10);
        var age = Math.Max(0, from.Year - born.Year);
        var liability = random.Normal();
        var conditions = Prevalence.Draw(random, (age, female, decile), liability, from.AddYears(1).AddDays(-1));
        var died = Death(random, age, conditions.Count, from);
        return new SyntheticPerson
        {
            NhsNumber = nhsNumber,
            Number = number,
            Female = female,
            Born = born,
            FamilyName = random.Pick(Names.Family),
            GivenName = random.Pick(female ? Names.Female : Names.Male),
            Practice = practice,
            Decile = decile,
            Area = Places.Area(decile, random.NextInt(10)),
            Postcode = Postcode(random),
            EthnicGroup = EthnicGroups[random.Weighted(EthnicShares)],
            Registered = Later(born, random.Chance(0.05) ? from.AddDays(random.NextInt(365)) : from.AddDays(-random.NextInt(9000))),
            Left = died is null && random.Chance(0.04) ? from.AddDays(random.NextInt(365)) : null,
            Died = died,
            Conditions = conditions.Where(entry => entry.Value >= born).ToDictionary(),
            Luck = random.Gamma(Life.LuckShape),
            Liability = liability,
            From = from,
            To = from.AddYears(1).AddDays(-1),
        };
    }

    internal static string Postcode(Xoshiro random) => string.Create(CultureInfo.InvariantCulture, $"XX{1 + random.NextInt(20)} {random.NextInt(10)}{(char)('A' + random.NextInt(20))}{(char)('A' + random.NextInt(20))}");

    private static DateOnly Birthday(Xoshiro random, DateOnly from)
    {
        var age = (random.Weighted(AgeShares) * 5) + random.NextInt(5);
        return from.AddYears(-age).AddDays(-1 - random.NextInt(365));
    }

    /// <summary>About 1% of people a year, doubling with each eight years of age and rising with conditions (Gompertz).</summary>
    internal static DateOnly? Death(Xoshiro random, int age, int conditions, DateOnly from) =>
        random.Chance(Math.Min(0.5, 0.00003 * Math.Exp(age * 0.088) * (1 + (0.18 * conditions)))) ? from.AddDays(random.NextInt(365)) : null;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
