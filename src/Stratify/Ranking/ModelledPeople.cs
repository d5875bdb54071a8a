using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// Everybody of a year as models see them: by age, sex, deprivation, whether they were there for all of the year, and each condition. People
/// who are alike in all of it share a pattern, and a model's work is that of the patterns.
/// </summary>
internal sealed class ModelledPeople
{
    /// <summary>A covariate of fewer people than this is no covariate: what it would explain are those people.</summary>
    private const int LeastOfACovariate = 20;

    /// <summary>People of a model for each of its coefficients (Harrell's ten to twenty).</summary>
    private const int LeastOfACoefficient = 10;

    private readonly long[] _keys;

    private ModelledPeople(long[] persons, IReadOnlyList<long> keys)
    {
        Persons = persons;
        _keys = [.. keys.Distinct().Order()];
        Patterns = [.. keys.Select(key => Array.BinarySearch(_keys, key))];
        People = new double[_keys.Length];
        foreach (var pattern in Patterns) { People[pattern]++; }
    }

    internal int Everyone => Persons.Length;

    /// <summary>The person of each place, in the order of the register.</summary>
    internal long[] Persons { get; }

    /// <summary>The pattern of each person.</summary>
    internal int[] Patterns { get; }

    /// <summary>People of each pattern.</summary>
    internal double[] People { get; }

    internal static ModelledPeople Of(Warehouse warehouse, string year)
    {
        var columns = warehouse.Longs($"""
            select cast(person_key as bigint) as person_key, {Covariate.Key} as pattern
            from person_year
            join period using (year)
            where year = $1
            order by person_key
            """, year);
        return new ModelledPeople(columns[0], columns[1]);
    }

    /// <summary>The same people, alike already when they are in these covariates.</summary>
    internal ModelledPeople By(IReadOnlyList<Covariate> covariates)
    {
        var mask = covariates.Aggregate(0L, (all, covariate) => all | covariate.Mask);
        return new ModelledPeople(Persons, [.. Patterns.Select(pattern => _keys[pattern] & mask)]);
    }

    /// <summary>The covariates among some that enough people have.</summary>
    internal IReadOnlyList<Covariate> Enough(IEnumerable<Covariate> covariates) => [.. covariates.Where(covariate => Having(covariate) is var having && having >= LeastOfACovariate && Everyone - having >= LeastOfACovariate)];

    internal long Having(Covariate covariate) => (long)Enumerable.Range(0, _keys.Length).Sum(row => covariate.IsOf(_keys[row]) ? People[row] : 0);

    /// <summary>Whether there are people enough to fit a model of so many covariates.</summary>
    internal bool IsEnough(int covariates) => IsEnough(Everyone, covariates);

    internal static bool IsEnough(int people, int covariates) => people >= LeastOfACoefficient * (covariates + 1);

    internal DesignMatrix Design(IReadOnlyList<Covariate> covariates) => DesignMatrix.OfFlags(
        [.. covariates.Select(covariate => covariate.Title)],
        [.. _keys.Select(key => (IReadOnlyList<int>)[.. Enumerable.Range(0, covariates.Count).Where(i => covariates[i].IsOf(key))])]);

    /// <summary>Which of so many equal parts each person is in by chance, from nought: the same in every run of the same seed.</summary>
    internal static int[] Folds(int people, int folds, Xoshiro random)
    {
        var fold = Enumerable.Range(0, people).Select(i => i % folds).ToArray();
        random.Shuffle(fold);
        return fold;
    }
}

/// <summary>Something that people have or have not, of which a model asks what it explains.</summary>
/// <param name="Title">As it stands in tables.</param>
/// <param name="Mask">Which part of a pattern's key tells it.</param>
/// <param name="Value">What that part is, where they have it.</param>
internal sealed record Covariate(string Title, long Mask, long Value)
{
    private const int AgeBits = 5, SexBits = 2, DecileBits = 4;
    private const int Sex = AgeBits, Decile = Sex + SexBits, Part = Decile + DecileBits, Flags = Part + 1;

    /// <summary>Ages from here are one band, as in the European standard population of 2013.</summary>
    private const int Oldest = 18;

    /// <summary>The least deprived tenth, with which the others are compared.</summary>
    private const int LeastDeprived = 10;

    internal static IReadOnlyList<Covariate> Ages { get; } =
        [.. Enumerable.Range(1, Oldest).Select(band => Of($"Age {5 * band}{(band == Oldest ? " or over" : $" to {(5 * band) + 4}")}", 0, AgeBits, band))];

    internal static IReadOnlyList<Covariate> Sexes { get; } = [Of("Female", Sex, SexBits, 1), Of("Sex not stated", Sex, SexBits, 2)];

    internal static IReadOnlyList<Covariate> Deprivation { get; } =
        [Of("Deprivation not known", Decile, DecileBits, 0), .. Enumerable.Range(1, LeastDeprived - 1).Select(decile => Of($"Deprivation decile {decile}", Decile, DecileBits, decile))];

    internal static Covariate PartOfTheYear { get; } = Of("Registered for part of the year", Part, 1, 1);

    internal static IReadOnlyList<Covariate> EachCondition { get; } = [.. Conditions.All.Select((condition, i) => Of(condition.Title, Flags + i, 1, 1))];

    /// <summary>A person's key in SQL, from <c>person_year</c> and <c>period</c>.</summary>
    internal static string Key { get; } = $"""
        cast(least(age // 5, {Oldest})
            + (case sex when 'male' then 0 when 'female' then {1L << Sex} else {2L << Sex} end)
            + (case when deprivation_decile between 1 and {LeastDeprived} then deprivation_decile else 0 end) * {1L << Decile}
            + (case when days_registered < date_to - date_from + 1 then {1L << Part} else 0 end)
            + {string.Join("\n    + ", Conditions.All.Select((condition, i) => $"(case when has_{condition.Name} then {1L << (Flags + i)} else 0 end)"))} as bigint)
        """;

    internal bool IsOf(long key) => (key & Mask) == Value;

    private static Covariate Of(string title, int from, int bits, long value) => new(title, ((1L << bits) - 1) << from, value << from);
}
