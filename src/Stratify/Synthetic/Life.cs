using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>
/// How an invented person goes on from year to year: ages, comes to have more conditions, moves, leaves, dies. How much care the person draws keeps
/// its share of people and drifts: it is Lewis's beta-gamma autoregression, in which a part of last year's is kept and the rest drawn anew, so that
/// who was costly by chance is less so the year after (regression to the mean), and who is so by nature remains.
/// </summary>
internal static class Life
{
    /// <summary>Shape of the gamma of which everybody's luck is, in every year.</summary>
    internal const double LuckShape = 1.1;

    /// <summary>Correlation of luck from year to year. With conditions, which last, rather over a third of the costliest tenth are of it again a year on (32% of American veterans).</summary>
    internal const double Kept = 0.45;

    /// <summary>Of the people who have care that lasts at some time, so many begin it in a year that is not the first.</summary>
    internal const double NewlyInCare = 0.3;

    private const double Joins = 0.05, Born = 0.18, Leaves = 0.03, Moves = 0.02;

    /// <summary>The first year in which the person is there, from 0: a twentieth join in each that follows, and make up for those who go.</summary>
    internal static int FirstYear(Xoshiro life, int years)
    {
        for (var year = 1; year < years; year++) { if (life.Chance(Joins)) { return year; } }
        return 0;
    }

    /// <summary>Somebody who comes within the year, some of them by being born.</summary>
    internal static SyntheticPerson Joiner(Xoshiro life, SyntheticPerson person)
    {
        var comes = person.From.AddDays(life.NextInt(365));
        if (comes < person.Born) { comes = person.Born; }
        var alone = person with { Registered = comes, Left = person.Left < comes ? null : person.Left, Died = person.Died < comes ? null : person.Died };
        return life.Chance(Born) ? alone with { Born = comes, Registered = comes, Conditions = new Dictionary<string, DateOnly>(), Died = null } : alone;
    }

    /// <summary>The person in each year, until the last or until gone.</summary>
    internal static IReadOnlyList<SyntheticPerson> Of(Xoshiro life, SyntheticPerson person, int years)
    {
        var told = new List<SyntheticPerson> { person };
        while (told.Count < years && told[^1] is { Died: null, Left: null } now) { told.Add(Next(life, now)); }
        var gone = told[^1].Died ?? told[^1].Left ?? DateOnly.MaxValue;
        return [.. told.Select(year => year with { Gone = gone == DateOnly.MaxValue ? null : gone })];
    }

    private static SyntheticPerson Next(Xoshiro life, SyntheticPerson now)
    {
        var from = now.From.AddYears(1);
        var age = from.Year - now.Born.Year;
        var conditions = Prevalence.Begin(life, (age, now.Female, now.Decile), now.Liability, (now.Conditions, from));
        var died = Population.Death(life, age, conditions.Count, from);
        var next = now with
        {
            From = from,
            To = from.AddYears(1).AddDays(-1),
            IsLater = true,
            Conditions = conditions,
            Known = now.Conditions.Keys.ToHashSet(),
            Luck = life.GammaAfter(now.Luck, LuckShape, Kept),
            Died = died,
            Left = died is null && life.Chance(Leaves) ? from.AddDays(life.NextInt(365)) : null,
        };
        return died is null && next.Left is null && life.Chance(Moves) ? Moved(life, next) : next;
    }

    /// <summary>To another practice and another house; the area is as deprived as the one before.</summary>
    private static SyntheticPerson Moved(Xoshiro life, SyntheticPerson person) => person with
    {
        Moved = person.From.AddDays(30 + life.NextInt(300)),
        Practice = life.Pick(Population.Practices),
        Area = Places.Area(person.Decile, life.NextInt(10)),
        Postcode = Population.Postcode(life),
    };
}
